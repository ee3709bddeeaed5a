"""Runs the examples of a check: each is a small delivery of its own, held against that check only."""

from collections.abc import Iterable

import pyarrow as pa

from graadmeter.catalogue.code_lists import code_lists
from graadmeter.catalogue.layouts import layouts
from graadmeter.catalogue.products import base_products, region_products
from graadmeter.check.context import CheckContext
from graadmeter.check.earlier_tables import earlier_schema
from graadmeter.check.result import CheckResult
from graadmeter.check.run import run_checks
from graadmeter.check.typed import typed
from graadmeter.domain.checks import Check, Example, Row
from graadmeter.domain.layouts import Source
from graadmeter.domain.periods import parse_period
from graadmeter.domain.tables import Type
from graadmeter.engine.port import Engine

GEMEENTE = "GM0141"
QUARTER = parse_period("2025KW04")
_OWN = (
    "productcode,domein,categorie,soort,vorm,dyslexie,eenheid,tarief_cent,gemeente,from,until,source",
    "02A03,wmo,02,wmo,ondersteuning,N,04,6600,,2019-01-01,,example",
    "45X99,jw,45,jeugdhulp,02,N,04,9000,,2019-01-01,2023-12-31,example",
)
WIJKEN = frozenset({"WK014100", "WK014110", "WK014120"})
PROVIDERS = frozenset({"41410001", "41410002"})
PRODUCTS = (*region_products(_OWN), *base_products())
"""What examples may take as known: Almelo in the last quarter of 2025, three wijken, two providers, two products."""

_EARLIER = "eerder_"


def run_example(engine: Engine, check: Check, example: Example) -> CheckResult:
    """What `check` alone says of an example. Tables `eerder_...` the check uses are known, if only as empty."""
    shapes = layouts()
    table = example.table or check.table
    tables = {name: rows for name, rows in example.other.items() if not name.startswith(_EARLIER)}
    raw = {name: _raw(rows, shapes[name].table) for name, rows in {**tables, table: example.rows}.items()}
    uses = {name for name in (*check.uses, *example.other) if name.startswith(_EARLIER)}
    context = CheckContext(
        gemeente=GEMEENTE,
        quarter=QUARTER,
        products=PRODUCTS,
        code_lists=code_lists(),
        wijken=WIJKEN,
        providers=PROVIDERS,
        earlier={name: earlier_rows(example.other.get(name, ()), name.removeprefix(_EARLIER)) for name in uses},
    )
    return run_checks(engine, raw, shapes, {check.code: check}, context)


def _raw(rows: Iterable[Row], table: str) -> pa.Table:
    """Rows of text; a row that names no `bestand` stands in the one message of the example, or in the table's CSV."""
    file = "bericht.xml" if layouts()[table].source is Source.XML else f"{table}.csv"
    texts = [{**row, "bestand": row.get("bestand") or file} for row in rows]
    names = sorted({name for row in texts for name in row})
    columns = {name: pa.array([row.get(name) for row in texts], pa.string()) for name in names}
    return pa.table({**columns, "regel": pa.array(range(1, len(texts) + 1), pa.int64())})


def earlier_rows(rows: Iterable[Row], name: str) -> pa.Table:
    """Rows of texts as the earlier table of that name holds them."""
    given = list(rows)
    return pa.table({field.name: _column(given, field) for field in earlier_schema(name)})


def _column(rows: list[Row], field: pa.Field) -> pa.Array:
    return typed(pa.array([row.get(field.name) for row in rows], pa.string()), _kind(field)).cast(field.type)


def _kind(field: pa.Field) -> Type:
    if pa.types.is_date(field.type):
        return Type.DATE
    return Type.BIGINT if pa.types.is_integer(field.type) else Type.TEXT
