"""Amounts in the prices of one year: nominal amounts divided by the growth of a price index since that year."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from graadmeter.catalogue.price_indexes import price_indexes
from graadmeter.domain.indicators import Unit
from graadmeter.measure.arrays import Array, area_numbers, column
from graadmeter.measure.lanes import Lane
from graadmeter.measure.methods.interface import Answers, Ask, Form, Method, Outcome, Part
from graadmeter.measure.places import Places

_CENTS = 100


def asks(part: Part) -> Sequence[Ask]:
    """The amount, and the persons and providers behind it."""
    count = part.measure.count
    units = (Unit.EURO, Unit.PERSONS, Unit.PROVIDERS)
    return tuple(Ask(Lane(replace(count, of=unit)), Form.PERIODS) for unit in units)


def figures(part: Part, answers: Answers, places: Places) -> Outcome:
    """Euros, to the cent, in the prices of option `jaar`; nothing in years that the `index` does not know."""
    amount, persons, providers = (_laid(answers, ask, places) for ask in asks(part))
    levels = price_indexes()[part.measure.options["index"]].values
    base = levels[int(part.measure.options["jaar"])]
    factors = np.array([base / levels[period.year] if period.year in levels else np.nan for period in places.periods])
    return Outcome(np.round(amount * factors) / _CENTS, persons, persons, providers)


def _laid(answers: Answers, ask: Ask, places: Places) -> Array:
    answer = answers[ask]
    laid = np.zeros(places.shape)
    laid[area_numbers(answer, places), column(answer, "periode")] = column(answer, "n")
    return laid


FIXED_PRICES = Method("vaste_prijzen", asks, figures, options=("index", "jaar"))
