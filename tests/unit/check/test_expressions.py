"""Predicates follow SQL's three-valued logic, and what a check may not use is refused by name."""

from datetime import date

import pyarrow as pa
import pytest

from graadmeter.check.expressions import holds, names_used
from graadmeter.domain.errors import CatalogueError

ROW = {
    "a": pa.array([1, 2, None], pa.int64()),
    "b": pa.array([2, 2, 2], pa.int64()),
    "t": pa.array(["x", None, "yz"]),
    "d": pa.array([date(2024, 2, 29), None, date(2025, 12, 31)], pa.date32()),
}
PARAMETERS = {"dag": date(2025, 1, 1), "codes": ("x", "q"), "ja": True, "gemeente": "0141"}


def ask(predicate: str) -> list[bool | None]:
    return holds(predicate, lambda _alias, name: ROW[name], PARAMETERS).to_pylist()


@pytest.mark.parametrize(
    ("predicate", "answers"),
    [
        ("r.a = r.b", [False, True, None]),
        ("r.a IS NULL OR r.a > 1", [False, True, True]),
        ("r.a > 1 AND r.b = 2", [False, True, None]),
        ("NOT r.a > 1", [True, False, None]),
        ("r.t IN ('x', 'y')", [True, None, False]),
        ("r.t NOT IN (:codes)", [False, None, True]),
        ("COALESCE(r.t, '') <> 'x'", [False, True, True]),
        ("r.d < :dag", [True, None, False]),
        ("r.d NOT BETWEEN :dag AND CAST('2025-12-31' AS DATE)", [True, None, False]),
        ("EXTRACT(DAY FROM r.d + 1) = 1", [True, None, True]),
        ("EXTRACT(YEAR FROM :dag) = EXTRACT(YEAR FROM r.d)", [False, None, True]),
        ("EXTRACT(MONTH FROM r.d) * 2 = 4", [True, None, False]),
        ("r.d - :dag > 300", [False, None, True]),
        ("CASE r.t WHEN 'x' THEN 5 ELSE r.b END = 5", [True, False, False]),
        ("CASE WHEN r.a = 2 THEN 1 WHEN r.b = 2 THEN 0 ELSE 9 END = 0", [True, False, True]),
        ("SUBSTR(r.t, 2, 1) = 'z'", [False, None, True]),
        ("ABS(r.a - r.b) = 1", [True, False, None]),
        ("-r.a < 0 AND :ja", [True, True, None]),
        ("(r.a = 1) <> (r.t IS NOT NULL)", [False, False, None]),
    ],
)
def test_answers(predicate: str, answers: list[bool | None]) -> None:
    assert ask(predicate) == answers


def test_what_stands_right_of_an_impossible_condition_is_not_looked_at() -> None:
    def source(alias: str, name: str) -> pa.Array:
        assert alias == "r", "a neighbour was made for nothing"
        return ROW[name]

    assert holds("r.b = 3 AND zorg.saldo > 1", source, {}).to_pylist() == [False, False, False]


@pytest.mark.parametrize("predicate", ["r.a / 2 > 1", "r.t LIKE 'x%'", "CAST(r.t AS DATE) > :dag", "r.a >"])
def test_what_a_check_may_not_use_is_refused(predicate: str) -> None:
    with pytest.raises(CatalogueError):
        ask(predicate)


def test_the_neighbours_a_predicate_names() -> None:
    assert names_used("r.a = toewijzing.volume AND start.saldo > 0") == {"r", "toewijzing", "start"}
