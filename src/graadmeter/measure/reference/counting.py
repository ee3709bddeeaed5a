"""How many things there are in an area and a period, in a member of a dimension."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from graadmeter.catalogue.dimensions import dimension_members
from graadmeter.catalogue.indicator_counts import group_for
from graadmeter.catalogue.predicates import parse_predicate, parse_value
from graadmeter.domain.areas import Area, Level, unknown_wijk
from graadmeter.domain.indicators import Count, Moment, Unit
from graadmeter.domain.periods import Period
from graadmeter.domain.slices import (
    EXACT_MEMBERS,
    LAW_LETTERS,
    MOST_PROVISIONS,
    RESIDUAL,
    ROW_DIMENSIONS,
    UNKNOWN,
    summed_members,
)
from graadmeter.measure.reference.bases import is_aged
from graadmeter.measure.reference.predicate import amount, holds
from graadmeter.measure.reference.presence import Presence, presences
from graadmeter.measure.reference.region import Facts, Row


@dataclass(frozen=True)
class Counter:
    """Counts one `Count` in the facts."""

    facts: Facts
    count: Count
    known_periods: dict[Period, list[Presence]] = field(default_factory=dict, compare=False)
    """The rows that count in each period, looked up once."""

    @cached_property
    def present(self) -> list[Presence]:
        """Every row that counts in some quarter."""
        return presences(self.facts, self.count)

    def here(self, area: Area, period: Period, dimension: str = "", member: str = "") -> list[Presence]:
        """The rows that count in the area and the period and belong to the member of the dimension."""
        looked = looked_at(self.count, period)
        now = self._during(period)
        if dimension:
            now = [presence for presence in now if self._in_member(presence.row, dimension, member, period)]
        if area.level is Level.REGION:
            return now
        if area.level is Level.MUNICIPALITY:
            return [presence for presence in now if presence.gemeente == area.code]
        in_town = [presence for presence in now if presence.gemeente == area.parent]
        quarters: dict[object, set[int]] = {}
        for presence in in_town:
            quarters.setdefault(presence.thing, set()).update(presence.quarters & looked)
        return [p for p in in_town if self._wijk(p, quarters[p.thing]) == area.code]

    def _during(self, period: Period) -> list[Presence]:
        if period not in self.known_periods:
            looked = looked_at(self.count, period)
            self.known_periods[period] = [presence for presence in self.present if presence.quarters & looked]
        return self.known_periods[period]

    def _wijk(self, presence: Presence, quarters: Iterable[int]) -> str:
        """The wijk of the latest of these quarters in which it is known."""
        household = self.count.of is Unit.HOUSEHOLDS
        homes: Mapping[tuple[int, str, int], str] = self.facts.household_homes if household else self.facts.homes
        who = presence.thing if household else presence.row["persoon"]
        for quarter in sorted(quarters, reverse=True):
            home = homes.get((who, presence.gemeente, quarter))
            if home is not None:
                return home
        return unknown_wijk(presence.gemeente)

    def number(self, area: Area, period: Period, dimension: str = "", member: str = "") -> float:
        """How many distinct things (for euros: how many eurocents) there are."""
        if dimension in {"aantal_voorzieningen", "wettengroep"}:
            return self._with_all_together(area, period, dimension, member)
        if member in EXACT_MEMBERS.get(dimension, {}):
            return self._with_only(area, period, dimension, member)
        found = self.here(area, period, dimension, member)
        return self.amount_of(found)

    def amount_of(self, found: Iterable[Presence]) -> float:
        """How many distinct things these rows are about, or what their values add up to."""
        if self.count.value or self.count.of is Unit.EURO:
            return float(sum(self.values(found)))
        return float(len({presence.thing for presence in found}))

    def belongs(self, row: Row, dimension: str, member: str) -> bool:
        """Whether the row belongs to the member of a dimension that does not change over time."""
        period = Period(self.facts.region.first_quarter, self.facts.region.first_quarter)
        return self._in_member(row, dimension, member, period)

    def values(self, found: Iterable[Presence]) -> list[int]:
        """The known values of these rows, in ascending order."""
        tree = parse_value(self.count.value or "bedrag_cent")
        amounts = [amount(tree, presence.row) for presence in found]
        return sorted(value for value in amounts if value is not None)

    def _in_member(self, row: Row, dimension: str, member: str, period: Period) -> bool:
        group = group_for(self.count, dimension, member)
        if group is None:
            return in_member(row, dimension, member, period)
        if group.waited is not None:
            least, most = group.waited
            waited = (period.last_day - row[self.count.start]).days
            return least <= waited and (most is None or waited < most)
        return holds(parse_predicate(group.where), row)

    def _with_all_together(self, area: Area, period: Period, dimension: str, member: str) -> float:
        kinds: dict[object, set[tuple[str, str, str]]] = {}
        for presence in self.here(area, period):
            row = presence.row
            kinds.setdefault(presence.thing, set()).add((row["wet"], row["soort"], row["voorziening"]))
        wanted = summed_members(dimension, member) or (member,)
        return float(sum(composition(own, dimension) in wanted for own in kinds.values()))

    def _with_only(self, area: Area, period: Period, dimension: str, member: str) -> float:
        codes: dict[object, set[str]] = {}
        for presence in self.here(area, period):
            codes.setdefault(presence.thing, set()).add(presence.row[ROW_DIMENSIONS[dimension]])
        return float(sum(own == EXACT_MEMBERS[dimension][member] for own in codes.values()))

    def largest(self, area: Area, period: Period, top: int) -> tuple[dict[str, int], int]:
        """The things per provider of the `top` largest, and how many different things these have together."""
        clients: dict[str, set[object]] = {}
        for presence in self.here(area, period):
            if presence.row["aanbieder"] is not None:
                clients.setdefault(presence.row["aanbieder"], set()).add(presence.thing)
        ranked = sorted(clients, key=lambda code: (-len(clients[code]), code))[:top]
        together = set().union(*(clients[code] for code in ranked))
        return {code: len(clients[code]) for code in ranked}, len(together)


def looked_at(count: Count, period: Period) -> set[int]:
    """The quarters of a period in which what is counted must be present: of a stock only the first or the last."""
    if count.moment is Moment.AT_START:
        return {period.first}
    return {period.last} if count.moment.is_stock else set(period.quarters)


def composition(kinds: set[tuple[str, str, str]], dimension: str) -> str:
    """The member of aantal_voorzieningen or wettengroep for these kinds of provision (wet, soort, voorziening)."""
    if dimension == "aantal_voorzieningen":
        return f"{MOST_PROVISIONS}+" if len(kinds) >= MOST_PROVISIONS else str(len(kinds))
    laws = {law for law, _, _ in kinds}
    return "".join(letter for law, letter in LAW_LETTERS.items() if law in laws)


def in_member(row: Row, dimension: str, member: str, period: Period) -> bool:
    """Whether the row belongs to the member of the dimension in the period."""
    if not dimension:
        return True
    if dimension == "leeftijdsgroep":
        return age_group(row["geboortejaar"], period.year) == member
    value = row[ROW_DIMENSIONS.get(dimension, dimension)]
    residual = RESIDUAL.get(dimension)
    if residual is not None and value not in dimension_members()[dimension]:
        value = residual
    return bool(value == member)


def age_group(born: int | None, year: int) -> str:
    """The group of the age on 31 December of the year before; `onbekend` without a year of birth."""
    if born is None:
        return UNKNOWN
    age = max(0, year - 1 - born)
    groups = [code for code in dimension_members()["leeftijdsgroep"] if code != UNKNOWN]
    return next((code for code in groups if is_aged(age, code)), "")
