"""Derives afresh, from the definitions and the areas, which sums everybody knows to hold between counts."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from graadmeter.domain.areas import Area, Level
from graadmeter.domain.cells import TOTAL
from graadmeter.domain.indicators import Count, Indicator, Measure
from graadmeter.domain.member_groups import members_of
from graadmeter.domain.slices import COMPOSITION_DIMENSIONS, SUMMED
from graadmeter.protect.audit.figures import Figure, Spot, What

SHORTER = {
    "JJ00": (("HJ01", "HJ02"), ("KW01", "KW02", "KW03", "KW04")),
    "HJ01": (("KW01", "KW02"),),
    "HJ02": (("KW03", "KW04"),),
}
"""What a period is divided into within its year: a year into halves and, of some indicators, only into quarters."""


class Sum(NamedTuple):
    """`parts` and `whole`, and how they are tied: 'same' difference as now, parts 'cover' the whole, or a 'rest'."""

    kind: str
    tie: str
    whole: Figure
    parts: tuple[Figure, ...]
    about: str
    """Dimension, area or period the sum runs over."""
    beside: tuple[Figure, ...] = ()
    """What stands beside the whole: the parts are the sum of all of these."""

    @property
    def over(self) -> int:
        """What the parts have more than the whole and what is beside it."""
        return sum(part.truth for part in self.parts) - sum(one.truth for one in self.wholes)

    @property
    def wholes(self) -> tuple[Figure, ...]:
        """The whole and what is beside it."""
        return (self.whole, *self.beside)


class Sums:
    """Derives sums between the counts of one year."""

    def __init__(
        self, figures: Mapping[Spot, Figure], indicators: Mapping[str, Indicator], areas: Sequence[Area]
    ) -> None:
        self.figures = figures
        self.children: dict[str, list[str]] = defaultdict(list)
        for area in areas:
            if area.level is Level.WIJK_GROUP:
                self.children[area.code] += area.parts
            else:
                self.children[area.parent].append(area.code)
        self.level = {area.code: area.level for area in areas}
        self.additive: dict[Count, set[str]] = defaultdict(set)
        self.top: dict[Count, str] = {}
        for indicator in indicators.values():
            for measure in (one for one in indicator.measures if not one.is_derived):
                self._declare({*indicator.additive, *measure.additive}, measure)
        self.tracks: dict[What, dict[tuple[str, str], Figure]] = defaultdict(dict)
        for figure in figures.values():
            self.tracks[figure.spot.what][figure.spot.area, figure.spot.period] = figure
        self.members: dict[What, dict[tuple[str, str], dict[str, list[Figure]]]] = defaultdict(dict)
        """Of each total, by area and period and then by dimension."""
        self.groups: list[Figure] = []
        self._gather_members()

    def _gather_members(self) -> None:
        broken = {what: What(what.of) for what in self.tracks if what.dimension != TOTAL}
        groups = {what for what in broken if parts_of(what)}
        for figure in self.figures.values():
            what, area, period = figure.spot
            if what in groups:
                self.groups.append(figure)
            elif what in broken:
                by_dimension = self.members[broken[what]].setdefault((area, period), {})
                by_dimension.setdefault(what.dimension, []).append(figure)

    def _declare(self, declared: set[str], measure: Measure) -> None:
        self.additive[measure.count] |= declared
        if measure.minus is not None:
            self.additive[measure.minus] |= declared
        if isinstance(measure.share_of, Count):
            self.additive[measure.share_of] |= declared & {"period"}
        if measure.top is not None:
            self.top[measure.count] = f"top{measure.top}"

    def all(self) -> Iterator[Sum]:
        """Every sum over areas, dimensions and periods that the definitions tell."""
        for figure in self.figures.values():
            yield from self._over_areas(figure)
            yield from self._over_periods(figure)
            what, area, period = figure.spot
            for dimension, parts in self.members.get(what, {}).get((area, period), {}).items():
                yield from self._over_members(figure, dimension, parts)
        for group in self.groups:
            yield from self._over_group(group)

    def _over_areas(self, whole: Figure) -> Iterator[Sum]:
        what, area, period = whole.spot
        parts = self._present(what, [(code, period) for code in self.children.get(area, ())])
        if not parts:
            return
        if self.level[area] is Level.REGION and not self._leaves_unlisted(whole, parts):
            if not whole.truth or any(part.truth for part in parts):
                yield Sum("areas", "same", whole, parts, area)
            return
        yield from _complete("areas", whole, parts, area)

    def _leaves_unlisted(self, region: Figure, towns: tuple[Figure, ...]) -> bool:
        """Whether a provider has more clients than where it is listed: it is not among the largest everywhere."""
        what, area, _ = region.spot
        some = what.dimension != TOTAL and what.of in self.top and len(towns) < len(self.children[area])
        return some and sum(town.truth for town in towns) < region.truth

    def _over_members(self, whole: Figure, dimension: str, parts: list[Figure]) -> Iterator[Sum]:
        count = whole.spot.what.of
        if dimension in self.additive[count]:
            yield from _complete("members", whole, tuple(parts), dimension)
            return
        joint = [part for part in parts if part.spot.what.member == self.top.get(count)]
        alone = tuple(part for part in parts if part not in joint)
        if count not in self.top:
            yield Sum("members", "cover", whole, tuple(parts), dimension)
        for part in parts:
            yield Sum("member", "cover", part, (whole,), dimension)
        for together in joint:
            if alone:
                yield Sum("largest", "cover", together, alone, dimension)
            for part in alone:
                yield Sum("largest", "cover", part, (together,), dimension)

    def _over_group(self, group: Figure) -> Iterator[Sum]:
        """A group of members, or a member that is a sum, is that of those that are counted, and within the total."""
        what, area, period = group.spot
        each = [what._replace(member=one) for one in parts_of(what)]
        if what.member in SUMMED.get(what.dimension, ()):
            for total in self._present(What(what.of), [(area, period)]):
                yield Sum("member", "cover", group, (total,), what.dimension)
        inside = tuple(part for one in each for part in self._present(one, [(area, period)]))
        if inside:
            yield from _complete("members", group, inside, what.dimension)

    def _over_periods(self, whole: Figure) -> Iterator[Sum]:
        """A period and its halves; where these are not both there, a year and its quarters as well."""
        what, area, period = whole.spot
        for names in SHORTER.get(period[4:], ()):
            parts = self._present(what, [(area, period[:4] + name) for name in names])
            yield from self._over_period(whole, parts, complete=len(parts) == len(names))
            if len(parts) == len(names):
                return

    def _over_period(self, whole: Figure, parts: tuple[Figure, ...], *, complete: bool) -> Iterator[Sum]:
        what, area, period = whole.spot
        if "period" in self.additive[what.of]:
            if complete and sum(part.truth for part in parts) == whole.truth:
                yield Sum("periods", "same", whole, parts, period)
        elif what.dimension not in COMPOSITION_DIMENSIONS:
            if complete:
                yield Sum("periods", "cover", whole, parts, period)
            if self.level[area] not in {Level.WIJK, Level.WIJK_GROUP}:
                for part in parts:
                    yield Sum("period", "cover", part, (whole,), period)

    def _present(self, what: What, places: Sequence[tuple[str, str]]) -> tuple[Figure, ...]:
        track = self.tracks.get(what, {})
        return tuple(track[at] for at in places if at in track)


def parts_of(what: What) -> tuple[str, ...]:
    """The names of what a count is made up of by its own name: a merged group, or 'two or more'."""
    return SUMMED.get(what.dimension, {}).get(what.member, ()) or members_of(what.member)


def _complete(kind: str, whole: Figure, parts: tuple[Figure, ...], about: str) -> Iterator[Sum]:
    over = sum(part.truth for part in parts) - whole.truth
    yield Sum(kind, "same" if over == 0 else ("cover" if over > 0 else "rest"), whole, parts, about)
