"""The rules of the policies once more, by other code than the engine's: row by row, in exact fractions.

What a rule says of a count or an amount is kept with its figure, so that the attack asks for it; what it says of a
share or a derived figure is held against what is shown at once.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from math import ceil

from graadmeter.domain.areas import Area
from graadmeter.domain.cells import TOTAL
from graadmeter.domain.disclosure_rules import Contributor, Rule, RuleKind
from graadmeter.domain.indicators import AgeScope, Population, Unit
from graadmeter.domain.slices import UNKNOWN
from graadmeter.protect.audit.figures import Figure, Spot, What
from graadmeter.protect.audit.reading import Reading
from graadmeter.protect.audit.rows import Row
from graadmeter.protect.audit.shares import Part, Shares

_MONEY = (RuleKind.DOMINANCE, RuleKind.P_PERCENT)


class Rules:
    """The rules that hold for a release, and what they look at."""

    def __init__(self, rows: Sequence[Row], areas: Iterable[Area], shares: Shares, *, day: date, access: str) -> None:
        self.rows, self.shares = rows, shares
        self.level = {area.code: area.level for area in areas}
        self.day, self.access = day, access
        self._of_line: dict[int, list[Rule]] = {}
        asked = {rule.kind for row in rows for rule in self._rules(row)}
        people = rows if RuleKind.POPULATION in asked else ()
        self.people = _people(people)
        self.scopes: dict[str, list[AgeScope]] = {}
        for row in people:
            base = row.line.measure.share_of
            if isinstance(base, Population) and base.age not in self.scopes.setdefault(row.line.indicator, []):
                self.scopes[row.line.indicator].append(base.age)

    def apply(self, reading: Reading) -> None:
        """Asks every rule about every row."""
        for row in self.rows:
            for rule in self._rules(row):
                if rule.is_at(self.level[row.area]):
                    self._judge(reading, row, rule)

    def _rules(self, row: Row) -> list[Rule]:
        """The rules that are about the line of a row; the same line gives the same list, for there are many rows."""
        line = row.line
        if id(line) not in self._of_line:
            groups = line.top.dimension != TOTAL
            self._of_line[id(line)] = [
                rule
                for rule in line.policy.rules
                if rule.asks(line.indicator) and rule.holds(self.day, self.access)
                if groups or rule.kind is not RuleKind.GROUP
            ]
        return self._of_line[id(line)]

    def _judge(self, reading: Reading, row: Row, rule: Rule) -> None:
        if row.line.measure.is_derived:
            if row.shown is not None and self._forbids(row, rule):
                reading.wrong(row, f"regel {rule.kind} verbiedt het", f"rule {rule.kind} forbids it")
            return
        if rule.kind is RuleKind.BASE and row.line.below is not None and row.line.measure.share_of is not None:
            if row.shown is not None and row.whole is not None and 0 < row.whole < rule.numbers["persons"]:
                reading.wrong(row, "te weinig personen achter het cijfer", "too few persons behind the figure")
        elif rule.kind is RuleKind.REST:
            _judge_rest(reading, row, rule)
        for what in (row.line.top, row.line.below):
            figure = reading.figures.get(Spot(what, row.area, row.period)) if what is not None else None
            if figure is not None:
                self._judge_figure(reading, row, rule, figure)

    def _judge_figure(self, reading: Reading, row: Row, rule: Rule, figure: Figure) -> None:
        if rule.kind in _MONEY and figure.money and figure.truth:
            top = figure.spot.what == row.line.top
            figure.above = max(figure.above, self._above(figure, row if top else None, rule))
            figure.ruled |= figure.above > 0
        elif rule.kind is RuleKind.OWN_SHARE and figure.money and figure.spot.what == row.line.top:
            self._own(figure, row, rule)
        elif rule.kind is RuleKind.THRESHOLD and not figure.money:
            least = 1 if row.line.policy.zeros_shown else 0
            figure.ruled |= least <= figure.truth < rule.numbers["threshold"]
        elif rule.kind is RuleKind.POPULATION:
            what = figure.spot.what
            told = figure.truth != 0 or not row.line.policy.zeros_shown
            few = self._inhabitants(row) < rule.numbers["inhabitants"]
            figure.ruled |= what.dimension != TOTAL and rule.is_along(what.dimension) and told and few
        elif rule.kind is RuleKind.GROUP and figure.spot.what == row.line.top:
            _judge_group(reading, rule, figure)

    def _above(self, figure: Figure, row: Row | None, rule: Rule) -> int:
        """How far above the truth an amount must be possible; 0 when the rule allows it to be shown."""
        most = 0
        for kind in rule.among:
            part = None if row is None else self.shares.of(row, kind)
            if part is None or part.amount != figure.truth:
                figure.ruled = True
            else:
                most = max(most, lacking(part, rule))
        return most

    def _own(self, figure: Figure, row: Row, rule: Rule) -> None:
        for kind in (Contributor.PROVIDER, Contributor.HOLDING):  # a holding last: it knows what its providers know
            part = self.shares.of(row, kind) if kind in rule.among else None
            if part is not None and part.amount == figure.truth:
                figure.least = max(figure.least, min(part.largest[0], figure.truth) if figure.truth > 0 else 0)
                if figure.truth and part.largest[0] == part.whole:
                    figure.leader = f"{kind} {part.leader}"

    def _forbids(self, row: Row, rule: Rule) -> bool:
        """Whether a rule forbids a derived figure."""
        if rule.kind in {RuleKind.BASE, RuleKind.THRESHOLD}:
            least = rule.numbers["persons" if rule.kind is RuleKind.BASE else "threshold"]
            return row.contributors is None or row.contributors < least
        if rule.kind in _MONEY and row.line.top.of.of is Unit.EURO:
            parts = [self.shares.of(row, kind) for kind in rule.among]
            return any(part is None or lacking(part, rule) > 0 for part in parts)
        return rule.kind is RuleKind.MEAN and tells(row, rule.numbers["denominators"])

    def _inhabitants(self, row: Row) -> int:
        """Of the ages of the indicator's shares, else of the figure's own, else the fewest of any; -1: none known."""
        at = (row.area, row.period)
        for scope in (*self.scopes.get(row.line.indicator, ()), row.line.measure.count.age):
            if scope in self.people:
                return self.people[scope].get(at, -1)
        return min((known[at] for known in self.people.values() if at in known), default=-1)


def lacking(part: Part, rule: Rule) -> int:
    """How much more an amount would have to be for a rule on money to allow it, in cents; 0 when it does."""
    if rule.kind is RuleKind.DOMINANCE:
        largest = sum(part.largest[: rule.numbers["largest"]])
        return max(ceil(Fraction(100 * largest, rule.numbers["percent"]) - part.whole), 0)
    first, second, *_ = part.largest
    return max(ceil(Fraction(rule.numbers["percent"] * first, 100) - (part.whole - first - second)), 0)


def tells(row: Row, denominators: int) -> bool:
    """Whether a mean or a share computed from rows fits too few numbers of rows, tried sum by sum."""
    unit, rows = row.line.unit, int(row.denominator or row.contributors or 0)
    if row.value is None or not (unit.is_share or row.line.measure.statistic == "gemiddelde"):
        return False
    parts = unit.multiplier * 10**unit.decimals if unit.is_share else 1
    step = Fraction(1, parts)
    shown = Fraction(int(Fraction(row.value) * 10**unit.decimals + Fraction(1, 2)), parts)
    near = range(max(rows - denominators, 1), rows + denominators + 1)
    fits = 0
    for number in near:
        middle = int(shown * number)
        sums = (Fraction(sum_, number) for sum_ in range(middle - 1, middle + 2))
        fits += any(shown - step / 2 <= mean < shown + step / 2 for mean in sums)
    return fits < denominators


def _people(rows: Iterable[Row]) -> Mapping[AgeScope, dict[tuple[str, str], int]]:
    """Inhabitants by age scope, area and period, from shares of the population that is not split."""
    found: dict[AgeScope, dict[tuple[str, str], int]] = {}
    for row in rows:
        base, whole = row.line.measure.share_of, row.whole
        split = row.line.top.dimension in row.line.measure.split
        if isinstance(base, Population) and not split and whole and row.counted is not None:
            found.setdefault(base.age, {})[row.area, row.period] = whole
    return found


def _judge_rest(reading: Reading, row: Row, rule: Rule) -> None:
    """A share may not leave out too few: of a count that is asked by the attack, of the population it is seen here."""
    if not row.line.unit.is_share or row.whole is None or row.counted is None:
        return
    below = rule.numbers["below"]
    if row.line.below is not None:
        pair = Spot(row.line.top, row.area, row.period), Spot(row.line.below, row.area, row.period)
        reading.shares[pair] = max(reading.shares[pair], below)
    elif row.counted > 0 and 0 < row.whole - row.counted < below:
        reading.figures[Spot(row.line.top, row.area, row.period)].ruled = True


def _judge_group(reading: Reading, rule: Rule, figure: Figure) -> None:
    """Notes the members that hold everybody of a total, and the empty ones beside these."""
    what = figure.spot.what
    if what.dimension == TOTAL or what.member == UNKNOWN or not rule.is_along(what.dimension) or figure.is_sum:
        return
    total = reading.figures.get(replace_spot(figure.spot))
    if total is not None and 0 < total.truth < rule.numbers["below"]:
        if total.truth == figure.truth:
            reading.groups[total.spot, figure.spot] = None
        figure.may_be_zero |= figure.truth == 0


def replace_spot(spot: Spot) -> Spot:
    """The same place and time, not broken down."""
    return spot._replace(what=What(spot.what.of))
