"""Why an amount changed since a year before: new and ended products, clients, mix, units per client and price."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import pyarrow as pa

from graadmeter.domain.indicators import Unit
from graadmeter.domain.periods import Period
from graadmeter.measure.arrays import Array, area_numbers, column
from graadmeter.measure.lanes import Lane
from graadmeter.measure.methods.interface import Answers, Ask, Form, Method, Outcome, Part, nothing
from graadmeter.measure.places import Places
from graadmeter.statistics.bennet import Use, bennet

_DIMENSION = "component"
_CENTS = 100
_WHOLE_CENTS = 2
"""Decimals of an amount."""
_YEAR = 4
_BY = ("productcode",)

Uses = dict[tuple[int, int], dict[str, Use]]


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
    uses = _uses([answers[ask] for ask in asked[:3]], places)
    persons, providers = (_laid(answers[ask], places) for ask in (of_persons, of_providers))
    value, base, fewest = nothing(places), np.zeros(places.shape), np.zeros(places.shape)
    few_providers = np.zeros(places.shape)
    for before, now in _years([period for period in places.periods if period.type in part.types], places.periods):
        base[:, now] = np.minimum(persons[:, before], persons[:, now])
        fewest[:, now], few_providers[:, now] = base[:, now], np.minimum(providers[:, before], providers[:, now])
        for area in np.flatnonzero(base[:, now]).tolist():
            clients = (persons[area, before], persons[area, now])
            split = bennet(uses.get((area, before), {}), uses.get((area, now), {}), clients=clients)
            value[area, now] = round(sum(parts[part.member] for parts in split.values()), _WHOLE_CENTS)
    return Outcome(value, base, fewest, few_providers)


def _years(wanted: Sequence[Period], periods: Sequence[Period]) -> Iterator[tuple[int, int]]:
    """The places of a period and of the same one a year earlier."""
    place = {period: number for number, period in enumerate(periods)}
    for period, now in ((period, place[period]) for period in wanted):
        before = place.get(Period(period.first - _YEAR, period.last - _YEAR))
        if before is not None:
            yield before, now


def _uses(answers: Sequence[pa.Table], places: Places) -> Uses:
    found: dict[tuple[int, int], dict[str, list[float]]] = {}
    for which, answer in enumerate(answers):
        rows = zip(
            area_numbers(answer, places).tolist(),
            column(answer, "periode").tolist(),
            answer.column("productcode").to_pylist(),
            column(answer, "n").tolist(),
            strict=True,
        )
        for area, period, product, n in rows:
            found.setdefault((area, period), {}).setdefault(product, [0.0, 0.0, 0.0])[which] = float(n)
    return {
        at: {name: Use(clients, units, cents / _CENTS) for name, (cents, units, clients) in sorted(products.items())}
        for at, products in found.items()
    }


def _laid(answer: pa.Table, places: Places) -> Array:
    laid = np.zeros(places.shape)
    laid[area_numbers(answer, places), column(answer, "periode")] = column(answer, "n")
    return laid


CAUSES = Method("prijs_volume_mix", asks, figures, own=(_DIMENSION,))
