"""Defects in details: dates, addresses, providers and combinations that cannot be, and rows that stand twice."""

import re
from collections.abc import Callable

from graadmeter.synth.defects.faulty_claims import on_no_assignment, one_line
from graadmeter.synth.defects.faulty_messages import new_assignment, unassigned
from graadmeter.synth.defects.faulty_rows import changed
from graadmeter.synth.defects.planted import Broken

_LATER, _FILLER = "2099-12-31", "1900-01-01"
_PROBATION = "47A01"


def _assigned(pattern: str, value: str) -> Callable[[str, int], str]:
    """A new assignment in which one value was replaced; nothing when the sound one has no such value."""

    def change(text: str, number: int) -> str:
        made = re.sub(pattern, value, text, count=1)
        return new_assignment(made, number) if made != text else ""

    return change


def _began(day: str) -> Callable[[str, int], str]:
    return lambda text, number: unassigned(re.sub(r"(<Begindatum>)[^<]+", rf"\g<1>{day}", text), number)


def _claimed_on(day: str) -> Callable[[str, int], str]:
    """A claim for nothing that was dated on this day."""

    def change(text: str, number: int) -> str:
        message, line = one_line(text, number)
        message = re.sub(r"(<DeclaratieDagtekening>)[^<]+", rf"\g<1>{day}", message)
        return message.replace("%s", on_no_assignment(line, number))

    return change


def _filler_provider(text: str, number: int) -> str:
    message, line = one_line(text, number)
    message = re.sub(r"(<Afzender>)\d+", r"\g<1>12345678", message)
    return message.replace("%s", on_no_assignment(line, number))


def _never_started(text: str, number: int) -> str:
    message, line = one_line(text, number)
    return message.replace("%s", on_no_assignment(line, number)) if "Categorie>42<" not in line else ""


def _more_than_a_month(text: str, number: int) -> str:
    message, line = one_line(text, number)
    line = re.sub(r"(<GeleverdVolume>)\d+", r"\g<1>99999", on_no_assignment(line, number))
    return message.replace("%s", line) if re.search(r"<Eenheid>(01|04|14|16)<", line) else ""


def _again(text: str, _number: int) -> str:
    return text


def _ended_before_begun(text: str, number: int) -> str:
    cells = text.split(";")
    cells[5], cells[8] = f"X-{number}", "2000-01-01"
    return ";".join(cells)


DETAILS = (
    Broken(
        "GM-TR135",
        "Toewijzing in de toekomst besloten",
        "JW301",
        1,
        _assigned(r"(<Toewijzingsdatum>)[^<]+", rf"\g<1>{_LATER}"),
    ),
    Broken("GM-TR061", "Geen vast adres", "JW301", 1, _assigned(r"<Soort>01", "<Soort>04")),
    Broken("GM-CS089", "Postcode is geen postcode", "WMO301", 1, _assigned(r"(Postcode>)[^<]+", r"\g<1>99999")),
    Broken(
        "GM-LOOP1",
        "Einddatum ligt onwaarschijnlijk ver weg",
        "JW301",
        1,
        _assigned(r"(<Einddatum>)[^<]+", rf"\g<1>{_LATER}"),
    ),
    Broken("GM-BEG1", "Begindatum is een vuldatum", "JW305", 1, _began(_FILLER)),
    Broken("GM-LAAT1", "Start meer dan een jaar te laat gemeld", "WMO305", 1, _began("2019-01-15")),
    Broken("GM-OP280", "Declaratie van voor haar periode", "JW323", 1, _claimed_on("2018-01-10")),
    Broken("GM-OP354", "Declaratie is meer dan een jaar te laat", "WMO323", 1, _claimed_on("2029-01-10")),
    Broken("GM-OP295", "Gedeclareerde hulp is nooit gestart", "WMO323", 1, _never_started),
    Broken("GM-VOL1", "Meer dan er in een maand past", "JW323", 1, _more_than_a_month),
    Broken("GM-AANB2", "AGB-code van de declarant is een vulwaarde", "JW323", 1, _filler_provider),
    Broken("GM-VZ15", "Lokaal team met een PGB", "voorziening", 0, changed(lokaal_team="J", leveringsvorm="PGB")),
    Broken("GM-VZ16", "Hulpvorm bij de Wmo", "voorziening", 0, changed(wet="wmo", hulpvorm="02")),
    Broken("GM-VZ21", "PGB met een aanbieder", "voorziening", 0, changed(leveringsvorm="PGB", aanbieder="99990001")),
    Broken("GM-AANB2", "AGB-code is een vulwaarde", "voorziening", 0, changed(aanbieder="00000000")),
    Broken("GM-AANB3", "Aanbieder staat niet in de lijst", "voorziening", 0, changed(aanbieder="98765432")),
    Broken(
        "GM-JR12",
        "Jeugdreclassering van een kind van zeven",
        "voorziening",
        0,
        changed(
            wet="jeugdwet",
            productcode=_PROBATION,
            hulpvorm="",
            begindatum="2025-01-15",
            geboortedatum="2018-01-15",
            einddatum="",
        ),
    ),
    Broken("GM-DUB1", "Aanmelding staat dubbel", "wachttijd", 0, _again),
    Broken("GM-DUB2", "Uitkering staat dubbel", "participatiewet", 0, _again),
    Broken("GM-DUB3", "Meting staat dubbel", "uitkomst", 0, _again),
    Broken("GM-ERV1", "Vraag is twee keer beantwoord", "ervaring", 0, _again),
    Broken("GM-TR018-E", "Uitkering eindigt voor zij begint", "participatiewet", 0, _ended_before_begun),
)
"""Defects that need no story of their own."""
