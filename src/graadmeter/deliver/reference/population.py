"""Reads inhabitants on 1 January: per municipality and year, per PC4 by age and sex, and beside lists of areas."""

import re
from collections.abc import Callable
from pathlib import Path

from graadmeter.deliver.notice import RefusedError
from graadmeter.deliver.notices.table import MISSING
from graadmeter.deliver.reference.area_codes import is_area, is_municipality, is_pc4, level_of
from graadmeter.deliver.reference.csv_columns import Columns, read_columns
from graadmeter.deliver.reference.loaded import Loaded, opening, rows_of
from graadmeter.deliver.reference.notices import BAD_VALUE, REPEATED
from graadmeter.domain.reference import POPULATION, ValueStatus

_BAND = re.compile(r"([0-9]{1,3})-([0-9]{1,3})|([0-9]{1,3})\+")
_COLUMN = re.compile(r"(inwoners|schatting)(?:_([0-9]+)_([0-9]+)|_([0-9]+)plus)?")
_SEXES = {"totaal": "inwoners", "man": "inwoners_man", "vrouw": "inwoners_vrouw"}
_Band = tuple[int, int | None]
_Row = tuple[object, ...]


def load_population(path: Path) -> Loaded:
    """A `POPULATION` table from a CSV with jaar, gm_code, inwoners; raises DeliveryRefusedError."""
    with opening(path) as opened:
        columns = read_columns(path, ("jaar", "gm_code", "inwoners"))
        areas = columns.matching("gm_code", is_municipality)
        found = zip(columns.filled("jaar"), areas, columns.whole("inwoners"), strict=True)
        return opened.loaded(POPULATION, _sorted([_row(year, area, "totaal", (0, None), n) for year, area, n in found]))


def load_population_pc4(path: Path, vintage: int) -> Loaded:
    """A `POPULATION` table from a CSV with postcode, leeftijd ("0-4", "95+"), inwoners, inwoners_man, inwoners_vrouw.

    CBS rounds these to 5, so men and women need not sum to the total. Raises DeliveryRefusedError.
    """
    with opening(path) as opened:
        columns = read_columns(path, ("postcode", "leeftijd", *_SEXES.values()))
        areas = columns.matching("postcode", is_pc4)
        bands = [_band(text) for text in columns.matching("leeftijd", _BAND.fullmatch)]
        rows = [
            _row(vintage, area, sex, band, count)
            for sex, name in _SEXES.items()
            for area, band, count in zip(areas, bands, columns.whole(name), strict=True)
        ]
        return opened.loaded(POPULATION, _sorted(rows))


def load_population_wide(path: Path, vintage: int) -> Loaded:
    """A `POPULATION` table from a list of areas with columns inwoners, inwoners_0_14, inwoners_65plus, schatting_0_17.

    Areas are in the column code, gm_code or postcode; columns `schatting_` get status `herrekend`. Raises
    DeliveryRefusedError.
    """
    with opening(path) as opened:
        columns = read_columns(path)
        areas = _areas(columns)
        rows: list[_Row] = []
        for name in columns.names:
            found = _COLUMN.fullmatch(name)
            if found:
                known = ValueStatus.RECOMPUTED if found[1] == "schatting" else ValueStatus.VALUE
                pairs = zip(areas, columns.whole(name), strict=True)
                rows += [
                    _row(vintage, area, "totaal", _column_band(found), count, known=known) for area, count in pairs
                ]
        if not rows:
            raise RefusedError(MISSING, name="inwoners", near="-")
        return opened.loaded(POPULATION, _sorted(rows))


def _areas(columns: Columns) -> list[str]:
    kinds: dict[str, Callable[[str], bool]] = {"code": is_area, "gm_code": is_municipality, "postcode": is_pc4}
    for name, fits in kinds.items():
        if name in columns.names:
            return columns.matching(name, fits)
    raise RefusedError(MISSING, name="code", near="-")


def _band(text: str) -> _Band:
    first, dash, last = text.rstrip("+").partition("-")
    if dash and int(last) < int(first):
        raise RefusedError(BAD_VALUE, name="leeftijd", row=1, count=1)
    return int(first), int(last) if dash else None


def _column_band(found: re.Match[str]) -> _Band:
    if found[2]:
        return int(found[2]), int(found[3])
    return int(found[4] or 0), None


def _row(
    year: int, area: str, sex: str, band: _Band, count: int | None, *, known: ValueStatus = ValueStatus.VALUE
) -> _Row:
    if count is not None and count < 0:
        raise RefusedError(BAD_VALUE, name="inwoners", row=1, count=1)
    status = ValueStatus.UNKNOWN if count is None else known
    return year, area, level_of(area), sex, *band, count, status.value


def _sorted(rows: list[_Row]) -> dict[str, object]:
    keys = {row[:6] for row in rows}
    if len(keys) != len(rows):
        raise RefusedError(REPEATED, count=len(rows) - len(keys))
    most = 1_000
    rows.sort(key=lambda row: (*row[:5], most if row[5] is None else row[5]))
    return rows_of(POPULATION, rows)
