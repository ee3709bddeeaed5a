"""Stacking: how many provisions persons and households have, and from which acts together."""

from collections.abc import Iterator
from dataclasses import dataclass

from graadmeter.charts.table import FigureTable, TableCell, figure_cell
from graadmeter.domain.indicators import Unit
from graadmeter.site.addresses import Addresses, download
from graadmeter.site.figures.breakdowns import breakdowns
from graadmeter.site.figures.context import Context
from graadmeter.site.figures.developments import over_time
from graadmeter.site.lead import lead, plain
from graadmeter.site.page import Page, Site
from graadmeter.site.pages.indicators import chips
from graadmeter.site.period_words import period_label
from graadmeter.site.render import word
from graadmeter.site.subject import Subject

_DIMENSION = "aantal_voorzieningen"


@dataclass(frozen=True, slots=True)
class Matrix:
    """A table of its own, without a picture."""

    title: str
    table: FigureTable


def pages(site: Site, to: Addresses, other: Addresses) -> Iterator[Page]:
    """The stacking page; none when the release has no stacking."""
    subject = next((one for one in site.subjects if _stacks(one)), None)
    if subject is not None:
        yield _page(site, subject, to, other)


def _stacks(subject: Subject) -> bool:
    return any(_DIMENSION in series.breakdowns for series in subject.definition.series)


def _page(site: Site, subject: Subject, to: Addresses, other: Addresses) -> Page:
    lang, context = to.lang, site.context(subject, to.lang)
    heading, opening = word(lang, "stacking_title"), lead(context)
    drawn = [*breakdowns(context), over_time(context)]
    values = {
        "trail": [(heading, "")],
        "heading": heading,
        "chosen": None,
        "lead": opening,
        "chips": chips(site, context),
        "figures": [figure for figure in drawn if figure is not None],
        "matrix": _matrix(site, context),
        "csv": download(subject.definition.id),
        "notes": [
            {"title": word(lang, key), "text": word(lang, f"{key}_text")} for key in ("stacking_note", "stacking_laws")
        ],
        "choose": word(lang, "stacking_for"),
        "choices": [
            (area.name, to.indicator(subject.definition.id, area.name), False) for area in site.published.municipalities
        ],
        "onward": (word(lang, "full_page", title=context.title), to.indicator(subject.definition.id)),
    }
    paths = (to.page("stacking"), other.page("stacking"))
    return Page(*paths, "figures.html", lang, heading, plain(opening), "stacking", values)


def _matrix(site: Site, context: Context) -> Matrix | None:
    subject, lang = context.subject, context.lang
    series = [one for one in subject.definition.series if _DIMENSION in one.breakdowns and one.unit is Unit.PERSONS]
    if not series:
        return None
    codes = subject.members(series[0], site.published.region, subject.latest, _DIMENSION)
    names = site.published.codes[_DIMENSION]
    rows = tuple(
        (
            TableCell(area.name),
            *(figure_cell(subject.datum(series[0], area, subject.latest, (_DIMENSION, code)), lang) for code in codes),
        )
        for area in (*site.published.municipalities, site.published.region)
    )
    title = word(lang, "stacking_matrix")
    header = (word(lang, "municipality"), *(names[code].within(lang) for code in codes))
    return Matrix(title, FigureTable(f"{title}, {period_label(subject.latest, lang)}", header, rows))
