"""Whatever a deliverer sends: every row is accounted for, nothing is raised, and nobody's BSN or birth date is told."""

import pyarrow as pa
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from graadmeter.catalogue.code_lists import code_lists
from graadmeter.catalogue.layouts import layouts
from graadmeter.catalogue.load_checks import checks
from graadmeter.check import earlier, report_text, report_xlsx
from graadmeter.check.context import CheckContext
from graadmeter.check.examples import GEMEENTE, PRODUCTS, QUARTER, WIJKEN
from graadmeter.check.run import run_checks
from graadmeter.domain.deliveries import Manifest
from graadmeter.domain.text import Lang
from graadmeter.engine.duckdb import DuckDBEngine

BSN, BORN = "111222333", "2011-07-13"
NUMBERS = {
    "toewijzingnummer",
    "aanbieder",
    "bericht_id",
    "declaratienummer",
    "referentienummer",
    "vorig_referentienummer",
}
PLAIN = [
    "1",
    "2",
    "3",
    "20",
    "C",
    "D",
    "jw",
    "wmo",
    "jeugdwet",
    "0141",
    "0153",
    "2025KW04",
    "45A48",
    "45",
    "WK014110",
    "J",
]
DAYS = ["2025-10-01", "31-12-2025", "0001-01-01", "9999-12-31", "2025-02-30", "1900-01-01"]
ODD = [
    "",
    " ",
    "\x00",
    "=1+1",
    "{bsn}",
    "%s",
    "'; DROP TABLE x; --",
    "9" * 30,
    "999999999999999999",
    "-5",
    "é" * 200,
    None,
]
MANIFEST = Manifest("0141-2025KW04-00000000", GEMEENTE, "2025KW04", "2026-01-01T00:00:00Z", (), "r", "s")


@st.composite
def deliveries(draw):
    tables = {}
    for name, layout in layouts().items():
        rows = draw(st.integers(0, 5))
        columns = {}
        for field in layout.fields:
            known = [BSN, *PLAIN] if field.name not in NUMBERS else PLAIN
            pool = [BSN] if field.name == "bsn" else [BORN] if field.name == "geboortedatum" else [*known, *DAYS, *ODD]
            texts = draw(st.lists(st.sampled_from(pool), min_size=rows, max_size=rows))
            columns[field.name] = pa.array(texts, pa.string())
        columns["bestand"] = pa.array(
            draw(st.lists(st.sampled_from(["a", "b/c"]), min_size=rows, max_size=rows)), pa.string()
        )
        columns["regel"] = pa.array(range(1, rows + 1), pa.int64())
        tables[name] = pa.table(columns)
    return tables


def as_words(rows: pa.Table) -> pa.Table:
    """The rows as large tables are read: texts as words."""
    columns = {name: column.combine_chunks() for name, column in zip(rows.column_names, rows.columns, strict=True)}
    return pa.table({name: one.dictionary_encode() if name != "regel" else one for name, one in columns.items()})


@given(deliveries(), st.booleans())
def test_any_delivery(raw, with_history) -> None:
    context = CheckContext(
        GEMEENTE,
        QUARTER,
        products=PRODUCTS,
        code_lists=code_lists(),
        wijken=WIJKEN,
        earlier=earlier.combine([earlier.of_session({}, QUARTER.first - 1)]) if with_history else {},
        fictitious=True,
    )
    with DuckDBEngine(threads=1) as engine:
        result = run_checks(engine, raw, layouts(), checks(), context)
    assert {count.table: count.read for count in result.tables} == {name: rows.num_rows for name, rows in raw.items()}
    for count in result.tables:
        assert count.read == count.used + count.rejected
        assert result.good[count.table].num_rows == count.used
    for finding in result.findings:
        told = f"{finding.message} {finding.values} {finding.case} {finding.month}"
        assert BSN not in told, finding
        assert BORN not in told, finding
    assert report_text.lines(result, Lang.NL)
    assert report_xlsx.build(result, MANIFEST, Lang.EN)


@settings(max_examples=3, phases=[Phase.generate])
@given(deliveries())
def test_columns_of_words_say_the_same(raw) -> None:
    context = CheckContext(GEMEENTE, QUARTER, products=PRODUCTS, code_lists=code_lists(), wijken=WIJKEN)
    worded = {name: as_words(rows) for name, rows in raw.items()}
    with DuckDBEngine(threads=1) as engine:
        plain, other = (run_checks(engine, one, layouts(), checks(), context) for one in (raw, worded))
    assert (other.findings, other.outcomes, other.tables) == (plain.findings, plain.outcomes, plain.tables)
    assert dict(other.good) == dict(plain.good)
