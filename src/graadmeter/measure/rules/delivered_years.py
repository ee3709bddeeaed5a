"""The years of which figures by the rules of others can be given: all municipalities delivered every quarter."""

from collections.abc import Iterable
from dataclasses import replace

from graadmeter.domain.indicators import Delivered
from graadmeter.domain.periods import PeriodType
from graadmeter.domain.region import Region
from graadmeter.engine.port import Engine
from graadmeter.measure.delivered import delivered_figures
from graadmeter.measure.places import Places
from graadmeter.measure.portable import render
from graadmeter.measure.program import deliveries

_CARE = "traject"
_ASKED = (_CARE, Delivered.ALL)


def delivered_years(engine: Engine, region: Region, years: Iterable[int]) -> tuple[int, ...]:
    """Those of the years for each quarter of which every municipality delivered help; `engine` knows `levering`."""
    places = Places(replace(region, counted_before=0))
    answer = engine.query(render(deliveries([_CARE]), engine.dialect))
    of_region = delivered_figures(places, answer, [_ASKED])[_ASKED][0]
    whole = {
        period.year
        for period, delivered in zip(places.periods, of_region, strict=True)
        if delivered and period.type is PeriodType.YEAR
    }
    return tuple(year for year in years if year in whole)
