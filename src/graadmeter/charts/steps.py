"""How one count of people becomes another: both figures as bars, and between them what each cause adds or takes off."""

from functools import partial

from graadmeter.charts.canvas import pictures
from graadmeter.charts.figure import Figure
from graadmeter.charts.numbers import DASH, MINUS, bare, listing
from graadmeter.charts.steps_drawing import Row, draw
from graadmeter.charts.steps_shape import Place, Run, Steps
from graadmeter.charts.table import FigureTable, TableCell, figure_cell
from graadmeter.domain.indicators import Unit
from graadmeter.domain.text import Lang, Text

__all__ = ["Place", "Steps", "steps_figure"]

_MORE = Text("{end}: {value} meer dan {start}", "{end}: {value} more than {start}")
_LESS = Text("{end}: {value} minder dan {start}", "{end}: {value} fewer than {start}")
_SAME = Text("{end}: vrijwel evenveel als {start}", "{end}: about as many as {start}")
_ENDS = Text(
    "{about} telt {first} {counted} volgens de regel {start}, en {last} volgens de regel {end}.",
    "{about} has {first} {counted} by the rule {start}, and {last} by the rule {end}.",
)
_STEPS = Text(" Daartussen: {steps}.", " In between: {steps}.")
_TOGETHER = Text("{names} samen", "{names} together")
_ABOUT = Text("vrijwel geen verschil", "hardly any difference")
_HIDDEN = Text(
    "Bij stappen die samen zijn genomen is het cijfer ertussen afgeschermd: het zou een klein aantal verraden.",
    "Where steps are taken together, the figure between them is hidden: it would give a small count away.",
)
_STEP, _ADDED, _TAKEN = Text("stap", "step"), Text("erbij", "added"), Text("eraf", "taken off")
_AFTER = Text("daarna", "after it")


def steps_figure(steps: Steps) -> Figure:
    """The figure of the steps; raises ValueError when an end is not shown."""
    rows = [
        Row(steps.start, (0.0, steps.first.figure), steps.first.short(steps.lang), whole=True),
        *(_row(run, steps) for run in steps.runs()),
        Row(steps.end, (0.0, steps.last.figure), steps.last.short(steps.lang), whole=True),
    ]
    title, words = _title(steps), _sentence(steps)
    wide, phone = pictures(steps.id, title, words, partial(draw, rows))
    together = any(len(run.places) > 1 for run in steps.runs())
    notes = (*([_HIDDEN.within(steps.lang)] if together else []), *steps.remarks)
    return Figure(steps.id, title, steps.subtitle, words, _table(steps), wide, phone, notes)


def _row(run: Run, steps: Steps) -> Row:
    names = _names(run, steps.lang)
    return Row(names[0].upper() + names[1:], (run.before.figure, run.after.figure), _change(run, steps))


def _names(run: Run, lang: Lang) -> str:
    names = [place.name for place in run.places]
    return names[0] if len(names) == 1 else _TOGETHER.fill(names=listing(names, lang)).within(lang)


def _change(run: Run, steps: Steps) -> str:
    """What the steps add and take off, where that is shown; else by how much the figure changes."""
    told = [part for place in run.places for part in (place.entered, place.left) if part is not None]
    if len(run.places) == 1 and told and all(part.shown for part in told):
        place = run.places[0]
        parts = ((place.entered, "+"), (place.left, MINUS))
        moved = [f"{sign}{part.short(steps.lang)}" for part, sign in parts if part is not None and part.figure]
        return ", ".join(moved) or "0"
    if abs(run.net) < steps.small:
        return _ABOUT.within(steps.lang)
    return f"{'+' if run.net > 0 else MINUS}{_whole(abs(run.net), steps.lang)}"


def _title(steps: Steps) -> str:
    net = round(steps.last.figure - steps.first.figure)
    said = _SAME if abs(net) < steps.small else _MORE if net > 0 else _LESS
    end, start = steps.rules
    return said.fill(end=end, value=_whole(abs(net), steps.lang), start=start).within(steps.lang)


def _sentence(steps: Steps) -> str:
    ends = _ENDS.fill(
        about=steps.about,
        first=steps.first.short(steps.lang),
        counted=steps.counted,
        start=steps.start,
        last=steps.last.short(steps.lang),
        end=steps.end,
    )
    changes = [f"{_names(run, steps.lang)} {_change(run, steps)}" for run in steps.runs()]
    return ends.within(steps.lang) + _STEPS.fill(steps="; ".join(changes)).within(steps.lang)


def _table(steps: Steps) -> FigureTable:
    lang = steps.lang
    none = TableCell(DASH)
    rows = [(TableCell(steps.start), none, none, figure_cell(steps.first, lang))]
    for place in steps.places:
        parts = [none if part is None else figure_cell(part, lang) for part in (place.entered, place.left)]
        rows.append(
            (TableCell(place.name[0].upper() + place.name[1:]), parts[0], parts[1], figure_cell(place.figure, lang))
        )
    header = tuple(word.within(lang) for word in (_STEP, _ADDED, _TAKEN, _AFTER))
    return FigureTable(steps.subtitle, header, tuple(rows))


def _whole(value: float, lang: Lang) -> str:
    return bare(value, Unit.PERSONS, lang)
