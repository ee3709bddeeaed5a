"""The indicators whose exact answers are known, each counted for one place (a municipality or the region)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np

from graadmeter.synth.days import Flags, Ints, year_of
from graadmeter.synth.region_facts import REFERRERS, care
from graadmeter.synth.truth.cells import Cell, Series
from graadmeter.synth.truth.counting import Place, persons, presences, ratios, shares, weighed
from graadmeter.synth.truth.known import FORMS, SOORTEN, UNKNOWN_REFERRER
from graadmeter.synth.truth.presence import Presence, active, begun, ended, periods

_SEXES = {1: "m", 2: "v", 0: "o"}
_AGES = (("00-03", 0, 3), ("04-11", 4, 11), ("12-17", 12, 17))
_RESIDENCE = ("11", "12", "13", "14")


def answers(place: Place) -> Iterator[Cell]:
    """Every exact answer for the place."""
    nobody = np.zeros(len(place.known), bool)
    minor = active(place.known, place.window, ~nobody, nobody)
    adult = active(place.known, place.window, nobody, ~nobody)
    help_ = _of(place, "jeugdhulp")
    yield from _youth_help(place, help_, minor)
    yield from _residence(place, help_, minor)
    yield from _measures(place, minor)
    yield from _wmo(place, adult)
    yield from _dyslexia(place, help_, minor)
    yield from _trajectories(place, help_, minor)
    yield from _referrers(place, help_)
    yield from _crisis(place, help_)
    yield from _expenditure(place)


def _of(place: Place, *soorten: str) -> Flags:
    return np.isin(place.known.soort, [SOORTEN.index(name) for name in soorten])


def _persons(place: Place, series: Series, rows: Flags, bits: Ints) -> list[Cell]:
    return list(persons(place, series, place.known.person[rows], bits[rows]))


def _by_form(place: Place, series: Series, dimension: str, rows: Flags, bits: Ints) -> Iterator[Cell]:
    for number in np.unique(place.known.form[rows]).tolist():
        part = Series(series.indicator, series.unit, {**series.members, dimension: FORMS[number]})
        yield from _persons(place, part, rows & (place.known.form == number), bits)


def _youth_help(place: Place, rows: Flags, bits: Ints) -> Iterator[Cell]:
    series, known = Series("jeugdhulp", "personen"), place.known
    total = _persons(place, series, rows, bits)
    forms = list(_by_form(place, series, "hulpvorm", rows, bits))
    yield from (*total, *forms, *shares([*total, *forms], place.youth, "procent", 100))
    for number, code in _SEXES.items():
        part = Series("jeugdhulp", "personen", {"geslacht": code})
        yield from _persons(place, part, rows & (known.sex == number), bits)
    yield from _by_age(place, rows, bits)


def _by_age(place: Place, rows: Flags, bits: Ints) -> Iterator[Cell]:
    """Age on 31 December before the year of the period."""
    born = year_of(place.known.born[rows])
    for name, low, high in _AGES:
        for period, mask in periods(place.window):
            age = np.maximum(period.year - 1 - born, 0)
            there = ((bits[rows] & mask) > 0) & (age >= low) & (age <= high)
            count = len(np.unique(place.known.person[rows][there]))
            yield Cell(Series("jeugdhulp", "personen", {"leeftijdsgroep": name}), place.area, period, float(count))


def _residence(place: Place, help_: Flags, bits: Ints) -> Iterator[Cell]:
    rows = help_ & np.isin(place.known.form, [FORMS.index(code) for code in _RESIDENCE])
    series = Series("verblijf", "personen")
    total = _persons(place, series, rows, bits)
    everybody = _persons(place, Series("verblijf", "noemer"), help_, bits)
    yield from (*total, *ratios(total, everybody, "procent"))
    yield from _by_form(place, series, "hulpvorm", rows, bits)


def _measures(place: Place, bits: Ints) -> Iterator[Cell]:
    series = Series("bescherming_reclassering", "personen")
    total = _persons(place, series, _of(place, "bescherming", "reclassering"), bits)
    yield from (*total, *shares(total, place.youth, "procent", 100))
    for soort in ("bescherming", "reclassering"):
        part = Series(series.indicator, series.unit, {"maatregel": soort})
        yield from _persons(place, part, _of(place, soort), bits)


def _wmo(place: Place, bits: Ints) -> Iterator[Cell]:
    series, rows = Series("wmo_clienten", "personen"), _of(place, "wmo")
    total = _persons(place, series, rows, bits)
    forms = list(_by_form(place, series, "wmo_vorm", rows, bits))
    yield from (*total, *forms, *shares([*total, *forms], place.adults, "per_1000", 1000))


def _dyslexia(place: Place, help_: Flags, bits: Ints) -> Iterator[Cell]:
    total = _persons(place, Series("dyslexie", "personen"), help_ & place.known.dyslexia, bits)
    yield from (*total, *shares(total, place.youth, "procent", 100))


def _trajectories(place: Place, help_: Flags, minor: Ints) -> Iterator[Cell]:
    known, window = place.known, place.window
    flows = {"actief": minor, "begonnen": begun(known, window), "beeindigd": ended(known, window)}
    for flow, bits in flows.items():
        rows = help_ & (bits > 0)
        series = Series("trajecten", "trajecten", {"stroom": flow})
        yield from presences(place, series, Presence(known.person[rows], bits[rows]))
        for number in np.unique(known.form[help_]).tolist():
            part = Series("trajecten", "trajecten", {"stroom": flow, "hulpvorm": FORMS[number]})
            mine = rows & (known.form == number)
            yield from presences(place, part, Presence(known.person[mine], bits[mine]))


def _begun(place: Place, series: Series, rows: Flags) -> list[Cell]:
    bits = begun(place.known, place.window)
    mine = rows & (bits > 0)
    found = presences(place, series, Presence(place.known.person[mine], bits[mine]))
    return [cell for cell in found if cell.area == place.area]


def _referrers(place: Place, help_: Flags) -> Iterator[Cell]:
    yield from _begun(place, Series("verwijzers", "trajecten"), help_)
    told = _begun(place, Series("verwijzers", "noemer"), help_ & (place.known.referrer != UNKNOWN_REFERRER))
    for number, code in enumerate(REFERRERS):
        part = Series("verwijzers", "trajecten", {"verwijzer": code or "99"})
        cells = _begun(place, part, help_ & (place.known.referrer == number))
        yield from cells
        if code:
            yield from ratios(cells, told, "procent")


def _crisis(place: Place, help_: Flags) -> Iterator[Cell]:
    every = _begun(place, Series("crisis", "noemer"), help_)
    total = _begun(place, Series("crisis", "trajecten"), help_ & place.known.crisis)
    yield from (*total, *ratios(total, every, "procent"))
    for number in np.unique(place.known.form[help_]).tolist():
        part = Series("crisis", "trajecten", {"hulpvorm": FORMS[number]})
        yield from _begun(place, part, help_ & place.known.crisis & (place.known.form == number))


_COSTS = {
    "jeugdhulp": "jeugdhulp",
    "bescherming": "bescherming_reclassering",
    "reclassering": "bescherming_reclassering",
    "preventief": "bescherming_reclassering",
    "vervoer": "vervoer",
    "wmo": "wmo",
}


def _expenditure(place: Place) -> Iterator[Cell]:
    """Euro by kind of costs, for the quarters in which claims were delivered."""
    first = place.window.last - place.window.claims + 1
    kinds = np.array([_COSTS[item.soort] for item in care()])[place.costs.care]
    cents = place.costs.cents
    yield from _in_euro(weighed(place, Series("uitgaven", "euro"), place.costs.quarter, cents, first))
    for kind in sorted(set(_COSTS.values())):
        rows = kinds == kind
        series = Series("uitgaven", "euro", {"kostensoort": kind})
        yield from _in_euro(weighed(place, series, place.costs.quarter[rows], cents[rows], first))


def _in_euro(cells: Iterable[Cell]) -> Iterator[Cell]:
    """Whole cents are added up before they become euros, so that sums are exact."""
    for cell in cells:
        yield replace(cell, value=cell.value / 100)
