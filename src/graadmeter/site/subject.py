"""An indicator within a release: which series leads, its figures as the charts take them, its periods."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property

from graadmeter.charts.datum import Datum, with_interval
from graadmeter.charts.dots_shape import DotRow
from graadmeter.domain.areas import Area, Level
from graadmeter.domain.cells import DIMENSIONS
from graadmeter.domain.member_groups import members_of
from graadmeter.domain.periods import PeriodType
from graadmeter.domain.status import CellStatus
from graadmeter.site.cell_index import Slice
from graadmeter.site.published import TOGETHER, Definition, Published, Series

_MARKS = {PeriodType.YEAR: "JJ", PeriodType.HALF_YEAR: "HJ", PeriodType.QUARTER: "KW"}
"""How the codes of each kind of period are marked, the longest kind first."""

SEASONS = {PeriodType.YEAR: 1, PeriodType.HALF_YEAR: 2, PeriodType.QUARTER: 4}
"""Periods in a year."""

_UNTOLD = frozenset({CellStatus.NOT_DELIVERED, CellStatus.NOT_APPLICABLE})


@dataclass(frozen=True)
class Subject:
    """One indicator of one release; what leads is worked out once."""

    published: Published
    definition: Definition

    @cached_property
    def main(self) -> Series:
        """The series that areas are compared on: a share of, or within, what the leading series counts; else that one.

        A share of which nothing says what it is a share of is never put in the place of the figure that leads.
        """
        lead = self.lead
        shares = [one for one in self._whole if one.unit.is_share and lead.counted in {one.counted, one.base_counted}]
        return lead if lead.unit.is_share or not shares or not shares[0].base else shares[0]

    @cached_property
    def lead(self) -> Series:
        """The series whose figure the lead sentence gives: the first that has figures."""
        return self._whole[0]

    @cached_property
    def beside(self) -> dict[str, list[tuple[Area, DotRow]]]:
        """By language and reference the areas compared with it, none chosen; kept since many pages show them."""
        return {}

    @cached_property
    def _now(self) -> dict[str, Datum]:
        return {}

    def now(self, area: Area) -> Datum:
        """The figure of an area that is compared, at the last period; looked up once, since many pages show it."""
        found = self._now.get(area.code)
        if found is None:
            found = self._now[area.code] = self.datum(self.main, area, self.latest)
        return found

    @cached_property
    def in_parts(self) -> bool:
        """Whether the figure is given broken down only, never as a whole."""
        return not any(self.periods(series, kind) for series in self.definition.series for kind in _MARKS)

    @cached_property
    def kind(self) -> PeriodType:
        """The longest kind of period with figures: years, unless the region has not completed or delivered one."""
        for given in (self.told, self.periods, self._of_parts):
            found = (kind for kind in _MARKS if any(given(series, kind) for series in self.definition.series))
            kind = next(found, None)
            if kind is not None:
                return kind
        return PeriodType.YEAR

    @cached_property
    def timeline(self) -> tuple[str, ...]:
        """The codes of the periods of that kind, from the first to the last that was delivered for the region.

        All of them when none was delivered; those of the parts when there is no figure as a whole.
        """
        for given in (self.told, self.periods, self._of_parts):
            found = given(self.main, self.kind)
            if found:
                return tuple(found)
        return ()

    @property
    def latest(self) -> str:
        """The code of the last of these periods, '' when there is none."""
        return self.timeline[-1] if self.timeline else ""

    @property
    def before(self) -> str:
        """The code of the same period a year earlier, '' when there is none."""
        back = SEASONS[self.kind] + 1
        return self.timeline[-back] if len(self.timeline) >= back else ""

    @cached_property
    def delivered(self) -> bool:
        """Whether the region has ever been able to count it."""
        return self.in_parts or bool(self.told(self.main, self.kind))

    @property
    def after(self) -> list[str]:
        """The codes of later periods of that kind that were not delivered."""
        every = self._parts_of(self.main, self.kind) if self.in_parts else self.periods(self.main, self.kind)
        return [code for code in every if code > self.latest]

    @property
    def by_municipality(self) -> bool:
        """Whether it is counted for municipalities, and not for the region only."""
        return Level.MUNICIPALITY in self.definition.levels

    @cached_property
    def comparable(self) -> bool:
        """Whether municipalities can be compared: the leading series is a share, and of the same everywhere.

        The ten largest providers are not: each area has its own ten, and those of the region never have a larger share
        than those of a municipality, so that all would seem to be above it. Nor is what is counted for the region only.
        """
        given = self.by_municipality and self.delivered and not self.in_parts
        return given and self.main.unit.is_share and TOGETHER not in dict(self.main.fixed).values()

    def whole(self, series: Series) -> bool:
        """Whether a series is also given not broken down."""
        return series in self._whole

    @cached_property
    def wholes(self) -> tuple[Series, ...]:
        """The series that are given not broken down, in the order of the definition."""
        return tuple(series for series in self.definition.series if self.periods(series, self.kind))

    @property
    def _whole(self) -> tuple[Series, ...]:
        return self.wholes or self.definition.series

    def periods(self, series: Series, kind: PeriodType) -> list[str]:
        """The codes of the periods of a kind for which the region has a figure."""
        found = self.published.cells.periods(
            self.definition.id, series.unit, self.published.region.code, self.slice(series)
        )
        return [code for code in found if _MARKS[kind] in code]

    def told(self, series: Series, kind: PeriodType) -> list[str]:
        """The codes of the periods of a kind from the first to the last for which the region's figure was delivered."""
        region, codes = self.published.region, self.periods(series, kind)
        given = [
            at
            for at, code in enumerate(codes)
            if self.datum(series, region, code).status is not CellStatus.NOT_DELIVERED
        ]
        return codes[given[0] : given[-1] + 1] if given else []

    def _of_parts(self, series: Series, kind: PeriodType) -> list[str]:
        """The codes of the periods with parts, from the first to the last of which one is told; all when none is."""
        codes = self._parts_of(series, kind)
        given = [at for at, code in enumerate(codes) if self._part_told(series, code)]
        return codes[given[0] : given[-1] + 1] if given else codes

    def _part_told(self, series: Series, period: str) -> bool:
        """Whether a part of the region has a figure, or one that is hidden."""
        return any(one.status not in _UNTOLD for one in self._part_data(series, self.published.region, period))

    def parts_now(self, area: Area) -> list[Datum]:
        """The figures of the parts of an area at the last period, where it is given in parts."""
        return [one for series in self.definition.series for one in self._part_data(series, area, self.latest)]

    def _part_data(self, series: Series, area: Area, period: str) -> Iterator[Datum]:
        for dimension in series.breakdowns:
            for code in self.members(series, area, period, dimension):
                yield self.datum(series, area, period, (dimension, code))

    def _parts_of(self, series: Series, kind: PeriodType) -> list[str]:
        found = self.published.cells.when(self.definition.id, series.unit, self.published.region.code)
        return [code for code in found if _MARKS[kind] in code]

    def slice(self, series: Series, *member: tuple[str, str]) -> Slice:
        """The slice of a series, broken down by at most one member of a dimension."""
        return _slice(series.fixed, member)

    def datum(self, series: Series, area: Area, period: str, *member: tuple[str, str]) -> Datum:
        """A figure with its interval; not_applicable when the release has no such cell."""
        found = self._datum(series, area, period, *member)
        return replace(found, rounded=True) if self.definition.off and found.value == 0 else found

    def _datum(self, series: Series, area: Area, period: str, *member: tuple[str, str]) -> Datum:
        cell = self.published.cells.get(
            self.definition.id, series.unit, area.code, (period, self.slice(series, *member))
        )
        if cell is None:
            return Datum(series.unit, None, CellStatus.NOT_APPLICABLE)
        if not series.base and series.unit.is_share:
            return Datum(series.unit, cell.value, cell.status)
        if not series.unit.is_share:
            return with_interval(series.unit, cell.value, cell.status)
        place = (area, period)
        count, base = self._number(series.counted, place, *member), self._number(series.base_counted, place)
        return with_interval(series.unit, cell.value, cell.status, count, base=base)

    def members(self, series: Series, area: Area, period: str, dimension: str) -> list[str]:
        """The members of a dimension that the release has for an area and period, in their order of meaning."""
        wanted = len(series.fixed) + 1
        found = set()
        for at in self.published.cells.slices(self.definition.id, series.unit, area.code, period):
            named = dict(at)
            if len(at) == wanted and dimension in named and set(series.fixed) < set(at):
                found.add(named[dimension])
        names = self.published.codes.get(dimension, {})
        known = list(names)

        def order(code: str) -> tuple[bool, int, int, bool, str]:
            """A group of members stands right after the last of them."""
            group = members_of(code)
            last = group[-1] if group else code
            unknown = last in names and "onbekend" in names[last].nl
            return (unknown, len(last), known.index(last) if last in names else 0, bool(group), code)

        return sorted(found - {TOGETHER}, key=order)

    def _number(self, counted: str, place: tuple[Area, str], *member: tuple[str, str]) -> float | None:
        """The published number of what a share is made of, if it is among the series and shown."""
        area, period = place
        for series in self.definition.series:
            if not series.unit.is_count or series.method or series.counted != counted:
                continue
            at = (period, self.slice(series, *member))
            cell = self.published.cells.get(self.definition.id, series.unit, area.code, at)
            if cell is not None and cell.value is not None and cell.status.has_value:
                return cell.value
        return None


@cache
def _slice(fixed: Slice, member: Slice) -> Slice:
    """Both together, in the order of dimensions."""
    return tuple(sorted({**dict(fixed), **dict(member)}.items(), key=lambda item: DIMENSIONS.index(item[0])))
