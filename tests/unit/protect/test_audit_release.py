"""Planted leaks: the audit of a release finds each of them, and says in words where."""

from collections.abc import Callable, Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from tests.support.few import few
from tests.unit.protect.twente import example, hidden_by_name, protected_example

from graadmeter.catalogue.load_policies import policies
from graadmeter.domain.errors import DisclosureError
from graadmeter.protect.audit.release import audit_release
from graadmeter.protect.audit.report import AuditReport
from graadmeter.protect.request import Request


def audited(published: pa.Table) -> AuditReport:
    place, cells = example()
    return audit_release(published, Request(cells, few(), policies(), place), claims=())


def rows(cells: pa.Table, **where: object) -> np.ndarray:
    mask = np.ones(cells.num_rows, dtype=np.bool_)
    for name, value in where.items():
        mask &= np.array(cells[name].to_pylist(), dtype=object) == value
    return np.flatnonzero(mask)


def changed(row: int, **values: object) -> pa.Table:
    """The protected cells with other values in one row."""
    cells = protected_example().cells
    for name, value in values.items():
        field = cells.schema.field(name)
        column = cells[name].to_pylist()
        column[row] = value
        cells = cells.set_column(cells.column_names.index(name), field, pa.array(column, field.type))
    return cells


def secret(*, why: str, unit: str, at_least: int) -> int:
    """A row that is hidden for the sake of itself or of another, with a value of some size."""
    reasons = protected_example().reasons["protection"].to_pylist()
    cells = example()[1]
    for row in rows(cells, unit=unit):
        if reasons[row] == why and cells["value"][row].as_py() >= at_least:
            return int(row)
    raise AssertionError("no such row in the example")


def value_of(row: int) -> float:
    return float(example()[1]["value"][row].as_py())


def test_the_protected_cells_pass_without_any_help_of_the_engine() -> None:
    """Without its proofs the only complaints are that these are missing: the attack itself finds nothing."""
    report = audited(protected_example().cells)
    assert all("no proof" in problem.en for problem in report.problems)
    assert all(not year.findings.leaks for year in report.years.values())


@pytest.mark.parametrize("why", ["primary", "secondary"])
def test_a_hidden_count_that_is_shown_again_gives_others_away(why: str) -> None:
    row = secret(why=why, unit="personen", at_least=1 if why == "primary" else 10)
    report = audited(changed(row, value=value_of(row), status="value"))
    words = [problem.en for problem in report.problems if "no proof" not in problem.en]
    assert any(("too small to show" in text) or ("can be worked out to" in text and "[" in text) for text in words)
    with pytest.raises(DisclosureError, match="Nothing is published"):
        report.require_passed()


def test_a_leak_names_the_sum_but_no_hidden_value() -> None:
    row = secret(why="secondary", unit="personen", at_least=10)
    report = audited(changed(row, value=value_of(row), status="value"))
    leaks = [leak for year in report.years.values() for leak in year.findings.leaks]
    assert leaks
    assert all(leak.because for leak in leaks)
    assert all(" hidden]" in text.en for leak in leaks for text in leak.because)


Plant = Callable[[], tuple[int, Mapping[str, object]]]


def wrong_total() -> tuple[int, Mapping[str, object]]:
    row = int(rows(protected_example().cells, unit="personen", level="regio", status="value")[0])
    return row, {"value": value_of(row) + 1}


def unrounded_share() -> tuple[int, Mapping[str, object]]:
    shares = rows(protected_example().cells, unit="procent", status="value")
    row = next(int(row) for row in shares if abs(value_of(row) * 10 % 1 - 0.5) < 0.4)
    return row, {"value": value_of(row)}


def share_of_a_hidden_count() -> tuple[int, Mapping[str, object]]:
    row = int(rows(protected_example().cells, indicator="verblijf", unit="procent", status="suppressed")[0])
    return row, {"value": round(value_of(row), 1), "status": "value"}


def balance_of_hidden_counts() -> tuple[int, Mapping[str, object]]:
    row = int(rows(protected_example().cells, indicator="saldo_in_uitstroom", status="suppressed")[0])
    return row, {"value": value_of(row), "status": "value"}


def mean_of_few() -> tuple[int, Mapping[str, object]]:
    _, measured = example()
    hidden = rows(protected_example().cells, indicator="gemiddelde_duur", status="suppressed")
    row = next(int(one) for one in hidden if measured["contributors"][int(one)].as_py() < 10)
    return row, {"value": float(round(value_of(row))), "status": "value"}


def median_that_is_not_measured() -> tuple[int, Mapping[str, object]]:
    row = int(rows(protected_example().cells, indicator="gemiddelde_duur", status="value")[0])
    return row, {"value": value_of(row) + 2}


def value_under_a_hidden_status() -> tuple[int, Mapping[str, object]]:
    row = int(rows(protected_example().cells, unit="personen", status="value")[0])
    return row, {"status": "suppressed"}


def empty_but_not_hidden() -> tuple[int, Mapping[str, object]]:
    row = int(rows(protected_example().cells, unit="personen", status="value")[0])
    return row, {"value": None}


def hidden_zero() -> tuple[int, Mapping[str, object]]:
    row = int(rows(protected_example().cells, indicator="trajecten", status="zero")[0])
    return row, {"value": None, "status": "suppressed"}


def rows_in_another_order() -> tuple[int, Mapping[str, object]]:
    return 0, {"area": protected_example().cells["area"][-1].as_py() + "?"}


@pytest.mark.parametrize(
    ("plant", "complaint"),
    [
        (wrong_total, "not the measured one"),
        (unrounded_share, "not rounded to one decimal"),
        (share_of_a_hidden_count, "share of a hidden count"),
        (balance_of_hidden_counts, "share of a hidden count"),
        (mean_of_few, "too few persons or providers behind the figure"),
        (median_that_is_not_measured, "not the measured one"),
        (value_under_a_hidden_status, "a value where none belongs"),
        (empty_but_not_hidden, "no value and not hidden"),
        (hidden_zero, "no proof that it cannot be worked out"),
        (rows_in_another_order, "rows differ"),
    ],
)
def test_planted_mistakes_are_found(plant: Plant, complaint: str) -> None:
    row, values = plant()
    report = audited(changed(row, **values))
    assert any(complaint in problem.en for problem in report.problems), [text.en for text in report.problems[:3]]


def test_the_report_counts_what_is_hidden() -> None:
    cells = protected_example().cells
    report = audited(cells)
    total = sum(hidden for _, hidden in report.figures.values())
    assert total == pc.sum(pc.equal(cells["status"], "suppressed")).as_py() - hidden_by_name(cells)
    assert hidden_by_name(cells) > 0, "how many providers there are by name is itself a hidden number"
    assert report.as_json()["verdict"] == "failed"  # for want of proofs
