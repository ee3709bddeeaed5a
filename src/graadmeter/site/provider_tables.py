"""Tables of providers: how many there are and how help is spread over them, by area and by form of help."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graadmeter.charts.heat import HeatCell, plain_cell
from graadmeter.charts.numbers import DASH
from graadmeter.domain.areas import Area
from graadmeter.domain.indicators import Unit
from graadmeter.domain.text import Text
from graadmeter.site.addresses import Addresses
from graadmeter.site.area_table import AreaTable, Figures, Group, Head, TableRow, municipalities_table
from graadmeter.site.area_words import AreaWords
from graadmeter.site.largest import by_form, of_form, together, with_largest
from graadmeter.site.page import Site
from graadmeter.site.period_words import period_label
from graadmeter.site.render import word
from graadmeter.site.subject import Subject

_SPREAD = ("actieve_aanbieders", "grootste_aanbieders", "aanbiedersconcentratie", "continuiteitsrisico")
_BY_FORM = (
    ("actieve_aanbieders", Unit.PROVIDERS),
    ("aanbiedersconcentratie", Unit.INDEX),
    ("jeugdhulp", Unit.PERSONS),
    ("trajecten", Unit.TRAJECTORIES),
)
"""What is told of every form of help, where the release has it."""
_FORM = "hulpvorm"
_NAMES = {
    ("aanbiedersconcentratie", Unit.INDEX): Text("Concentratie", "Concentration"),
    ("aanbiedersconcentratie", Unit.PERCENT): Text("Vijf grootste samen", "Five largest together"),
    ("grootste_aanbieders", Unit.PERCENT): Text("Tien grootste samen", "Ten largest together"),
}
"""What the figures of one indicator are called apart."""


def named(figures: Figures) -> Figures:
    """The figures under a name of their own, where their indicator has several."""
    return replace(figures, name=_NAMES.get((figures.subject.definition.id, figures.series.unit)))


def spread_table(site: Site, to: Addresses, chosen: Area | None) -> AreaTable | None:
    """How help is spread over providers: of all municipalities, or of one beside the region; None without figures."""
    towns = site.published.municipalities
    columns = [one for one in _spread(site) if one.anywhere((site.published.region, *towns))]
    if not columns:
        return None
    words = AreaWords(to.lang)
    caption = words.of("spread_of", area=(chosen or site.published.region).name)
    rows = towns if chosen is None else (chosen,)
    return municipalities_table(site, columns, to, (caption, word(to.lang, "municipality")), rows)


def form_table(site: Site, to: Addresses, chosen: Area | None) -> AreaTable | None:
    """By form of help the number of providers, young people and trajectories, and how much lies with few providers.

    Of a municipality its own figures, and beside them the region's where it has none.
    """
    region, words = site.published.region, AreaWords(to.lang)
    area = chosen or region
    columns = [one for figures in _by_form(site) if (one := _column(figures, area, region, to)) is not None]
    columns += _largest_columns(site, [area, *([region] if chosen else [])], to)
    known = site.published.codes[_FORM]
    forms = sorted({form for one in columns for form in one.cells}, key=list(known).index)
    if not forms:
        return None
    rows = []
    for form in forms:
        name = known[form].within(to.lang)
        cells = (one.cells.get(form, _NO_CELL) for one in columns)
        rows.append(TableRow(Head(name[:1].upper() + name[1:]), tuple(cells)))
    caption = words.of("by_form", area=area.name)
    return AreaTable(caption, words.of("form"), tuple(one.head for one in columns), (Group("", tuple(rows)),))


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of the table by form of help: its head, and a cell for each form that it has."""

    head: Head
    cells: Mapping[str, HeatCell]


_NO_CELL = HeatCell(DASH, "none")


def _column(figures: Figures, area: Area, region: Area, to: Addresses) -> _Column | None:
    """The figures of an area by form; those of the region, named so, where the area has none; None without any."""
    of = area if _forms(figures, area) else region
    subject, forms = figures.subject, _forms(figures, of)
    cells = {
        form: plain_cell(subject.datum(figures.series, of, subject.latest, (_FORM, form)), to.lang) for form in forms
    }
    return _Column(_named(figures.head(to), of, of != area), cells) if cells else None


def _largest_columns(site: Site, areas: Sequence[Area], to: Addresses) -> Iterator[_Column]:
    """What lies with the largest provider of each form in the first area, and with the ten largest in each area."""
    subject, words = by_form(site), AreaWords(to.lang)
    if subject is None:
        return
    target, period = to.indicator(subject.definition.id), period_label(subject.latest, to.lang)
    forms = list(site.published.codes[_FORM])
    cells = {
        form: plain_cell(with_largest(subject, series, areas[0]), to.lang)
        for form in forms
        if (series := of_form(subject, form)) is not None
    }
    yield _Column(Head(words.of("largest"), f"{words.of('largest_of')}, {period}", target), cells)
    head = Head(words.of("ten_largest"), f"{words.of('ten_largest_of')}, {period}", target)
    for area in areas:
        cells = {
            form: plain_cell(subject.datum(series, area, subject.latest), to.lang)
            for form in forms
            if (series := together(subject, form)) is not None
        }
        yield _Column(_named(head, area, len(areas) > 1), cells)


def _named(head: Head, area: Area, several: bool) -> Head:  # noqa: FBT001  the only thing it depends on
    return Head(f"{head.name}: {area.name}", head.below, head.target) if several else head


def _spread(site: Site) -> Iterator[Figures]:
    for subject in _known(site, _SPREAD):
        series = [one for one in subject.wholes if not one.unit.is_count or one.unit is Unit.PROVIDERS]
        yield from (named(Figures(subject, one)) for one in series)


def _by_form(site: Site) -> Iterator[Figures]:
    for name, unit in _BY_FORM:
        for subject in _known(site, (name,)):
            series = [one for one in subject.definition.series if one.unit is unit and _FORM in one.breakdowns]
            yield from (named(Figures(subject, one)) for one in series[:1])


def _known(site: Site, names: Sequence[str]) -> list[Subject]:
    known = {subject.definition.id: subject for subject in site.every_subject}
    return [known[name] for name in names if name in known]


def _forms(figures: Figures, area: Area) -> list[str]:
    return figures.subject.members(figures.series, area, figures.subject.latest, _FORM)
