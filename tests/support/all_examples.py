"""One region that holds the rows of every indicator's worked example, each in municipalities of its own, and some more.

So one run over the whole catalogue shows what an engine makes of each example.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.domain.areas import Level
from graadmeter.domain.indicators import Indicator
from graadmeter.domain.periods import parse_period
from graadmeter.domain.region import Region
from graadmeter.measure.example import example_areas, example_region, model_tables
from graadmeter.store.csv_tables import read_areas
from graadmeter.synth import write_nation

_AREA = re.compile(r"(GM|WK)(\d{4})(.*)")
_NUMBERS = {"persoon", "traject", "huishouden"}
_APART = 1_000_000
_FIRST, _LAST = "2021KW01", "2022KW04"


def region_of_all(folder: Path) -> tuple[dict[str, pa.Table], Region]:
    """The model tables and the region; `folder` is for the synthetic municipalities among them."""
    chosen = list(indicators().values())
    towns, wijken = set(), set()
    parts = [_moved(indicator, number) for number, indicator in enumerate(chosen, start=1)]
    for number, indicator in enumerate(chosen, start=1):
        areas = example_region(indicator.example).areas
        towns |= {_elsewhere(area.code, number) for area in areas if area.level is Level.MUNICIPALITY}
        wijken |= {
            (_elsewhere(area.parent, number), _elsewhere(area.code, number))
            for area in areas
            if area.level is Level.WIJK
        }
    write_nation(folder, seed=3, scale=0.01, municipalities=2, first=_FIRST, last=_LAST)
    invented = read_areas(folder / "gebieden.csv")
    towns |= {area.code for area in invented if area.level is Level.MUNICIPALITY}
    wijken |= {(area.parent, area.code) for area in invented if area.level is Level.WIJK}
    first = min(parse_period(code).first for code in (_FIRST, *(one.example.first for one in chosen)))
    last = max(parse_period(code).last for code in (_LAST, *(one.example.last for one in chosen)))
    shapes = {
        name: pa.schema([field.with_nullable(nullable=True) for field in table.schema])
        for name, table in parts[0].items()
    }
    files = {name: folder / f"{name}.parquet" for name in shapes}
    parts.append({name: pq.read_table(file) for name, file in files.items() if file.exists()})
    tables = {
        name: pa.concat_tables([part[name].cast(shape) for part in parts if name in part])
        for name, shape in shapes.items()
    }
    tables["levering"] = pa.concat_tables([tables["levering"], _all_delivered(towns, first, last, shapes["levering"])])
    return tables, example_areas(sorted(towns), sorted(wijken), first, last)


def _all_delivered(towns: Iterable[str], first: int, last: int, shape: pa.Schema) -> pa.Table:
    """Assignments of every town and quarter: some examples tell of deliveries, the others take them for granted."""
    told = {"sessie": "alles", "tabel": "toewijzing", "gebruikt": 1, "afgekeurd": 0}
    quarters = range(first, last + 1)
    return pa.Table.from_pylist(
        [{**told, "gemeente": town, "kwartaal": quarter} for town in sorted(towns) for quarter in quarters],
        schema=shape,
    )


def _moved(indicator: Indicator, number: int) -> dict[str, pa.Table]:
    rows = {name: [_own(row, number) for row in table] for name, table in indicator.example.rows.items()}
    return model_tables(rows)


def _own(row: Mapping[str, Any], number: int) -> dict[str, Any]:
    return {
        name: value + number * _APART
        if name in _NUMBERS and isinstance(value, int)
        else _elsewhere(value, number)
        if isinstance(value, str)
        else value
        for name, value in row.items()
    }


def _elsewhere(code: str, number: int) -> str:
    """The code of an area with a first digit 9 and the number of the example in it; other texts stay as they are."""
    area = _AREA.fullmatch(code)
    return f"{area[1]}{9000 + 20 * number + int(area[2]) % 20}{area[3]}" if area else code
