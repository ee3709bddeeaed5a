"""The title, sentence and reading notes of a comparison of areas, by rule from intervals."""

from graadmeter.charts.datum import Datum
from graadmeter.charts.dots_shape import NATION, DotPlot, DotRow
from graadmeter.charts.numbers import listing
from graadmeter.domain.comparison import Standing
from graadmeter.domain.text import Lang, Text

_NAMED = 3
"""So many areas are named in a title; of more, only the number is told."""

_HIGHER = Text("hoger", "higher")
_LOWER = Text("lager", "lower")
_SAME = Text("geen aantoonbaar verschil", "no demonstrable difference")
_UNKNOWN = Text("niet te zeggen", "cannot be told")
_NO_DIFFERENCE = Text("Geen gemeente verschilt aantoonbaar van {name}", "None differs demonstrably from {name}")
_NO_WIJK_DIFFERENCE = Text(
    "Geen wijk verschilt aantoonbaar van {name}", "No neighbourhood differs demonstrably from {name}"
)
_NONE_SEEN = Text(
    "Voor zover te zien verschilt geen gemeente aantoonbaar van {name}",
    "As far as can be seen no municipality differs demonstrably from {name}",
)
_NO_WIJK_SEEN = Text(
    "Voor zover te zien verschilt geen wijk aantoonbaar van {name}",
    "As far as can be seen no neighbourhood differs demonstrably from {name}",
)
PLURALS = {"gemeente": Text("gemeenten", "municipalities"), "wijk": Text("wijken", "neighbourhoods")}
"""What the rows of a comparison are, by what one is in Dutch."""
_TOO_FEW = Text("Te weinig cijfers om te vergelijken met {name}", "Too few figures to compare with {name}")
_UNTOLD = {
    "gemeente": Text(
        "Of gemeenten van {name} verschillen, is niet te zeggen",
        "Whether municipalities differ from {name} cannot be told",
    ),
    "wijk": Text(
        "Of wijken van {name} verschillen, is niet te zeggen",
        "Whether neighbourhoods differ from {name} cannot be told",
    ),
}
_BOTH = Text("{high} {high_verb} hoger dan {name}, {low} lager", "{high} {high_verb} higher than {name}, {low} lower")
_ONE_SIDE = Text("{who} {verb} {way} dan {name}", "{who} {verb} {way} than {name}")
_LIES = Text("ligt", "is")
_LIE = Text("liggen", "are")
_COUNTED = Text("{n} {things}", "{n} {things}")
_SPREAD = Text(
    "{reference}: {value}. Het hoogst is {top} ({high}), het laagst {bottom} ({low}).",
    "{reference}: {value}. {top} is highest ({high}), {bottom} lowest ({low}).",
)
_SPREAD_SHOWN = Text(
    "{reference}: {value}. Van wat er staat is {top} het hoogst ({high}) en {bottom} het laagst ({low}).",
    "{reference}: {value}. Of what is shown {top} is highest ({high}) and {bottom} lowest ({low}).",
)
_ONLY = Text("{reference}: {value}. {top}: {high}.", "{reference}: {value}. {top}: {high}.")
_REFERENCE = Text("{reference}: {value}.", "{reference}: {value}.")
_CHOSEN = Text(" {name}: {value}, {verdict}.", " {name}: {value}, {verdict}.")
_AGAINST = Text("{verdict} met {reference}", "{verdict} from {reference}")
_CLEARLY = Text("{verdict} dan {reference}", "{verdict} than {reference}")
_THAN = Text("aantoonbaar {verdict} dan {reference}", "demonstrably {verdict} than {reference}")
_HIDDEN = Text(" Niet getoond: {names}.", " Not shown: {names}.")
_MOST_HIDDEN = 20
"""Of more areas that are not shown only the number is told."""
_BAR = Text(
    "Balk: zo veel kan het cijfer door toeval schommelen (95 %).", "Bar: how much the figure can vary by chance (95%)."
)
_FILLED = Text(
    "Dicht punt: verschilt aantoonbaar van {name}. Open punt: het verschil past binnen het toeval.",
    "Filled point: differs demonstrably from {name}. Open point: the difference is within chance.",
)
_ALSO = Text("Gestreepte lijn: {name}.", "Dashed line: {name}.")
_TICK = Text(
    "Gestreept streepje op een rij: gemeenten van deze grootte samen.",
    "Dashed mark in a row: municipalities of this size together.",
)
AXIS = Text(
    "De as begint niet bij nul, zodat verschillen te zien zijn.",
    "The axis does not start at zero, to show differences.",
)


def verdict(row: DotRow, reference: Datum, lang: Lang) -> str:
    """The class of the release in its words; without one higher, lower, no demonstrable difference, or not known."""
    if row.standing is not None:
        return row.standing.label.within(lang)
    words = {1: _HIGHER, -1: _LOWER, 0: _SAME, None: _UNKNOWN}
    return words[row.against(reference)].within(lang)


def judged(row: DotRow, reference: Datum, reference_name: str, lang: Lang) -> str:
    """The verdict as a phrase: 'aantoonbaar hoger dan Twente', 'geen aantoonbaar verschil met Twente'.

    Of a class at 99.8 % 'duidelijk' takes the place of 'aantoonbaar'.
    """
    way = row.against(reference)
    if way is None:
        return _UNKNOWN.within(lang)
    if row.standing in {Standing.MUCH_LOWER, Standing.MUCH_HIGHER}:
        return _CLEARLY.fill(verdict=verdict(row, reference, lang), reference=reference_name).within(lang)
    template = _THAN if way else _AGAINST
    return template.fill(verdict=verdict(row, reference, lang), reference=reference_name).within(lang)


def title(plot: DotPlot) -> str:
    """Which areas differ demonstrably from the reference, by name when they are few."""
    ways = [(row, way) for row in plot.rows if (way := row.against(plot.reference)) is not None]
    if not ways:
        shown = any(row.datum.shown for row in plot.rows)
        words = _UNTOLD[plot.rows_are.nl] if shown else _TOO_FEW
        return words.fill(name=plot.reference_name).within(plot.lang)
    high, low = ([row for row, way in ways if way == wanted] for wanted in (1, -1))
    if high and low:
        return _BOTH.fill(
            high=_who(high, plot),
            high_verb=_verb(high, plot.lang),
            low=_who(low, plot),
            name=plot.reference_name,
        ).within(plot.lang)
    if high or low:
        side = (_HIGHER if high else _LOWER).within(plot.lang)
        rows = high or low
        return _ONE_SIDE.fill(
            who=_who(rows, plot), verb=_verb(rows, plot.lang), way=side, name=plot.reference_name
        ).within(plot.lang)
    none = _NO_DIFFERENCE if plot.rows_are.nl == "gemeente" else _NO_WIJK_DIFFERENCE
    if len(ways) < len(plot.rows):
        none = _NONE_SEEN if plot.rows_are.nl == "gemeente" else _NO_WIJK_SEEN
    return none.fill(name=plot.reference_name).within(plot.lang)


def sentence(plot: DotPlot) -> str:
    """The reference, the extremes, the chosen area and what is not shown."""
    lang = plot.lang
    shown = [row for row in plot.rows if row.datum.shown]
    hidden = [row.name for row in plot.rows if not row.datum.shown]
    words = _spread(plot, shown)
    chosen = next((row for row in shown if row.chosen), None)
    if chosen is not None:
        judgement = judged(chosen, plot.reference, plot.reference_name, lang)
        words += _CHOSEN.fill(name=chosen.name, value=chosen.datum.text(lang), verdict=judgement).within(lang)
    words = words[0].upper() + words[1:]
    names = listing(hidden, lang) if len(hidden) <= _MOST_HIDDEN else _number(len(hidden), plot)
    return words + (_HIDDEN.fill(names=names).within(lang) if hidden else "")


def notes(plot: DotPlot) -> tuple[str, ...]:
    """How to read the picture."""
    known = any(row.datum.has_interval for row in plot.rows)
    found = [_BAR.within(plot.lang), _FILLED.fill(name=plot.reference_name).within(plot.lang)] if known else []
    found += [_ALSO.fill(name=NATION.within(plot.lang)).within(plot.lang)] if plot.nation is not None else []
    found += [_TICK.within(plot.lang)] if any(row.alike is not None for row in plot.rows) else []
    return (*found, AXIS.within(plot.lang)) if axis_start(plot) > 0 else tuple(found)


def axis_start(plot: DotPlot) -> float:
    """Where the axis begins: at nought, unless everything lies far above it."""
    data = [datum for datum in (plot.reference, *(row.datum for row in plot.rows), *plot.others) if datum.shown]
    low = min((datum.bounds[0] for datum in data), default=0.0)
    high = max((datum.bounds[1] for datum in data), default=0.0)
    return low if low > (high - low) / 2 else 0.0


def _spread(plot: DotPlot, shown: list[DotRow]) -> str:
    reference = {"reference": plot.reference_name, "value": plot.reference.text(plot.lang)}
    if not shown:
        return _REFERENCE.fill(**reference).within(plot.lang)
    top, bottom = shown[0], shown[-1]
    high, low = top.datum.text(plot.lang), bottom.datum.text(plot.lang)
    if len(shown) == 1:
        return _ONLY.fill(**reference, top=top.name, high=high).within(plot.lang)
    template = _SPREAD if len(shown) == len(plot.rows) else _SPREAD_SHOWN
    return template.fill(**reference, top=top.name, high=high, bottom=bottom.name, low=low).within(plot.lang)


def _who(rows: list[DotRow], plot: DotPlot) -> str:
    if len(rows) <= _NAMED:
        return listing([row.name for row in rows], plot.lang)
    return _number(len(rows), plot)


def _number(count: int, plot: DotPlot) -> str:
    things = PLURALS[plot.rows_are.nl].within(plot.lang)
    return _COUNTED.fill(n=count, things=things).within(plot.lang)


def _verb(rows: list[DotRow], lang: Lang) -> str:
    return (_LIES if len(rows) == 1 else _LIE).within(lang)
