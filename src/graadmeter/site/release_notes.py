"""What changed since the release before, from the change list: per indicator how much, and the largest revisions."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graadmeter.charts.datum import Datum
from graadmeter.charts.numbers import DASH, written
from graadmeter.charts.table import FigureTable, Kind, TableCell
from graadmeter.domain.areas import Level
from graadmeter.domain.cells import DIMENSIONS, TOTAL
from graadmeter.domain.indicators import Unit
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Lang, Text
from graadmeter.site.page import Site
from graadmeter.site.period_words import period_label
from graadmeter.site.ui_words import UNIT_WORDS

_KINDS = {
    "value": Text("ander getal", "another number"),
    "hidden": Text("nu afgeschermd", "hidden now"),
    "shown": Text("nu wel te zien", "shown now"),
    "final": Text("niet meer voorlopig", "no longer provisional"),
}
_COUNTED = {
    "value": (
        Text("cijfer kreeg een ander getal", "figure got another number"),
        Text("cijfers kregen een ander getal", "figures got another number"),
    ),
    "hidden": (
        Text("cijfer wordt nu afgeschermd", "figure is hidden now"),
        Text("cijfers worden nu afgeschermd", "figures are hidden now"),
    ),
    "shown": (
        Text("cijfer is nu wel te zien", "figure can be seen now"),
        Text("cijfers zijn nu wel te zien", "figures can be seen now"),
    ),
    "final": (
        Text("cijfer is niet meer voorlopig", "figure is no longer provisional"),
        Text("cijfers zijn niet meer voorlopig", "figures are no longer provisional"),
    ),
}
"""What happened to one figure, and to several."""
_FIGURE = Text("cijfer", "figure")
_TITLE = Text("Veranderde cijfers per onderwerp", "Changed figures by subject")
_REVISED = Text("De grootste herzieningen van totalen", "The largest revisions of totals")
_HEADS = (_FIGURE, Text("eerst", "before"), Text("nu", "now"))
_MOST = 12
_MOST_OF_ONE = 3
"""Revisions of one figure at most: late claims raise all amounts of a quarter, and would leave no room for others."""


@dataclass(frozen=True, slots=True)
class Notes:
    """What changed: how many per kind and in what way, a table per indicator, the largest revisions, the deliveries."""

    totals: tuple[tuple[str, str], ...]
    by_indicator: FigureTable | None
    revised: FigureTable | None
    deliveries: tuple[str, ...]


def notes(site: Site, lang: Lang) -> Notes:
    """The notes of this release; empty when nothing changed or when it is the first."""
    changes = site.published.changes
    kinds = Counter(str(change["change"]) for change in changes)
    sessions = sorted({name for change in changes for name in str(change["deliveries"]).split()})
    return Notes(
        tuple(
            (written(kinds[kind], Unit.NUMBER, lang), (one if kinds[kind] == 1 else several).within(lang))
            for kind, (one, several) in _COUNTED.items()
            if kinds[kind]
        ),
        _by_indicator(site, lang) if changes else None,
        _revised(site, lang),
        tuple(sessions),
    )


def _by_indicator(site: Site, lang: Lang) -> FigureTable:
    """A column per kind of change that occurs: on a phone, columns of dashes would push the others out of sight."""
    definitions = site.published.definitions
    found: dict[str, Counter[str]] = {}
    for change in site.published.changes:
        found.setdefault(str(change["indicator"]), Counter())[str(change["change"])] += 1
    kinds = [kind for kind in _KINDS if any(counts[kind] for counts in found.values())]
    rows = []
    for name in sorted(found, key=lambda name: (-found[name].total(), name)):
        title = definitions[name].title.within(lang) if name in definitions else name
        counts = (written(found[name][kind], Unit.NUMBER, lang) if found[name][kind] else DASH for kind in kinds)
        rows.append((TableCell(title), *(TableCell(words, Kind.MARGIN) for words in counts)))
    header = (_FIGURE.within(lang), *(_KINDS[kind].within(lang) for kind in kinds))
    return FigureTable(_TITLE.within(lang), header, tuple(rows))


def _revised(site: Site, lang: Lang) -> FigureTable | None:
    """Totals of the region and of municipalities that got another number, the relatively largest first.

    What it is about stands in one column: on a phone, several would push the numbers out of sight.
    """
    names = {area.code: area.name for area in (site.published.region, *site.published.municipalities)}
    found = [change for change in site.published.changes if _is_revision(change, names)]
    found.sort(
        key=lambda change: (-_size(change), str(change["indicator"]), str(change["area"]), str(change["period"]))
    )
    if not found:
        return None
    told: Counter[str] = Counter()
    chosen = []
    for change in found:
        told[str(change["indicator"])] += 1
        if told[str(change["indicator"])] <= _MOST_OF_ONE:
            chosen.append(change)
    rows = tuple(_revision(site, change, names, lang) for change in chosen[:_MOST])
    return FigureTable(_REVISED.within(lang), tuple(head.within(lang) for head in _HEADS), rows)


def _is_revision(change: Mapping[str, Any], names: Mapping[str, str]) -> bool:
    whole = all(change.get(name, TOTAL) == TOTAL for name in DIMENSIONS)
    return change["change"] == "value" and whole and change["level"] != Level.WIJK and change["area"] in names


def _size(change: Mapping[str, Any]) -> float:
    old, new = float(change["old_value"]), float(change["new_value"])
    return abs(new - old) / max(abs(old), 1.0)


def _revision(site: Site, change: Mapping[str, Any], names: Mapping[str, str], lang: Lang) -> tuple[TableCell, ...]:
    unit = Unit(change["unit"])
    old, new = (Datum(unit, float(change[name]), CellStatus.VALUE).text(lang) for name in ("old_value", "new_value"))
    area, period = names[str(change["area"])], period_label(str(change["period"]), lang)
    figure = f"{_named(site, change, unit, lang)}: {area}, {period}"
    return TableCell(figure), TableCell(old, Kind.MARGIN), TableCell(new, Kind.MARGIN)


def _named(site: Site, change: Mapping[str, Any], unit: Unit, lang: Lang) -> str:
    """The title of the figure, with what is counted where that is not what the title is about."""
    name = str(change["indicator"])
    definition = site.published.definitions.get(name)
    if definition is None:
        return name
    title = definition.title.within(lang)
    counts = next((one for one in definition.series if one.unit is unit), None)
    if counts is None or unit.is_share or unit.is_money or (counts is definition.series[0] and not counts.words):
        return title
    return f"{title} ({(counts.words or UNIT_WORDS[unit.value]).within(lang)})"
