"""The numbers, references and persons of one planted fault, which no other fault has."""

import re
from dataclasses import dataclass, field

from graadmeter.domain.bsn import eleven_test, is_special
from graadmeter.domain.layouts import Field
from graadmeter.synth.numbers import valid_numbers
from graadmeter.synth.region_facts import Municipality, providers, wijken

NUMBERS = frozenset({"toewijzingnummer", "nummer"})
IDENTITIES = frozenset(
    {
        "referentie",
        "bericht_id",
        "retour_id",
        "declaratie_id",
        "declaratienummer",
        "referentienummer",
        "vorig_referentienummer",
        "voorziening_id",
        "aanmelding_id",
        "uitkering_id",
        "meting_id",
        "interventie_id",
        "zaak",
        "leerling",
        "respondent",
        "regelnummer",
        "meldingnummer",
        "hoofdzaak",
        "adviesnummer",
        "onderzoeksnummer",
        "huishouden",
        "client_code",
        "beschikking_code",
        "beschikte_voorziening_code",
        "voorziening_code",
    }
)
"""Fields that tell one thing from another."""
_HOME, _PROVIDERS = "0141", ("41410001", "41410002")
_WIJKEN = ("WK014100", "WK014110", "WK014120")
"""The municipality, providers and wijken of the examples of the catalogue (Almelo)."""
_TEST_NUMBERS = "9999"
"""How the numbers begin that are meant for tests: they are no person's."""
_PERSONS = 600
"""Persons per fault at most."""
_FIRST_NUMBER, _STEP = 100_000_000, 1_000


@dataclass(slots=True)
class OwnNames:
    """Translates the values of one fault."""

    municipality: Municipality
    place: int
    """Its place among the faults, from 1."""
    about_bsn: bool = False
    """Whether the fault is in the BSN itself, so that a wrong one stays as it is."""
    _persons: dict[str, str] = field(default_factory=dict)

    def own(self, about: Field, value: str) -> str:
        """The value as this fault has it."""
        if not value:
            return value
        if about.name == "bsn":
            wrong = not eleven_test(value) or value.startswith(_TEST_NUMBERS)
            kept = is_special(value) or (self.about_bsn and wrong)
            return value if kept else self._person(value)
        if about.name in NUMBERS and value.isdigit() and int(value) < _STEP:
            return str(_FIRST_NUMBER + self.place * _STEP + int(value))
        if about.name in IDENTITIES:
            made = f"{self.place}Z{value}"
            return made if not about.pattern or re.fullmatch(about.pattern, made) else value
        return self._here(value)

    def identity(self, about: Field, ordinal: int) -> str:
        """A value for a field that numbers or names something and of which the fault says nothing."""
        if about.name == "bsn":
            return self._person("")
        if about.name in NUMBERS:
            return str(_FIRST_NUMBER + self.place * _STEP + 500 + ordinal)
        number = self.municipality.number
        here = {"gemeente": number, "woonplaats": number, "aanbieder": providers()[0].agb}
        if about.name == "wijk":
            return wijken()[self.municipality.code][0].code
        return here.get(about.name, f"{self.place}Y{ordinal}")

    def _person(self, who: str) -> str:
        known = self._persons.setdefault(who, "")
        if not known:
            known = f"{int(valid_numbers()[self.place * _PERSONS + len(self._persons)]):09d}"
            self._persons[who] = known
        return known

    def _here(self, value: str) -> str:
        areas = wijken()[self.municipality.code]
        if value in _WIJKEN:
            return areas[min(_WIJKEN.index(value), len(areas) - 1)].code
        if value in _PROVIDERS:
            return providers()[_PROVIDERS.index(value)].agb
        number = self.municipality.number
        return {_HOME: number, f"GM{_HOME}": f"GM{number}"}.get(value, value)
