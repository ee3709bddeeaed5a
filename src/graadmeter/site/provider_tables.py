"""Tables of providers: how many there are and how help is spread over them, by area and by form of help."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graadmeter.charts.heat import plain_cell
from graadmeter.domain.areas import Area
from graadmeter.domain.indicators import Unit
from graadmeter.domain.text import Text
from graadmeter.site.addresses import Addresses
from graadmeter.site.area_table import AreaTable, Figures, Group, Head, TableRow, municipalities_table
from graadmeter.site.area_words import AreaWords
from graadmeter.site.page import Site
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
    """By form of help the number of providers, their concentration, and the young people and trajectories there."""
    region, words = site.published.region, AreaWords(to.lang)
    areas = (chosen, region) if chosen else (region,)
    asked = [(figures, area) for figures in _by_form(site) for area in areas]
    forms = list(dict.fromkeys(form for figures, area in asked for form in _forms(figures, area)))
    columns = [(figures, area) for figures, area in asked if _forms(figures, area)]
    if not forms:
        return None
    rows = []
    for form in sorted(forms, key=list(site.published.codes[_FORM]).index):
        name = site.published.codes[_FORM][form].within(to.lang)
        cells = (
            plain_cell(one.subject.datum(one.series, area, one.subject.latest, (_FORM, form)), to.lang)
            for one, area in columns
        )
        rows.append(TableRow(Head(name[:1].upper() + name[1:]), tuple(cells)))
    header = tuple(_named(one.head(to), area, len(areas) > 1) for one, area in columns)
    caption = words.of("by_form", area=(chosen or region).name)
    return AreaTable(caption, words.of("form"), header, (Group("", tuple(rows)),))


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
