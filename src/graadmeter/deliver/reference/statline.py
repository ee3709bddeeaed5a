"""Reads StatLine tables, v3 and v4, from saved answers or from a server, into one long table of values."""

import re
from collections.abc import Collection
from pathlib import Path

import pyarrow as pa

from graadmeter.deliver.notice import RefusedError
from graadmeter.deliver.reference.csv_columns import read_columns
from graadmeter.deliver.reference.loaded import Loaded, Opened, empty, opening, table_of
from graadmeter.deliver.reference.notices import NO_OBSERVATIONS, SHAPE, UNKNOWN_PERIOD, UNKNOWN_SUBJECT, WEB
from graadmeter.deliver.reference.numbers import number_or_none
from graadmeter.deliver.reference.statline_folder import FolderParts
from graadmeter.deliver.reference.statline_parts import Parts, rows_in
from graadmeter.deliver.reference.statline_period import is_period
from graadmeter.deliver.reference.statline_subjects import (
    Description,
    Subject,
    describe_v3,
    describe_v4,
    describe_wide,
)
from graadmeter.deliver.reference.statline_values import long_rows
from graadmeter.deliver.reference.statline_web import LARGEST, TIMEOUT, Keep, WebParts
from graadmeter.deliver.safe_write import write_file
from graadmeter.domain.reference import STATLINE, ValueStatus

_PAGE_NAME = re.compile(r"[A-Za-z0-9_]{1,100}\.[0-9]{1,6}\.json")


def load_statline(folder: Path, subjects: Collection[str] | None = None) -> Loaded:
    """A table of `STATLINE` from a folder of saved answers (JSON, CSV or Parquet), v3 or v4.

    `subjects` (names without moving number, or v4 measure codes) limits what is kept. Raises DeliveryRefusedError.
    """
    with opening(folder) as opened:
        return _load(FolderParts(folder), opened, subjects)


def load_statline_url(
    base: str, subjects: Collection[str] | None = None, timeout: float = TIMEOUT, largest: int = LARGEST
) -> Loaded:
    """The same from a server; `base` is the address of one table, for example `.../ODataFeed/odata/85318NED`.

    `timeout` in seconds of silence, `largest` in bytes per page. Raises DeliveryRefusedError.
    """
    with opening(base) as opened:
        return _load(WebParts(base, timeout, largest), opened, subjects)


def fetch_statline(base: str, folder: Path) -> Loaded:
    """The same from a server, each answer kept untouched in `folder`, from which `load_statline` reads it again."""
    with opening(base) as opened:
        return _load(WebParts(base, keep=_keeper(folder)), opened, None)


def _keeper(folder: Path) -> Keep:
    """Writes pages in `folder`; a server chooses their names, so only plain ones are taken."""

    def keep(name: str, data: bytes) -> None:
        if not _PAGE_NAME.fullmatch(name):
            raise RefusedError(WEB, reason="name")
        write_file(folder / name, iter([data]))

    return keep


def load_statline_csv(path: Path, table: str, subjects: Collection[str] | None = None) -> Loaded:
    """The same from one wide CSV without properties: numbered columns are subjects, titles and units stay empty."""
    with opening(path) as opened:
        columns = read_columns(path)
        described = describe_wide(table, columns.names)
        data = pa.table({name: pa.array(columns.text(name), pa.string()) for name in columns.names})
        rows = long_rows(opened.name, described, data, subjects, blank_is_impossible=False)
        return Loaded(rows, opened.log.findings())


def _load(parts: Parts, opened: Opened, subjects: Collection[str] | None) -> Loaded:
    if parts.has("MeasureCodes"):
        return _load_v4(parts, opened, subjects)
    described = describe_v3(parts)
    name = next((name for name in ("TypedDataSet", "UntypedDataSet") if parts.has(name)), "")
    if not name:
        return _without_values(opened)
    blank = name == "UntypedDataSet"
    rows = long_rows(opened.name, described, parts.table(name), subjects, blank_is_impossible=blank)
    return Loaded(rows, opened.log.findings())


def _without_values(opened: Opened) -> Loaded:
    opened.say(NO_OBSERVATIONS)
    return Loaded(empty(STATLINE), opened.log.findings())


def _load_v4(parts: Parts, opened: Opened, subjects: Collection[str] | None) -> Loaded:
    described = describe_v4(parts)
    if not parts.has("Observations"):
        return _without_values(opened)
    dimensions = [name for name in (described.geo, described.time, *described.others) if name]
    observed = rows_in(parts, "Observations", ("Measure", "Value", *dimensions))
    known = {subject.key: subject for subject in described.subjects}
    strange = {row["Measure"] for row in observed} - set(known)
    if strange:
        raise RefusedError(UNKNOWN_SUBJECT, count=len(strange))
    kept = [row for row in observed if subjects is None or row["Measure"] in subjects]
    rows = [_row(row, known[row["Measure"]], described) for row in kept]
    columns = {name: [row[at] for row in rows] for at, name in enumerate(STATLINE.names[1:])}
    _check_periods(columns["periode"])
    return Loaded(table_of(STATLINE, {"bron": opened.name, **columns}), opened.log.findings())


def _check_periods(codes: list[object]) -> None:
    unknown = [code for code in set(codes) if code is not None and not is_period(str(code))]
    if unknown:
        raise RefusedError(UNKNOWN_PERIOD, count=len(unknown))


def _row(row: dict[str, str], subject: Subject, described: Description) -> tuple[object, ...]:
    """One observation in the order of `STATLINE` after its first column."""
    period = row[described.time] if described.time else described.period
    value = None if subject.is_text else number_or_none(row["Value"])
    if row["Value"] and value is None and not subject.is_text:
        raise RefusedError(SHAPE, what="Value")
    if described.geo and not row[described.geo]:
        raise RefusedError(SHAPE, what=described.geo)
    text = row.get("StringValue", "") or None
    return (
        described.table,
        row[described.geo] if described.geo else None,
        described.vintage,
        period or None,
        subject.group,
        subject.name,
        subject.title,
        "|".join(f"{name}={row[name]}" for name in described.others),
        subject.unit,
        value,
        text,
        _status(row.get("ValueAttribute", "None"), value is None and text is None, period in described.provisional),
    )


def _status(attribute: str, absent: bool, provisional: bool) -> str:  # noqa: FBT001 - two facts of one observation
    if attribute == "Impossible":
        return ValueStatus.IMPOSSIBLE.value
    if absent or attribute != "None":
        return ValueStatus.UNKNOWN.value
    return ValueStatus.PROVISIONAL.value if provisional else ValueStatus.VALUE.value
