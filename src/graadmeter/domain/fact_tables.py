"""The fact tables: waiting times, youth-protection chain, outcomes, experience, education, benefits, budgets and more.

Each is one unit: raw layout in `catalogue/deliveries/<name>.yaml`, and here what is kept of it.
"""

from graadmeter.domain.episode_tables import EPISODE_MODEL
from graadmeter.domain.events import IDENTIFIERS
from graadmeter.domain.facts import Fact, FactColumn, Keep
from graadmeter.domain.growth_tables import GROWTH_MODEL
from graadmeter.domain.living_tables import LIVING_EVENTS, LIVING_MODEL
from graadmeter.domain.protocol_tables import PROTOCOL_EVENTS, PROTOCOL_IDENTIFIERS, PROTOCOL_MODEL
from graadmeter.domain.rule_tables import RULE_MODEL
from graadmeter.domain.tables import Column, Type

_T, _I, _B, _D, _F = Type.TEXT, Type.INT, Type.BIGINT, Type.DATE, Type.BOOL


def _person(meaning: str = "the person; empty when the BSN is unknown") -> FactColumn:
    return FactColumn(Column("persoon", _T, meaning, nullable=True), "bsn", Keep.PERSON)


def _key(name: str, field: str, meaning: str, *, nullable: bool = False) -> FactColumn:
    return FactColumn(Column(name, _T, meaning, nullable), field, Keep.KEY)


def _is(name: str, kind: Type, meaning: str, *, nullable: bool = False) -> FactColumn:
    return FactColumn(Column(name, kind, meaning, nullable), name)


def _may(name: str, kind: Type, meaning: str) -> FactColumn:
    return _is(name, kind, meaning, nullable=True)


def _age(field: str) -> FactColumn:
    return FactColumn(Column("leeftijd", _I, f"age in whole years on {field}", nullable=True), field, Keep.AGE)


def _before_18(field: str) -> FactColumn:
    meaning = f"{field} lies before the 18th birthday"
    return FactColumn(Column("voor_18", _F, meaning, nullable=True), field, Keep.BEFORE_18)


_URGENT = FactColumn(Column("spoed", _F, "urgent"), "spoed", Keep.YES)
_AGB = _may("aanbieder", _T, "AGB code of the provider")
_PRACTICE = FactColumn(Column("aanbieder", _T, "AGB code of the GP practice or institution", nullable=True), "praktijk")

WACHTTIJD = Fact(
    "wachttijd",
    "one row per referral that waits, waited or was withdrawn",
    ("aanmelding",),
    (
        _person(),
        _key("aanmelding", "aanmelding_id", "the referral"),
        _is("wet", _T, "jeugdwet or wmo"),
        _may("hulpvorm", _T, "CBS form of youth help that is waited for"),
        _AGB,
        _may("verwijzer", _T, "COD327 referrer"),
        _URGENT,
        _may("aanmelddatum", _D, "day of referral"),
        _is("aanmelddatum_status", _T, "gemeten, opgegeven or onbekend"),
        _may("intakedatum", _D, "day of the intake"),
        _is("intakedatum_status", _T, "gemeten, opgegeven or onbekend"),
        _may("startdatum", _D, "first day of help; empty while waiting"),
        _is("startdatum_status", _T, "gemeten, opgegeven or onbekend"),
        _may("afgemeld", _D, "day the wait ended without help"),
        _may("afmeldreden", _T, "why it ended without help"),
        _age("aanmelddatum"),
        _before_18("aanmelddatum"),
    ),
)

KETENSTAP = Fact(
    "ketenstap",
    "one row per step in a case of the youth-protection chain",
    ("zaak", "persoon", "stap", "organisatie", "datum"),
    (
        _key("zaak", "zaak", "the case"),
        _is("eenheid", _T, "kind (child) or gezin (family)"),
        _person("the child; empty when the step is about a family or the BSN is unknown"),
        _key("gezin", "gezin", "the family", nullable=True),
        _is("stap", _T, "step: see KETENSTAP"),
        _is("organisatie", _T, "organisation that takes the step: see KETENORGANISATIE"),
        _may("instelling", _T, "AGB code of the institution"),
        _is("datum", _D, "day of the step"),
        _URGENT,
        _age("datum"),
    ),
)

UITKOMST = Fact(
    "uitkomst",
    "one row per outcome measurement and instrument",
    ("meting", "instrument"),
    (
        _person(),
        _key("meting", "meting_id", "the measurement"),
        _is("wet", _T, "jeugdwet or wmo"),
        _key("toewijzing", "toewijzingnummer", "the assignment it belongs to", nullable=True),
        _AGB,
        _is("meetdatum", _D, "day of the measurement"),
        _is("moment", _T, "begin, tussentijds, einde or na"),
        _is("informant", _T, "who answered"),
        _is("instrument", _T, "what was measured: see UITKOMSTINSTRUMENT"),
        _may("score", _I, "score, in the instrument's own unit"),
        _may("klasse", _T, "reliable change: see RCI"),
        _before_18("meetdatum"),
    ),
)

ERVARING = Fact(
    "ervaring",
    "one row per answer in a survey of client experience; answers belong to no known person",
    ("respondent", "vragenlijst", "vraag", "kwartaal"),
    (
        _key("respondent", "respondent", "the participant within this survey"),
        _is("vragenlijst", _T, "wmo or jeugd"),
        _is("vraag", _T, "question: see ERVARINGSVRAAG"),
        _is("antwoord", _T, "answer: see ERVARINGSANTWOORD"),
        _may("invuller", _T, "who filled it in"),
        _may("leeftijdsgroep", _T, "age group"),
        _may("wijk", _T, "wijk, as delivered"),
    ),
)

ONDERWIJS = Fact(
    "onderwijs",
    "one row per pupil, school year, school, spell of absence or exemption, and quarter in which it was delivered",
    ("leerling", "schooljaar", "brin", "verzuim", "verzuim_begin", "kwartaal"),
    (
        _key("leerling", "leerling", "the pupil"),
        _person("the person; only when the municipality itself delivers a BSN"),
        _is("schooljaar", _T, "school year: 2025-2026"),
        _may("brin", _T, "school"),
        _may("onderwijssoort", _T, "kind of education"),
        _is("ondersteuning", _T, "support at school"),
        _is("verzuim", _T, "absence or exemption: see VERZUIM"),
        _may("verzuim_begin", _D, "first day"),
        _may("verzuim_einde", _D, "last day; empty while it lasts"),
    ),
)

PARTICIPATIEWET = Fact(
    "participatiewet",
    "one row per benefit or provision of the Participatiewet; counted in stacking through the provisions",
    ("uitkering",),
    (
        _person(),
        _key("uitkering", "uitkering_id", "the benefit"),
        _is("regeling", _T, "scheme: see PW_REGELING"),
        _is("begindatum", _D, "first day"),
        _may("einddatum", _D, "last day; empty while running"),
    ),
)

INTERVENTIE = Fact(
    "interventie",
    "one row per intervention and quarter; totals only, no persons",
    ("interventie", "kwartaal"),
    (
        _key("interventie", "interventie_id", "the intervention"),
        _is("soort", _T, "kind: see INTERVENTIE"),
        _may("wijk", _T, "wijk, as delivered; empty = the whole municipality"),
        _PRACTICE,
        _is("begindatum", _D, "first day"),
        _may("einddatum", _D, "last day; empty while running"),
        _may("uren_per_week", _I, "staff, hours a week"),
        _may("kosten", _B, "cost in the quarter, eurocents"),
        _may("ingeschreven_jeugd", _I, "youths under 18 within reach"),
        _may("gezien", _I, "youths seen in the quarter"),
        _may("verwezen", _I, "of them referred on to youth help"),
    ),
)

PGB_BESTEDING = Fact(
    "pgb_besteding",
    "one row per amount spent from a personal budget; no claim lines, since no provider claims them",
    ("besteding",),
    (
        _person(),
        _key("besteding", "regelnummer", "the line"),
        _is("wet", _T, "jeugdwet or wmo"),
        _key("voorziening", "voorziening_id", "the provision it was spent on", nullable=True),
        _is("periode_begin", _D, "first day of care"),
        _is("periode_eind", _D, "last day of care"),
        FactColumn(Column("bedrag_cent", _B, "amount paid in eurocents; a correction is negative"), "bedrag"),
    ),
)

FACTS = (WACHTTIJD, KETENSTAP, UITKOMST, ERVARING, ONDERWIJS, PARTICIPATIEWET, INTERVENTIE, PGB_BESTEDING)

FACT_EVENTS = (*(fact.event for fact in FACTS), *PROTOCOL_EVENTS, *LIVING_EVENTS)
FACT_MODEL = (
    *(fact.model for fact in FACTS), *PROTOCOL_MODEL, *RULE_MODEL, *GROWTH_MODEL, *EPISODE_MODEL, *LIVING_MODEL,
)  # fmt: skip

_OF_FACTS = {one.column.name: one.purpose for fact in FACTS for one in fact.columns if one.purpose}
ALL_IDENTIFIERS = IDENTIFIERS | PROTOCOL_IDENTIFIERS | _OF_FACTS
"""Columns of all event tables that hold an id before and a pseudonym after pseudonymisation, with the purpose."""
