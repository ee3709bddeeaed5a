"""Parts of a release for those who may see more: own figures as they were measured, nothing of anybody else."""

from collections.abc import Collection, Mapping
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.areas import Area, Level
from graadmeter.domain.cells import PUBLISHED
from graadmeter.domain.indicators import Indicator
from graadmeter.domain.policies import Policy
from graadmeter.domain.region import Region
from graadmeter.engine.arrow import shaped
from graadmeter.protect.figures.derived import derived_rows, published_figures
from graadmeter.protect.figures.published import published
from graadmeter.protect.grid.facts import facts_of
from graadmeter.protect.outcome import together


def unhidden(measured: pa.Table, indicators: Mapping[str, Indicator], region: Region) -> pa.Table:
    """A MEASURED table in the shape PUBLISHED with nothing hidden: quotients and means rounded as a release does."""
    apart = derived_rows(measured, indicators)
    counts, figures = measured.filter(pa.array(~apart)), measured.filter(pa.array(apart))
    none = np.zeros(counts.num_rows, dtype=np.bool_)
    shown = published(counts, facts_of(counts, indicators, region), none, none)
    rest = published_figures(figures, indicators, np.zeros(figures.num_rows, dtype=np.bool_))
    return together(shown, rest, apart)


def own_part(
    every: pa.Table,
    open_cells: pa.Table,
    areas: Collection[str],
    years: Collection[int],
    *,
    reserved: Collection[str] = (),
) -> pa.Table:
    """The rows of these areas: of these years from `every` (PUBLISHED, nothing hidden), of other years as published.

    `open_cells` has the rows of `every` in the same order. Of a year in which the release was not attacked by those
    who know their own figures, and of the indicators that a rule has `reserved`, a part tells no more than the release.
    """
    mine = pc.is_in(every["area"], pa.array(sorted(areas), pa.string()))
    year = pc.utf8_slice_codeunits(every["period"], 0, 4)
    safe = pc.is_in(year, pa.array([str(one) for one in sorted(years)], pa.string()))
    safe = pc.and_(safe, pc.invert(pc.is_in(every["indicator"], pa.array(sorted(reserved), pa.string()))))
    rows = [every.filter(pc.and_(mine, safe)), open_cells.filter(pc.and_(mine, pc.invert(safe)))]
    return shaped(pa.concat_tables([one.select(list(PUBLISHED.names)) for one in rows]), PUBLISHED)


def reserved_by_rules(
    indicators: Mapping[str, Indicator], policies: Mapping[str, Policy], level: str, day: date
) -> frozenset[str]:
    """The indicators of which a rule that holds on this day names the readers of this level in its `access`."""
    return frozenset(
        name
        for name, one in indicators.items()
        if any(
            level in rule.access and rule.holds(day, level) and rule.asks(name) for rule in policies[one.policy].rules
        )
    )


def areas_of(areas: Collection[Area], code: str, level: Level) -> frozenset[str]:
    """The code of an area of this level, and those of every area in it, however deep."""
    own = {area.code for area in areas if area.code == code and area.level is level}
    while True:
        more = own | {area.code for area in areas if area.parent in own}
        if more == own:
            return frozenset(own)
        own = more
