"""Stacking: how many kinds of provisions a person has in a period, and under which of the three laws."""

from collections.abc import Iterator

import numpy as np

from graadmeter.synth.days import Flags, Ints
from graadmeter.synth.truth.answers import kinds_of_help
from graadmeter.synth.truth.cells import Cell, Series
from graadmeter.synth.truth.counting import Place, persons
from graadmeter.synth.truth.known import SOORTEN
from graadmeter.synth.truth.presence import Presence, active, by_person, periods

_LAWS = {"J": ("jeugdhulp", "bescherming", "reclassering", "preventief"), "P": ("bijstand",), "W": ("wmo",)}
_MOST = 6


def stacking(place: Place) -> Iterator[Cell]:
    """Persons with any provision, by number of kinds of provisions and by combination of laws."""
    bits = active(place.known, place.window, _under(place, "J"), _under(place, "W"))
    yield from persons(place, Series("stapeling", "personen"), place.known.person, bits)
    yield from _laws(place, bits)
    yield from _kinds(place, bits)


def _under(place: Place, law: str) -> Flags:
    return np.isin(place.known.soort, [SOORTEN.index(name) for name in _LAWS[law]])


def _laws(place: Place, bits: Ints) -> Iterator[Cell]:
    everybody = np.unique(place.known.person[bits > 0])
    quarters = np.zeros((len(_LAWS), len(everybody)), np.int64)
    for row, law in enumerate(_LAWS):
        mine = _under(place, law)
        found = by_person(Presence(place.known.person[mine], bits[mine]))
        quarters[row, np.searchsorted(everybody, found.person)] = found.bits
    for period, mask in periods(place.window):
        code = ((quarters & mask) > 0).astype(np.int64).T @ (1 << np.arange(len(_LAWS)))
        for number, count in enumerate(np.bincount(code, minlength=1).tolist()):
            group = "".join(law for row, law in enumerate(_LAWS) if number >> row & 1)
            if group:
                series = Series("stapeling", "personen", {"wettengroep": group})
                yield Cell(series, place.area, period, float(count))


def _kinds(place: Place, bits: Ints) -> Iterator[Cell]:
    everybody = np.unique(place.known.person[bits > 0])
    kinds = [(np.searchsorted(everybody, found.person), found.bits) for found in kinds_of_help(place, bits)]
    for period, mask in periods(place.window):
        numbers = np.zeros(len(everybody), np.int64)
        for at, quarters in kinds:
            numbers[at] += (quarters & mask) > 0
        counts = np.bincount(np.minimum(numbers, _MOST), minlength=_MOST + 1)
        for number in range(1, _MOST + 1):
            name = f"{number}+" if number == _MOST else str(number)
            series = Series("stapeling", "personen", {"aantal_voorzieningen": name})
            yield Cell(series, place.area, period, float(counts[number]))
