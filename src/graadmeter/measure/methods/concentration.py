"""How much of the work lies with few providers: Herfindahl-Hirschman index, or the share of the largest."""

from collections.abc import Sequence

import numpy as np

from graadmeter.domain.indicators import Unit
from graadmeter.measure.arrays import area_numbers, column
from graadmeter.measure.lanes import behind
from graadmeter.measure.methods.interface import Answers, Ask, Form, Method, Outcome, Part, nothing
from graadmeter.measure.places import Places
from graadmeter.statistics.concentration import hhi_of_groups, top_share_of_groups

_BY = ("aanbieder",)


def asks(part: Part) -> Sequence[Ask]:
    """What is counted per provider, and the persons behind it."""
    persons = behind(part.lane, Unit.PERSONS) or part.lane
    return (Ask(part.lane, Form.PERIODS, _BY), Ask(persons, Form.PERIODS))


def figures(part: Part, answers: Answers, places: Places) -> Outcome:
    """The index, or with option `grootste` the percentage of so many of the largest; without providers not known."""
    of_providers, of_all = asks(part)
    largest = int(part.measure.options.get("grootste", 0))
    answer = answers[of_providers]
    area, period, n = area_numbers(answer, places), column(answer, "periode"), column(answer, "n").astype(np.float64)
    known = (area >= 0) & answer.column("aanbieder").is_valid().to_numpy()
    cell, group = np.unique((area * places.shape[1] + period)[known], return_inverse=True)
    amount = n[known]
    value, base, persons, providers = nothing(places), *np.zeros((3, *places.shape))
    value.flat[cell] = top_share_of_groups(group, amount, largest) if largest else hhi_of_groups(group, amount)
    base.flat[cell] = np.bincount(group, weights=amount, minlength=len(cell))
    providers.flat[cell] = np.bincount(group, minlength=len(cell))
    whole = answers[of_all]
    persons[area_numbers(whole, places), column(whole, "periode")] = column(whole, "n")
    return Outcome(value, base, persons, providers)


CONCENTRATION = Method("concentratie", asks, figures, options=("grootste",))
