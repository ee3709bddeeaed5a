"""What a deliverer may take from a check before sending: reports as files, and a comparison with last time."""

from dataclasses import dataclass
from pathlib import Path

from graadmeter.catalogue.fingerprint import rule_set, software
from graadmeter.check.comparison import Comparison, Side, compared
from graadmeter.check.report_html import build as report_html
from graadmeter.check.report_xlsx import build as report_xlsx
from graadmeter.check.result import CheckResult
from graadmeter.cli.clock import now
from graadmeter.cli.console import Call
from graadmeter.deliver.identity import identify
from graadmeter.deliver.raw import RawDelivery
from graadmeter.deliver.reader import read_files
from graadmeter.domain.deliveries import Manifest
from graadmeter.domain.errors import UsageError
from graadmeter.domain.periods import parse_period
from graadmeter.domain.text import Text


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where reports must be written."""

    xlsx: Path | None
    html: Path | None


def with_previous(previous: Path, raw: RawDelivery, deliverer: str, period: str) -> Comparison:
    """This delivery beside `previous`; raises UsageError when that is not there or is another municipality's."""
    if not previous.exists():
        raise UsageError(Text(f"{previous} bestaat niet.", f"{previous} does not exist."))
    whose, quarter = identify(previous, None, None)
    if whose != deliverer:
        raise UsageError(
            Text(
                f"De vorige levering is van {whose}, deze van {deliverer}.",
                f"The previous delivery is of {whose}, this one of {deliverer}.",
            )
        )
    before = Side(read_files([previous]).tables, parse_period(quarter))
    return compared(before, Side(raw.tables, parse_period(period)))


def print_comparison(call: Call, comparison: Comparison) -> None:
    """The changes as lines: what, before, now."""
    call.say(Text(f"\n{comparison.lead.nl}", f"\n{comparison.lead.en}"))
    for change in comparison.shown:
        mark = " *" if change.is_more_than_noise else ""
        told = f"{change.before:>8} -> {change.now:>8} ({change.now - change.before:+d}){mark}"
        call.say(Text(f"  {change.label.nl:<58} {told}", f"  {change.label.en:<58} {told}"))


def write_reports(
    call: Call,
    wanted: Wanted,
    result: CheckResult,
    whose: tuple[str, str],
    *,
    explanation: str,
    comparison: Comparison | None,
) -> None:
    """The reports that were asked for, of a delivery that has no session yet; `whose` is GM code and quarter."""
    manifest = Manifest("-", *whose, now().isoformat(timespec="seconds"), (), rule_set(), software())
    made = {}
    if wanted.xlsx is not None:
        made[wanted.xlsx] = report_xlsx(result, manifest, call.lang)
    if wanted.html is not None:
        made[wanted.html] = report_html(
            result, manifest, explanation=explanation, comparison=comparison, first=call.lang
        )
    for path, content in made.items():
        path.write_bytes(content)
        call.say(Text(f"Rapport: {path}", f"Report: {path}"))
