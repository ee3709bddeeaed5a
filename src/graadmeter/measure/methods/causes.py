"""Why an amount changed since a year before: new and ended products, clients, mix, units per client and price."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.indicators import Unit
from graadmeter.domain.periods import Period
from graadmeter.measure.arrays import Array, Whole, area_numbers, column
from graadmeter.measure.lanes import Lane
from graadmeter.measure.methods.interface import Answers, Ask, Form, Method, Outcome, Part, nothing
from graadmeter.measure.places import Places
from graadmeter.statistics.bennet import Uses, bennet_of_all

_CENTS = 100
_WHOLE_CENTS = 2
"""Decimals of an amount."""
_YEAR = 4
_BY = ("productcode",)


@dataclass(frozen=True, slots=True)
class _Claims:
    """What the answers tell per area, period and product, as columns of one length, sorted by their key."""

    key: Whole
    amount: Array
    units: Array
    clients: Array
    products: int
    """How many there are; at least 1."""
    shape: tuple[int, int]
    """How many areas and periods there are."""

    def at(self, key: Whole) -> Uses:
        """The uses of these keys; zeros for those that are not there."""
        place = np.minimum(np.searchsorted(self.key, key), max(len(self.key) - 1, 0))
        there = self.key[place] == key
        amount, units, clients = (
            np.where(there, values[place], 0.0) for values in (self.amount, self.units, self.clients)
        )
        return Uses(clients, units, amount)


def asks(part: Part) -> Sequence[Ask]:
    """Per product the amount, the units and the clients; clients and providers of all products together."""
    count = part.measure.count
    amount, units = Lane(count), Lane(replace(count, of=Unit.NUMBER, value="volume"))
    clients = Lane(replace(count, of=Unit.PERSONS))
    providers = Lane(replace(count, of=Unit.PROVIDERS))
    products = [Ask(lane, Form.PERIODS, _BY) for lane in (amount, units, clients)]
    return (*products, Ask(clients, Form.PERIODS), Ask(providers, Form.PERIODS))


def figures(part: Part, answers: Answers, places: Places) -> Outcome:
    """The part of the change (euros) that the component explains, by Bennet; the parts add up to the change."""
    *_, of_persons, of_providers = asked = asks(part)
    claims = _claims([answers[ask] for ask in asked[:3]], places)
    persons, providers = (_laid(answers[ask], places) for ask in (of_persons, of_providers))
    value, base, fewest = nothing(places), np.zeros(places.shape), np.zeros(places.shape)
    few_providers = np.zeros(places.shape)
    for before, now in _years([period for period in places.periods if period.type in part.types], places.periods):
        base[:, now] = np.minimum(persons[:, before], persons[:, now])
        fewest[:, now], few_providers[:, now] = base[:, now], np.minimum(providers[:, before], providers[:, now])
        areas = np.flatnonzero(base[:, now])
        change = _change(part.member, claims, (persons[:, before], persons[:, now]), (before, now))
        value[areas, now] = [round(one, _WHOLE_CENTS) for one in change[areas].tolist()]
    return Outcome(value, base, fewest, few_providers)


def _change(cause: str, claims: _Claims, persons: tuple[Array, Array], at: tuple[int, int]) -> Array:
    """The part of the change (euros) of each area between two periods that the cause explains."""
    (areas, periods), products = claims.shape, claims.products
    area, period = np.divmod(claims.key // products, periods)
    paid = np.isin(period, at) & (np.minimum(*persons)[area] > 0)
    different = np.unique(area[paid] * products + claims.key[paid] % products)
    area, product = np.divmod(different, products)
    then, now = (claims.at((area * periods + place) * products + product) for place in at)
    parts = bennet_of_all(then, now, (persons[0][area], persons[1][area]))
    return np.bincount(area, weights=parts[cause], minlength=areas).astype(np.float64)


def _years(wanted: Sequence[Period], periods: Sequence[Period]) -> Iterator[tuple[int, int]]:
    """The places of a period and of the same one a year earlier."""
    place = {period: number for number, period in enumerate(periods)}
    for period, now in ((period, place[period]) for period in wanted):
        before = place.get(Period(period.first - _YEAR, period.last - _YEAR))
        if before is not None:
            yield before, now


def _claims(answers: Sequence[pa.Table], places: Places) -> _Claims:
    """The amounts, units and clients by key (area, period, product)."""
    codes = sorted({code for answer in answers for code in pc.unique(answer.column(*_BY)).to_pylist()})
    known = pa.array(codes, pa.string())
    keys = [
        (area_numbers(answer, places) * places.shape[1] + column(answer, "periode")) * len(codes)
        + pc.index_in(answer.column(*_BY).cast(pa.string()), value_set=known).to_numpy()
        for answer in answers
    ]
    different = np.unique(np.concatenate(keys))
    amount, units, clients = (np.zeros(len(different)) for _ in answers)
    for laid, key, answer in zip((amount, units, clients), keys, answers, strict=True):
        laid[np.searchsorted(different, key)] = column(answer, "n")
    return _Claims(different, amount / _CENTS, units, clients, max(len(codes), 1), places.shape)


def _laid(answer: pa.Table, places: Places) -> Array:
    laid = np.zeros(places.shape)
    laid[area_numbers(answer, places), column(answer, "periode")] = column(answer, "n")
    return laid


CAUSES = Method("prijs_volume_mix", asks, figures, back=_YEAR)
