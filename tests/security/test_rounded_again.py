"""Rounded counts of three releases in a row, attacked by a program that shares no code with what rounds or audits.

The attack knows the rule, every figure of every release, which counts did not change in between, and that all totals
of the true counts add up. It asks of every small count, with whole tables only, how low and how high it can be.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import highspy
import numpy as np
import pyarrow as pa
import pytest
from tests.unit.protect.two_releases import TOWNS, Counts, indicator, measured, region

from graadmeter.catalogue.load_policies import policies
from graadmeter.domain.errors import DisclosureError
from graadmeter.processing.additive import Additive
from graadmeter.protect.earlier import Earlier
from graadmeter.protect.request import Request

POLICY = policies()["afronden-10"]
DEFINED = {name: replace(one, policy=POLICY.id) for name, one in indicator().items()}
QUARTER, AREAS = "2025KW01", (*TOWNS, "JZ14")
Table = Mapping[tuple[str, str], int]
"""A count per area and form of help."""


def released(counts: Counts, before: Sequence[pa.Table]) -> pa.Table:
    earlier = [Earlier(f"uitgave-{number}", cells) for number, cells in enumerate(before)]
    forms = tuple(counts[QUARTER])
    asked = Request(measured(counts, forms=forms), DEFINED, policies(), region(), earlier=earlier)
    return Additive.of(asked, secret=bytes(range(32))).cells


def table(cells: pa.Table) -> Table:
    rows = cells.to_pylist()
    return {(row["area"], row["hulpvorm"]): round(row["value"]) for row in rows if row["unit"] == "personen"}


def behind(figure: int) -> tuple[int, int]:
    """The true counts that the rule turns into a figure: 1 to 9 become 0 or 10, others are off by 9 at most."""
    if figure in {0, 10}:
        return (0, 9) if figure == 0 else (1, 19)
    return max(10, figure - 9), figure + 9


class Attack:
    """All tables of true counts, one per release, that fit what was published."""

    def __init__(self, shown: Sequence[Table], true: Sequence[Table], own: Mapping[tuple[str, str], int] = {}) -> None:
        self.model = highspy.Highs()
        self.model.silent()
        self.columns: list[dict[tuple[str, str], int]] = []
        for number, (figures, counts) in enumerate(zip(shown, true, strict=True)):
            self.columns.append({})
            for place, figure in figures.items():
                low, high = (own[place], own[place]) if place in own else behind(figure)
                if number and counts[place] == true[number - 1][place]:
                    column = self.columns[number - 1][place]
                    known = self.model.getLp()
                    low = max(low, round(known.col_lower_[column]))
                    high = min(high, round(known.col_upper_[column]))
                    self.model.changeColBounds(column, low, high)
                else:
                    column = self.model.getNumCol()
                    self.model.addVar(low, high)
                    self.model.changeColIntegrality(column, highspy.HighsVarType.kInteger)
                self.columns[-1][place] = column
            forms = sorted({form for _, form in figures} - {"total"})
            for area in AREAS if forms else ():
                self.adds_up(number, [(area, form) for form in forms], (area, "total"))
            for form in (*forms, "total"):
                self.adds_up(number, [(town, form) for town in TOWNS], ("JZ14", form))

    def adds_up(self, release: int, parts: list[tuple[str, str]], whole: tuple[str, str]) -> None:
        columns = np.array([self.columns[release][place] for place in (*parts, whole)])
        self.model.addRow(0, 0, len(columns), columns, np.array([1.0] * len(parts) + [-1.0]))

    def between(self, release: int, place: tuple[str, str]) -> tuple[int, int]:
        """The least and the most that a count can be."""
        column, ends = self.columns[release][place], []
        self.model.changeColCost(column, 1)
        for sense in (highspy.ObjSense.kMinimize, highspy.ObjSense.kMaximize):
            self.model.changeObjectiveSense(sense)
            self.model.run()
            assert self.model.getModelStatus() == highspy.HighsModelStatus.kOptimal
            ends.append(round(self.model.getInfo().objective_function_value))
        self.model.changeColCost(column, 0)
        return ends[0], ends[1]


def three_in_a_row(seed: int) -> list[Counts]:
    """Small and larger counts of two or three forms of help, of which some change from release to release."""
    chance = np.random.default_rng(seed)
    forms = ("02", "03", "05")[: int(chance.integers(2, 4))]

    def drawn() -> tuple[int, ...]:
        small, large = chance.integers(0, 10, len(TOWNS)), chance.integers(10, 60, len(TOWNS))
        return tuple(np.where(chance.random(len(TOWNS)) < 0.7, small, large).tolist())

    def later(counts: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(max(0, one + int(chance.integers(-6, 20))) if chance.random() < 0.3 else one for one in counts)

    row: list[Counts] = [{QUARTER: {form: drawn() for form in forms}}]
    for _ in range(2):
        row.append({QUARTER: {form: later(counts) for form, counts in row[-1][QUARTER].items()}})
    return row


@pytest.mark.parametrize("seed", range(105, 117))
def test_no_small_count_follows_from_three_rounded_releases(seed: int) -> None:
    told = three_in_a_row(seed)
    published: list[pa.Table] = []
    for counts in told:
        published.append(released(counts, published))
    true = [table(measured(counts, forms=tuple(counts[QUARTER]))) for counts in told]
    attack = Attack([table(cells) for cells in published], true)
    asked = [(number, place) for number, one in enumerate(true) for place, count in one.items() if 0 < count < 10]
    assert asked
    for number, place in asked:
        low, high = attack.between(number, place)
        assert low <= true[number][place] <= high
        assert high - low >= POLICY.interval, (number, place, low, high)


def test_the_attack_finds_what_can_be_found() -> None:
    """Who counted the 26 knows that the others are none or one, for the region is 27 at most."""
    true = table(measured({QUARTER: {"02": (26, 1, 0, 0)}}, forms=()))
    shown = {**dict.fromkeys(true, 0), ("GM0141", "total"): 18, ("JZ14", "total"): 18}
    assert Attack([shown], [true]).between(0, ("GM0147", "total")) == (0, 9)
    assert Attack([shown], [true], {("GM0141", "total"): 26}).between(0, ("GM0147", "total")) == (0, 1)


def test_a_later_release_that_cannot_be_rounded_says_which_policy_stays() -> None:
    """Three small counts were shown as nothing and stay so, while all four are together 11 by now: at least 10."""
    large = (41, 30, 30, 60)
    first = released({QUARTER: {"02": large, "03": (2, 0, 1, 3)}}, [])
    assert [table(first)[town, "03"] for town in TOWNS] == [10, 0, 0, 0]
    with pytest.raises(DisclosureError, match="An earlier release shows some of them by policy afronden-10") as refused:
        released({QUARTER: {"02": large, "03": (0, 7, 1, 3)}}, [first])
    assert "Een eerdere uitgave toont een deel ervan met beleid afronden-10" in refused.value.text.nl
