"""Reads the counting part of an indicator's YAML: named counts, and the measures built from them."""

from collections.abc import Mapping
from typing import Any

from graadmeter.catalogue.dimensions import dimension_members
from graadmeter.catalogue.predicates import check_predicate, countable_columns
from graadmeter.catalogue.refusals import check_keys, member, names_in, refuse, unknown
from graadmeter.domain.cells import DIMENSIONS
from graadmeter.domain.indicators import AgeScope, Count, Measure, Moment, Population, Unit
from graadmeter.domain.model import MODEL
from graadmeter.domain.slices import COMPOSITION_DIMENSIONS, PERSON_DIMENSIONS, ROW_DIMENSIONS
from graadmeter.domain.text import Text

_UNIT = Text("de eenheid", "unit")
_DIMENSION = Text("de dimensie", "dimension")
_POPULATION = "bevolking"


def read_count(unit: str, content: Mapping[str, Any]) -> Count:
    """One named count; raises CatalogueError for unknown tables, columns, units, ages or moments."""
    check_keys(unit, content, ("of", "table"), ("where", "age", "moment"))
    table = str(content["table"])
    tables = [shape.name for shape in MODEL]
    if table not in tables:
        raise unknown(unit, Text("de tabel", "table"), table, tables)
    where = str(content.get("where", "TRUE"))
    check_predicate(unit, where, table)
    return Count(
        of=member(unit, _UNIT, content["of"], Unit),
        table=table,
        where=where,
        age=member(unit, Text("de leeftijdsgrens", "age scope"), content.get("age", AgeScope.ALL), AgeScope),
        moment=member(unit, Text("het telmoment", "moment"), content.get("moment", Moment.ACTIVE), Moment),
    )


def read_measure(unit: str, content: Mapping[str, Any], counts: Mapping[str, Count]) -> Measure:
    """One measure over the named counts; raises CatalogueError for what does not exist or cannot be."""
    check_keys(
        unit,
        content,
        ("unit", "count"),
        ("share_of", "fixed", "breakdowns", "top", "members", "split", "total", "additive"),
    )
    count = _named(unit, content["count"], counts)
    breakdowns = names_in(unit, _DIMENSION, content.get("breakdowns", []), DIMENSIONS)
    for dimension in breakdowns:
        _check_dimension(unit, dimension, count)
    measure = Measure(
        unit=member(unit, _UNIT, content["unit"], Unit),
        count=count,
        share_of=_share_of(unit, content.get("share_of"), counts),
        fixed=_fixed(unit, content.get("fixed", {})),
        breakdowns=breakdowns,
        top=content.get("top"),
        members=_members(unit, breakdowns, content.get("members", {})),
        split=names_in(unit, _DIMENSION, content.get("split", []), breakdowns),
        total=bool(content.get("total", True)),
        additive=names_in(
            unit,
            Text("de optelbaarheid", "additivity"),
            content.get("additive", []),
            ("area", "wijk", "period", *breakdowns),
        ),
    )
    _check_measure(unit, measure)
    return measure


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


def _members(unit: str, breakdowns: tuple[str, ...], chosen: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    known = dimension_members()
    names_in(unit, _DIMENSION, list(chosen), breakdowns)
    return {
        dimension: names_in(
            unit,
            Text(f"de code van {dimension}", f"code of {dimension}"),
            chosen.get(dimension, list(known[dimension])),
            known[dimension],
        )
        for dimension in breakdowns
        if dimension != "aanbieder" or dimension in chosen
    }


def _check_dimension(unit: str, dimension: str, count: Count) -> None:
    columns = countable_columns(count.table)
    fits = {
        *(name for name, column in ROW_DIMENSIONS.items() if column in columns),
        *(PERSON_DIMENSIONS if "persoon" in columns and count.of is not Unit.HOUSEHOLDS else ()),
        *(COMPOSITION_DIMENSIONS if count.of in {Unit.PERSONS, Unit.HOUSEHOLDS} else ()),
    }
    if dimension not in fits:
        raise unknown(unit, Text(f"de uitsplitsing van {count.table}", f"breakdown of {count.table}"), dimension, fits)


def _check_measure(unit: str, measure: Measure) -> None:
    if measure.unit.is_share != (measure.share_of is not None):
        text = Text("een aandeel vraagt 'share_of', een aantal niet.", "a share needs 'share_of', a count does not.")
        raise refuse(unit, text)
    if not measure.unit.is_share and measure.unit is not measure.count.of:
        text = Text(
            f"'{measure.unit}' past niet bij een telling van {measure.count.of}.",
            f"'{measure.unit}' does not fit a count of {measure.count.of}.",
        )
        raise refuse(unit, text)
    if (measure.top is not None) != ("aanbieder" in measure.breakdowns):
        text = Text("'aanbieder' en 'top' horen bij elkaar.", "'aanbieder' and 'top' belong together.")
        raise refuse(unit, text)


def check_wijken(unit: str, measure: Measure, *, whole: bool, parts: bool) -> None:
    """Raises CatalogueError when a measure cannot be given per wijk, as a whole or broken down."""
    no_wijk = measure.count.of in {Unit.EURO, Unit.PROVIDERS}
    by_area = [name for name in measure.breakdowns if name == "aanbieder" or name in COMPOSITION_DIMENSIONS]
    if (whole and no_wijk) or (parts and (no_wijk or by_area)):
        what = by_area[0] if by_area and not no_wijk else measure.count.of.value
        text = Text(f"'{what}' kan niet per wijk worden gegeven.", f"'{what}' cannot be given per wijk.")
        raise refuse(unit, text)
