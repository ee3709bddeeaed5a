"""Very many areas beside a reference: how they spread, with the area one came for; of a size that does not grow."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from graadmeter.charts.canvas import pictures
from graadmeter.charts.crowd_drawing import draw
from graadmeter.charts.dots import by_value, dots_table
from graadmeter.charts.dots_shape import NATION, DotPlot, DotRow
from graadmeter.charts.dots_words import AXIS, PLURALS, axis_start, sentence, title
from graadmeter.charts.figure import Figure
from graadmeter.charts.spine_shape import quantile
from graadmeter.domain.text import Text

_ENDS = 3
"""So many of the highest and of the lowest are in a table that does not hold all."""
_LEAST = 4
"""Fewer figures have no middle half."""
_HALF = Text(
    " De helft van de {things} ligt tussen {low} en {high}.", " Half of the {things} lie between {low} and {high}."
)
_COLUMNS = Text(
    "Hoe hoger een kolom, hoe meer {things} dat cijfer hebben. Donker: verschilt aantoonbaar van {name}.",
    "The higher a column, the more {things} have that figure. Dark: differs demonstrably from {name}.",
)
_MARKS = Text(
    "Streepjes onder de as: {things} die het meest op {area} lijken.", "Marks below the axis: most like {area}."
)
_ALSO = Text("Gestreepte lijn: {name}.", "Dashed line: {name}.")
_PART = Text(
    "De tabel noemt {area}, de {things} die er het meest op lijken, en de drie hoogste en laagste. Alle {things} staan "
    "op de pagina van {name}.",
    "The table names {area}, those most like it, and the three highest and lowest. All {things} are on the page of "
    "{name}.",
)


def crowd_figure(plot: DotPlot, near: Sequence[str], *, whole: bool) -> Figure:
    """The figure of a comparison of so many areas that a row each would be too much.

    `near` names the areas that are most like the chosen one. With `whole` the table holds every area, otherwise the
    chosen one, those near it and the ends, so that it does not grow with the number of areas.
    """
    ordered = replace(plot, rows=by_value(plot.rows))
    heading, words = title(ordered), sentence(ordered) + _half(ordered)
    wide, phone = pictures(ordered.id, heading, words, partial(draw, ordered, frozenset(near)))
    named = _named(ordered, near)
    kept = tuple(row for row in ordered.rows if whole or row.name in named)
    table = dots_table(replace(ordered, rows=kept))
    return Figure(plot.id, heading, plot.subtitle, words, table, wide, phone, _notes(ordered, near, whole=whole))


def _named(plot: DotPlot, near: Sequence[str]) -> set[str]:
    shown = [row.name for row in plot.rows if row.datum.shown]
    chosen = [row.name for row in plot.rows if row.chosen]
    return {*chosen, *near, *shown[:_ENDS], *shown[-_ENDS:]}


def _half(plot: DotPlot) -> str:
    """Between which figures the middle half lies."""
    shown = [row.datum for row in reversed(plot.rows) if row.datum.shown]
    if len(shown) < _LEAST:
        return ""
    values = tuple(datum.figure for datum in shown)
    low, high = (replace(shown[0], value=quantile(values, share)).text(plot.lang) for share in (0.25, 0.75))
    return _HALF.fill(things=_things(plot), low=low, high=high).within(plot.lang)


def _notes(plot: DotPlot, near: Sequence[str], *, whole: bool) -> tuple[str, ...]:
    things = _things(plot)
    chosen: DotRow | None = next((row for row in plot.rows if row.chosen), None)
    found = [_COLUMNS.fill(things=things, name=plot.reference_name)]
    if chosen is not None and near:
        found.append(_MARKS.fill(things=things, area=chosen.name))
    if plot.nation is not None:
        found.append(_ALSO.fill(name=NATION.within(plot.lang)))
    if chosen is not None and not whole:
        found.append(_PART.fill(things=things, area=chosen.name, name=plot.reference_name))
    if axis_start(plot) > 0:
        found.append(AXIS)
    return tuple(note.within(plot.lang) for note in found)


def _things(plot: DotPlot) -> str:
    return PLURALS[plot.rows_are.nl].within(plot.lang)
