"""The tables that the invented country is written as: its region, and an engine that knows them."""

import csv
from pathlib import Path

from graadmeter.domain.areas import Area, Level
from graadmeter.domain.fact_tables import FACT_MODEL
from graadmeter.domain.model import MODEL, TRAJECT
from graadmeter.domain.periods import parse_period
from graadmeter.domain.region import Region
from graadmeter.engine.arrow import schema_of
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.filled import rows_in

_ROWS = {"woonsituatie": "kwartaal", "declaratieregel": "kw", "levering": "kwartaal", "traject": "kw_begin"}
"""The column that says in which quarter a row was first told."""
_ENDS = ("einde", "reden_einde", "kw_einde")


def region_in(folder: Path, first: str, last: str) -> Region:
    """The region of the written tables."""
    with (folder / "gebieden.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    areas = tuple(
        Area(row["code"], int(row["vintage"]), Level(row["level"]), row["name"], row["parent"]) for row in rows
    )
    top = next(area for area in areas if area.level is Level.REGION)
    return Region(top.name, top.code, top.vintage, areas, parse_period(first).first, parse_period(last).last, {})


def engine_over(folder: Path, *, memory: str, until: int | None = None) -> DuckDBEngine:
    """An engine that knows the written tables, and the others as empty ones; beyond `memory` it spills.

    With `until` as they were told at the end of that quarter: what came later is not there, or has not ended.
    """
    engine = DuckDBEngine(threads=2, memory_limit=memory, temp_directory=str(folder / "spill"), ordered=False)
    for table in (*MODEL, *FACT_MODEL):
        path = folder / f"{table.name}.parquet"
        if path.exists():
            rows = f"SELECT * FROM read_parquet('{path}')"
            engine.run(f"CREATE VIEW {table.name} AS {rows if until is None else _told(table.name, rows, until)}")
        else:
            engine.register(table.name, schema_of(table).empty_table())
    engine.suit(rows_in(engine, TRAJECT.name))
    return engine


def _told(table: str, rows: str, until: int) -> str:
    if table not in _ROWS:
        return rows
    changed = ""
    if table == "traject":
        ends = [f"CASE WHEN kw_einde <= {until} THEN {name} END AS {name}" for name in _ENDS]
        spans = [
            f"CASE WHEN {who}_van <= {until} THEN {value} END AS {name}"
            for who in ("jeugd", "volw", "jong")
            for name, value in ((f"{who}_van", f"{who}_van"), (f"{who}_tot", f"least({who}_tot, {until})"))
        ]
        young = f"coalesce(kw_einde <= {until}, FALSE) AND einde_jeugd AS einde_jeugd"
        changed = f" REPLACE ({', '.join([*ends, *spans, young])})"
    return f"SELECT *{changed} FROM ({rows}) WHERE {_ROWS[table]} <= {until}"
