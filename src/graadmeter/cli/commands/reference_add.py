"""`graadmeter reference add`: figures of others for the reference data of a workspace."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from graadmeter.cli.clock import now
from graadmeter.cli.console import Call
from graadmeter.cli.help.page import Entry, Page
from graadmeter.deliver.reference.library import Added, add, add_statline
from graadmeter.deliver.reference.recognise import items_in
from graadmeter.domain.errors import DeliveryRefusedError, UsageError
from graadmeter.domain.findings import Severity
from graadmeter.domain.text import Text
from graadmeter.store.workspace import load

PAGE = Page(
    "reference add",
    "[BESTAND...] [--statline URL] [--vintage JAAR]",
    Text(
        "Voegt cijfers van anderen toe om mee te vergelijken: StatLine, kerncijfers, uitgaven, grenzen.",
        "Adds figures of others to compare with: StatLine, key figures, spend, borders.",
    ),
    Text(
        "Herkent elk bestand aan zijn inhoud, controleert het, bewaart het ongewijzigd in 'reference' met bron, "
        "hash en jaargang, en schrijft er nette tabellen (Parquet) naast. Hetzelfde bestand nog eens toevoegen "
        "verandert niets.\n\n"
        "Een map met antwoorden van StatLine is één tabel; van een andere map wordt alles toegevoegd.",
        "Recognises each file by what it holds, checks it, keeps it unchanged in 'reference' with source, hash and "
        "vintage, and writes tidy tables (Parquet) beside it. Adding the same file again changes nothing.\n\n"
        "A folder with answers of StatLine is one table; of any other folder everything is added.",
    ),
    arguments=(
        Entry(
            "BESTAND...",
            Text(
                "Bestanden of mappen.",
                "Files or folders.",
            ),
        ),
    ),
    options=(
        Entry(
            "--statline URL",
            Text(
                "Het adres van één StatLine-tabel (v3 of v4); haalt alle bladzijden op.",
                "The address of one StatLine table (v3 or v4); fetches all its pages.",
            ),
        ),
        Entry(
            "--vintage JAAR",
            Text(
                "Het jaar van de grenzen, als de naam van het bestand dat niet zegt.",
                "The year of the borders, when the name of the file does not tell it.",
            ),
        ),
    ),
    examples=(
        Entry(
            "graadmeter reference add gemeenten_2026.geojson",
            Text(
                "Grenzen van gemeenten.",
                "Borders of municipalities.",
            ),
        ),
        Entry(
            "graadmeter reference add --statline https://opendata.cbs.nl/ODataFeed/odata/85318NED",
            Text(
                "Een tabel van het CBS.",
                "A table of Statistics Netherlands.",
            ),
        ),
    ),
)


def reference_add(
    sources: tuple[Path, ...] = (),
    /,
    *,
    statline: str = "",
    vintage: int | None = None,
    call: Annotated[Call, Parameter(parse=False)],
) -> int:
    """Adds every source; 4 when one of them could not be used, the others are added all the same."""
    workspace = load(call.place)
    root, moment = workspace.root / "reference", now()
    missing = [path for path in sources if not path.exists()]
    if missing or not (sources or statline):
        raise UsageError(_NOTHING if not missing else Text(f"{missing[0]} bestaat niet.", f"{missing[0]} is absent."))
    years = () if vintage is None else (vintage,)
    fine = True
    with workspace.lock():
        for path in (item for source in sources for item in items_in(source)):
            try:
                _told(call, add(root, path, now=moment, vintages=years))
            except DeliveryRefusedError as error:
                fine = False
                call.warn(error.text)
        if statline:
            _told(call, add_statline(root, statline, now=moment))
    return 0 if fine else DeliveryRefusedError.exit_code


def _told(call: Call, added: Added) -> None:
    entry = added.entry
    rows = ", ".join(f"{name} {count}" for name, count in entry.tables.items())
    if added.is_new:
        call.say(Text(f"Toegevoegd: {entry.id} ({rows} rijen)", f"Added: {entry.id} ({rows} rows)"))
    else:
        call.say(Text(f"Was er al: {entry.id}", f"Was there already: {entry.id}"))
    for finding in added.findings:
        if finding.severity is not Severity.INFORMATION:
            call.warn(Text(f"  {finding.code}: {finding.message.nl}", f"  {finding.code}: {finding.message.en}"))


_NOTHING = Text(
    "Geef een bestand op, of een adres met --statline.",
    "Give a file, or an address with --statline.",
)
