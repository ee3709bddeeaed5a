"""Reads Iv3 expenditure by municipality and task field, with the group that can be compared across 2023 and 2025."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from pathlib import Path

from graadmeter.catalogue.crosswalks import task_field
from graadmeter.deliver.notice import RefusedError
from graadmeter.deliver.reference.area_codes import is_municipality
from graadmeter.deliver.reference.csv_columns import Columns, read_columns
from graadmeter.deliver.reference.loaded import Loaded, Opened, opening, rows_of
from graadmeter.deliver.reference.notices import NEGATIVE, REPEATED, REPORT_MISSING, UNKNOWN_FIELD, codes_text
from graadmeter.domain.reference import SPEND, ValueStatus

_CENT_PER_THOUSAND_EURO = 100_000
_REPORTS = ("begroting", "jaarrekening")
_Report = tuple[int, str]


def load_spend(path: Path, municipalities: dict[int, Collection[str]] | None = None) -> Loaded:
    """A `SPEND` table from a CSV with jaar, verslag, gm_code, taakveld, lasten_keur (thousand euro).

    With the municipalities of each year, a report that one of them did not make becomes a row without amount, status
    `niet_aangeleverd`, in every year and kind of report of which the file holds others. Raises DeliveryRefusedError,
    also for a task field that did not exist in its year.
    """
    with opening(path) as opened:
        columns = read_columns(path, ("jaar", "verslag", "gm_code", "taakveld", "lasten_keur"))
        rows = _rows(columns)
        _refuse_double(rows)
        negative = sum(amount is not None and amount < 0 for *_, amount, _ in rows)
        if negative:
            opened.say(NEGATIVE, count=negative)
        rows += _missing(rows, municipalities or {}, opened)
        rows.sort(key=lambda row: (row[0], row[2], row[1], row[3] or ""))
        return opened.loaded(SPEND, rows_of(SPEND, rows))


_Row = tuple[int, str, str, str | None, str | None, int | None, str]


def _rows(columns: Columns) -> list[_Row]:
    amounts = columns.number("lasten_keur")
    reports = columns.matching("verslag", _REPORTS.__contains__)
    areas = columns.matching("gm_code", is_municipality)
    fields = columns.text("taakveld")
    found = zip(columns.filled("jaar"), areas, reports, fields, amounts, strict=True)
    return [(year, area, report, field, _group(field, year), *_amount(amount))
            for year, area, report, field, amount in found]  # fmt: skip


def _amount(thousand_euro: float | None) -> tuple[int | None, str]:
    if thousand_euro is None:
        return None, ValueStatus.UNKNOWN.value
    return round(thousand_euro * _CENT_PER_THOUSAND_EURO), ValueStatus.VALUE.value


def _group(field: str, year: int) -> str:
    known = task_field(field, year)
    if known is None:
        raise RefusedError(UNKNOWN_FIELD, field=field[:8], year=year)
    return known.groep


def _refuse_double(rows: Sequence[_Row]) -> None:
    """Raises RefusedError when a report names a field twice, or a field and its own details (6.75 and 6.751)."""
    times = Counter(row[:4] for row in rows)
    double = sum(times.values()) - len(times)
    detailed = sum((year, area, report, field[:-1]) in times for year, area, report, field in times if field)
    if double or detailed:
        raise RefusedError(REPEATED, count=double + detailed)


def _missing(rows: Sequence[_Row], municipalities: dict[int, Collection[str]], opened: Opened) -> list[_Row]:
    made: dict[_Report, set[str]] = defaultdict(set)
    for year, area, report, *_ in rows:
        made[year, report].add(area)
    absent: list[_Row] = []
    for (year, report), areas in sorted(made.items()):
        lacking = sorted(set(municipalities.get(year, ())) - areas)
        if lacking:
            opened.say(REPORT_MISSING, count=len(lacking), report=report, year=year, codes=codes_text(lacking))
        absent += [(year, area, report, None, None, None, ValueStatus.NOT_DELIVERED.value) for area in lacking]
    return absent
