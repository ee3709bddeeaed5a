"""Figures from bitmaps, against looking at every row in every period by itself; claims are read once."""

from collections import Counter

import numpy as np
import pyarrow as pa
import pytest

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.domain.areas import Level
from graadmeter.domain.indicators import Count, Unit
from graadmeter.measure.arrays import numbered
from graadmeter.measure.composed import add_few, composed
from graadmeter.measure.counts import Counts
from graadmeter.measure.example import example_areas
from graadmeter.measure.lanes import Lane
from graadmeter.measure.places import Places
from graadmeter.measure.plan import Plan, plan
from graadmeter.measure.presence import add_present, looks
from graadmeter.measure.script import script
from graadmeter.measure.tables import mask_of

REGION = example_areas(("GM0141", "GM0147"), (("GM0141", "WK014101"),), 8000, 8007)
PLACES = Places(REGION)
ROWS = 1500
CHANCE = np.random.default_rng(5)


def areas() -> list[str]:
    return CHANCE.choice([*PLACES.index, "GM9999"], ROWS).tolist()


def bits() -> np.ndarray:
    return CHANCE.integers(0, 1 << 8, ROWS)


def expected_masks(looked: str) -> list[int]:
    whole = [mask_of(period, REGION) for period in PLACES.periods]
    first = [mask & -mask for mask in whole]
    last = [1 << (mask.bit_length() - 1) for mask in whole]
    return {"mask": whole, "eerste": first, "laatste": last}[looked]


@pytest.mark.parametrize("looked", ["mask", "eerste", "laatste"])
def test_present_is_who_has_a_higher_bit_here_than_elsewhere(looked) -> None:
    here = bits()
    rows = {
        "lane": CHANCE.integers(0, 3, ROWS).tolist(),
        "area": areas(),
        "a": here.tolist(),
        "b": (bits() & ~here).tolist(),
        "n": CHANCE.integers(-5, 9, ROWS).tolist(),
    }
    lanes = {Lane(Count(Unit.PERSONS, "traject"), "wet", str(number)): frozenset(Level) for number in range(3)}
    counts = Counts.of(Plan((), lanes, (), {}), PLACES)
    add_present(counts, PLACES, looks(PLACES, looked), pa.table(rows))
    wanted = np.zeros((3, *PLACES.shape))
    for lane, area, a, b, n in zip(*rows.values(), strict=True):
        for period, mask in enumerate(expected_masks(looked)):
            if area in PLACES.index and a & mask > b & mask:
                wanted[lane, PLACES.index[area], period] += n
    assert np.array_equal(np.stack([counts.lane(number) for number in range(3)]), wanted)


def test_a_lane_has_room_for_the_areas_of_its_levels_only() -> None:
    count = Count(Unit.PERSONS, "traject")
    together, region, towns, wijken = (
        Lane(count, *split) for split in (("wettengroep", "JW"), ("", ""), ("wet", "wmo"), ("wet", "jeugdwet"))
    )
    levels = {
        together: frozenset({Level.REGION}),
        region: frozenset({Level.REGION}),
        towns: frozenset({Level.REGION, Level.MUNICIPALITY}),
        wijken: frozenset(Level),
    }
    counts = Counts.of(Plan((), levels, (), {}), PLACES)
    assert [len(counts.lane(number)) for number in range(4)] == [0, 1, 3, len(PLACES.areas)]
    rows = {"lane": [1, 2, 3], "area": ["JZ99", "GM0147", "WK014101"], "a": [1] * 3, "b": [0] * 3, "n": [5, 6, 7]}
    add_present(counts, PLACES, looks(PLACES, "mask"), pa.table(rows))
    assert [counts.lane(2)[PLACES.index["GM0147"], 0], counts.rows.max(axis=1).nonzero()[0].tolist()] == [
        6, [0, 3, 4 + PLACES.index["WK014101"]],
    ]  # fmt: skip


def test_of_one_kind_or_two_the_number_and_the_laws_follow_from_their_bitmaps() -> None:
    one, other, law = bits(), bits() * CHANCE.integers(0, 2, ROWS), CHANCE.integers(0, 2, (2, ROWS))
    split = [np.where(law[0] == place, one, 0) | np.where(law[1] == place, other, 0) for place in range(2)]
    columns = {"J": split[0], "P": 0 * one, "W": split[1], "een": one, "ander": other, "n": 1 + 0 * one}
    rows = {"area": [code if code in PLACES.index else "GM0141" for code in areas()]}
    rows |= {name: values.tolist() for name, values in columns.items()}
    count = next(one for one in plan([indicators()["stapeling"]]).compositions if one.of is Unit.PERSONS)
    lanes = composed(count, PLACES)
    add_few(lanes, PLACES, numbered(pa.table(rows), PLACES))
    wanted: Counter[tuple[str, str, int, int]] = Counter()
    for area, j, _, w, een, ander, n in zip(*rows.values(), strict=True):
        for period, mask in enumerate(expected_masks("mask")):
            number = bool(een & mask) + bool(ander & mask)
            group = ("J" if j & mask else "") + ("W" if w & mask else "")
            for said in (("aantal_voorzieningen", str(number)), ("wettengroep", group)) if number else ():
                wanted[*said, PLACES.index[area], period] += n
    found = {
        (lane.dimension, lane.member, *map(int, place)): figures[tuple(place)]
        for lane, figures in lanes.items()
        for place in np.argwhere(figures)
    }
    assert found == wanted


def test_claims_are_read_once_for_all_persons_and_providers_in_them() -> None:
    chosen = plan([indicators()["uitgaven"]])
    texts = script(chosen, REGION, "duckdb")
    distinct = [make for make in texts.makes if "bijeen_declaratieregel" in make.create]
    assert len(distinct) > 2
    assert sum("BIT_OR" in make.create and 'FROM "declaratieregel"' in make.create for make in texts.makes) == 1
