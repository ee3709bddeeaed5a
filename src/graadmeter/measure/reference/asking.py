"""Answers what methods ask, plainly: the same tables as the queries of `measure.asking` give."""

from collections.abc import Iterable
from typing import Any

import pyarrow as pa

from graadmeter.domain.areas import Area, Level
from graadmeter.domain.day_counts import MONDAY
from graadmeter.domain.periods import periods_between
from graadmeter.measure.methods.interface import Ask, Form
from graadmeter.measure.reference.bases import deliveries_of
from graadmeter.measure.reference.counting import Counter
from graadmeter.measure.reference.presence import Presence
from graadmeter.measure.reference.region import Facts, Row, row_kind
from graadmeter.measure.rows import DAY

Rows = dict[tuple[Any, ...], float]


def answer(known: Facts, ask: Ask) -> pa.Table:
    """The table that answers the question, in the shape its form says."""
    if ask.form is Form.DELIVERED:
        return _deliveries(known, ask.lane.count.table)
    counter = Counter(known, ask.lane.count)
    found: Rows = {}
    for area in _areas(known):
        found |= {(area.code, *key): n for key, n in _of_area(known, counter, ask, area).items()}
    names = {
        Form.PERIODS: (*ask.by, "periode"),
        Form.ROWS: ask.by,
        Form.BITMAPS: ("a",),
        Form.PAIRS: ("een", "ander", "periode"),
    }[ask.form]
    columns = list(zip(*found, strict=True)) if found else [()] * (len(names) + 1)
    table = {name: list(values) for name, values in zip(("area", *names), columns, strict=True)}
    numbers = {name: pa.int64() for name in table if name in {"periode", "a"} or name.startswith(DAY)}
    numbers |= {name: pa.int64() for name, values in table.items() if any(isinstance(value, int) for value in values)}
    arrays = {name: pa.array(values, numbers.get(name, pa.string())) for name, values in table.items()}
    return pa.table({**arrays, "n": pa.array([int(n) for n in found.values()], pa.int64())})


def _deliveries(known: Facts, table: str) -> pa.Table:
    told = sorted({(row["gemeente"], row["kwartaal"]) for row in deliveries_of(known, table)})
    return pa.table(
        {
            "area": pa.array([who for who, _ in told], pa.string()),
            "kwartaal": pa.array([quarter for _, quarter in told], pa.int64()),
        }
    )


def _areas(known: Facts) -> Iterable[Area]:
    region = known.region
    whole = Area(region.code, region.vintage, Level.REGION, region.name)
    return (whole, *region.of_level(Level.MUNICIPALITY))


def _of_area(known: Facts, counter: Counter, ask: Ask, area: Area) -> Rows:
    region = known.region
    if ask.form in {Form.ROWS, Form.BITMAPS}:
        here = [one for one in counter.present if area.level is Level.REGION or one.gemeente == area.code]
        return _of_rows(counter, ask, here) if ask.form is Form.ROWS else _bitmaps(here, region.first_quarter)
    found: Rows = {}
    for number, period in enumerate(periods_between(region.first_quarter, region.last_quarter)):
        present = counter.here(area, period, ask.lane.dimension, ask.lane.member)
        cells = _pairs(ask, present) if ask.form is Form.PAIRS else _amounts(counter, ask, present)
        found |= {(*key, number): n for key, n in cells.items()}
    return found


def _grouped(ask: Ask, present: Iterable[Presence]) -> dict[tuple[Any, ...], list[Presence]]:
    groups: dict[tuple[Any, ...], list[Presence]] = {}
    for one in present:
        groups.setdefault(tuple(_value(one.row, name) for name in ask.by), []).append(one)
    return groups


def _amounts(counter: Counter, ask: Ask, present: Iterable[Presence]) -> Rows:
    return {key: counter.amount_of(rows) for key, rows in _grouped(ask, present).items()}


def _of_rows(counter: Counter, ask: Ask, present: list[Presence]) -> Rows:
    own = [one for one in present if counter.belongs(one.row, ask.lane.dimension, ask.lane.member)]
    return {key: counter.amount_of(rows) for key, rows in _grouped(ask, own).items()}


def _bitmaps(present: Iterable[Presence], first: int) -> Rows:
    masks: dict[Any, int] = {}
    for one in present:
        for quarter in one.quarters:
            masks[one.thing] = masks.get(one.thing, 0) | 1 << (quarter - first)
    found: Rows = {}
    for mask in masks.values():
        found[mask,] = found.get((mask,), 0) + 1
    return found


def _pairs(ask: Ask, present: Iterable[Presence]) -> Rows:
    having: dict[Any, set[str]] = {}
    for one in present:
        having.setdefault(one.thing, set()).add(_value(one.row, ask.by[0]))
    found: Rows = {}
    for kinds in having.values():
        for first in kinds:
            for second in (kind for kind in kinds if first < kind):
                found[first, second] = found.get((first, second), 0) + 1
    return found


def _value(row: Row, name: str) -> Any:
    if name.startswith(DAY):
        day = row[name.removeprefix(DAY)]
        return None if day is None else (day - MONDAY).days
    return row_kind(row) if name == "soortvoorziening" else row[name]
