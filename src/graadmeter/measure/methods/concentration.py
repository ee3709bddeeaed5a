"""How much of the work lies with few providers: Herfindahl-Hirschman index, or the share of the largest."""

from collections.abc import Sequence

import numpy as np

from graadmeter.domain.indicators import Unit
from graadmeter.measure.arrays import area_numbers, column
from graadmeter.measure.lanes import behind
from graadmeter.measure.methods.interface import Answers, Ask, Form, Method, Outcome, Part, nothing
from graadmeter.measure.places import Places
from graadmeter.statistics.concentration import hhi, top_share

_BY = ("aanbieder",)


def asks(part: Part) -> Sequence[Ask]:
    """What is counted per provider, and the persons behind it."""
    persons = behind(part.lane, Unit.PERSONS) or part.lane
    return (Ask(part.lane, Form.PERIODS, _BY), Ask(persons, Form.PERIODS))


def figures(part: Part, answers: Answers, places: Places) -> Outcome:
    """The index, or with option `grootste` the percentage of so many of the largest; without providers not known."""
    of_providers, of_all = asks(part)
    largest = int(part.measure.options.get("grootste", 0))
    shares: dict[tuple[int, int], dict[str, float]] = {}
    answer = answers[of_providers]
    cells = zip(
        area_numbers(answer, places).tolist(),
        column(answer, "periode").tolist(),
        answer.column("aanbieder").to_pylist(),
        column(answer, "n").tolist(),
        strict=True,
    )
    for area, period, provider, n in cells:
        if area >= 0 and provider is not None:
            shares.setdefault((area, period), {})[provider] = float(n)
    value, base, persons = nothing(places), np.zeros(places.shape), np.zeros(places.shape)
    for place, amounts in shares.items():
        found = top_share(amounts, largest) if largest else hhi(amounts)
        value[place] = np.nan if found is None else found
        base[place] = sum(amounts.values())
    whole = answers[of_all]
    persons[area_numbers(whole, places), column(whole, "periode")] = column(whole, "n")
    return Outcome(value, base, persons)


CONCENTRATION = Method("concentratie", asks, figures, options=("grootste",))
