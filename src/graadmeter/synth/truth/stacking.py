"""Stacking: how many kinds of provisions a person or household has in a period, and under which of the three laws."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from graadmeter.synth.days import Flags, Ints
from graadmeter.synth.truth.cells import Cell, Series
from graadmeter.synth.truth.counting import Place, presences
from graadmeter.synth.truth.known import FORMS, SOORTEN
from graadmeter.synth.truth.presence import Presence, active, by_person, periods

_LAWS = {"J": ("jeugdhulp", "bescherming", "reclassering", "preventief"), "P": ("bijstand",), "W": ("wmo",)}
_MOST = 6


@dataclass(frozen=True, slots=True)
class _Count:
    """Who is counted (persons or households) and with which quarters, per trajectory."""

    place: Place
    unit: str
    who: Ints
    bits: Ints

    def of(self, rows: Flags) -> Presence:
        """Those who have any of these trajectories, with their quarters."""
        return by_person(Presence(self.who[rows], self.bits[rows]))

    def series(self, **members: str) -> Series:
        """The cells of these members."""
        return Series("stapeling", self.unit, members)


def stacking(place: Place) -> Iterator[Cell]:
    """Persons, and households of whom the extract of the quarter tells, with any provision: all, by number, by laws."""
    known = place.known
    bits = active(known, place.window, _under(place, "J"), _under(place, "W"))
    persons = _Count(place, "personen", known.person, bits)
    households = _Count(place, "huishoudens", known.household, bits & known.listed)
    yield from presences(place, persons.series(), persons.of(bits > 0))
    yield from presences(place, households.series(), households.of(bits > 0), wijken=False)
    for count in (persons, households):
        yield from _laws(count)
        yield from _kinds(count)


def _under(place: Place, law: str) -> Flags:
    return np.isin(place.known.soort, [SOORTEN.index(name) for name in _LAWS[law]])


def _laws(count: _Count) -> Iterator[Cell]:
    everybody = np.unique(count.who[count.bits > 0])
    quarters = np.zeros((len(_LAWS), len(everybody)), np.int64)
    for row, law in enumerate(_LAWS):
        found = count.of(_under(count.place, law))
        quarters[row, np.searchsorted(everybody, found.person)] = found.bits
    for period, mask in periods(count.place.window):
        code = ((quarters & mask) > 0).astype(np.int64).T @ (1 << np.arange(len(_LAWS)))
        for number, size in enumerate(np.bincount(code, minlength=1).tolist()):
            group = "".join(law for row, law in enumerate(_LAWS) if number >> row & 1)
            if group:
                yield Cell(count.series(wettengroep=group), count.place.area, period, float(size))


def _kinds(count: _Count) -> Iterator[Cell]:
    everybody = np.unique(count.who[count.bits > 0])
    kinds = [(np.searchsorted(everybody, found.person), found.bits) for found in _by_kind(count)]
    for period, mask in periods(count.place.window):
        numbers = np.zeros(len(everybody), np.int64)
        for at, quarters in kinds:
            numbers[at] += (quarters & mask) > 0
        sizes = np.bincount(np.minimum(numbers, _MOST), minlength=_MOST + 1)
        for number in range(1, _MOST + 1):
            series = count.series(aantal_voorzieningen=f"{number}+" if number == _MOST else str(number))
            yield Cell(series, count.place.area, period, float(sizes[number]))
        if count.unit == "personen" and sizes[1:].sum():
            share = 100 * float(sizes[2:].sum()) / float(sizes[1:].sum())
            yield Cell(Series("stapeling", "procent", {"aantal_voorzieningen": "2+"}), count.place.area, period, share)


def _by_kind(count: _Count) -> Iterator[Presence]:
    """Who has each kind of provision: a form of help, a measure, a Wmo group or social assistance."""
    known = count.place.known
    kind = known.soort * len(FORMS) + known.form
    for number in np.unique(kind).tolist():
        yield count.of(kind == number)
