"""Inhabitants per wijk, age and sex on 1 January: real totals per municipality and year, estimated below that."""

from dataclasses import dataclass
from functools import cache

import numpy as np

from graadmeter.synth.days import Ints
from graadmeter.synth.draw import Floats, apportion
from graadmeter.synth.region_facts import Municipality, wijken

OLDEST = 95
"""Who is older is counted with this age."""

_YOUTH_YEARLY, _ELDERLY_YEARLY = 0.994, 1.013
"""Yearly change of the share of 0-17 (towards 2021) and of 65+ (towards 2024). Own estimates."""
_INSTITUTION = (
    (0, 17, 18, 65, 70, 75, 80, 85, 90, 95),
    (0.001, 0.003, 0.005, 0.005, 0.007, 0.014, 0.034, 0.081, 0.149, 0.243),
)
_BY_SEX = (1.15, 0.8)
"""Part of inhabitants in an institutional household by age, times this for women and men. Own estimates."""


@dataclass(frozen=True, slots=True)
class Inhabitants:
    """One row per wijk (place in the municipality's list), age and sex (0 man, 1 woman) with somebody in it."""

    wijk: Ints
    age: Ints
    sex: Ints
    count: Ints
    institution: Ints
    """How many of them live in an institutional household."""


def known_year(year: int) -> int:
    """The nearest year with published inhabitants."""
    return min(max(year, 2017), 2026)


def total(municipality: Municipality, year: int, fraction: float) -> int:
    """Inhabitants of the municipality on 1 January, times `fraction`."""
    return round(municipality.inhabitants[known_year(year)] * fraction)


def youth(municipality: Municipality, year: int, fraction: float) -> int:
    """Inhabitants of 0-17: the estimated share of 2021, slowly falling."""
    share = municipality.youth_2021 / municipality.inhabitants[2021] * _YOUTH_YEARLY ** (known_year(year) - 2021)
    return round(total(municipality, year, fraction) * share)


@cache
def profile() -> tuple[Floats, Floats, Floats]:
    """Weights of age x sex (flattened) within 0-17, 18-64 and 65+."""
    age = np.arange(OLDEST + 1)
    size = np.interp(
        age, [0, 17, 18, 24, 30, 45, 58, 64, 65, 75, 85, 95], [9, 10, 11, 11, 11, 11, 14, 13, 12, 10, 5, 2]
    )
    men = np.interp(age, [0, 20, 65, 80, 95], [0.512, 0.51, 0.495, 0.44, 0.29])
    weights = np.stack([size * men, size * (1 - men)], axis=1)
    return weights[:18].ravel(), weights[18:65].ravel(), weights[65:].ravel()


def inhabitants(municipality: Municipality, year: int, fraction: float) -> Inhabitants:
    """Every group of inhabitants on 1 January of the year; the counts add up to `total` exactly."""
    places = wijken()[municipality.code]
    counts = apportion(total(municipality, year, fraction), np.array([float(wijk.inhabitants) for wijk in places]))
    young = apportion(youth(municipality, year, fraction), np.array([float(wijk.aged_0_14) for wijk in places]))
    ageing = _ELDERLY_YEARLY ** (known_year(year) - 2024)
    old = np.array([wijk.aged_65_plus / max(wijk.inhabitants, 1) * ageing for wijk in places]) * counts
    elderly = np.minimum(np.round(old).astype(np.int64), np.maximum(counts - young, 0))
    parts = (np.minimum(young, counts), np.maximum(counts - young - elderly, 0), elderly)
    table = np.stack([_wijk(*(int(part[place]) for part in parts)) for place in range(len(places))])
    wijk, age, sex = (axis.astype(np.int64) for axis in np.nonzero(table))
    count = table[wijk, age, sex]
    return Inhabitants(wijk, age, sex, count, _in_institutions(age, sex, count))


def _in_institutions(age: Ints, sex: Ints, count: Ints) -> Ints:
    """Own estimates by age, such that 94.8 % of 70+ lives independently in Twente (2023); women more than men.

    Parts of inhabitants are carried on to the next group, so that the total is right in small wijken too.
    """
    share = np.interp(age, *_INSTITUTION) * np.where(sex == 1, *_BY_SEX)
    added: Ints = np.round(np.cumsum(share * count)).astype(np.int64)
    return np.clip(np.diff(added, prepend=0), 0, count)


def _wijk(young: int, middle: int, elderly: int) -> Ints:
    groups = [apportion(size, weights) for size, weights in zip((young, middle, elderly), profile(), strict=True)]
    return np.concatenate(groups).reshape(OLDEST + 1, 2)
