"""Reads the measures of an indicator's YAML: the published series that are built from its counts."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from graadmeter.catalogue.dimensions import dimension_members
from graadmeter.catalogue.indicator_counts import grouped_members
from graadmeter.catalogue.measure_rules import check_measure
from graadmeter.catalogue.predicates import countable_columns
from graadmeter.catalogue.refusals import check_keys, member, names_in, refuse, unknown
from graadmeter.catalogue.units import text_of
from graadmeter.domain.cells import DIMENSIONS
from graadmeter.domain.indicators import METHOD_DIMENSIONS, STATISTICS, AgeScope, Count, Measure, Population, Unit
from graadmeter.domain.slices import (
    COMPOSITION_DIMENSIONS,
    EXACT_MEMBERS,
    ON_REQUEST,
    ONLY_IN,
    PERSON_DIMENSIONS,
    ROW_DIMENSIONS,
)
from graadmeter.domain.text import Text

_DIMENSION = Text("de dimensie", "dimension")
_POPULATION = "bevolking"
_STATISTIC = "statistiek"
_OPTIONAL = (
    "share_of", "minus", "statistics", "method", "options", "words", "fixed", "breakdowns", "top", "members", "split",
    "total", "additive",
)  # fmt: skip


def read_measures(unit: str, content: Mapping[str, Any], counts: Mapping[str, Count]) -> tuple[Measure, ...]:
    """The series of one measure over the named counts, one for each statistic it asks.

    Raises CatalogueError for what does not exist or cannot be.
    """
    check_keys(unit, content, ("unit", "count"), _OPTIONAL)
    one = _read(unit, content, counts)
    asked = names_in(unit, Text("de maat", "statistic"), content.get("statistics", []), STATISTICS)
    found = tuple(replace(one, statistic=name, fixed={**one.fixed, _STATISTIC: name}) for name in asked) or (one,)
    for measure in found:
        check_measure(unit, measure)
    return found


def _read(unit: str, content: Mapping[str, Any], counts: Mapping[str, Count]) -> Measure:
    count = _named(unit, content["count"], counts)
    breakdowns = names_in(unit, _DIMENSION, content.get("breakdowns", []), DIMENSIONS)
    method = str(content.get("method", ""))
    for dimension in breakdowns:
        _check_dimension(unit, dimension, count, free=bool(method))
    minus = content.get("minus")
    return Measure(
        unit=member(unit, Text("de eenheid", "unit"), content["unit"], Unit),
        count=count,
        share_of=_share_of(unit, content.get("share_of"), counts),
        minus=None if minus is None else _named(unit, minus, counts),
        method=method,
        options={str(key): str(value) for key, value in content.get("options", {}).items()},
        words=_words(unit, content.get("words")),
        fixed=_fixed(unit, content.get("fixed", {})),
        breakdowns=breakdowns,
        top=content.get("top"),
        members=_members(unit, breakdowns, content.get("members", {}), count),
        split=names_in(unit, _DIMENSION, content.get("split", []), breakdowns),
        total=bool(content.get("total", True)),
        additive=names_in(
            unit,
            Text("de optelbaarheid", "additivity"),
            content.get("additive", []),
            ("area", "wijk", "period", *breakdowns),
        ),
    )


def _words(unit: str, value: Any) -> Text | None:
    if value is None:
        return None
    if not isinstance(value, dict) or set(value) != {"nl", "en"}:
        raise refuse(unit, Text("'words' vraagt een tekst in nl en en.", "'words' needs a text in nl and en."))
    return text_of(value)


def _named(unit: str, name: Any, counts: Mapping[str, Count]) -> Count:
    if name not in counts:
        raise unknown(unit, Text("de telling", "count"), name, counts)
    return counts[name]


def _share_of(unit: str, value: Any, counts: Mapping[str, Count]) -> Count | Population | None:
    if value is None:
        return None
    if isinstance(value, dict):
        check_keys(unit, value, (_POPULATION,))
        return Population(member(unit, Text("de leeftijdsgrens", "age scope"), value[_POPULATION], AgeScope))
    return _named(unit, value, counts)


def _fixed(unit: str, values: Mapping[str, Any]) -> dict[str, str]:
    known = dimension_members()
    for dimension, code in values.items():
        names_in(unit, _DIMENSION, [dimension], DIMENSIONS)
        names_in(unit, Text(f"de code van {dimension}", f"code of {dimension}"), [code], known[dimension])
    return {str(dimension): str(code) for dimension, code in values.items()}


def _members(
    unit: str, breakdowns: tuple[str, ...], chosen: Mapping[str, Any], count: Count
) -> dict[str, tuple[str, ...]]:
    known = dimension_members()
    names_in(unit, _DIMENSION, list(chosen), breakdowns)
    return {
        dimension: names_in(
            unit,
            Text(f"de code van {dimension}", f"code of {dimension}"),
            chosen.get(dimension, grouped_members(count, dimension) or _usual(dimension, known[dimension])),
            known[dimension],
        )
        for dimension in breakdowns
        if dimension != "aanbieder" or dimension in chosen
    }


def _usual(dimension: str, known: Iterable[str]) -> list[str]:
    """The codes that are given when a definition does not choose."""
    return [code for code in known if code not in {*EXACT_MEMBERS.get(dimension, {}), *ON_REQUEST.get(dimension, ())}]


def _check_dimension(unit: str, dimension: str, count: Count, *, free: bool) -> None:
    if grouped_members(count, dimension) or (free and dimension in METHOD_DIMENSIONS):
        return
    columns = countable_columns(count.table)
    fits = {
        *(
            name
            for name, column in ROW_DIMENSIONS.items()
            if column in columns and count.table in ONLY_IN.get(name, (count.table,))
        ),
        *(PERSON_DIMENSIONS if "persoon" in columns and count.of is not Unit.HOUSEHOLDS else ()),
        *(COMPOSITION_DIMENSIONS if count.of in {Unit.PERSONS, Unit.HOUSEHOLDS} and "voorziening" in columns else ()),
    }
    if dimension not in fits:
        raise unknown(unit, Text(f"de uitsplitsing van {count.table}", f"breakdown of {count.table}"), dimension, fits)
