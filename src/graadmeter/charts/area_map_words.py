"""The title, sentence and reading notes of a map, by rule from its figures."""

from graadmeter.charts.area_map_shape import AreaMap, MapArea
from graadmeter.charts.dots_words import PLURALS
from graadmeter.charts.numbers import listing
from graadmeter.domain.text import Lang, Text

_BOTH = Text(
    "Het hoogst in {top} ({high}), het laagst in {bottom} ({low})",
    "Highest in {top} ({high}), lowest in {bottom} ({low})",
)
_BOTH_SHOWN = Text(
    "Van wat er staat het hoogst in {top} ({high}), het laagst in {bottom} ({low})",
    "Of what is shown highest in {top} ({high}), lowest in {bottom} ({low})",
)
_SAME_SHOWN = Text(
    "Waar het cijfer er staat, is het overal {high}", "Where the figure is shown it is {high} everywhere"
)
_SAME = Text("Overal even hoog: {high}", "The same everywhere: {high}")
_NONE = Text("Geen van deze cijfers kan worden getoond", "None of these figures can be shown")
_MANY = Text("{n} {things}", "{n} {things}")
_NAMED = 2
_ENDS = 3
_EXTREMES = Text("Het hoogst: {top}. Het laagst: {bottom}.", "Highest: {top}. Lowest: {bottom}.")
_HIDDEN = Text("Niet getoond: {names}.", "Not shown: {names}.")
_STRONG = Text("Hoe sterker de kleur, hoe hoger het cijfer.", "The stronger the colour, the higher the figure.")
_HATCHED = Text("Gearceerd: {words}.", "Hatched: {words}.")
_CHOSEN = Text("Omlijnd: {name}.", "Outlined: {name}.")


def title(area_map: AreaMap) -> str:
    """Where the figure is highest and lowest; where areas are hidden, of those that are shown."""
    shown = [area for area in area_map.areas if area.datum.shown]
    if not shown:
        return _NONE.within(area_map.lang)
    low, high = (pick(area.datum.figure for area in shown) for pick in (min, max))
    top = [area for area in shown if area.datum.figure == high]
    bottom = [area for area in shown if area.datum.figure == low]
    values = {"high": top[0].datum.text(area_map.lang), "low": bottom[0].datum.text(area_map.lang)}
    partly = len(shown) < len(area_map.areas)
    if low == high:
        return (_SAME_SHOWN if partly else _SAME).fill(**values).within(area_map.lang)
    return (
        (_BOTH_SHOWN if partly else _BOTH)
        .fill(top=_names(top, area_map), bottom=_names(bottom, area_map), **values)
        .within(area_map.lang)
    )


def sentence(area_map: AreaMap) -> str:
    """The three highest and the three lowest areas (all of them when they are few), and what is not shown."""
    lang = area_map.lang
    shown = sorted((area for area in area_map.areas if area.datum.shown), key=lambda area: -area.datum.figure)
    hidden = [area.name for area in area_map.areas if not area.datum.shown]
    if len(shown) > 2 * _ENDS:
        ends = {"top": _figures(shown[:_ENDS], lang), "bottom": _figures(shown[: -_ENDS - 1 : -1], lang)}
        words = _EXTREMES.fill(**ends).within(lang)
    else:
        words = f"{_figures(shown, lang)}." if shown else ""
    return f"{words} {_HIDDEN.fill(names=listing(hidden, lang)).within(lang) if hidden else ''}".strip()


def notes(area_map: AreaMap) -> tuple[str, ...]:
    """How to read the map."""
    hidden = sorted({area.datum.text(area_map.lang) for area in area_map.areas if not area.datum.shown})
    chosen = [area.name for area in area_map.areas if area.chosen]
    found = [_STRONG, *(_CHOSEN.fill(name=name) for name in chosen), *(_HATCHED.fill(words=words) for words in hidden)]
    return tuple(note.within(area_map.lang) for note in found)


def _figures(areas: list[MapArea], lang: Lang) -> str:
    return ", ".join(f"{area.name} {area.datum.text(lang)}" for area in areas)


def _names(areas: list[MapArea], area_map: AreaMap) -> str:
    if len(areas) > _NAMED:
        things = PLURALS[area_map.areas_are.nl].within(area_map.lang)
        return _MANY.fill(n=len(areas), things=things).within(area_map.lang)
    return listing([area.name for area in areas], area_map.lang)
