"""The check stage as a whole: what is used, what is refused, what is unknown, and that every row is accounted for."""

import pyarrow as pa
import pytest

from graadmeter.catalogue.code_lists import code_lists
from graadmeter.catalogue.layouts import layouts
from graadmeter.catalogue.load_checks import checks
from graadmeter.catalogue.products import base_products, region_products
from graadmeter.check.context import CheckContext
from graadmeter.check.result import State
from graadmeter.check.run import run_checks
from graadmeter.domain.checks import Check
from graadmeter.domain.findings import Finding, Severity, Tier, Verdict
from graadmeter.domain.periods import parse_period
from graadmeter.domain.text import Text
from graadmeter.engine.duckdb import DuckDBEngine

CONTEXT = CheckContext("GM0141", parse_period("2025KW04"), code_lists=code_lists(), fictitious=True)
OWN = (
    "productcode,domein,categorie,soort,vorm,dyslexie,eenheid,tarief_cent,gemeente,from,until,source",
    "45X99,jw,45,jeugdhulp,02,N,04,9000,,2019-01-01,,example",
)
STOP = {
    "domein": "jw", "gemeente": "0141", "aanbieder": "41410001", "bericht_id": "B1", "dagtekening": "2025-11-03",
    "bsn": "009999991", "geboortedatum": "2012-05-01", "geslacht": "1", "toewijzingnummer": "77", "categorie": "45",
    "productcode": "45A04", "begindatum": "2025-01-06", "reden_beeindiging": "31", "einddatum": "2025-10-31",
    "status_aanlevering": "1", "bestand": "JW307_1.xml", "regel": 1,
}  # fmt: skip


def table(*rows: dict[str, object]) -> pa.Table:
    return pa.Table.from_pylist(list(rows))


def chosen(*codes: str) -> dict[str, Check]:
    return {code: checks()[code] for code in codes}


@pytest.fixture(scope="module")
def engine():
    with DuckDBEngine(threads=1) as made:
        yield made


def run(engine, raw, *codes: str, context: CheckContext = CONTEXT):
    return run_checks(engine, raw, layouts(), chosen(*codes), context)


FIELD_CODES = ("GM-V001", "GM-V002", "GM-V003", "GM-V004", "GM-V005", "GM-BSN1")


def test_a_clean_row_is_used_with_its_types(engine) -> None:
    result = run(engine, {"stop": table(STOP)}, *FIELD_CODES, "GM-TR018", "GM-CS002")
    assert result.verdict is Verdict.ACCEPTED
    assert result.findings == ()
    good = result.good["stop"]
    assert good.num_rows == 1
    assert good.schema.field("einddatum").type == pa.date32()
    assert good["einddatum"][0].as_py().isoformat() == "2025-10-31"
    assert good["bestand"].to_pylist() == ["JW307_1.xml"]


def test_read_is_used_plus_rejected_for_every_table(engine) -> None:
    wrong = {**STOP, "einddatum": "2024-10-31", "regel": 2}
    result = run(engine, {"stop": table(STOP, wrong)}, *FIELD_CODES, "GM-TR018")
    assert result.verdict is Verdict.PARTLY
    counts = {count.table: count for count in result.tables}
    assert set(counts) == set(layouts())
    assert (counts["stop"].read, counts["stop"].used, counts["stop"].rejected) == (2, 1, 1)
    assert all(count.read == count.used + count.rejected for count in result.tables)
    assert result.good["stop"]["regel"].to_pylist() == [1]


def test_a_check_that_builds_on_a_bad_value_says_unknown(engine) -> None:
    result = run(engine, {"stop": table({**STOP, "einddatum": "31-02-2025"})}, *FIELD_CODES, "GM-TR018")
    assert [finding.code for finding in result.findings] == ["GM-V002"]
    assert result.unknown == {"GM-TR018": 1}
    state = {(one.code, one.table): one.state for one in result.outcomes}
    assert state["GM-TR018", "stop"] is State.UNKNOWN
    assert state["GM-V002", "stop"] is State.FOUND
    assert state["GM-V001", "stop"] is State.FINE
    assert state["GM-V001", "start"] is State.NO_ROWS


def test_a_value_that_is_only_questioned_is_not_used(engine) -> None:
    row = {"gemeente": "0141", "verwijzer": "07", "wet": "jeugdwet", "bestand": "v.csv", "regel": 2}
    result = run(engine, {"voorziening": table(row)}, "GM-V004")
    assert [finding.severity for finding in result.findings] == [Severity.QUESTION]
    assert result.good["voorziening"]["verwijzer"].to_pylist() == [None]
    assert result.good["voorziening"]["wet"].to_pylist() == ["jeugdwet"]


def test_nothing_usable_is_refused(engine) -> None:
    result = run(engine, {"stop": table({**STOP, "bsn": "12"})}, *FIELD_CODES)
    assert result.verdict is Verdict.REFUSED
    assert result.good["stop"].num_rows == 0


def test_nothing_delivered_is_accepted(engine) -> None:
    result = run(engine, {}, *FIELD_CODES)
    assert result.verdict is Verdict.ACCEPTED
    assert {one.state for one in result.outcomes} == {State.NO_ROWS}


def test_a_refused_file_does_not_stop_the_others(engine) -> None:
    check = Check(
        "GM-X", "stop", Tier.FILE, Severity.STOPS_FILE, ("domein",), Text("t", "t"), Text("Fout.", "Wrong."),
        Text("r", "r"), "test", "SELECT rij, NULL AS detail FROM :stop WHERE domein = 'wmo'", is_query=True,
    )  # fmt: skip
    raw = {
        "stop": table(STOP, {**STOP, "domein": "wmo", "bestand": "b"}),
        "start": table({**STOP, "bestand": "b"}, {**STOP, "bestand": "c"}),
    }
    result = run_checks(engine, raw, layouts(), {"GM-X": check}, CONTEXT)
    assert result.verdict is Verdict.PARTLY
    assert result.refused_files == ("b",)
    assert result.good["stop"]["bestand"].to_pylist() == ["JW307_1.xml"]
    assert result.good["start"]["bestand"].to_pylist() == ["c"]
    (finding,) = result.findings
    assert (finding.file, finding.row) == ("b", None)


def test_what_the_reader_found_counts_for_the_verdict(engine) -> None:
    found = Finding("DL-X", Severity.STOPS_FILE, "stuk.xml", Text("Stuk.", "Broken."))
    context = CheckContext("GM0141", CONTEXT.quarter, code_lists=code_lists(), read_findings=(found,))
    result = run(engine, {"stop": table(STOP)}, *FIELD_CODES, context=context)
    assert result.verdict is Verdict.PARTLY
    assert result.refused_files == ("stuk.xml",)
    assert result.counts == {"DL-X": 1}
    assert run(engine, {}, *FIELD_CODES, context=context).verdict is Verdict.REFUSED


def test_examples_are_capped_but_all_are_counted(engine) -> None:
    rows = [{**STOP, "einddatum": "2020-01-01", "regel": number} for number in range(1, 31)]
    context = CheckContext("GM0141", CONTEXT.quarter, code_lists=code_lists(), examples=5)
    result = run(engine, {"stop": table(*rows)}, "GM-TR018", context=context)
    assert len(result.findings) == 5
    assert result.counts == {"GM-TR018": 30}
    assert [finding.row for finding in result.findings] == [1, 2, 3, 4, 5]


def test_the_engine_is_left_as_it_was(engine) -> None:
    run(engine, {"stop": table(STOP)}, *FIELD_CODES, "GM-TR358")
    left = engine.query("SELECT table_name FROM information_schema.tables").column(0).to_pylist()
    assert not [name for name in left if name.startswith("check_")]


def test_a_finding_says_where_and_which_case(engine) -> None:
    (finding,) = run(engine, {"stop": table({**STOP, "einddatum": "2024-10-31"})}, "GM-TR018").findings
    assert (finding.file, finding.row, finding.column) == ("JW307_1.xml", 1, "einddatum")
    assert (finding.month, finding.case) == ("2025-01", "77")
    assert finding.message.nl == "De einddatum (2024-10-31) ligt voor de begindatum (2025-01-06)."


def test_a_bsn_in_the_wrong_column_is_not_repeated(engine) -> None:
    raw = {"voorziening": table({"verwijzer": "009999991", "bsn": "009999991", "bestand": "v", "regel": 1})}
    (finding,) = run(engine, raw, "GM-V004").findings
    assert "009999991" not in f"{finding.message} {finding.values}"
    other = {"voorziening": table({"verwijzer": "123456782", "bsn": "009999991", "bestand": "v", "regel": 1})}
    assert "123456782" not in str(run(engine, other, "GM-V004").findings)


def test_a_wrong_code_is_answered_with_the_right_ones(engine) -> None:
    raw = {"stop": table({**STOP, "reden_beeindiging": "99"}), "start": table({**STOP, "geslacht": "M"})}
    told = {finding.column: finding.message.nl for finding in run(engine, raw, "GM-V003").findings}
    assert told["geslacht"] == "'Geslacht' bevat de code '(verborgen)'. Geldig zijn: 0, 1, 2."
    assert "(jw); 02, 19" in told["reden_beeindiging"]


def test_an_unreadable_date_raises_no_question_about_the_product(engine) -> None:
    row = {"wet": "jeugdwet", "productcode": "45A48", "begindatum": "31-02-2025", "bestand": "v.csv", "regel": 2}
    context = CheckContext(
        "GM0141", CONTEXT.quarter, code_lists=code_lists(), products=(*region_products(OWN), *base_products())
    )
    result = run(engine, {"voorziening": table(row)}, "GM-V002", "GM-PROD1", context=context)
    assert {finding.code for finding in result.findings} == {"GM-V002"}
    unknown = {**row, "begindatum": "2025-02-01", "productcode": "99999"}
    result = run(engine, {"voorziening": table(unknown)}, "GM-V002", "GM-PROD1", context=context)
    assert {finding.code for finding in result.findings} == {"GM-PROD1"}
    nationally = CheckContext("GM0141", CONTEXT.quarter, code_lists=code_lists(), products=base_products())
    assert run(engine, {"voorziening": table(unknown)}, "GM-PROD1", context=nationally).findings == ()
