"""Every indicator does what its worked example says, on every engine, and is written as the schema asks."""

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import jsonschema
import pytest
import yaml

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.catalogue.load_policies import policies
from graadmeter.catalogue.units import unit_files
from graadmeter.domain.cells import DIMENSIONS, TOTAL
from graadmeter.domain.indicators import Indicator
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.example import example_region, model_tables
from graadmeter.measure.reference.run import measure_plainly
from graadmeter.measure.run import measure

EXPECTED = {
    "bescherming_reclassering", "crisis", "dyslexie", "grootste_aanbieders", "herhaald_beroep", "jeugdhulp",
    "stapeling", "trajecten", "uitgaven", "verblijf", "verwijzers", "wmo_clienten",
}  # fmt: skip


def compiled(indicator: Indicator) -> list[dict]:
    with DuckDBEngine() as engine:
        for name, table in model_tables(indicator.example.rows).items():
            engine.register(name, table)
        region = example_region(indicator.example)
        return measure(engine, {indicator.id: indicator}, region, edition="proef").to_pylist()


def plain(indicator: Indicator) -> list[dict]:
    tables, region = model_tables(indicator.example.rows), example_region(indicator.example)
    return measure_plainly(tables, {indicator.id: indicator}, region, edition="proef").to_pylist()


ENGINES = {"compiled": compiled, "plain": plain}


@cache
def cells(engine: str, indicator: str) -> list[dict]:
    return ENGINES[engine](indicators()[indicator])


def expectations() -> Iterator[pytest.param]:
    for engine in ENGINES:
        for indicator in indicators().values():
            for number, expected in enumerate(indicator.example.expect):
                yield pytest.param(engine, indicator.id, expected, id=f"{engine}-{indicator.id}-{number}")


@pytest.mark.parametrize(("engine", "indicator", "expected"), list(expectations()))
def test_the_worked_example(engine, indicator, expected) -> None:
    result = ("value", "status", "contributors", "providers")
    key = {**dict.fromkeys(DIMENSIONS, TOTAL), **{k: v for k, v in expected.items() if k not in result}}
    found = [cell for cell in cells(engine, indicator) if all(cell[name] == value for name, value in key.items())]
    assert len(found) == 1, key
    for name in result:
        if name in expected:
            assert found[0][name] == expected[name], (name, key)


def test_the_twelve_indicators_are_there() -> None:
    assert set(indicators()) >= EXPECTED


@pytest.mark.parametrize("file", unit_files("indicators", ".yaml"), ids=lambda file: file.name)
def test_each_file_fits_the_schema_and_is_named_after_its_id(file) -> None:
    schema = json.loads(files("graadmeter.catalogue").joinpath("indicators/_schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    content = yaml.safe_load(file.read_text(encoding="utf-8"))
    jsonschema.validate(content, schema)
    assert file.name == f"{content['id']}.yaml"


@pytest.mark.parametrize("indicator", list(indicators().values()), ids=lambda indicator: indicator.id)
def test_the_sentence_can_be_filled_and_the_policy_exists(indicator) -> None:
    filled = indicator.sentence.fill(value="12", area="Almelo", period="2021", one_in="8")
    for text in (filled.nl, filled.en):
        assert "12" in text
        assert "Almelo" in text
    shares = [measure for measure in indicator.measures if measure.unit.is_share and measure.total]
    assert shares or "{one_in}" not in indicator.sentence.nl
    assert ("{one_in}" in indicator.sentence.nl) == ("{one_in}" in indicator.sentence.en)
    assert indicator.policy in policies()


@pytest.mark.parametrize("indicator", list(indicators().values()), ids=lambda indicator: indicator.id)
def test_parts_add_up_where_the_definition_says_so(indicator) -> None:
    assert all(set(indicator.additive) <= set(measure.additive) for measure in indicator.measures)
