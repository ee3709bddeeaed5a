"""Reads two small lists: the task fields of Iv3 by year, and what StatLine says of one table."""

from pathlib import Path

from graadmeter.catalogue.crosswalks import task_field
from graadmeter.deliver.notice import RefusedError
from graadmeter.deliver.reference.csv_columns import read_columns
from graadmeter.deliver.reference.json_text import read_json, text_in
from graadmeter.deliver.reference.loaded import Loaded, opening, rows_of
from graadmeter.deliver.reference.notices import SHAPE
from graadmeter.domain.reference import TABLE_INFO, TASK_FIELDS


def load_task_fields(path: Path) -> Loaded:
    """A `TASK_FIELDS` table from a CSV with jaar, code, titel; raises DeliveryRefusedError."""
    with opening(path) as opened:
        columns = read_columns(path, ("jaar", "code", "titel"))
        found = zip(columns.filled("jaar"), columns.text("code"), columns.text("titel"), strict=True)
        rows: list[tuple[int, str, str, str | None]] = [
            (year, code, title, _group(code, year)) for year, code, title in found
        ]
        rows.sort(key=lambda row: row[:2])
        return opened.loaded(TASK_FIELDS, rows_of(TASK_FIELDS, rows))


def _group(code: str, year: int) -> str | None:
    field = task_field(code, year)
    return None if field is None else field.groep


def load_table_info(path: Path) -> Loaded:
    """A `TABLE_INFO` table of one row, from one answer of StatLine (v3 TableInfos or v4 Properties)."""
    with opening(path) as opened:
        content = read_json(path)
        if not isinstance(content, dict) or not text_in(content.get("Identifier")):
            raise RefusedError(SHAPE, what="Identifier")
        period = text_in(content.get("Period", content.get("TemporalCoverage")))
        changed = text_in(content.get("Modified", content.get("Updated")))
        row = (text_in(content["Identifier"]).upper(), text_in(content.get("Title")), period, changed)
        return opened.loaded(TABLE_INFO, rows_of(TABLE_INFO, [row]))
