"""From rows to counts: what an outsider knows of each count, and what is wrong with the cells at first sight."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal

from graadmeter.domain.indicators import METHOD_DIMENSIONS, Unit
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Text
from graadmeter.protect.audit.figures import Figure, Spot, What
from graadmeter.protect.audit.rows import Row

_ROUNDING = Decimal("1e-9")
"""What a figure may lose on its way to text."""
_TOTAL_AND_SQUARES = 2
"""Sums over providers that a figure of concentration and the count under it tell."""
_UNSEEN = (CellStatus.SUPPRESSED, CellStatus.MERGED)


@dataclass
class Reading:
    """All counts behind a table of cells, and the mistakes in it."""

    figures: dict[Spot, Figure] = field(default_factory=dict)
    shares: dict[tuple[Spot, Spot], int] = field(default_factory=dict)
    """Which count is given as a share of which, and below what a rest is too small; 0: any may be known."""
    groups: dict[tuple[Spot, Spot], None] = field(default_factory=dict)
    """The totals that one member holds everybody of, which nobody may know."""
    mistakes: list[Text] = field(default_factory=list)

    def wrong(self, row: Row, nl: str, en: str) -> None:
        """Notes a mistake at a row."""
        where = f"{row.line.indicator} {row.line.unit} {row.line.top.member} {row.area} {row.period}"
        self.mistakes.append(Text(f"{where}: {nl}", f"{where}: {en}"))


def read(rows: Iterable[Row]) -> Reading:
    """The counts in the rows, each with what is published of it."""
    reading = Reading()
    every = list(rows)
    known = [row for row in every if not row.line.measure.is_derived]
    for row in known:
        if row.counted is not None:
            _take_count(reading, row, row.counted)
            _take_whole(reading, row)
    for top, below in reading.shares:
        figure, whole = reading.figures[top], reading.figures[below]
        figure.ceiling = min(figure.ceiling, whole.ceiling)
    for row in known:
        _check(reading, row)
    for row in every:
        if row.line.measure.is_derived:
            _check_derived(reading, row)
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
    figure.told |= row.status not in _UNSEEN
    if row.line.measure.tells_persons:
        figure.few = _few(row)
        figure.persons = row.contributors
    if row.line.measure.of_two:
        if row.line.unit.is_share and row.line.below is None and row.whole:
            figure.ceiling = min(figure.ceiling, row.whole)
            figure.ruled |= row.line.policy.complement and _leaves_few(row, truth, row.whole)
        return
    figure.merged |= row.status == CellStatus.MERGED
    figure.printed |= row.status != CellStatus.MERGED  # perhaps by several indicators: shown by one of them is known
    figure.known |= row.shown is not None


def _leaves_few(row: Row, truth: int, inhabitants: int) -> bool:
    """Whether the count leaves out so few of the inhabitants, whom everybody knows, that it tells of these."""
    return truth > 0 and 0 < inhabitants - truth < row.line.policy.threshold


def _few(row: Row) -> bool:
    """Whether too few persons or providers are behind the figure, or it is not known how many."""
    rule, money = row.line.policy, row.line.top.of.of is Unit.EURO
    least = rule.money.persons if money else rule.threshold
    few_persons = row.contributors is None or row.contributors < least
    providers = _providers_needed(row)
    return few_persons or (providers > 0 and (row.providers is None or row.providers < providers))


def _providers_needed(row: Row) -> int:
    """How many providers must be behind a figure; each sum that is known takes one away."""
    money = row.line.policy.money.providers
    if row.line.measure.method == "concentratie":
        return money + _TOTAL_AND_SQUARES
    return money if row.line.top.of.of is Unit.EURO else 0


def _tells_few(row: Row) -> bool:
    """Whether a share says that from 1 to below the threshold count, or that so few do not."""
    line, least = row.line, row.line.policy.threshold
    if not line.unit.is_share or not row.denominator or row.value is None:
        return False
    above = round(row.value * row.denominator / line.unit.multiplier)
    below = round(row.denominator) - above
    return 0 < above < least or (line.policy.complement and 0 < below < least)


def _take_whole(reading: Reading, row: Row) -> None:
    if row.line.below is not None and row.whole is not None:
        whole = _figure(reading, row, row.line.below, row.whole)
        whole.told |= row.status not in _UNSEEN
        if not row.line.unit.is_share:
            return
        policy = row.line.policy
        below = policy.threshold if policy.complement else 0
        reading.shares[Spot(row.line.top, row.area, row.period), whole.spot] = below


def _check(reading: Reading, row: Row) -> None:
    """The mistakes that one row shows by itself; a shown share makes both its counts known."""
    if row.shown is None:
        if row.value is not None and row.status not in _UNSEEN:
            reading.wrong(row, "geen waarde en niet afgeschermd", "no value and not hidden")
        return
    if row.value is None or row.counted is None or row.status in _UNSEEN:
        reading.wrong(row, "een waarde waar geen waarde hoort", "a value where none belongs")
    elif row.line.measure.of_two:
        _check_two(reading, row, row.counted)
    elif round(row.shown * row.line.scale) != row.counted:
        reading.wrong(row, "de waarde is niet de gemeten waarde", "the value is not the measured one")


def _check_two(reading: Reading, row: Row, count: int) -> None:
    """A figure of two counts tells both: neither may be hidden, and it must follow from them."""
    spots = [Spot(what, row.area, row.period) for what in (row.line.top, row.line.below) if what is not None]
    for figure in (reading.figures[spot] for spot in spots):
        if (figure.printed or figure.merged) and not figure.known:
            reading.wrong(row, "aandeel van een afgeschermd aantal", "share of a hidden count")
        figure.known = True
    if Decimal(str(row.shown)) != from_counts(row, count):
        if row.line.unit.is_share:
            reading.wrong(row, "het aandeel is niet op één decimaal", "the share is not rounded to one decimal")
        else:
            reading.wrong(row, "het cijfer volgt niet uit de aantallen", "the figure does not follow from the counts")
    rest = (row.whole or 0) - count
    alone = row.line.unit.is_share and row.line.below is None
    if alone and row.line.policy.complement and count and 0 < rest < row.line.policy.threshold:
        reading.wrong(row, "bijna iedereen hoort erbij", "nearly everybody is part of it")


def from_counts(row: Row, count: int) -> Decimal:
    """A figure of two counts as it is published when nothing is hidden."""
    if row.line.measure.minus is not None:
        return Decimal(count - (row.whole or 0))
    exact = Decimal(row.line.unit.multiplier * count) / Decimal((row.whole or 1) * row.line.scale)
    return exact.quantize(Decimal(1).scaleb(-row.line.unit.decimals), ROUND_HALF_UP)


def _check_derived(reading: Reading, row: Row) -> None:
    """What is computed from rows: enough persons behind it, no hidden count under it, and rounded."""
    if row.shown is None:
        return
    if row.value is None or row.status in _UNSEEN:
        reading.wrong(row, "een waarde waar geen waarde hoort", "a value where none belongs")
        return
    if _few(row):
        reading.wrong(
            row, "te weinig personen of aanbieders achter het cijfer", "too few persons or providers behind the figure"
        )
    if _tells_few(row):
        reading.wrong(row, "zegt dat het om te weinig personen gaat", "says that it is about too few persons")
    top = row.line.top
    at = (top.dimension, top.member) if top.dimension not in METHOD_DIMENSIONS else ()
    for count in row.line.measure.counts:
        what = What(replace(count, value=""), *at)
        figure = reading.figures.get(Spot(what, row.area, row.period))
        if figure is not None and (figure.printed or figure.merged) and not figure.known:
            reading.wrong(row, "rust op een afgeschermd aantal", "rests on a hidden count")
    unit = Decimal(1).scaleb(-row.line.unit.decimals)
    if abs(Decimal(str(row.shown)) - Decimal(row.value)) > unit / 2 + _ROUNDING:
        reading.wrong(row, "de waarde is niet de gemeten waarde", "the value is not the measured one")


def small_shown(reading: Reading) -> list[Text]:
    """Counts and amounts that are known although they are too small to be."""
    few = [figure.name for figure in reading.figures.values() if figure.known and figure.sensitive]
    return [Text(f"{name}: te klein om te tonen", f"{name}: too small to show") for name in few]
