"""Who lives in an institution is known where every row of the delivery tells it, and nowhere else."""

from datetime import date

import pytest
from tests.support.raw_rows import events_of, model_of, modelled

from graadmeter.engine.duckdb import DuckDBEngine

ROW = {
    "gemeente": "0141", "wijk": "WK014110", "peildatum": date(2024, 1, 1), "leeftijd": 80, "geslacht": "v",
    "aantal": 40, "in_instelling": 3,
}  # fmt: skip


def test_inhabitants_and_those_in_institutions_are_taken_per_wijk_age_and_sex() -> None:
    found = modelled(bevolking=[ROW, {**ROW, "wijk": "WK014199"}, {**ROW, "wijk": "WK999901", "in_instelling": 0}])
    rows = [(one["wijk"], one["leeftijd"], one["aantal"], one["in_instelling"]) for one in found["woonvorm"]]
    assert rows == [("WK014110", 80, 40, 3), ("WK0141XX", 80, 80, 3)]
    assert {one["kwartaal"] for one in found["woonvorm"]} == {2024 * 4}
    assert sum(one["aantal"] for one in found["bevolking"]) == 120


@pytest.mark.parametrize("other", [{"leeftijd": 81}, {"leeftijd": 4}])
def test_a_part_that_does_not_tell_leaves_the_whole_untold(other) -> None:
    found = modelled(bevolking=[ROW, {**ROW, **other, "in_instelling": None}])
    assert found["woonvorm"] == []
    assert len(found["bevolking"]) == 2


@pytest.mark.parametrize(("again", "told"), [({"in_instelling": 5}, [5]), ({"in_instelling": None}, [])])
def test_a_population_delivered_again_takes_along_what_it_tells_or_not(again, told) -> None:
    with DuckDBEngine(threads=1) as engine:
        sessions = (
            events_of(engine, "2024KW01", bevolking=[ROW]),
            events_of(engine, "2024KW02", bevolking=[{**ROW, **again}]),
        )
        found = model_of(engine, *sessions)
    assert [one["in_instelling"] for one in found["woonvorm"]] == told
    assert [one["aantal"] for one in found["bevolking"]] == [40]
