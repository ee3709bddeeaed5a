"""Reads lists of areas by vintage, the municipal codes that came and went, and which PC4 lies in which municipality."""

from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pyarrow as pa

from graadmeter.deliver.notice import RefusedError
from graadmeter.deliver.reference.area_codes import is_municipality, is_region, level_of, municipality_of
from graadmeter.deliver.reference.csv_columns import read_columns
from graadmeter.deliver.reference.loaded import Loaded, Opened, opening, rows_of, table_of
from graadmeter.deliver.reference.notices import BAD_VALUE, ORPHANS, REPEATED
from graadmeter.domain.reference import AREAS, MERGERS

_LEVELS = ("land", "gemeente", "wijk", "buurt")
_Row = tuple[int, str, str, str, str]


def load_areas(path: Path, vintage: int) -> Loaded:
    """An `AREAS` table of one vintage from a CSV with code, naam, soort, gm_code; raises DeliveryRefusedError."""
    with opening(path) as opened:
        columns = read_columns(path, ("code", "naam", "soort", "gm_code"))
        codes = columns.matching("code", is_region)
        levels = columns.matching("soort", _LEVELS.__contains__)
        wrong = [at for at, (code, level) in enumerate(zip(codes, levels, strict=True), 1) if level_of(code) != level]
        if wrong:
            raise RefusedError(BAD_VALUE, name="soort", row=wrong[0], count=len(wrong))
        pairs = zip(codes, levels, columns.text("naam"), strict=True)
        rows = [(vintage, code, level, name, municipality_of(code)) for code, level, name in pairs]
        _report_orphans(rows, opened)
        return opened.loaded(AREAS, _columns(rows))


def load_municipalities(path: Path) -> Loaded:
    """An `AREAS` table of every year in a CSV with jaar, gm_code, gm_naam; raises DeliveryRefusedError."""
    with opening(path) as opened:
        columns = read_columns(path, ("jaar", "gm_code", "gm_naam"))
        codes = columns.matching("gm_code", is_municipality)
        found = zip(columns.filled("jaar"), codes, columns.text("gm_naam"), strict=True)
        return opened.loaded(AREAS, _columns([(year, code, "gemeente", name, "") for year, code, name in found]))


def municipalities_by_year(areas: pa.Table) -> dict[int, set[str]]:
    """The municipal codes of every vintage in an `AREAS` table."""
    found: dict[int, set[str]] = defaultdict(set)
    columns = (areas[name].to_pylist() for name in ("vintage", "code", "niveau"))
    for vintage, code, level in zip(*columns, strict=True):
        if level == "gemeente":
            found[vintage].add(code)
    return dict(found)


def mergers(areas: pa.Table) -> pa.Table:
    """A `MERGERS` table: municipal codes that appear or disappear between consecutive vintages of an `AREAS` table."""
    found = municipalities_by_year(areas)
    names = dict(zip(areas["code"].to_pylist(), areas["naam"].to_pylist(), strict=True))
    rows = [
        (year, code, names[code], change)
        for before, year in pairwise(sorted(found))
        for change, codes in (("nieuw", found[year] - found[before]), ("vervallen", found[before] - found[year]))
        for code in sorted(codes)
    ]
    bron = areas["bron"][0].as_py() if areas.num_rows else ""
    return table_of(MERGERS, {"bron": bron, **rows_of(MERGERS, rows)})


def load_pc4_places(path: Path, vintage: int, municipalities: pa.Table) -> Loaded:
    """An `AREAS` table of PC4 areas from a CSV with postcode, plaats, gemeente; parents by name from `municipalities`.

    A municipality whose name is not known in that vintage leaves the parent empty and is counted in a finding. Raises
    DeliveryRefusedError.
    """
    with opening(path) as opened:
        columns = read_columns(path, ("postcode", "plaats", "gemeente"))
        codes = columns.matching("postcode", lambda text: level_of(text) == "pc4")
        known = {
            row["naam"]: row["code"]
            for row in municipalities.to_pylist()
            if row["niveau"] == "gemeente" and row["vintage"] == vintage
        }
        found = zip(codes, columns.text("plaats"), columns.text("gemeente"), strict=True)
        rows = [(vintage, code, "pc4", place, known.get(name, "")) for code, place, name in found]
        lacking = sum(not parent for *_, parent in rows)
        if lacking:
            opened.say(ORPHANS, count=lacking)
        return opened.loaded(AREAS, _columns(rows))


def _report_orphans(rows: list[_Row], opened: Opened) -> None:
    known = {code for _, code, level, *_ in rows if level == "gemeente"}
    lacking = sum(bool(parent) and parent not in known for *_, parent in rows)
    if lacking:
        opened.say(ORPHANS, count=lacking)


def _columns(rows: list[_Row]) -> dict[str, object]:
    keys = {row[:2] for row in rows}
    if len(keys) != len(rows):
        raise RefusedError(REPEATED, count=len(rows) - len(keys))
    return rows_of(AREAS, sorted(rows))
