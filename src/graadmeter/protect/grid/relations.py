"""The sums that hold between the published counts of one family in one year. docs/protection-sums.md lists them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from graadmeter.domain.areas import Area, Level
from graadmeter.domain.cells import TOTAL
from graadmeter.domain.indicators import Count
from graadmeter.domain.periods import Period
from graadmeter.domain.slices import summed_members
from graadmeter.protect.arrays import Bools, Ints
from graadmeter.protect.grid.additivity import Additivity
from graadmeter.protect.grid.composed import Composed
from graadmeter.protect.grid.flows import Flow, Places, flows, halves, quarters
from graadmeter.protect.grid.lines import Series
from graadmeter.protect.grid.ties import Ties

TOP = "top"
"""How the code of the largest providers together begins."""


class Relations:
    """Derives sums from a cube of cell numbers: series x area x period, -1 where there is no cell."""

    def __init__(
        self,
        ties: Ties,
        cube: Ints,
        *,
        series: Sequence[Series],
        areas: Sequence[Area],
        periods: Sequence[Period],
        declared: Mapping[Count, Additivity],
        composed: Sequence[Composed] = (),
    ) -> None:
        self.ties = ties
        self.cube = cube
        self.series = series
        self.areas = areas
        self.periods = periods
        self.declared = declared
        self.composed = composed
        """Sums that the figures show, by the places of these series."""

    def derive(self) -> None:
        """Adds every sum over areas, dimensions and periods, and between counts."""
        self._over_areas()
        self._over_dimensions()
        self._over_groups()
        self._over_periods()
        for one in self.composed:
            self._over_composed(one)
        for flow in flows(self.series):
            self._over_flow(flow)

    def _over_areas(self) -> None:
        place = {area.code: number for number, area in enumerate(self.areas)}
        for area in self.areas:
            inside = [part.code for part in self.areas if part.parent == area.code and not part.parts]
            parts = [place[code] for code in (area.parts or inside)]
            if parts:
                whole = self.cube[:, place[area.code], :].ravel()
                within = np.moveaxis(self.cube[:, parts, :], 1, 2).reshape(len(whole), -1)
                if area.level is Level.REGION:
                    some = self._some_are_unlisted(whole, within)
                    self.ties.areas(whole[~some], within[~some])
                    self.ties.some_areas(whole[some], within[some])
                else:
                    self.ties.members(whole, within)

    def _some_are_unlisted(self, whole: Ints, parts: Ints) -> Bools:
        """Which counts of the region lack a municipality: one in which the provider is not among the largest."""
        listed = np.array([one.dimension in self.declared[one.count].partial for one in self.series], dtype=np.bool_)
        lacking: Bools = np.repeat(listed, len(whole) // len(listed)) & (parts < 0).any(axis=1)
        return lacking

    def _over_dimensions(self) -> None:
        for number, series in enumerate(self.series):
            if series.dimension == TOTAL:
                for dimension in dict.fromkeys(other.dimension for other in self.series if other.count == series.count):
                    if dimension != TOTAL:
                        self._over_dimension(number, dimension)

    def _over_dimension(self, total: int, dimension: str) -> None:
        count = self.series[total].count
        own = [place for place, other in enumerate(self.series) if (other.count, other.dimension) == (count, dimension)]
        members = [place for place in own if not self.series[place].parts]
        whole = self.cube[total].ravel()
        for place in own:
            if summed_members(dimension, self.series[place].member):
                self.ties.at_most(self.cube[place].ravel(), whole[:, None])
        if not members:
            return
        parts = self.cube[members].reshape(len(members), -1).T
        declared = self.declared[count]
        if declared.dimension(dimension):
            self.ties.members(whole, parts)
            return
        if dimension in declared.partial:
            self._largest_together(members, parts)
        else:
            self.ties.at_most(whole, parts)
        for column in parts.T:
            self.ties.at_most(column, whole[:, None])

    def _over_groups(self) -> None:
        """A group of members, or a member that is a sum, is that of those that are counted, also where no total is."""
        place = {series: number for number, series in enumerate(self.series)}
        for series, number in place.items():
            inside = [place.get(replace(series, member=one), -1) for one in series.parts]
            members = [one for one in inside if one >= 0]
            if members:
                self.ties.members(self.cube[number].ravel(), self.cube[members].reshape(len(members), -1).T)

    def _largest_together(self, members: Sequence[int], parts: Ints) -> None:
        """The largest providers together count no more than they do one by one, and no less than each."""
        joint = [self.series[place].member.startswith(TOP) for place in members]
        for number in np.flatnonzero(joint):
            alone = parts[:, ~np.array(joint)]
            self.ties.at_most(parts[:, number], alone)
            for column in alone.T:
                self.ties.at_most(column, parts[:, number][:, None])

    def _over_periods(self) -> None:
        place = {period: number for number, period in enumerate(self.periods)}
        wijk = np.array([area.level in {Level.WIJK, Level.WIJK_GROUP} for area in self.areas])
        for period in self.periods:
            told = np.zeros(self.cube.shape[:2], dtype=np.bool_)
            # Of some indicators a year has quarters and no half-years.
            for shorter in (halves(period), quarters(period)):
                parts = [place[part] for part in shorter if part in place]
                if shorter and len(parts) == len(shorter):
                    for number, series in enumerate(self.series):
                        within = np.where(told[number][:, None], -1, self.cube[number][:, parts])
                        self._over_period(series, self.cube[number, :, place[period]], within, wijk)
                    told |= (self.cube[:, :, parts] >= 0).all(axis=2)

    def _over_period(self, series: Series, longer: Ints, parts: Ints, wijk: Bools) -> None:
        """Ties the cells of a series in a period (areas) to those in the parts of it (areas, parts)."""
        declared = self.declared[series.count]
        # Of the largest providers a quarter may be missing: then the half-year says nothing of the other quarter.
        whole = np.where((parts >= 0).all(axis=1), longer, -1)
        if declared.period:
            self.ties.periods(whole, parts)
        elif declared.linked_over_time(series.dimension):
            self.ties.at_most(whole, parts)
            for part in parts.T:
                # Somebody who moves counts in one wijk in the quarter and in another in the year.
                self.ties.at_most(np.where(wijk, -1, part), longer[:, None])

    def _over_composed(self, one: Composed) -> None:
        if not one.inside:
            parts = self.cube[list(one.parts)].reshape(len(one.parts), -1).T
            self.ties.where_true(self.cube[one.whole].reshape(-1, 1), parts)
            return
        year = next(number for number, period in enumerate(self.periods) if quarters(period))
        within = [self.periods.index(period) for period in one.inside]
        self.ties.where_true(self.cube[one.whole][:, [year]], self.cube[one.parts[0]][:, within])

    def _over_flow(self, flow: Flow) -> None:
        for move in flow.moves:
            self.ties.at_most(self.cube[move].ravel(), self.cube[flow.active].reshape(-1, 1))
        told = {self.periods[place] for place in np.flatnonzero((self.cube[flow.active] >= 0).any(axis=0)).tolist()}
        for wholes, parts in flow.steps(self.periods, told):
            if min(series for series, _ in (*wholes, *parts)) >= 0:
                self.ties.where_true(self._cells(wholes), self._cells(parts))

    def _cells(self, places: Places) -> Ints:
        """The cells of some series and periods: a row for each area."""
        return np.stack([self.cube[series, :, period] for series, period in places], axis=1)
