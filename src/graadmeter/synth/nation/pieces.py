"""Cuts the country into pieces of bounded size: a municipality, or part of a large one."""

from collections.abc import Iterator
from dataclasses import dataclass

from graadmeter.synth.region_facts import NationalMunicipality, national_municipalities

MOST_INHABITANTS = 60_000
"""Inhabitants in one piece at most: this bounds the memory."""
_TENS = 10


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a municipality. `number` counts the pieces of the whole country; part 0 tells the population."""

    number: int
    country: tuple[NationalMunicipality, ...]
    """All municipalities that are written."""
    place: int
    part: int
    inhabitants: int

    @property
    def municipality(self) -> NationalMunicipality:
        """The municipality the piece is part of."""
        return self.country[self.place]

    def further(self, step: int) -> NationalMunicipality:
        """The municipality so many places further in the list, beginning again at its end."""
        return self.country[(self.place + step) % len(self.country)]


def pieces(scale: float, municipalities: int | None) -> Iterator[Piece]:
    """The pieces of the first so many municipalities (None: all 342), `scale` times as populous as they are."""
    number, country = 0, national_municipalities()[:municipalities]
    for place, municipality in enumerate(country):
        left, part = round(municipality.inhabitants * scale), 0
        while left > 0 or part == 0:
            taken = min(left, MOST_INHABITANTS)
            yield Piece(number, country, place, part, taken)
            left, part, number = left - taken, part + 1, number + 1


def wijk_codes(municipality: NationalMunicipality) -> list[str]:
    """The codes of the wijken: 00 to 99 and then, as in Amsterdam, with a letter: A0, A1 and so on."""
    return [f"WK{municipality.code[2:]}{_two_places(number)}" for number in range(municipality.wijken)]


def _two_places(number: int) -> str:
    tens, ones = divmod(number, 10)
    return f"{tens if tens < _TENS else chr(ord('A') + tens - _TENS)}{ones}"
