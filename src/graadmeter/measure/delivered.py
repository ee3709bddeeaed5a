"""Where and when the rows of a table were delivered: what tells 'nothing' from 'not delivered'."""

from collections.abc import Iterable, Mapping

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from graadmeter.domain.areas import Level
from graadmeter.domain.indicators import Count, Delivered
from graadmeter.domain.periods import Period
from graadmeter.domain.sources import SOURCES
from graadmeter.measure.arrays import area_numbers, column
from graadmeter.measure.places import Places

Where = NDArray[np.bool_]
Asked = tuple[str, Delivered]
"""A model table, and of which quarters it must have been delivered."""


def asked_of(count: Count) -> Asked | None:
    """What must have been delivered for the count to mean anything; None when nothing can be missing."""
    return (count.table, count.delivered) if count.table in SOURCES else None


def delivered_figures(places: Places, answer: pa.Table, asked: Iterable[Asked]) -> Mapping[Asked, Where]:
    """Per area and period whether what is asked was delivered, from rows tabel, gemeente, kwartaal."""
    rows = list(zip(*(answer.column(name).to_pylist() for name in ("tabel", "gemeente", "kwartaal")), strict=True))
    return {(table, how): _of_table(places, rows, table, how) for table, how in asked}


def _of_table(places: Places, rows: list[tuple[str, str, int]], table: str, how: Delivered) -> Where:
    source = SOURCES[table]
    quarters: dict[str, set[int]] = {}
    for raw, deliverer, quarter in rows:
        if raw in source.raw:
            quarters.setdefault("" if source.regional else deliverer, set()).add(quarter)
    found = np.full(places.shape, source.assumed and not quarters)
    if found.all():
        return found
    for number in places.at(Level.MUNICIPALITY):
        own = quarters.get("" if source.regional else places.areas[number].code, set())
        found[number] = [_holds(period, own, how) for period in places.periods]
    spread(found, places)
    return found


def _holds(period: Period, delivered: set[int], how: Delivered) -> bool:
    if how is Delivered.LAST:
        return period.last in delivered
    inside = [quarter in delivered for quarter in period.quarters]
    return any(inside) if how is Delivered.ANY else all(inside)


def delivered_quarters(places: Places, answer: pa.Table, table: str) -> Where:
    """Per area and quarter of the region whether a model table was delivered, from rows area, kwartaal."""
    source, region = SOURCES[table], places.region
    found = np.zeros((len(places.areas), region.last_quarter - region.first_quarter + 1), dtype=np.bool_)
    who, quarter = area_numbers(answer, places), column(answer, "kwartaal") - region.first_quarter
    inside = (quarter >= 0) & (quarter < found.shape[1])
    if source.regional:
        found[:, quarter[inside]] = True
        return found
    inside &= who >= 0
    found[who[inside], quarter[inside]] = True
    found |= source.assumed and not len(answer)
    spread(found, places)
    return found


def spread(found: Where, places: Places) -> None:
    """Gives the region what all municipalities have, and every wijk what its municipality has."""
    found[0] = found[places.at(Level.MUNICIPALITY)].all(axis=0)
    for number, area in enumerate(places.areas):
        if area.level is Level.WIJK:
            found[number] = found[places.index[area.parent]]
