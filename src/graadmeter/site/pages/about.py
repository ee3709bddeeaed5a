"""About the figures: data and completeness, protection, accessibility, and the page for a wrong address."""

from collections import Counter
from collections.abc import Iterator

from graadmeter.charts.numbers import NBSP
from graadmeter.charts.table import FigureTable, Kind, TableCell
from graadmeter.domain.findings import Verdict
from graadmeter.domain.periods import parse_period, quarter
from graadmeter.domain.text import Lang, Text
from graadmeter.site.addresses import Addresses, download
from graadmeter.site.completeness import delivered
from graadmeter.site.page import Page, Site
from graadmeter.site.render import word

_LAST_QUARTERS = 8
_NONE = Text("niet ontvangen", "not received")
_SHORT = {
    Verdict.ACCEPTED.value: Text("ja", "yes"),
    Verdict.ACCEPTED_WITH_FINDINGS.value: Text("ja, met vragen", "yes, with questions"),
    Verdict.PARTLY.value: Text("deels", "partly"),
    Verdict.REFUSED.value: Text("geweigerd", "refused"),
    Verdict.INTERRUPTED.value: Text("afgebroken", "interrupted"),
}
_TABLE = Text("Leveringen van de laatste twee jaar, per gemeente", "Deliveries of the last two years, by municipality")


def pages(site: Site, to: Addresses, other: Addresses) -> Iterator[Page]:
    """The pages about the figures, and the page for an address that does not exist."""
    about = (word(to.lang, "nav_about"), to.page("about"))
    yield _prose("about", "about", [(about[0], "")], to, other)
    for name, text, title in (
        ("about-data", "data", "about_data"),
        ("about-protection", "protection", "about_protection"),
        ("accessibility", "accessibility", "accessibility"),
    ):
        trail = [about, (word(to.lang, title), "")]
        yield _prose(name, text, trail, to, other, **(_data(site, to.lang) if text == "data" else {}))
    paths = (to.page("missing"), other.page("missing"))
    words = (word(to.lang, "missing_title"), word(to.lang, "missing_lead"))
    yield Page(*paths, "missing.html", to.lang, *words, "")


def _prose(
    name: str, text: str, trail: list[tuple[str, str]], to: Addresses, other: Addresses, **values: object
) -> Page:
    title = trail[-1][0]
    paths = (to.page(name), other.page(name))
    return Page(*paths, "prose.html", to.lang, title, title, "about", {"trail": trail, "text": text, **values})


def _data(site: Site, lang: Lang) -> dict[str, object]:
    published = site.published
    kinds = Counter(change["change"] for change in published.changes)
    return {
        "deliveries": _deliveries(site, lang),
        "changes": kinds,
        "files": [
            (subject.definition.title.within(lang), download(subject.definition.id)) for subject in site.subjects
        ],
    }


def _deliveries(site: Site, lang: Lang) -> FigureTable:
    last = parse_period(site.published.last_quarter).last
    first = max(parse_period(site.published.first_quarter).first, last - _LAST_QUARTERS + 1)
    quarters = [quarter(index) for index in range(first, last + 1)]
    verdicts = delivered(site.published)
    rows = tuple(
        (TableCell(area.name), *(_verdict(verdicts.get((area.code, when.code)), lang) for when in quarters))
        for area in site.published.municipalities
    )
    header = (word(lang, "municipality"), *(f"{when.year} {when.code[6:].lstrip('0')}" for when in quarters))
    return FigureTable(_TABLE.within(lang), tuple(_head(part) for part in header), rows)


def _head(part: str) -> str:
    year, _, number = part.partition(" ")
    return f"{year}{NBSP}K{number}" if number else part


def _verdict(verdict: str | None, lang: Lang) -> TableCell:
    if verdict is None:
        return TableCell(_NONE.within(lang), Kind.HIDDEN)
    return TableCell(_SHORT.get(verdict, Text(verdict, verdict)).within(lang))
