"""`graadmeter history`: what deliverers handed in over time, which faults return, and how complete it is."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated

from cyclopts import Parameter
from rich.box import SIMPLE_HEAD
from rich.table import Table

from graadmeter.catalogue.load_checks import checks
from graadmeter.cli.console import Call
from graadmeter.cli.sparkline import sparkline
from graadmeter.cli.unmapped_words import subject_words, totals
from graadmeter.deliver.history import History, histories
from graadmeter.deliver.notices import notices
from graadmeter.domain.areas import Level
from graadmeter.domain.completeness import Completeness, Fullness
from graadmeter.domain.errors import UnknownNameError
from graadmeter.domain.findings import Verdict
from graadmeter.domain.periods import quarter
from graadmeter.domain.text import Text
from graadmeter.processing.unmapped import unmapped
from graadmeter.store.workspace import Workspace, load

_PLACEHOLDER = re.compile(r"\{\w+\}")
"""What a notice fills in for one file; over many files it says nothing."""
_MOST = 20
"""Rows of a table that are shown; of more only the number is told."""


def history(deliverer: str = "", /, *, quarters: int = 8, call: Annotated[Call, Parameter(parse=False)]) -> None:
    """Prints the history of one deliverer, or a line for each."""
    workspace = load(call.place)
    names = {area.code: area.name for area in workspace.region.of_level(Level.MUNICIPALITY)}
    known = histories(workspace.deliveries, names)
    first, last = workspace.region.first_quarter, workspace.region.last_quarter
    shown = range(max(first, last + 1 - max(quarters, 1)), last + 1)
    if deliverer:
        _one(call, workspace, known[_code(deliverer, names, known)], shown, names)
    else:
        call.show(_all(call, known, shown, names))
        call.say(_HOW)


def _code(said: str, names: Mapping[str, str], known: Mapping[str, History]) -> str:
    by_word = {
        word.casefold(): code for code in known for word in (code, code.removeprefix("GM"), names.get(code, code))
    }
    if said.casefold() not in by_word:
        raise UnknownNameError(Text("De aanleveraar", "deliverer"), said, [*known, *names.values()])
    return by_word[said.casefold()]


def _all(call: Call, known: Mapping[str, History], shown: range, names: Mapping[str, str]) -> Table:
    table = _table(call, _TITLE.fill(first=quarter(shown[0]).code, last=quarter(shown[-1]).code), _ALL)
    for code, one in known.items():
        missing = sum(1 for when in shown if when not in {last.session.manifest.quarter for last in one.last_words})
        refused = sum(last.session.verdict is Verdict.REFUSED for last in one.deliveries)
        often = next(((code, when) for code, when in one.faults().items()), ("-", {}))
        recurring = sum(when in often[1] for when in shown)
        told = [
            item.fullness.label.within(call.lang) + f": {item.table}"
            for item in one.completeness(shown[-1])
            if _odd(item)
        ]
        table.add_row(
            names.get(code, code),
            str(len(one.deliveries)),
            str(missing),
            str(refused),
            f"{often[0]} ({recurring}/{len(shown)})" if recurring else "-",
            "; ".join(told) or "-",
        )
    return table


def _one(call: Call, workspace: Workspace, one: History, shown: range, names: Mapping[str, str]) -> None:
    call.say(Text(names.get(one.deliverer, one.deliverer), names.get(one.deliverer, one.deliverer)), style="bold")
    call.show(_deliveries(call, one, shown))
    call.show(_faults(call, one, shown))
    call.show(completeness_table(call, one, shown))
    call.say(_RANGE)
    sessions = [last.session.manifest.session for last in one.last_words if last.session.manifest.quarter in shown]
    call.show(_unmapped(call, unmapped(workspace, sessions).values()))


def _deliveries(call: Call, one: History, shown: range) -> Table:
    table = _table(call, Text("Leveringen", "Deliveries"), _DELIVERIES)
    for delivery in one.deliveries:
        manifest, receipt = delivery.session.manifest, delivery.receipt
        if manifest.quarter not in shown:
            continue
        counts = receipt.tables if receipt else ()
        verdict = delivery.session.verdict.label.within(call.lang)
        by = delivery.session.superseded_by
        table.add_row(
            manifest.period,
            str(manifest.number),
            manifest.received_at[:10],
            verdict + (f" ({_REPLACED.within(call.lang)})" if by else ""),
            str(sum(count.read for count in counts)),
            str(sum(count.rejected for count in counts)),
            str(receipt.findings if receipt else 0),
        )
    return table


def _faults(call: Call, one: History, shown: range) -> Table:
    table = _table(call, Text("Wat de controles vonden", "What the checks found"), _FAULTS)
    titles = {code: check.title for code, check in checks().items()} | {
        code: n.message for code, n in notices().items()
    }
    delivered = {last.session.manifest.quarter for last in one.last_words}
    rows = [(code, times) for code, times in one.faults().items() if any(when in shown for when in times)]
    for code, times in rows[:_MOST]:
        series = [times.get(when, 0) if when in delivered else None for when in shown]
        found = sum(bool(count) for count in series)
        title = _PLACEHOLDER.sub("...", titles.get(code, Text(code, code)).within(call.lang))
        table.add_row(code, title, f"{found}/{len(delivered & set(shown))}", sparkline(series), str(series[-1] or 0))
    _more(call, table, len(rows))
    return table


def completeness_table(call: Call, one: History, shown: range) -> Table:
    """Per table what came over the quarters, and of the last one what was to be expected."""
    title = Text("Volledigheid van {last}", "Completeness of {last}").fill(last=quarter(shown[-1]).code)
    table = _table(call, title, _COMPLETENESS)
    rows = one.rows()
    for item in one.completeness(shown[-1]):
        expected = item.expected
        table.add_row(
            item.table,
            sparkline([rows[item.table].get(when) for when in shown]),
            "-" if item.received is None else str(item.received),
            f"{expected.low} - {expected.high}" if expected else "-",
            f"{expected.held}/{expected.tried}" if expected and expected.tried else "-",
            item.fullness.label.within(call.lang),
        )
    return table


def _unmapped(call: Call, found: Iterable[Mapping[tuple[str, str], int]]) -> Table:
    table = _table(call, Text("Niet te plaatsen", "Could not be placed"), _UNMAPPED)
    rows = totals(found)
    for subject, code, count in rows[:_MOST]:
        table.add_row(subject_words(subject).within(call.lang), code, str(count))
    _more(call, table, len(rows))
    return table


def _table(call: Call, title: Text, columns: Sequence[Text]) -> Table:
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), title=title.within(call.lang), title_justify="left")
    for column in columns:
        table.add_column(column.within(call.lang))
    return table


def _more(call: Call, table: Table, rows: int) -> None:
    if rows > _MOST:
        table.add_row("...", Text("en nog {more}", "and {more} more").fill(more=rows - _MOST).within(call.lang))


def _odd(item: Completeness) -> bool:
    return item.fullness in {Fullness.FEWER, Fullness.MORE, Fullness.MISSING}


_TITLE = Text("Aanleveraars, {first} tot en met {last}", "Deliverers, {first} up to and including {last}")
_ALL = (
    Text("aanleveraar", "deliverer"),
    Text("leveringen", "deliveries"),
    Text("kwartalen zonder", "quarters without"),
    Text("geweigerd", "refused"),
    Text("keert het meest terug", "returns most"),
    Text("laatste kwartaal", "last quarter"),
)
_DELIVERIES = (
    Text("periode", "period"),
    Text("nr", "no"),
    Text("ontvangen", "received"),
    Text("oordeel", "verdict"),
    Text("regels", "rows"),
    Text("niet gebruikt", "not used"),
    Text("bevindingen", "findings"),
)
_FAULTS = (
    Text("controle", "check"),
    Text("wat", "what"),
    Text("kwartalen", "quarters"),
    Text("verloop", "course"),
    Text("laatste", "last"),
)
_COMPLETENESS = (
    Text("tabel", "table"),
    Text("verloop", "course"),
    Text("regels", "rows"),
    Text("verwacht", "expected"),
    Text("raak", "held"),
    Text("oordeel", "verdict"),
)
_UNMAPPED = (Text("wat", "what"), Text("code of tabel", "code or table"), Text("regels", "rows"))
_REPLACED = Text("vervangen", "replaced")
_HOW = Text(
    "Meer over een van hen: graadmeter history AANLEVERAAR", "More on one of them: graadmeter history DELIVERER"
)
_RANGE = Text(
    "raak = in zoveel eerdere kwartalen viel het aantal binnen een verwachting die net zo is gemaakt",
    "held = in so many earlier quarters the count fell within an expectation made in the same way",
)
