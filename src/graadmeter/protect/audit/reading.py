"""From rows to counts: what an outsider knows of each count, and what is wrong with the cells at first sight."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Text
from graadmeter.protect.audit.figures import Figure, Spot, What
from graadmeter.protect.audit.rows import Row


@dataclass
class Reading:
    """All counts behind a table of cells, and the mistakes in it."""

    figures: dict[Spot, Figure] = field(default_factory=dict)
    shares: dict[tuple[Spot, Spot], bool] = field(default_factory=dict)
    """Which count is given as a share of which, and whether the policy forbids a small rest."""
    mistakes: list[Text] = field(default_factory=list)

    def wrong(self, row: Row, nl: str, en: str) -> None:
        """Notes a mistake at a row."""
        where = f"{row.line.indicator} {row.line.unit} {row.line.top.member} {row.area} {row.period}"
        self.mistakes.append(Text(f"{where}: {nl}", f"{where}: {en}"))


def read(rows: Iterable[Row]) -> Reading:
    """The counts in the rows, each with what is published of it."""
    reading = Reading()
    known = list(rows)
    for row in known:
        if row.counted is not None:
            _take_count(reading, row, row.counted)
            _take_whole(reading, row)
    for top, below in reading.shares:
        figure, whole = reading.figures[top], reading.figures[below]
        figure.ceiling = min(figure.ceiling, whole.ceiling)
    for row in known:
        _check(reading, row)
    return reading


def _figure(reading: Reading, row: Row, what: What, truth: int) -> Figure:
    spot = Spot(what, row.area, row.period)
    if spot not in reading.figures:
        reading.figures[spot] = Figure(spot, truth, row.line.policy, row.line.indicator)
    figure = reading.figures[spot]
    if figure.truth != truth:
        reading.wrong(row, "twee rijen spreken elkaar tegen", "two rows contradict each other")
    return figure


def _take_count(reading: Reading, row: Row, truth: int) -> None:
    figure = _figure(reading, row, row.line.top, truth)
    if row.line.unit.is_share:
        if row.line.below is None and row.whole:
            figure.ceiling = min(figure.ceiling, row.whole)
        return
    figure.printed = True
    figure.known = row.shown is not None
    if figure.money:
        rule, persons, providers = row.line.policy.money, row.contributors, row.providers
        unknown = persons is None or providers is None
        figure.few = unknown or (persons or 0) < rule.persons or (providers or 0) < rule.providers


def _take_whole(reading: Reading, row: Row) -> None:
    if row.line.below is not None and row.whole is not None:
        whole = _figure(reading, row, row.line.below, row.whole)
        reading.shares[Spot(row.line.top, row.area, row.period), whole.spot] = row.line.policy.complement


def _check(reading: Reading, row: Row) -> None:
    """The mistakes that one row shows by itself; a shown share makes both its counts known."""
    if row.shown is None:
        if row.value is not None and row.status != CellStatus.SUPPRESSED:
            reading.wrong(row, "geen waarde en niet afgeschermd", "no value and not hidden")
        return
    if row.value is None or row.counted is None or row.status == CellStatus.SUPPRESSED:
        reading.wrong(row, "een waarde waar geen waarde hoort", "a value where none belongs")
    elif row.line.unit.is_share:
        _check_share(reading, row, row.counted)
    elif round(row.shown * row.line.scale) != row.counted:
        reading.wrong(row, "de waarde is niet de gemeten waarde", "the value is not the measured one")


def _check_share(reading: Reading, row: Row, count: int) -> None:
    spots = [Spot(what, row.area, row.period) for what in (row.line.top, row.line.below) if what is not None]
    for figure in (reading.figures[spot] for spot in spots):
        if figure.printed and not figure.known:
            reading.wrong(row, "aandeel van een afgeschermd aantal", "share of a hidden count")
        figure.known = True
    exact = Decimal(row.line.unit.multiplier * count) / Decimal(row.whole or 1)
    if Decimal(str(row.shown)) != exact.quantize(Decimal("0.1"), ROUND_HALF_UP):
        reading.wrong(row, "het aandeel is niet op één decimaal", "the share is not rounded to one decimal")
    rest = (row.whole or 0) - count
    if row.line.below is None and row.line.policy.complement and count and 0 < rest < row.line.policy.threshold:
        reading.wrong(row, "bijna iedereen hoort erbij", "nearly everybody is part of it")


def small_shown(reading: Reading) -> list[Text]:
    """Counts and amounts that are known although they are too small to be."""
    few = [figure.name for figure in reading.figures.values() if figure.known and figure.sensitive]
    return [Text(f"{name}: te klein om te tonen", f"{name}: too small to show") for name in few]
