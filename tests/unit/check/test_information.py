"""A delivery of which nothing is asked is accepted, however much is told about it."""

import pytest

from graadmeter.catalogue.layouts import layouts
from graadmeter.check.context import CheckContext
from graadmeter.check.run import run_checks
from graadmeter.domain.findings import Finding, Severity, Verdict
from graadmeter.domain.periods import parse_period
from graadmeter.domain.text import Text
from graadmeter.engine.duckdb import DuckDBEngine


@pytest.mark.parametrize(
    ("severity", "verdict"),
    [(Severity.INFORMATION, Verdict.ACCEPTED), (Severity.QUESTION, Verdict.ACCEPTED_WITH_FINDINGS)],
)
def test_information_asks_nothing(severity, verdict) -> None:
    told = Finding("DL-1", severity, "a.csv", Text("weet dit", "know this"))
    context = CheckContext("GM0141", parse_period("2025KW04"), read_findings=(told,))
    with DuckDBEngine(threads=1) as engine:
        result = run_checks(engine, {}, layouts(), {}, context)
    assert result.verdict is verdict
    assert result.findings == (told,)
