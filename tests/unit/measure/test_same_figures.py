"""The figures of indicators that use much of the language of definitions, over one drawn region, are as they were.

That they are right is for other tests: worked examples, the plain engine. This one tells of any change, also of what
both engines share. After a wanted change `python -m tests.unit.measure.test_same_figures` writes the figures anew.
"""

import csv
import hashlib
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from tests.support.odd_indicators import odd_indicators
from tests.support.regions import ELSEWHERE, FORMS, PROVIDERS, TOWNS, WIJKEN, region_of

from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.example import model_tables
from graadmeter.measure.run import measure

FIGURES = Path(__file__).parent / "snapshots/figures.csv"
REGION = region_of("2020KW02", "2021KW04")
FIRST, LAST = REGION.first_quarter, REGION.last_quarter
OPENS = date(2020, 4, 1)
PERSONS = 60
BORN = date(2012, 1, 1)
PUPIL = {1: {"geboren": BORN}}
"""Person 1 has help in the first quarter, in which a pupil of whom no person is known goes to school too."""
FIRST_ONLY = {
    "traject": 240, "persoon": PERSONS, "gemeente": TOWNS[0], "soort": "jeugdhulp", "hulpvorm": FORMS[0],
    "crisis": True, "begin": OPENS, "einde": OPENS,
}  # fmt: skip
"""One day of help, in the first quarter, of somebody who has nothing else."""
SUMS = ("value", "numerator", "denominator", "contributors", "providers")
Row = dict[str, Any]


def rows(draw: random.Random) -> dict[str, list[Row]]:
    """What happened in the region, with every edge that random regions have: borders, unknowns, strangers."""
    return {
        "persoon": [
            *({**_person(draw, number), **PUPIL.get(number, {})} for number in range(PERSONS)),
            {"persoon": PERSONS, "geboren": BORN},
        ],
        "traject": [
            *({**_spell(draw), "traject": number} for number in range(240)),
            FIRST_ONLY,
            {**FIRST_ONLY, "traject": 241, "persoon": 1},
        ],
        "woonsituatie": list(_homes(draw)),
        "declaratieregel": [_claim(draw) for _ in range(150)],
        "bevolking": [
            {"gemeente": town, "wijk": wijk, "jaar": year, "leeftijd": age, "geslacht": draw.choice("mv"), "aantal": n}
            for town, wijk in WIJKEN
            for year in (2020, 2021)
            for age in (0, 3, 4, 11, 12, 17, 18, 22, 23, 70)
            for n in (draw.randint(1, 90),)
        ],
        "levering": [
            {"sessie": f"{who}-{index}", "gemeente": who, "kwartaal": index, "tabel": table, "gebruikt": used}
            for table, many in (
                ("prestatie", TOWNS),
                ("wachttijd", TOWNS),
                ("vt_melding", ("VT05",)),
                ("onderwijs", TOWNS),
            )
            for who in many
            for index in range(FIRST, LAST + 1)
            for used in (0 if (table, who, index) == ("wachttijd", TOWNS[0], LAST - 1) else 3,)
        ],
        "wachttijd": [_wait(draw) for _ in range(90)],
        "vt_melding": [
            {"datum_melding": told, "datum_besluit": told + timedelta(days=draw.randint(0, 12))}
            for told in (_day(draw, -20, 600) for _ in range(40))
        ],
        "onderwijs": [
            {"leerling": number // 2, "persoon": who, "gemeente": draw.choice((*TOWNS, ELSEWHERE)), "kwartaal": quarter}
            for number, who in enumerate([None, *range(PERSONS)])
            for quarter in (draw.randint(FIRST - 1, LAST + 1),)
        ]
        + [
            {"leerling": 90 + at, "persoon": who, "gemeente": TOWNS[0], "kwartaal": FIRST}
            for at, who in enumerate((1, None))
        ],
    }


def _day(draw: random.Random, least: int, most: int) -> date:
    return OPENS + timedelta(days=draw.randint(least, most))


def _person(draw: random.Random, number: int) -> Row:
    young = draw.choice((True, True, False))
    born = _day(draw, -18 * 366, -600) if young else _day(draw, -60 * 365, -18 * 365 + 500)
    unknown = {"geboortejaar": None} if number % 9 == 0 else {}
    return {"persoon": number, "geboren": born, "geslacht": draw.choice("mvo"), **unknown}


def _spell(draw: random.Random) -> Row:
    soort = draw.choice(("jeugdhulp",) * 4 + ("wmo", "wmo", "bescherming", "reclassering", "bijstand"))
    begin, length = _day(draw, -500, 640), draw.choice((0, 1, 30, 91, 200, 400, None))
    return {
        "persoon": draw.randrange(PERSONS),
        "gemeente": draw.choice((*TOWNS * 5, ELSEWHERE)),
        "soort": soort,
        "hulpvorm": draw.choice(FORMS) if soort == "jeugdhulp" else None,
        "maatregel": draw.choice(("11", "41")) if soort in {"bescherming", "reclassering"} else None,
        "wmo_vorm": draw.choice(("huishouden", "verblijf", None)) if soort == "wmo" else None,
        "productcode": draw.choice(("45A01", "46B02", None)),
        "leveringsvorm": draw.choice(("ZIN", "ZIN", "PGB")),
        "aanbieder": draw.choice((*PROVIDERS[:6], None)),
        "verwijzer": draw.choice(("01", "02", "08", "99")),
        "crisis": draw.random() < 0.2,
        "dyslexie": draw.random() < 0.2,
        "begin": begin,
        "einde": None if length is None else begin + timedelta(days=length),
        "reden_einde": draw.choice(("01", "03", "20", None)),
    }


def _homes(draw: random.Random) -> Iterator[Row]:
    places = [*WIJKEN * 3, *((town, f"WK{town[2:]}XX") for town in TOWNS), *((town, "WK999901") for town in TOWNS)]
    for person in range(PERSONS):
        for index in range(FIRST - 1, LAST + 2):
            for town, wijk in sorted({draw.choice(places) for _ in range(draw.randint(0, 2))}):
                house = draw.choice((person // 2, person // 2, None))
                yield {"persoon": person, "gemeente": town, "kwartaal": index, "wijk": wijk, "huishouden": house}


def _claim(draw: random.Random) -> Row:
    wet = draw.choice(("jeugdwet", "wmo"))
    soort = draw.choice(("jeugdhulp", "bescherming", "vervoer") if wet == "jeugdwet" else ("wmo", "vervoer"))
    return {
        "persoon": draw.randrange(PERSONS),
        "gemeente": draw.choice((*TOWNS * 3, ELSEWHERE)),
        "wet": wet,
        "soort": soort,
        "vervoer": soort == "vervoer",
        "aanbieder": draw.choice(PROVIDERS[:3]),
        "productcode": draw.choice(("45A01", "45B01", "46A01")),
        "volume": draw.randint(0, 9),
        "kw": draw.randint(FIRST - 1, LAST + 1),
        "bedrag_cent": draw.choice((-500, 9, 10, draw.randint(11, 90_000))),
    }


def _wait(draw: random.Random) -> Row:
    referred = _day(draw, -200, 640)
    intake = draw.choice((None, referred + timedelta(days=draw.randint(-3, 40))))
    start = None if intake is None else intake + timedelta(days=draw.choice((-3, 0, 1, 5, 28, 90)))
    return {
        "gemeente": draw.choice((*TOWNS * 3, ELSEWHERE)),
        "kwartaal": draw.randint(FIRST - 1, LAST + 1),
        "persoon": draw.choice((None, draw.randrange(PERSONS))),
        "aanbieder": draw.choice((*PROVIDERS[:2], None)),
        "spoed": draw.random() < 0.3,
        "aanmelddatum": draw.choice((referred, referred, referred, None)),
        "intakedatum": intake,
        "startdatum": draw.choice((start, start, None)),
        "afgemeld": draw.choice((None, None, referred + timedelta(days=60))),
    }


def told() -> list[list[str]]:
    """Per indicator, unit and level: the number of cells, sums, and what stands for every single cell."""
    with DuckDBEngine(threads=1) as engine:
        for name, table in model_tables(rows(random.Random(5))).items():  # noqa: S311 - no secret
            engine.register(name, table)
        cells = measure(engine, odd_indicators(), REGION, edition="proef")
    keys = ("indicator", "unit", "level")
    groups = sorted(set(zip(*(cells[name].to_pylist() for name in keys), strict=True)))
    return [["indicator", "unit", "level", "cells", *SUMS, "digest"], *(_line(cells, keys, group) for group in groups)]


def _line(cells: pa.Table, keys: tuple[str, ...], group: tuple[str, ...]) -> list[str]:
    own = cells
    for name, value in zip(keys, group, strict=True):
        own = own.filter(pc.equal(own[name], value))
    sums = [f"{pc.sum(own[name]).as_py() or 0:.6g}" for name in SUMS]
    every = repr([{name: _short(value) for name, value in row.items()} for row in own.to_pylist()])
    return [*group, str(own.num_rows), *sums, hashlib.sha256(every.encode()).hexdigest()[:16]]


def _short(value: object) -> object:
    """Numbers in as many digits as every machine agrees on."""
    return f"{value:.9g}" if isinstance(value, float) else value


def test_the_figures_are_as_they_were() -> None:
    with FIGURES.open(encoding="utf-8", newline="") as lines:
        assert told() == list(csv.reader(lines))


if __name__ == "__main__":
    with FIGURES.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines, lineterminator="\n").writerows(told())
