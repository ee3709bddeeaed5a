"""What somebody wants a trend to become: a line across the field with its name, a column in the table, a note."""

from graadmeter.charts.canvas import Canvas
from graadmeter.charts.numbers import bare, written
from graadmeter.charts.placing import spread
from graadmeter.charts.svg import line, text
from graadmeter.charts.trend_goal_names import name_place
from graadmeter.charts.trend_plot import Plot
from graadmeter.charts.trend_shape import Goal, Trend
from graadmeter.domain.indicators import Unit
from graadmeter.domain.text import Lang, Text

_LINE = 17
"""From one label to the next."""
_SHORT = Text("streefwaarde {value}", "target {value}")
_AT_MOST = Text("streefwaarde {when}: ten hoogste {value}", "target {when}: {value} or less")
_AT_LEAST = Text("streefwaarde {when}: ten minste {value}", "target {when}: {value} or more")
_NOTE = Text(
    "Lijn van lange en korte streepjes: {words}. Een streefwaarde is een besluit, geen cijfer.",
    "Line of long and short dashes: {words}. A target is a decision, not a figure.",
)


def goals(trend: Trend, plot: Plot, canvas: Canvas) -> str:
    """The targets: a dashed line each, with its name where no line of figures runs through it."""
    told = [_short(goal, trend) if canvas.narrow else goal_words(goal, trend) for goal in trend.goals]
    places = [
        name_place(goal.value, words, canvas.small, plot, trend.series)
        for goal, words in zip(trend.goals, told, strict=True)
    ]
    heights = spread([place.y for place in places], _LINE, plot.top, plot.bottom)
    parts = []
    for goal, words, place, height in zip(trend.goals, told, places, heights, strict=True):
        y = plot.y(goal.value)
        parts.append(line(plot.left, y, plot.right, y, "gm-goal"))
        parts.append(text(place.x, height, words, size=canvas.small, class_="gm-strong gm-halo", anchor=place.anchor))
    return "".join(parts)


def goal_words(goal: Goal, trend: Trend) -> str:
    """The target in a few words, which are its label, the head of its column and part of its note."""
    value = written(goal.value, _unit(trend), trend.lang)
    return (_AT_MOST if goal.at_most else _AT_LEAST).fill(when=goal.when, value=value).within(trend.lang)


def goal_notes(trend: Trend) -> list[str]:
    """How to read the lines, one note for each."""
    return [_NOTE.fill(words=goal_words(goal, trend)).within(trend.lang) for goal in trend.goals]


def _short(goal: Goal, trend: Trend) -> str:
    """What fits on a phone; when it is meant for stands in the note."""
    unit, lang = _unit(trend), trend.lang
    return _SHORT.fill(
        value=bare(goal.value, unit, lang) if _long(unit, lang) else written(goal.value, unit, lang)
    ).within(lang)


def _long(unit: Unit, lang: Lang) -> bool:
    return len(written(1, unit, lang)) - len(bare(1, unit, lang)) > len(" % ")


def _unit(trend: Trend) -> Unit:
    return trend.main.points[0].datum.unit
