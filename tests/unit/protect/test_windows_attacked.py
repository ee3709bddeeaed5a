"""An integer program of its own attacks made-up years in which two windows look back at what ended, wholly or in part.

It knows nothing of engine or audit: counts as variables, what is shown as constants, and what the words of
`geen_nieuwe_start` mean as sums. Whoever sees a share is taken to know both its counts.
"""

from dataclasses import replace

import highspy
import numpy as np
import pyarrow as pa
import pytest
from tests.unit.protect.ruled import PLACES, REGION, definitions, row, ruled, table, with_region
from tests.unit.protect.two_releases import TOWNS, region

from graadmeter.domain.areas import Level
from graadmeter.domain.indicators import AgeScope, Count, Measure, Moment, Unit
from graadmeter.protect.grid import found_sums
from graadmeter.protect.request import Request
from graadmeter.protect.run import protect

ENDED = Count(Unit.TRAJECTORIES, "traject", "soort = 'jeugdhulp'", AgeScope.MINOR, Moment.ENDED)
FOLLOWED, HALF, YEAR = (
    replace(ENDED, where=f"soort = 'jeugdhulp' AND jaar_gevolgd{more}")
    for more in ("", " AND NOT start_in_half_jaar", " AND NOT nieuwe_start")
)
SHARES = {("total", "a", "g"): (YEAR, FOLLOWED), ("02", "h", "g"): (HALF, FOLLOWED), ("04", "a", "h"): (YEAR, HALF)}
"""By what stands under `verstreken`, and the letters of the two counts."""
PARTS = {"2025KW01": (0,), "2025KW02": (1,), "2025KW03": (2,), "2025KW04": (3,)}
PERIODS = PARTS | {"2025HJ01": (0, 1), "2025HJ02": (2, 3), "2025JJ00": (0, 1, 2, 3)}
KINDS = {"KW": "kwartaal", "HJ": "halfjaar", "JJ": "jaar"}
ROOM = 4
"""The policy: at least five whole numbers."""
Counts = dict[tuple[str, str], int]


def at_random(seed: int) -> tuple[Counts, int]:
    """Counts by name and area, and how many quarters could be followed."""
    dice = np.random.default_rng(seed)
    quarters, ended = int(dice.integers(1, 5)), dice.integers(0, 40, (4, len(TOWNS)))
    followed = ended[:quarters].sum(axis=0)
    half = dice.binomial(followed, 0.85)
    names = {period: ended[list(inside)].sum(axis=0) for period, inside in PERIODS.items()}
    names |= {"g": followed, "h": half, "a": dice.binomial(half, 0.85)}
    told = {name: with_region(values.tolist()) for name, values in names.items()}
    return {(name, area): value for name, places in told.items() for area, value in places.items()}, quarters


def asked(counts: Counts) -> Request:
    rows = [
        row(Unit.TRAJECTORIES, area, counts[period, area], indicator="trajecten", period=period,
            period_type=KINDS[period[4:6]])
        for period in PERIODS
        for area in PLACES
    ]  # fmt: skip
    rows += [
        row(Unit.PERCENT, area, 100 * counts[above, area] / counts[below, area], indicator="geen_nieuwe_start",
            period="2025JJ00", period_type="jaar", verstreken=after, numerator=float(counts[above, area]),
            denominator=float(counts[below, area]))
        for after, above, below in SHARES
        for area in PLACES
        if counts[below, area]
    ]  # fmt: skip
    measures = {
        "trajecten": (Measure(Unit.TRAJECTORIES, ENDED),),
        "geen_nieuwe_start": tuple(
            Measure(Unit.PERCENT, above, share_of=below, fixed={} if after == "total" else {"verstreken": after})
            for (after, _, _), (above, below) in SHARES.items()
        ),
    }
    defined = {}
    for name, every in measures.items():
        (one,) = definitions(*every).values()
        defined[name] = replace(one, id=name, additive=("area", "period"))
    return Request(table(rows), defined, ruled(), region())


def known(cells: pa.Table) -> set[tuple[str, str]]:
    """The counts that somebody who reads the cells knows."""
    found = set()
    for one in cells.to_pylist():
        if one["value"] is not None and one["indicator"] == "trajecten":
            found.add((one["period"], one["area"]))
        elif one["value"] is not None:
            (pair,) = (key[1:] for key in SHARES if key[0] == one["verstreken"])
            found |= {(name, one["area"]) for name in pair}
    return found


def attack(counts: Counts, quarters: int, shown: set[tuple[str, str]]) -> list[tuple[str, int, int, int]]:
    """What is from 1 to 9 and has fewer than five values left: its name, count, least and most."""
    place = {key: number for number, key in enumerate(counts)}
    model = _program(counts, quarters, shown, place)
    found = []
    for name, terms in _wanted(counts).items():
        true = int(sum(sign * counts[key] for key, sign in terms))
        if 0 < true < 10:
            ends = [_end(model, [(place[key], sign) for key, sign in terms], way) for way in (1.0, -1.0)]
            if ends[1] - ends[0] < ROOM:
                found.append((name, true, *ends))
    return found


def _wanted(counts: Counts) -> dict[str, list[tuple[tuple[str, str], float]]]:
    """What is asked, by name: each count, and how many lie between two windows."""
    wanted = {f"{name} {area}": [((name, area), 1.0)] for name, area in counts}
    for area in PLACES:
        for whole, part in (("g", "h"), ("h", "a"), ("g", "a")):
            wanted[f"{whole}-{part} {area}"] = [((whole, area), 1.0), ((part, area), -1.0)]
    return wanted


def _program(
    counts: Counts, quarters: int, shown: set[tuple[str, str]], place: dict[tuple[str, str], int]
) -> highspy.Highs:
    """All tables in whole numbers that fit what is shown; zeros are shown, so that what is hidden is at least 1."""
    model = highspy.Highs()
    model.silent()
    for key, value in counts.items():
        low, high = (value, value) if key in shown or not value else (1, 10_000)
        model.addVar(low, high)
        model.changeColIntegrality(place[key], highspy.HighsVarType.kInteger)
    for area in PLACES:
        for period in ("2025HJ01", "2025HJ02", "2025JJ00"):
            _same(model, place[period, area], [place[f"2025KW0{one + 1}", area] for one in PERIODS[period]])
        _same(model, place["g", area], [place[f"2025KW0{one + 1}", area] for one in range(quarters)])
        for part, whole in (("a", "h"), ("h", "g")):
            model.addRow(0, 10_000, 2, np.array([place[whole, area], place[part, area]]), np.array([1.0, -1.0]))
    for name in dict.fromkeys(name for name, _ in counts):
        _same(model, place[name, REGION], [place[name, town] for town in TOWNS])
    return model


def _same(model: highspy.Highs, whole: int, parts: list[int]) -> None:
    model.addRow(0, 0, len(parts) + 1, np.array([whole, *parts]), np.array([-1.0, *[1.0] * len(parts)]))


def _end(model: highspy.Highs, terms: list[tuple[int, float]], way: float) -> int:
    for number in range(model.getNumCol()):
        model.changeColCost(number, 0)
    for number, sign in terms:
        model.changeColCost(number, way * sign)
    model.run()
    assert model.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return round(way * model.getObjectiveValue())


@pytest.mark.parametrize("seed", range(12))
def test_nothing_small_is_left_too_few_values(seed: int) -> None:
    counts, quarters = at_random(seed)
    safe = protect(asked(counts), processes=1)
    assert attack(counts, quarters, known(safe.cells)) == []


@pytest.mark.parametrize("seed", [200, 202, 205])
def test_nor_for_municipalities_that_know_their_own_or_together_those_of_two(seed: int) -> None:
    counts, quarters = at_random(seed)
    two = frozenset(TOWNS[:2])
    inside = replace(asked(counts), insiders=Level.MUNICIPALITY, together=[two])
    shown = known(protect(inside, processes=1).cells)
    for reader in (*({town} for town in TOWNS), two):
        own = {key for key in counts if key[1] in reader}
        found = attack(counts, quarters, shown | own)
        assert not [name for name, *_ in found if name.split()[1] not in {*reader, REGION}], reader


def test_the_attack_finds_what_an_engine_forgets(monkeypatch) -> None:
    monkeypatch.setattr(found_sums, "so_far", lambda grid: ())
    monkeypatch.setattr("graadmeter.protect.audit.otherwise.parts_of_years", lambda *told: ())
    found = []
    for seed in range(12):
        counts, quarters = at_random(seed)
        found += attack(counts, quarters, known(protect(asked(counts), processes=1).cells))
    assert found
    assert any(least == most for _, _, least, most in found)
