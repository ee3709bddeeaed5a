"""`graadmeter check`: what is wrong with a file, before it is delivered."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from graadmeter.catalogue.products import base_products
from graadmeter.check.report_text import lines
from graadmeter.check.result import CheckResult
from graadmeter.cli.before_sending import Wanted, print_comparison, with_previous, write_reports
from graadmeter.cli.clock import now
from graadmeter.cli.console import Call
from graadmeter.deliver import explanation as explanations
from graadmeter.deliver.assess import assess
from graadmeter.deliver.columns.load import FOLDER, load_maps
from graadmeter.deliver.identity import identify
from graadmeter.deliver.inbox import declared
from graadmeter.deliver.raw import RawDelivery
from graadmeter.deliver.reader import read_files
from graadmeter.deliver.reference.entries import REFERENCE, municipality_of_postcode
from graadmeter.deliver.schemas import load_schemas
from graadmeter.domain.column_maps import ColumnMap
from graadmeter.domain.errors import DeliveryRefusedError, UsageError
from graadmeter.domain.findings import Severity, Verdict
from graadmeter.domain.text import Text
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.store.workspace import CONFIGURATION, Workspace, load

_ALONE = Text(
    "\nGecontroleerd zonder werkmap: de wijken, aanbieders, producten, correcties en bekende fouten van de regio zijn "
    "niet gebruikt.",
    "\nChecked without a workspace: the wijken, providers, products, corrections and known faults of the region were "
    "not used.",
)
_COLUMNS = {"DL-CSV-KOLOM-ONTBREEKT", "DL-CSV-KOP"}
_OTHER_NAMES = Text(
    "\nHeten uw kolommen anders? 'graadmeter columns {file}' stelt een vertaling voor. Welke kolommen er zijn: "
    "'graadmeter template'.",
    "\nDo your columns have other names? 'graadmeter columns {file}' proposes a translation. Which columns there are: "
    "'graadmeter template'.",
)
_REFUSED = Text(
    "De levering is geweigerd, omdat een bestand niet kan worden gebruikt. Hierboven staat wat u kunt doen.",
    "The delivery is refused, since a file cannot be used. Above stands what you can do.",
)
FINDINGS = 3
"""Exit code of a delivery that is accepted, with findings or in part."""


def check(
    file: Path,
    /,
    *,
    previous: Path | None = None,
    explanation: str = "",
    standards: Path | None = None,
    html: Path | None = None,
    xlsx: Path | None = None,
    call: Annotated[Call, Parameter(parse=False)],
) -> int:
    """Prints the report; 0 accepted, 3 with findings, 4 refused."""
    if not file.exists():
        raise UsageError(Text(f"{file} bestaat niet.", f"{file} does not exist."))
    known = _workspace_of(file, call)
    folder = standards or (known.schemas if known else None)
    raw = read_files([file], maps=_maps(known, file), schemas=load_schemas(folder) if folder else None)
    try:
        deliverer, period = identify(file, None, None)
    except DeliveryRefusedError as unclear:
        raise _unreadable(call, raw, file) or unclear from None
    comparison = with_previous(previous, raw, deliverer, period) if previous else None
    result = _assessed(raw, (deliverer, period), known)
    for line in lines(result, call.lang):
        call.out.print(line, markup=False)
    _say_columns(call, raw, file)
    if known is None:
        call.say(_ALONE)
    if comparison is not None:
        print_comparison(call, comparison)
    whose, told = (deliverer, period), _explanation(call, file, explanation)
    write_reports(call, Wanted(xlsx, html), result, whose, explanation=told, comparison=comparison)
    codes = {Verdict.ACCEPTED: 0, Verdict.REFUSED: DeliveryRefusedError.exit_code}
    return codes.get(result.verdict, FINDINGS)


def _assessed(raw: RawDelivery, whose: tuple[str, str], known: Workspace | None) -> CheckResult:
    """What the checks say, with what the workspace knows when there is one."""
    with DuckDBEngine() as engine:
        return assess(
            engine,
            raw,
            deliverer=whose[0],
            period=whose[1],
            products=known.products if known else base_products(),
            region=known.region if known else None,
            terms=replace(known.terms, today=now().date()) if known else None,
            places=municipality_of_postcode(known.root / REFERENCE) if known else None,
            before_sending=True,
        )


def _unreadable(call: Call, raw: RawDelivery, file: Path) -> DeliveryRefusedError | None:
    """Tells what the reader found where nobody can tell whose delivery it is; the error when that refuses it."""
    refused = [one for one in raw.findings if one.severity is Severity.STOPS_FILE]
    for finding in refused or raw.findings:
        row = Text("", "") if finding.row is None else Text(f", regel {finding.row}", f", line {finding.row}")
        call.say(
            Text(
                f"{finding.file}{row.nl}: {finding.message.nl}",
                f"{finding.file}{row.en}: {finding.message.en}",
            )
        )
    _say_columns(call, raw, file)
    return DeliveryRefusedError(_REFUSED) if refused else None


def _say_columns(call: Call, raw: RawDelivery, file: Path) -> None:
    """Where to look when the columns of a table are not those that are asked for."""
    if {finding.code for finding in raw.findings} & _COLUMNS:
        call.say(_OTHER_NAMES.fill(file=file.name))


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


def _explanation(call: Call, file: Path, told: str) -> str:
    """The explanation that goes along: what was typed, else what lies with a delivery that is a folder."""
    if told:
        path = explanations.write(file, told)
        call.say(Text(f"Toelichting: {path}", f"Explanation: {path}"))
        return explanations.read(path.parent)
    return explanations.read(file) if file.is_dir() else ""
