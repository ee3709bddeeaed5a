"""The list of all indicators: which number of the catalogue of definitions each has, and the page that shows them."""

from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from graadmeter.catalogue.units import read_yaml, text_of
from graadmeter.domain.indicators import Indicator
from graadmeter.domain.text import Text

SAVED = "vaste_vraag"
"""The tag of indicators that answer a saved question of the regional monitor."""

_HEAD = """<!-- Made from the catalogue by: graadmeter indicators --docs docs/indicator-list.md -->
# All indicators

What each counts, and what it does not say, is in its YAML file and under `graadmeter indicators NAME`. Breakdowns are
given one at a time. *Basis*: P follows a published definition, D is put together from published pieces, O is our own.
The number is that of the catalogue of definitions that Graadmeter started from; * = a saved question of the monitor.

| no. | id | title | units | breakdowns | levels | periods | basis |
| --- | --- | --- | --- | --- | --- | --- | --- |
"""
_WITHOUT = """
## Numbers without an indicator

| no. | why |
| --- | --- |
"""


def indicators_by_number(indicators: Mapping[str, Indicator]) -> dict[int, tuple[str, ...]]:
    """Number -> the ids of the indicators that have it."""
    found: dict[int, list[str]] = {}
    for name, indicator in indicators.items():
        for number in _numbers(indicator):
            found.setdefault(number, []).append(name)
    return {number: tuple(found[number]) for number in sorted(found)}


def all_numbers() -> range:
    """Every number of the catalogue of definitions."""
    return range(1, int(_content()["last"]) + 1)


def reasons() -> dict[int, Text]:
    """Number -> why there is no indicator for it."""
    return {int(number): text_of(text) for number, text in _content()["reasons"].items()}


def list_page(indicators: Mapping[str, Indicator]) -> str:
    """The page with every indicator, in the order of their numbers, and what has none (Markdown, English)."""
    rows = [_row(one) for one in sorted(indicators.values(), key=lambda one: (_numbers(one) or [_LAST], one.id))]
    without = [f"| {number} | {reason.en.strip()} |\n" for number, reason in sorted(reasons().items())]
    return _HEAD + "".join(rows) + _WITHOUT + "".join(without)


_LAST = 1000
"""Sorts what has no number after the rest."""


def _numbers(indicator: Indicator) -> list[int]:
    return [int(number) for number in _listed(indicator, "number")]


def _listed(indicator: Indicator, field: str) -> list[str]:
    value = indicator.metadata.groups["identity"][field]
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]


def _row(indicator: Indicator) -> str:
    saved = "*" if SAVED in _listed(indicator, "tags") else ""
    breakdowns = dict.fromkeys(name for measure in indicator.measures for name in measure.breakdowns)
    columns = (
        ", ".join(str(number) for number in _numbers(indicator)) + saved,
        f"`{indicator.id}`",
        indicator.title.en,
        ", ".join(dict.fromkeys(measure.unit.value for measure in indicator.measures)),
        ", ".join(breakdowns) or "-",
        ", ".join(indicator.levels),
        ", ".join(indicator.periods),
        indicator.metadata.basis.value,
    )
    return f"| {' | '.join(columns)} |\n"


def _content() -> dict[str, Any]:
    return read_yaml(files("graadmeter.catalogue").joinpath("indicators", "_numbers.yaml"))
