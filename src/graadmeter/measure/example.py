"""Turns the few rows of a worked example into whole model tables and a region, as `store` and a workspace would give.

A person may be given by birth date (`geboren`) and a trajectory by its dates; the columns that follow are filled in.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

import pyarrow as pa

from graadmeter.domain.ages import (
    eighteenth_birthday,
    first_adult_quarter,
    last_minor_quarter,
    twenty_third_birthday,
)
from graadmeter.domain.areas import Area, Level
from graadmeter.domain.indicators import WorkedExample
from graadmeter.domain.model import TRAJECT
from graadmeter.domain.periods import parse_period, quarter_of
from graadmeter.domain.region import Region
from graadmeter.domain.sources import COUNTABLE
from graadmeter.domain.tables import Table
from graadmeter.engine.arrow import schema_of

Row = Mapping[str, Any]

_VINTAGE = 2021
_MUNICIPALITY = "GM"
"""How the code of a municipality begins; other deliverers are no areas."""
_LAW = {"wmo": "wmo", "bijstand": "participatiewet"}
_RESIDENCE = {"11", "12", "13", "14"}
_DEFAULTS: dict[str, dict[str, Any]] = {
    "persoon": {"geslacht": "o"},
    "traject": {"verwijzer": "99", "leveringsvorm": "ZIN", "crisis": False, "dyslexie": False, "aanbieder": "00000001"},
    "declaratieregel": {
        "persoon": 1, "wet": "jeugdwet", "soort": "jeugdhulp", "aanbieder": "00000001", "productcode": "45A01",
        "vervoer": False, "volume": 1,
    },
    "levering": {"tabel": "prestatie", "gebruikt": 1, "afgekeurd": 0},
}  # fmt: skip
"""What a row of an example has when it does not say."""


def model_tables(rows: Mapping[str, Iterable[Row]]) -> dict[str, pa.Table]:
    """Every model and fact table by name, with the rows given and no others."""
    persons = {row["persoon"]: person_row(row) for row in rows.get("persoon", ())}
    filled: dict[str, list[dict[str, Any]]] = {
        shape.name: [_quarters({**_DEFAULTS.get(shape.name, {}), **row}) for row in rows.get(shape.name, ())]
        for shape in COUNTABLE.values()
    }
    filled["persoon"] = list(persons.values())
    filled["traject"] = [trajectory_row(row, persons[row["persoon"]]) for row in filled["traject"]]
    return {shape.name: arrow(shape, filled[shape.name]) for shape in COUNTABLE.values()}


def person_row(row: Row) -> dict[str, Any]:
    """A whole row of `persoon`; `geboren` (the birth date) stays beside it, for the trajectories."""
    born: date = row["geboren"]
    return {
        **_DEFAULTS["persoon"],
        "geboortejaar": born.year,
        "kw_laatste_jeugd": last_minor_quarter(born),
        "kw_18": first_adult_quarter(born),
        **row,
    }


def trajectory_row(row: Row, person: Row) -> dict[str, Any]:
    """A whole row of `traject` from its dates and kind, and the birth date of its person."""
    adult = eighteenth_birthday(person["geboren"])
    begin: date = row["begin"]
    einde: date | None = row.get("einde")
    last = date.max if einde is None else einde
    young, grown = begin < adult, last >= adult
    until_23 = twenty_third_birthday(person["geboren"])
    under_23 = begin < until_23
    soort = row["soort"]
    form = row.get("hulpvorm") or row.get("maatregel") or row.get("wmo_vorm") or "bijstand"
    derived = {
        "wet": _LAW.get(soort, "jeugdwet"),
        "voorziening": form,
        "verblijf": soort == "jeugdhulp" and row.get("hulpvorm") in _RESIDENCE,
        "kw_begin": quarter_of(begin),
        "kw_einde": None if einde is None else quarter_of(einde),
        "begin_jeugd": young,
        "einde_jeugd": einde is not None and einde < adult,
        "jeugd_van": quarter_of(begin) if young else None,
        "jeugd_tot": quarter_of(min(last, adult - timedelta(days=1))) if young else None,
        "volw_van": quarter_of(max(begin, adult)) if grown else None,
        "volw_tot": quarter_of(einde) if grown and einde is not None else None,
        "jong_van": quarter_of(begin) if under_23 else None,
        "jong_tot": quarter_of(min(last, until_23 - timedelta(days=1))) if under_23 else None,
    }
    return {**derived, **row}


def _quarters(row: Row) -> dict[str, Any]:
    return {
        name: parse_period(value).first if name in {"kwartaal", "kw", "kw_gemeld"} and isinstance(value, str) else value
        for name, value in row.items()
    }


def arrow(shape: Table, rows: list[dict[str, Any]]) -> pa.Table:
    """The rows as an Arrow table of the shape; columns that a row does not have are empty."""
    known = [{name: row.get(name) for name in shape.names} for row in rows]
    return pa.Table.from_pylist(known, schema=schema_of(shape))


def example_region(example: WorkedExample) -> Region:
    """The region of an example: JZ99, with the municipalities and wijken that its rows name."""
    rows = [row for name, table in example.rows.items() for row in table if name != TRAJECT.name or "gemeente" in row]
    codes = sorted({str(row["gemeente"]) for row in rows if str(row.get("gemeente")).startswith(_MUNICIPALITY)})
    places = sorted({(str(row["gemeente"]), str(row["wijk"])) for row in rows if row.get("wijk")})
    return example_areas(codes, places, parse_period(example.first).first, parse_period(example.last).first)


def example_areas(codes: Iterable[str], wijken: Iterable[tuple[str, str]], first: int, last: int) -> Region:
    """A region JZ99 of these municipalities and (municipality, wijk) pairs, named by their codes."""
    areas = [
        Area("JZ99", _VINTAGE, Level.REGION, "JZ99"),
        *(Area(code, _VINTAGE, Level.MUNICIPALITY, code, "JZ99") for code in codes),
        *(Area(wijk, _VINTAGE, Level.WIJK, wijk, code) for code, wijk in wijken),
    ]
    return Region("JZ99", "JZ99", _VINTAGE, tuple(areas), first, last, {}, fictitious=True)
