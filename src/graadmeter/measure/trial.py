"""Tries an indicator on its own worked example: what it should give, and what it gives."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graadmeter.domain.cells import DIMENSIONS, TOTAL
from graadmeter.domain.indicators import Indicator
from graadmeter.engine.port import Engine
from graadmeter.measure.example import example_region, model_tables
from graadmeter.measure.run import measure

RESULTS = ("value", "status", "contributors", "providers")
"""What an expected cell may say besides its key."""


@dataclass(frozen=True, slots=True)
class Tried:
    """One expected cell and what was found in its place."""

    expected: Mapping[str, Any]
    found: Mapping[str, Any] | None
    """The measured cell; None when there is none, or more than one."""

    @property
    def agrees(self) -> bool:
        """Whether everything that was expected was found."""
        return self.found is not None and all(
            self.found[name] == value for name, value in self.expected.items() if name in RESULTS
        )


def try_example(engine: Engine, indicator: Indicator) -> tuple[Tried, ...]:
    """Each expectation of the worked example with what the engine counts; the engine is left as it was found."""
    tables = model_tables(indicator.example.rows)
    for name, table in tables.items():
        engine.register(name, table)
    try:
        region = example_region(indicator.example)
        cells = measure(engine, {indicator.id: indicator}, region, edition="").to_pylist()
    finally:
        for name in tables:
            engine.unregister(name)
    return tuple(Tried(expected, _cell(cells, expected)) for expected in indicator.example.expect)


def _cell(cells: list[dict[str, Any]], expected: Mapping[str, Any]) -> dict[str, Any] | None:
    key = {
        **dict.fromkeys(DIMENSIONS, TOTAL),
        **{name: value for name, value in expected.items() if name not in RESULTS},
    }
    found = [cell for cell in cells if all(cell.get(name) == value for name, value in key.items())]
    return found[0] if len(found) == 1 else None
