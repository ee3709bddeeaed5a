"""`graadmeter check`: what is wrong with a file, before it is delivered."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from graadmeter.catalogue.fingerprint import rule_set, software
from graadmeter.catalogue.products import base_products
from graadmeter.check.report_text import lines
from graadmeter.check.report_xlsx import build as report_xlsx
from graadmeter.check.result import CheckResult
from graadmeter.cli.clock import now
from graadmeter.cli.console import Call
from graadmeter.cli.help.page import Entry, Page
from graadmeter.deliver.assess import assess
from graadmeter.deliver.columns.load import FOLDER, load_maps
from graadmeter.deliver.identity import identify
from graadmeter.deliver.inbox import declared
from graadmeter.deliver.reader import read_files
from graadmeter.domain.column_maps import ColumnMap
from graadmeter.domain.deliveries import Manifest
from graadmeter.domain.errors import DeliveryRefusedError, UsageError
from graadmeter.domain.findings import Verdict
from graadmeter.domain.text import Text
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.store.workspace import CONFIGURATION, Workspace, load

PAGE = Page(
    "check",
    "BESTAND",
    Text(
        "Controleert een aanlevering zonder haar te verwerken.",
        "Checks a delivery without processing it.",
    ),
    Text(
        "Leest een bericht (XML), een zip met berichten, een CSV of een map, en zegt per bevinding wat er mis "
        "is, waar, en wat u kunt doen. Werkt zonder werkmap en zonder verbinding. Er wordt niets bewaard.\n\n"
        "Uitgangscode: 0 geaccepteerd, 3 met bevindingen, 4 geweigerd.",
        "Reads a message (XML), a zip of messages, a CSV or a folder, and says for each finding what is "
        "wrong, where, and what you can do. Works without a workspace and without a connection. Nothing is "
        "kept.\n\n"
        "Exit code: 0 accepted, 3 with findings, 4 refused.",
    ),
    arguments=(
        Entry(
            "BESTAND",
            Text(
                "Het bestand of de map.",
                "The file or folder.",
            ),
        ),
    ),
    options=(
        Entry(
            "--xlsx BESTAND",
            Text(
                "Schrijf het rapport ook als Excelbestand.",
                "Also write the report as an Excel file.",
            ),
        ),
    ),
    examples=(
        Entry(
            "graadmeter check berichten.zip",
            Text(
                "Controleer alle berichten.",
                "Check all messages.",
            ),
        ),
        Entry(
            "graadmeter check voorzieningen.csv --xlsx rapport.xlsx",
            Text(
                "Met een rapport om door te sturen.",
                "With a report to pass on.",
            ),
        ),
    ),
)


FINDINGS = 3
"""Exit code of a delivery that is accepted, with findings or in part."""


def check(file: Path, /, *, xlsx: Path | None = None, call: Annotated[Call, Parameter(parse=False)]) -> int:
    """Prints the report; 0 accepted, 3 with findings, 4 refused."""
    if not file.exists():
        raise UsageError(Text(f"{file} bestaat niet.", f"{file} does not exist."))
    known = _workspace_of(file, call)
    raw = read_files([file], maps=_maps(known, file))
    try:
        deliverer, period = identify(file, None, None)
    except DeliveryRefusedError:
        for finding in raw.findings:
            call.say(Text(f"{finding.file}: {finding.message.nl}", f"{finding.file}: {finding.message.en}"))
        raise
    with DuckDBEngine() as engine:
        result = assess(
            engine,
            raw,
            deliverer=deliverer,
            period=period,
            products=known.products if known else base_products(),
            region=known.region if known else None,
        )
    for line in lines(result, call.lang):
        call.out.print(line, markup=False)
    if xlsx is not None:
        xlsx.write_bytes(_report(result, deliverer, period, call))
        call.say(Text(f"Rapport: {xlsx}", f"Report: {xlsx}"))
    codes = {Verdict.ACCEPTED: 0, Verdict.REFUSED: DeliveryRefusedError.exit_code}
    return codes.get(result.verdict, FINDINGS)


def _workspace_of(file: Path, call: Call) -> Workspace | None:
    """The region whose lists hold: as given, else the one the file lies in, else that of the current place."""
    around = () if call.workspace else file.resolve().parents
    found = next((place for place in (*around, call.place) if (place / CONFIGURATION).exists()), None)
    return load(found) if found else None


def _maps(known: Workspace | None, file: Path) -> tuple[ColumnMap, ...]:
    """The column maps of the deliverer that the file or its folder is named after, else those for everybody."""
    if known is None:
        return ()
    named = (declared(name)[0] for name in (file.name, file.stem, file.resolve().parent.name))
    return load_maps(known.root / FOLDER, next(filter(None, named), ""))


def _report(result: CheckResult, deliverer: str, period: str, call: Call) -> bytes:
    """The report of a delivery that has not been received, so that it has no session."""
    manifest = Manifest("-", deliverer, period, now().isoformat(timespec="seconds"), (), rule_set(), software())
    return report_xlsx(result, manifest, call.lang)
