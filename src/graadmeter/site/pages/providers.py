"""The providers of the region and of each municipality: the ten largest, and how help is spread over all of them."""

from collections.abc import Iterator, Mapping

from graadmeter.charts.numbers import listing
from graadmeter.domain.areas import Area
from graadmeter.site.addresses import Addresses, download
from graadmeter.site.area_words import AreaWords
from graadmeter.site.figures.breakdowns import breakdowns, of_providers
from graadmeter.site.figures.developments import over_time
from graadmeter.site.largest import by_form, with_largest
from graadmeter.site.lead import lead, plain
from graadmeter.site.many import linked
from graadmeter.site.page import Page, Site
from graadmeter.site.pages.indicators import chips
from graadmeter.site.pages.questions import links
from graadmeter.site.provider_tables import form_table, spread_table
from graadmeter.site.render import word
from graadmeter.site.subject import Subject


def pages(site: Site, to: Addresses, other: Addresses) -> Iterator[Page]:
    """The region's page, then one for each municipality; none when the release has no providers."""
    subject = next((one for one in site.subjects if _by_provider(one)), None)
    if subject is not None:
        for chosen in (None, *site.published.municipalities):
            yield _page(site, subject, chosen, to, other)


def _by_provider(subject: Subject) -> bool:
    return any("aanbieder" in series.breakdowns and not series.fixed for series in subject.definition.series)


def _each_form(site: Site, chosen: Area | None, to: Addresses) -> Mapping[str, object] | None:
    """The ten largest of each form of help, and the forms of which no provider can be shown; None without any list."""
    subject = by_form(site)
    if subject is None:
        return None
    context = site.context(subject, to.lang, chosen)
    lists = [one for one in subject.definition.series if "aanbieder" in one.breakdowns]
    shown = [one for one in lists if with_largest(subject, one, context.area).shown]
    told = {of_providers(one): context.series_title(one) for one in shown}
    figures = [(told[figure.id], figure) for figure in breakdowns(context) if figure.id in told]
    few = [context.fixed_words(one) for one in lists if one not in shown]
    csv = download(subject.definition.id, chosen.name if chosen else "")
    return {"figures": figures, "few": listing(few, to.lang), "csv": csv}


def _page(site: Site, subject: Subject, chosen: Area | None, to: Addresses, other: Addresses) -> Page:
    lang, context = to.lang, site.context(subject, to.lang, chosen)
    heading, opening = word(lang, "providers_title"), lead(context)
    name = chosen.name if chosen else ""
    path, twin = (one.providers(name) if name else one.listing("providers") for one in (to, other))
    spread, forms, each = spread_table(site, to, chosen), form_table(site, to, chosen), _each_form(site, chosen, to)
    words, area = AreaWords(lang), chosen or site.published.region
    values = {
        "trail": [(heading, to.listing("providers")), (name, "")] if name else [(heading, "")],
        "w": words,
        "heading": heading,
        "chosen": chosen,
        "area": area,
        "contents": _contents(words, area, {"spread": spread, "forms": forms, "each-form": each}),
        "lead": opening,
        "chips": chips(site, context),
        "figures": [figure for figure in (*breakdowns(context), over_time(context)) if figure is not None],
        "spread": spread,
        "forms": forms,
        "each_form": each,
        "questions": links(site, to),
        "csv": download(subject.definition.id, name),
        "notes": [
            {"title": word(lang, key), "text": word(lang, f"{key}_text")}
            for key in ("providers_note", "providers_hidden")
        ],
        "choose": word(lang, "providers_for"),
        "choices": _choices(site, chosen, to),
        "onward": (word(lang, "full_page", title=context.title), to.indicator(subject.definition.id, name)),
    }
    title = f"{heading} · {name}" if name else heading
    return Page(path, twin, "providers.html", lang, title, plain(opening), "providers", values)


_PARTS = {"spread": "market", "forms": "by_form", "each-form": "each_form"}
"""The parts of the page below its figures, with the words over them."""


def _contents(words: AreaWords, area: Area, given: Mapping[str, object]) -> list[tuple[str, str]]:
    """The parts that there are, with their places, so that nobody need scroll past one chart after another."""
    return [(words.of(name, area=area.name), at) for at, name in _PARTS.items() if given[at]]


def _choices(site: Site, chosen: Area | None, to: Addresses) -> list[tuple[str, str, bool]]:
    region = word(to.lang, "whole_region", region=site.published.region.name)
    areas = [(area.name, to.providers(area.name), area == chosen) for area in linked(site.published, chosen)]
    every = [(word(to.lang, "every_municipality"), to.listing("providers"), False)]
    left_out = len(areas) < len(site.published.municipalities)
    return [(region, to.listing("providers"), chosen is None), *areas, *(every if left_out else [])]
