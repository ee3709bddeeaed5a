"""Known faults do not worsen a verdict, corrections mend or fail, and rules hold on their days only."""

import pickle
from dataclasses import replace
from datetime import date

import pyarrow as pa
import pytest

from graadmeter.catalogue.layouts import layouts
from graadmeter.catalogue.load_checks import checks
from graadmeter.check.context import CheckContext
from graadmeter.check.corrections import CODE, corrected
from graadmeter.check.examples import GEMEENTE, QUARTER, run_example
from graadmeter.check.run import run_checks
from graadmeter.domain.checks import Example
from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.findings import Verdict
from graadmeter.domain.terms import Action, Correction, Known, Status, Terms
from graadmeter.engine.duckdb import DuckDBEngine

STOP = {"bestand": "a.xml", "begindatum": "2025-10-02", "einddatum": "2025-10-01"}
FINE = {"bestand": "a.xml", "begindatum": "2025-10-02", "einddatum": "2025-10-03"}
REPAIR = Correction(
    "c1",
    GEMEENTE,
    QUARTER.code,
    "stop",
    {"begindatum": "2025-10-02"},
    Action.SET,
    "einddatum",
    "2025-10-01",
    "2025-11-01",
    "typefout",
)


@pytest.fixture(scope="module")
def engine():
    with DuckDBEngine(threads=1) as made:
        yield made


def raw(*rows: dict[str, str]) -> dict[str, pa.Table]:
    columns = {name: pa.array([row.get(name) for row in rows], pa.string()) for name in sorted(rows[0])}
    return {"stop": pa.table({**columns, "regel": pa.array(range(1, len(rows) + 1), pa.int64())})}


def judged(engine, terms: Terms, *rows: dict[str, str]):
    context = CheckContext(GEMEENTE, QUARTER, terms=terms)
    return run_checks(engine, raw(*rows), layouts(), {"GM-TR018": checks()["GM-TR018"]}, context)


class TestKnown:
    agreed = Known("GM-TR018", "oud systeem", date(2026, 6, 30), GEMEENTE, "stop", "einddatum")

    def test_a_known_fault_does_not_worsen_the_verdict(self, engine) -> None:
        assert judged(engine, Terms(), STOP, FINE).verdict is Verdict.PARTLY
        result = judged(engine, Terms((self.agreed,)), STOP, FINE)
        assert result.verdict is Verdict.ACCEPTED
        assert [(one.known_until, one.known_reason) for one in result.findings] == [("2026-06-30", "oud systeem")]
        assert result.tables[-1].rejected + sum(one.rejected for one in result.tables[:-1]) == 1

    def test_an_expired_one_counts_again_and_says_so(self, engine) -> None:
        terms = Terms((self.agreed,), today=date(2026, 7, 1))
        result = judged(engine, terms, STOP, FINE)
        assert result.verdict is Verdict.PARTLY
        assert "geaccepteerd tot en met 2026-06-30 (oud systeem); die dag is voorbij" in result.findings[0].message.nl
        assert not result.findings[0].known_until

    def test_it_may_name_any_field_the_check_is_about(self, engine) -> None:
        assert (
            judged(engine, Terms((replace(self.agreed, field="begindatum"),)), STOP, FINE).verdict is Verdict.ACCEPTED
        )

    @pytest.mark.parametrize(
        "other", [{"deliverer": "GM0147"}, {"table": "start"}, {"field": "bsn"}, {"check": "GM-X"}]
    )
    def test_it_covers_nothing_else(self, engine, other) -> None:
        assert judged(engine, Terms((replace(self.agreed, **other),)), STOP, FINE).verdict is Verdict.PARTLY

    def test_nothing_usable_stays_refused(self, engine) -> None:
        assert judged(engine, Terms((self.agreed,)), STOP).verdict is Verdict.REFUSED


class TestCorrections:
    def test_sets_the_value_and_tells_it(self) -> None:
        tables, told = corrected(
            raw(STOP, FINE | {"begindatum": "2025-10-05"}),
            Terms((), (REPAIR,)),
            deliverer=GEMEENTE,
            period=QUARTER.code,
        )
        assert tables["stop"]["einddatum"].to_pylist() == ["2025-11-01", "2025-10-03"]
        assert [(one.code, one.row, one.column) for one in told] == [(CODE, 1, "einddatum")]
        assert "c1" in told[0].message.nl

    def test_removes_the_row(self) -> None:
        terms = Terms((), (replace(REPAIR, action=Action.REMOVE, value=""),))
        tables, told = corrected(raw(STOP), terms, deliverer=GEMEENTE, period=QUARTER.code)
        assert tables["stop"].num_rows == 0
        assert len(told) == 1

    @pytest.mark.parametrize("rows", [(FINE,), (STOP, FINE), (FINE | {"begindatum": "2025-10-09"},)])
    def test_fails_by_name_once_the_source_is_repaired(self, rows) -> None:
        with pytest.raises(WorkspaceError, match="'c1'"):
            corrected(raw(*rows), Terms((), (REPAIR,)), deliverer=GEMEENTE, period=QUARTER.code)

    def test_before_sending_a_stale_one_is_told_and_the_others_apply(self) -> None:
        gone = replace(REPAIR, id="c0", expect="2025-09-09")
        terms, rows = Terms((), (gone, REPAIR)), raw(STOP)
        tables, told = corrected(rows, terms, deliverer=GEMEENTE, period=QUARTER.code, may_be_stale=True)
        assert tables["stop"]["einddatum"].to_pylist() == ["2025-11-01"]
        assert [("c0" in one.message.nl, "c1" in one.message.nl) for one in told] == [(True, False), (False, True)]

    @pytest.mark.parametrize("other", [{"status": Status.WITHDRAWN}, {"period": "2025KW03"}, {"deliverer": "GM0147"}])
    def test_leaves_alone_what_it_is_not_about(self, other) -> None:
        terms = Terms((), (replace(REPAIR, **other),))
        tables, told = corrected(raw(FINE), terms, deliverer=GEMEENTE, period=QUARTER.code)
        assert (tables["stop"], told) == (raw(FINE)["stop"], ())

    def test_the_error_keeps_its_words_between_processes(self) -> None:
        with pytest.raises(WorkspaceError) as caught:
            corrected(raw(FINE), Terms((), (REPAIR,)), deliverer=GEMEENTE, period=QUARTER.code)
        again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - what was pickled here
        assert (type(again), again.text) == (WorkspaceError, caught.value.text)


class TestRulesOnTheirDays:
    def test_a_rule_is_asked_while_it_is_in_force(self, engine) -> None:
        rule = checks()["GM-TR018"]
        for change, found in (
            ({}, 1),
            ({"valid_from": QUARTER.last_day}, 1),
            ({"valid_from": date(2026, 1, 1)}, 0),
            ({"valid_until": date(2025, 12, 30)}, 0),
        ):
            assert len(run_example(engine, replace(rule, **change), Example((STOP,))).findings) == found

    def test_another_day_can_be_asked_for(self, engine) -> None:
        rule = replace(checks()["GM-TR018"], valid_from=date(2026, 1, 1))
        context = CheckContext(GEMEENTE, QUARTER, terms=Terms(rules_on=date(2026, 1, 1)))
        assert run_checks(engine, raw(STOP), layouts(), {rule.code: rule}, context).findings
