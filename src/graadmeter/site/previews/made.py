"""The cards of a site: one per indicator and one for all other pages, each in both languages."""

from collections.abc import Iterator

from graadmeter.domain.text import Lang, Text
from graadmeter.site.addresses import Addresses
from graadmeter.site.figures.context import Context
from graadmeter.site.lead import answer, lead, plain
from graadmeter.site.page import Page, Site
from graadmeter.site.period_words import period_label
from graadmeter.site.previews.card import Card, drawn
from graadmeter.site.published import Definition
from graadmeter.site.wording import word

_FOLDER = Text("voorvertoning", "preview")
_GENERAL = "graadmeter"


def card_path(lang: Lang, indicator: str = "") -> str:
    """Where the card of an indicator is, or that of all other pages."""
    folder = f"{'en/' if lang is Lang.EN else ''}{_FOLDER.within(lang)}"
    return f"{folder}/{indicator or _GENERAL}.png"


def card_of(page: Page) -> str:
    """Where the card of a page is."""
    definition = page.values.get("definition")
    return card_path(page.lang, definition.id if isinstance(definition, Definition) else "")


def general_card(site: Site, to: Addresses) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of the card of pages that have none of their own; none for a site without an address."""
    if site.settings.address:
        region, lang = site.published.region.name, to.lang
        sentence = word(lang, "home_lead", n=len(site.published.municipalities))
        yield (
            card_path(lang),
            drawn(Card(region, word(lang, "home_title", region=region), sentence, _warning(site, lang))),
        )


def indicator_card(site: Site, indicator: str, to: Addresses) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of the card of an indicator; none for a site without an address."""
    if site.settings.address:
        subject = next(subject for subject in site.every_subject if subject.definition.id == indicator)
        yield card_path(to.lang, indicator), drawn(_card(site.context(subject, to.lang), _warning(site, to.lang)))


def _warning(site: Site, lang: Lang) -> str:
    return word(lang, "example").rstrip(".") if site.published.fictitious else ""


def _card(context: Context, warning: str) -> Card:
    """The region's answer, its figure and how that developed."""
    subject, lang, region = context.subject, context.lang, context.published.region
    first = subject.datum(subject.lead, region, subject.latest)
    if subject.in_parts or not first.shown:
        return Card(region.name, context.title, plain(lead(context)), warning)
    main = subject.datum(subject.main, region, subject.latest)
    data = [subject.datum(subject.main, region, code) for code in subject.timeline]
    ends = (period_label(subject.timeline[0], lang), period_label(subject.latest, lang))
    return Card(
        region.name,
        context.title,
        plain(list(answer(context, region, first))),
        warning,
        main.text(lang) if main.shown else "",
        context.measure(subject.main).removeprefix("%").strip(),
        tuple(datum.figure if datum.shown else None for datum in data) if main.shown else (),
        ends,
        word(lang, "provisional") if main.provisional else "",
    )
