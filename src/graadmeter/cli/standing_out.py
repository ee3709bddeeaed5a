"""What stands out in the last quarter: less or more than expected, and what could not be placed."""

from collections.abc import Mapping

from graadmeter.cli.unmapped_words import subject_words, totals
from graadmeter.deliver.history import History
from graadmeter.domain.completeness import Completeness, Fullness
from graadmeter.domain.periods import quarter
from graadmeter.domain.text import Text
from graadmeter.processing.unmapped import unmapped
from graadmeter.store.workspace import Workspace

_ODD = frozenset({Fullness.FEWER, Fullness.MORE})
_MOST = 5


def standing_out(workspace: Workspace, known: Mapping[str, History], names: Mapping[str, str], last: int) -> list[Text]:
    """Lines about the quarter `last`: completeness first, then what could not be placed; at most a few of each."""
    lines = [_line(names.get(code, code), item) for code, one in known.items() for item in _odd(one, last)]
    more = [Text(f"en nog {len(lines) - _MOST}", f"and {len(lines) - _MOST} more")] if len(lines) > _MOST else []
    return [*lines[:_MOST], *more, *_unmapped(workspace, known, last)]


def _odd(one: History, last: int) -> list[Completeness]:
    return [item for item in one.completeness(last) if item.fullness in _ODD]


def _line(name: str, item: Completeness) -> Text:
    low, high = (item.expected.low, item.expected.high) if item.expected else (0, 0)
    said = item.fullness.label
    return Text(
        f"{name}, {item.table}: {item.received} regels, {said.nl} ({low} - {high})",
        f"{name}, {item.table}: {item.received} rows, {said.en} ({low} - {high})",
    )


def _unmapped(workspace: Workspace, known: Mapping[str, History], last: int) -> list[Text]:
    sessions = [
        one.session.manifest.session
        for history in known.values()
        for one in history.last_words
        if one.session.manifest.quarter == last
    ]
    rows = totals(unmapped(workspace, sessions).values())
    if not rows:
        return []
    subject, code, count = rows[0]
    total, words, when = sum(row[2] for row in rows), subject_words(subject), quarter(last).code
    return [
        Text(
            f"niet te plaatsen in {when}: {total} regels; het meest: {words.nl} ({code}), {count}",
            f"could not be placed in {when}: {total} rows; most of all: {words.en} ({code}), {count}",
        )
    ]
