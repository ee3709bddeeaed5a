"""Loads the indicators: one YAML file each in `indicators/<theme>/`, and a region's own texts over them."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import yaml

from graadmeter.catalogue.indicator_counts import read_count
from graadmeter.catalogue.indicator_examples import read_example
from graadmeter.catalogue.indicator_measures import read_measures
from graadmeter.catalogue.indicator_metadata import read_metadata
from graadmeter.catalogue.indicator_rules import check_additive, check_sentence, check_shapes
from graadmeter.catalogue.measure_rules import check_places
from graadmeter.catalogue.refusals import check_keys, member, names_in, refuse
from graadmeter.catalogue.units import read_yaml, text_of, unit_files
from graadmeter.domain.areas import Level
from graadmeter.domain.cells import DIMENSIONS
from graadmeter.domain.indicators import Indicator, Measure
from graadmeter.domain.periods import PeriodType
from graadmeter.domain.text import Text

_TEXTS = ("title", "counts_what", "says_not", "definition", "sentence")
_REQUIRED = (
    "id", "version", "theme", "polarity", *_TEXTS, "caveats", "source", "counts", "measures", "levels",
    "breakdown_levels", "periods", "policy", "additive", "example",
)  # fmt: skip
_OPTIONAL = ("basis", "publication", "metadata")


@cache
def indicators(extra: tuple[str, ...] = ()) -> dict[str, Indicator]:
    """Every indicator by its id, in id order; `extra` are YAML texts of a region, which replace those of the same id.

    Raises CatalogueError, with the nearest known names, when a definition is not valid.
    """
    contents = [(file.name, read_yaml(file)) for file in unit_files("indicators", ".yaml")]
    contents += [(f"eigen indicator {number}", _mapping(number, text)) for number, text in enumerate(extra, 1)]
    loaded = [read_indicator(name, content) for name, content in contents]
    own = [indicator.id for indicator in loaded[: len(contents) - len(extra)]]
    if len(set(own)) != len(own):
        raise refuse("indicators", Text("twee bestanden hebben dezelfde id.", "two files have the same id."))
    found = {indicator.id: indicator for indicator in loaded}
    return {key: found[key] for key in sorted(found)}


def _mapping(number: int, text: str) -> dict[str, Any]:
    unit = f"eigen indicator {number}"
    try:
        content = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise refuse(unit, Text(f"geen geldige YAML: {error}", f"not valid YAML: {error}")) from error
    if not isinstance(content, dict):
        raise refuse(unit, Text("dit is geen lijst van namen en waarden.", "this is no mapping."))
    return content


def read_indicator(name: str, content: Mapping[str, Any]) -> Indicator:
    """The indicator in the mapping of one YAML file called `name`; raises CatalogueError when it is not valid."""
    check_keys(name, content, _REQUIRED, _OPTIONAL)
    check_shapes(name, content)
    texts = {key: _text(name, key, content[key]) for key in _TEXTS}
    counts = {str(key): read_count(f"{name}, {key}", value) for key, value in content["counts"].items()}
    measures = tuple(
        measure
        for number, value in enumerate(content["measures"], 1)
        for measure in read_measures(f"{name}, measure {number}", value, counts)
    )
    levels, breakdown_levels = _levels(name, content["levels"]), _levels(name, content["breakdown_levels"])
    _check_unique(name, measures)
    for measure in measures:
        check_places(name, measure, levels, breakdown_levels)
    check_additive(name, content["additive"], measures)
    check_sentence(name, texts["sentence"], measures)
    return Indicator(
        id=str(content["id"]),
        version=int(content["version"]),
        theme=str(content["theme"]),
        **texts,
        caveats=tuple(_text(name, "caveats", value) for value in content["caveats"]),
        source=str(content["source"]),
        polarity=int(content["polarity"]),
        measures=measures,
        levels=levels,
        breakdown_levels=breakdown_levels,
        periods=tuple(
            member(name, Text("de periode", "period type"), value, PeriodType) for value in content["periods"]
        ),
        policy=str(content["policy"]),
        additive=names_in(
            name, Text("de optelbaarheid", "additivity"), content["additive"], ("area", "wijk", "period", *DIMENSIONS)
        ),
        example=read_example(f"{name}, example", content["example"]),
        metadata=read_metadata(name, content),
    )


def _text(name: str, key: str, value: Any) -> Text:
    if not isinstance(value, dict) or set(value) != {"nl", "en"}:
        raise refuse(name, Text(f"'{key}' vraagt een tekst in nl en en.", f"'{key}' needs a text in nl and en."))
    return text_of(value)


def _levels(name: str, values: Any) -> tuple[Level, ...]:
    return tuple(member(name, Text("het niveau", "level"), value, Level) for value in values)


def _check_unique(name: str, measures: tuple[Measure, ...]) -> None:
    keys = [(measure.unit, tuple(sorted(measure.fixed.items()))) for measure in measures]
    if len(set(keys)) != len(keys):
        text = Text(
            "twee reeksen hebben dezelfde eenheid en vaste dimensies.",
            "two measures have the same unit and fixed dimensions.",
        )
        raise refuse(name, text)
