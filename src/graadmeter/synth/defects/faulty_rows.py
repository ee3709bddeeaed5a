"""Faulty rows of the regional extract, each made from a sound row; about a person nobody is."""

from collections.abc import Callable

from graadmeter.synth.defects.planted import NO_ASSIGNMENT, Broken
from graadmeter.synth.numbers import valid_numbers

_COLUMNS = {
    "gemeente": 0,
    "kwartaal": 1,
    "bsn": 2,
    "geboortedatum": 3,
    "wet": 5,
    "toewijzingnummer": 6,
    "voorziening_id": 7,
    "productcode": 8,
    "hulpvorm": 9,
    "leveringsvorm": 10,
    "lokaal_team": 11,
    "aanbieder": 12,
    "begindatum": 13,
    "einddatum": 14,
    "wijk": 17,
    "huishouden": 18,
}


def changed(**values: str) -> Callable[[str, int], str]:
    """Makes a row of nobody's, on no assignment, with these values."""

    def change(text: str, number: int) -> str:
        cells = text.split(";")
        own = {
            "bsn": f"{int(valid_numbers()[-1 - number]):09d}",
            "toewijzingnummer": str(NO_ASSIGNMENT + number),
            "voorziening_id": f"X-{number}",
            "huishouden": "",
        }
        for name, value in {**own, **values}.items():
            cells[_COLUMNS[name]] = value
        return ";".join(cells)

    return change


ROWS = (
    Broken("GM-V001", "Begindatum ontbreekt", "voorziening", 0, changed(begindatum="")),
    Broken("GM-V002", "Geboortedatum is geen datum", "voorziening", 0, changed(geboortedatum="31-02-2011")),
    Broken("GM-R002", "Regel van een ander kwartaal", "voorziening", 0, changed(kwartaal="2017KW01")),
    Broken("GM-VZ05", "Wijk is geen wijk van de gemeente", "voorziening", 0, changed(wijk="WK999999")),
    Broken("GM-BSN1", "BSN door een rekenblad ingekort", "voorziening", 0, changed(bsn="7654321")),
)
"""Defects of the extract."""
