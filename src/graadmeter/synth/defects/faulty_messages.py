"""Faulty care messages (301, 305, 307), each made from a sound one of the same delivery."""

import re

from graadmeter.domain.bsn import eleven_test
from graadmeter.synth.defects.planted import NO_ASSIGNMENT, Broken


def renamed(text: str, number: int) -> str:
    """The message with an identification of its own."""
    return re.sub(r"(Identificatie>)[^<]{12}(</)", rf"\g<1>X{number:011d}\g<2>", text, count=1)


def unassigned(text: str, number: int) -> str:
    """The message about an assignment that does not exist."""
    text = re.sub(r"<ToewijzingNummer>\d+", f"<ToewijzingNummer>{NO_ASSIGNMENT + number}", text)
    return renamed(text, number)


def _wrong_bsn(text: str, number: int) -> str:
    bsn = text.partition("<Bsn>")[2][:9]
    wrong = next(bsn[:8] + digit for digit in "0123456789" if not eleven_test(bsn[:8] + digit))
    return unassigned(text.replace(f"<Bsn>{bsn}", f"<Bsn>{wrong}"), number)


def _ends_before_begin(text: str, number: int) -> str:
    return unassigned(re.sub(r"<Einddatum>[^<]+", "<Einddatum>2018-12-31", text), number)


def _unknown_reason(text: str, number: int) -> str:
    return unassigned(re.sub(r"<RedenBeeindiging>\d\d", "<RedenBeeindiging>99", text), number)


def _unknown_product(text: str, number: int) -> str:
    return new_assignment(re.sub(r":Code>[^<]+", ":Code>54Z99", text), number)


def _twice_assigned(text: str, number: int) -> str:
    text = new_assignment(text, number)
    product = re.search(r"<ToegewezenProduct>.*?</ToegewezenProduct>", text)
    if not product:
        return ""
    again = product[0].replace(f"{NO_ASSIGNMENT + number}<", f"{NO_ASSIGNMENT + number + 500}<")
    return text.replace(product[0], product[0] + again)


def new_assignment(text: str, number: int) -> str:
    """A plain assignment of its own; nothing when the sound one is a change or holds several products."""
    if "<RedenWijziging>" in text or text.count("<ToegewezenProduct>") != 1:
        return ""
    return unassigned(re.sub(r"<ReferentieAanbieder>[^<]+</ReferentieAanbieder>", "", text), number)


def _cut_off(text: str, number: int) -> str:
    return unassigned(text, number)[: len(text) * 2 // 3]


def _older_release(text: str, number: int) -> str:
    return unassigned(text, number).replace("/3_2/", "/3_1/")


CARE = (
    Broken("GM-CS002", "BSN voldoet niet aan de elfproef", "JW305", 1, _wrong_bsn),
    Broken("GM-TR018", "Einddatum ligt voor de begindatum", "JW307", 1, _ends_before_begin),
    Broken("GM-TR074", "Dezelfde start nog eens gestuurd", "JW305", 1, renamed),
    Broken("GM-TR302", "Hetzelfde product twee keer tegelijk toegewezen", "WMO301", 2, _twice_assigned),
    Broken("GM-PROD1", "Productcode staat niet in de productlijst", "JW301", 1, _unknown_product),
    Broken("GM-V003", "Reden beëindiging bestaat niet", "WMO307", 1, _unknown_reason),
    Broken("DL-XML-AFGEBROKEN", "Bericht houdt halverwege op", "JW305", 0, _cut_off),
    Broken("DL-XML-UITGAVE", "Bericht van een andere uitgave van de standaard", "JW305", 0, _older_release),
)
"""Defects of care messages."""
