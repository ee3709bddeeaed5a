"""Means and quantiles of distributions, against the same from every single value."""

from fractions import Fraction

import numpy as np
import pyarrow as pa
from tests.support.regions import region_of

from graadmeter.domain.areas import Level
from graadmeter.domain.indicators import METHODS, Count, Unit
from graadmeter.measure.lanes import Lane
from graadmeter.measure.methods.registry import METHODS as WRITTEN
from graadmeter.measure.places import Places
from graadmeter.measure.plan import Plan
from graadmeter.measure.spreads import spread_figures


def smallest(values: list[int], part: Fraction) -> int:
    return next(value for place, value in enumerate(sorted(values), 1) if place >= part * len(values))


def test_statistics_of_every_cell_are_exact() -> None:
    rng = np.random.default_rng(4)
    places = Places(region_of("2020KW01", "2020KW04"))
    lanes = [Lane(Count(Unit.NUMBER, "wachttijd", value="x"), "spoed", code) for code in ("ja", "nee")]
    rows, truth = [], {}
    for lane in range(2):
        for code in ("JZ99", "GM0141"):
            for period in range(3):
                size = int(rng.integers(0, 12))
                values = rng.integers(-3, 9, size).tolist()
                truth[lane, code, period] = values
                rows += [
                    (lane, code, value, period, values.count(value)) for value in sorted(set(values), reverse=True)
                ]
    order = rng.permutation(len(rows))
    columns = list(zip(*(rows[place] for place in order), strict=True))
    answer = pa.table(
        {name: list(c) for name, c in zip(("lane", "area", "waarde", "periode", "n"), columns, strict=True)}
    )
    found = spread_figures(
        Plan((), {}, (), {}, dict.fromkeys(lanes, frozenset({Level.MUNICIPALITY}))), places, [answer]
    )
    for (lane, code, period), values in truth.items():
        spread, at = found[lanes[lane]], (places.index[code], period)
        assert (spread.n[at], spread.total[at]) == (len(values), sum(values))
        if values:
            assert spread.statistics["gemiddelde"][at] == sum(values) / len(values)
            assert spread.statistics["mediaan"][at] == smallest(values, Fraction(1, 2))
            assert spread.statistics["p90"][at] == smallest(values, Fraction(9, 10))
        else:
            assert np.isnan(spread.statistics["mediaan"][at])


def test_every_method_of_the_language_is_written_with_the_same_options() -> None:
    assert {name: method.options for name, method in WRITTEN.items()} == dict(METHODS)
