"""What a count on the grid is called in messages: indicator, breakdown, area and period; in codes or in words."""

from collections.abc import Mapping

import numpy as np

from graadmeter.catalogue.dimensions import DIMENSION_LABELS, dimension_members
from graadmeter.domain.cells import TOTAL
from graadmeter.domain.indicators import Indicator
from graadmeter.domain.text import Text
from graadmeter.protect.arrays import Ints
from graadmeter.protect.grid.facts import Facts
from graadmeter.protect.grid.lines import Series


def name_of(facts: Facts, place: Ints, cell: int) -> str:
    """The name of a cell of a block whose cells stand at `place`; cells past the end of it are rests."""
    if cell >= len(place):
        return "rest"
    grid = facts.grid
    series, area, period = np.unravel_index(int(place[cell]), grid.value.shape)
    return f"{_series(facts, grid.series[series])} {grid.areas[area].code} {grid.periods[period].code}"


def words_of(facts: Facts, indicators: Mapping[str, Indicator], place: int) -> Text:
    """What people call the count at a place on the flat grid: 'Jeugdhulp (maatregel: voogdij), Borne, 2025'."""
    grid = facts.grid
    series, area, period = np.unravel_index(place, grid.value.shape)
    title, member = indicators[_indicator(facts, grid.series[series])].title, _member(grid.series[series])
    where, when = grid.areas[area].name, grid.periods[period].label
    return Text(f"{title.nl}{member.nl}, {where}, {when.nl}", f"{title.en}{member.en}, {where}, {when.en}")


def title_of(facts: Facts, indicators: Mapping[str, Indicator], place: int) -> Text:
    """The title of the indicator that the count at a place on the flat grid is told of."""
    series = np.unravel_index(place, facts.grid.value.shape)[0]
    return indicators[_indicator(facts, facts.grid.series[series])].title


def _series(facts: Facts, series: Series) -> str:
    broken = "" if series.dimension == TOTAL else f" {series.dimension} {series.member}"
    return f"{_indicator(facts, series)}{broken}"


def _indicator(facts: Facts, series: Series) -> str:
    return next(line.indicator for line in facts.lines if series in (line.top, line.below))


def _member(series: Series) -> Text:
    """The breakdown between brackets; nothing for a total. Codes without a label, such as providers, are themselves."""
    if series.dimension == TOTAL:
        return Text("", "")
    name = DIMENSION_LABELS[series.dimension]
    label = dimension_members()[series.dimension].get(series.member, Text(series.member, series.member))
    return Text(f" ({name.nl}: {label.nl})", f" ({name.en}: {label.en})")
