"""What must hold of an indicator as a whole: the shape of its fields, its lead sentence, where all of it adds up."""

from collections.abc import Mapping, Sequence
from string import Formatter
from typing import Any

from graadmeter.catalogue.refusals import refuse, unknown
from graadmeter.domain.indicators import Measure
from graadmeter.domain.text import Text

_SHAPES: Mapping[str, tuple[type, Text]] = {
    **dict.fromkeys(
        ("measures", "levels", "breakdown_levels", "periods", "additive", "caveats"),
        (list, Text("een lijst: [een, ander]", "a list: [one, other]")),
    ),
    **dict.fromkeys(("counts", "example"), (Mapping, Text("namen met elk een waarde", "names, each with a value"))),
    **dict.fromkeys(("version", "polarity"), (int, Text("een heel getal", "a whole number"))),
}
"""What the value of a field looks like."""
_PLACES = ("value", "one_in", "area", "period")


def check_shapes(name: str, content: Mapping[str, Any]) -> None:
    """Raises CatalogueError when a field is a list, a mapping or a number and should be another of these."""
    for key, (kind, words) in _SHAPES.items():
        if not isinstance(content[key], kind):
            raise refuse(name, Text(f"het veld '{key}' is {words.nl}.", f"the field '{key}' is {words.en}."))
    for key in ("counts", "measures"):
        inside = content[key].values() if isinstance(content[key], Mapping) else content[key]
        if not inside or not all(isinstance(value, Mapping) for value in inside):
            words = Text(
                f"het veld '{key}' vraagt ten minste één {{veld: waarde, ...}}.",
                f"the field '{key}' needs at least one {{field: value, ...}}.",
            )
            raise refuse(name, words)


def check_additive(name: str, common: Sequence[str], measures: tuple[Measure, ...]) -> None:
    """Raises CatalogueError when a measure does not add up where all are said to: protection would rely on it."""
    for one in common:
        without = [str(number) for number, measure in enumerate(measures, start=1) if one not in measure.additive]
        if without:
            numbers = ", ".join(without)
            words = Text(
                f"'additive: {one}' geldt niet voor elke reeks: bij measure {numbers} staat het niet. Zet het bij elke "
                "reeks (measures) waarvoor het geldt, en hier alleen wat bij allemaal staat.",
                f"'additive: {one}' does not hold for every measure: measure {numbers} does not say it. Say it with "
                "each of the measures for which it does, and here only what all of them say.",
            )
            raise refuse(name, words)


def check_sentence(name: str, sentence: Text, measures: tuple[Measure, ...]) -> None:
    """Raises CatalogueError when the lead sentence has a place that nothing fills."""
    shares = any(measure.unit.is_share and measure.total for measure in measures)
    for words in (sentence.nl, sentence.en):
        for _, place, _, _ in Formatter().parse(words):
            if place is not None and place not in _PLACES:
                raise unknown(f"{name}, sentence", Text("de plek", "place"), place, _PLACES)
            if place == "one_in" and not shares:
                told = Text("{one_in} vraagt een reeks met een aandeel.", "{one_in} needs a measure that is a share.")
                raise refuse(f"{name}, sentence", told)
