"""The questions that the monitor was made for, each a choice of figures side by side for all municipalities."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graadmeter.domain.indicators import Unit
from graadmeter.domain.text import Text
from graadmeter.site.area_table import Figures
from graadmeter.site.page import Site
from graadmeter.site.provider_tables import named
from graadmeter.site.subject import Subject


@dataclass(frozen=True, slots=True)
class Ask:
    """Figures of one indicator: in which units (none for all), and by which dimension if any."""

    indicator: str
    units: tuple[Unit, ...] = ()
    by: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its address, words, and what is asked."""

    name: Text
    title: Text
    intro: Text
    asks: tuple[Ask, ...]


QUESTIONS = (
    Question(
        Text("specifiek-aanbod", "specific-supply"),
        Text("Dyslexiezorg, pleegzorg en verblijf", "Dyslexia care, foster care and residence"),
        Text(
            "Hoeveel jeugdigen krijgen hulp waarvoor maar enkele aanbieders er zijn, en waar wonen zij?",
            "How many young people get help that only a few providers offer, and where do they live?",
        ),
        (
            Ask("dyslexie"),
            Ask("pleegzorg"),
            Ask("verblijf"),
            Ask("verblijf", (Unit.PERSONS,), "hulpvorm"),
        ),
    ),
    Question(
        Text("crisishulp", "crisis-care"),
        Text("Hulp die met een crisis begint", "Help that begins with a crisis"),
        Text(
            "Hoe vaak begint jeugdhulp met een crisis, en bij welke vorm van hulp?",
            "How often does youth help begin with a crisis, and with which form of help?",
        ),
        (Ask("crisis"), Ask("crisis", (Unit.TRAJECTORIES,), "hulpvorm")),
    ),
    Question(
        Text("vervoer", "transport"),
        Text("Kosten van vervoer naar hulp", "Costs of transport to help"),
        Text(
            "Wat declareren aanbieders voor het vervoer van jeugdigen, en voor hoeveel van hen?",
            "What do providers claim for the transport of young people, and for how many of them?",
        ),
        (Ask("vervoerskosten"),),
    ),
    Question(
        Text("actieve-aanbieders", "active-providers"),
        Text("Actieve aanbieders per vorm van hulp", "Active providers by form of help"),
        Text(
            "Bij hoeveel aanbieders lopen trajecten in een gemeente, en voor welke vorm van hulp?",
            "With how many providers do trajectories run in a municipality, and for which form of help?",
        ),
        (Ask("actieve_aanbieders"), Ask("actieve_aanbieders", (), "hulpvorm")),
    ),
    Question(
        Text("concentratie", "concentration"),
        Text("Leunen op enkele aanbieders", "Relying on a few providers"),
        Text(
            "Loopt de hulp bij veel of bij weinig aanbieders? Dat zegt hoe kwetsbaar een gemeente is als er een stopt.",
            "Is help spread over many providers or few? That tells how exposed a municipality is when one stops.",
        ),
        (Ask("aanbiedersconcentratie"), Ask("grootste_aanbieders", (Unit.PERCENT,)), Ask("continuiteitsrisico")),
    ),
)


def columns(site: Site, question: Question) -> list[Figures]:
    """The columns of figures that the release has for a question."""
    areas = (site.published.region, *site.published.municipalities)
    known = {subject.definition.id: subject for subject in site.every_subject}
    found = [one for ask in question.asks if ask.indicator in known for one in _columns(known[ask.indicator], ask)]
    return [one for one in found if one.anywhere(areas)]


def answered(site: Site) -> list[tuple[Question, list[Figures]]]:
    """The questions that the release has figures for, with these."""
    found = [(question, columns(site, question)) for question in QUESTIONS]
    return [(question, ones) for question, ones in found if ones]


def _columns(subject: Subject, ask: Ask) -> Iterator[Figures]:
    for series in subject.definition.series:
        if ask.units and series.unit not in ask.units:
            continue
        if not ask.by:
            yield named(Figures(subject, series))
        elif ask.by in series.breakdowns:
            members: Sequence[str] = subject.members(series, subject.published.region, subject.latest, ask.by)
            yield from (Figures(subject, series, ((ask.by, code),)) for code in members)
