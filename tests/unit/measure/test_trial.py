"""Trying an indicator on its own worked example tells what agrees and what does not."""

from dataclasses import replace

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.trial import try_example

OWN = indicators()["dyslexie"]
EXPECTED = OWN.example.expect[0]


def tried(*expect):
    with DuckDBEngine(threads=1) as engine:
        found = try_example(engine, replace(OWN, example=replace(OWN.example, expect=expect)))
        assert not engine.query("SELECT table_name FROM information_schema.tables").num_rows
    return found


def test_what_is_expected_is_held_against_what_is_found() -> None:
    value = EXPECTED["value"]
    right, wrong, nowhere, many = tried(
        EXPECTED, {**EXPECTED, "value": value + 1}, {**EXPECTED, "area": "GM9999"}, {"unit": EXPECTED["unit"]}
    )
    assert (right.agrees, right.found["value"]) == (True, value)
    assert (wrong.agrees, wrong.found["value"]) == (False, value)
    assert [(one.agrees, one.found) for one in (nowhere, many)] == [(False, None)] * 2
