"""Stacking: how many provisions persons and households have, from which acts, and what goes together."""

from collections.abc import Iterator
from dataclasses import dataclass

from graadmeter.charts.figure import Figure
from graadmeter.charts.table import FigureTable, TableCell, figure_cell
from graadmeter.site.addresses import Addresses, download
from graadmeter.site.figures.breakdowns import breakdowns
from graadmeter.site.figures.context import Context
from graadmeter.site.figures.developments import over_time
from graadmeter.site.lead import lead, plain
from graadmeter.site.page import Page, Site
from graadmeter.site.pages.indicators import chips
from graadmeter.site.period_words import period_label
from graadmeter.site.published import Series
from graadmeter.site.render import word
from graadmeter.site.subject import Subject

_NUMBER, _LAWS, _PAIR = "aantal_voorzieningen", "wettengroep", "paar"


@dataclass(frozen=True, slots=True)
class Matrix:
    """A table of its own, without a picture."""

    id: str
    title: str
    table: FigureTable


def pages(site: Site, to: Addresses, other: Addresses) -> Iterator[Page]:
    """The stacking page; none when the release has no stacking."""
    subject = _by(site, _LAWS) or _by(site, _NUMBER)
    if subject is not None:
        yield _page(site, subject, to, other)


def _by(site: Site, dimension: str) -> Subject | None:
    """The first indicator that is broken down by a dimension."""
    found = (
        one for one in site.every_subject if any(dimension in series.breakdowns for series in one.definition.series)
    )
    return next(found, None)


def _page(site: Site, subject: Subject, to: Addresses, other: Addresses) -> Page:
    lang, context = to.lang, site.context(subject, to.lang)
    heading, opening = word(lang, "stacking_title"), lead(context)
    together = _by(site, _PAIR)
    combined = sorted(breakdowns(context), key=lambda figure: figure.id != f"naar-{_LAWS}")
    course = over_time(context)
    drawn = [*combined, *_together(site, together, to), *([course] if course is not None and course.wide else [])]
    values = {
        "trail": [(heading, "")],
        "heading": heading,
        "chosen": None,
        "lead": opening,
        "chips": chips(site, context),
        "figures": drawn,
        "matrices": _matrices(site, context),
        "csv": download(subject.definition.id),
        "notes": [{"title": word(lang, key), "text": word(lang, f"{key}_text")} for key in _notes(together)],
        "choose": word(lang, "stacking_for"),
        "choices": [
            (area.name, to.indicator(subject.definition.id, area.name), False) for area in site.published.municipalities
        ],
        "onward": (word(lang, "full_page", title=context.title), to.indicator(subject.definition.id)),
    }
    paths = (to.page("stacking"), other.page("stacking"))
    return Page(*paths, "stacking.html", lang, heading, plain(opening), "stacking", values)


def _notes(together: Subject | None) -> tuple[str, ...]:
    return ("stacking_note", "stacking_laws", *(("stacking_lift",) if together is not None else ()))


def _together(site: Site, subject: Subject | None, to: Addresses) -> list[Figure]:
    """The pairs that go together more often than by chance, where the release has them."""
    return breakdowns(site.context(subject, to.lang)) if subject is not None else []


def _matrices(site: Site, context: Context) -> list[Matrix]:
    """Persons and households per municipality: by number of provisions, and by combination of acts."""
    found = [
        _matrix(site, context, series, dimension)
        for dimension in (_NUMBER, _LAWS)
        for series in context.subject.definition.series
        if dimension in series.breakdowns
    ]
    return [matrix for matrix in found if matrix is not None]


def _matrix(site: Site, context: Context, series: Series, dimension: str) -> Matrix | None:
    subject, lang = context.subject, context.lang
    codes = subject.members(series, site.published.region, subject.latest, dimension)
    if not codes:
        return None
    rows = tuple(
        (
            TableCell(area.name),
            *(figure_cell(subject.datum(series, area, subject.latest, (dimension, code)), lang) for code in codes),
        )
        for area in (*site.published.municipalities, site.published.region)
    )
    by = site.published.dimensions[dimension].within(lang)
    title = word(lang, "stacking_matrix", things=context.unit_words(series), by=by)
    header = (word(lang, "municipality"), *(context.member(dimension, code) for code in codes))
    anchor = f"{series.unit.value}-{dimension.replace('_', '-')}"
    return Matrix(anchor, title, FigureTable(f"{title}, {period_label(subject.latest, lang)}", header, rows))
