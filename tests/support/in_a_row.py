"""Releases in a row of four municipalities, and an attack on these by whole tables that fit all of them.

Shares no code with what protects or audits. Who attacks knows which counts did not change between two releases, and
that the totals of the true counts add up over municipalities and forms of help.
"""

from collections.abc import Mapping, Sequence

import highspy
import numpy as np
import pyarrow as pa
from tests.unit.protect.two_releases import TOWNS, Counts, measured

QUARTER, AREAS = "2025KW01", (*TOWNS, "JZ14")
Place = tuple[str, str]
"""An area and a form of help."""
_MANY = 1000


def counted(counts: Counts) -> dict[Place, int]:
    """The true count of each place."""
    return {place: round(value) for place, value in told(measured(counts, forms=tuple(counts[QUARTER]))).items()}


def told(cells: pa.Table) -> dict[Place, float | None]:
    """What cells say of each place; None where it is hidden."""
    rows = cells.to_pylist()
    return {(row["area"], row["hulpvorm"]): row["value"] for row in rows if row["unit"] == "personen"}


def some_in_a_row(seed: int, *, small: float, releases: int = 3) -> list[Counts]:
    """Counts of two or three forms of help, of which a part `small` is below ten and some change every time."""
    chance = np.random.default_rng(seed)
    forms = ("02", "03", "05")[: int(chance.integers(2, 4))]

    def drawn() -> tuple[int, ...]:
        few, more = chance.integers(0, 10, len(TOWNS)), chance.integers(10, 60, len(TOWNS))
        return tuple(np.where(chance.random(len(TOWNS)) < small, few, more).tolist())

    def later(counts: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(max(0, one + int(chance.integers(-6, 20))) if chance.random() < 0.3 else one for one in counts)

    row: list[Counts] = [{QUARTER: {form: drawn() for form in forms}}]
    for _ in range(releases - 1):
        row.append({QUARTER: {form: later(counts) for form, counts in row[-1][QUARTER].items()}})
    return row


class Attack:
    """All tables of true counts, one per release, that lie between what each release says of them."""

    def __init__(self, ends: Sequence[Mapping[Place, tuple[int, int]]], true: Sequence[Mapping[Place, int]]) -> None:
        self.model = highspy.Highs()
        self.model.silent()
        self.columns: list[dict[Place, int]] = []
        for number, between in enumerate(ends):
            self.columns.append({})
            for place, (low, high) in between.items():
                same = number > 0 and true[number][place] == true[number - 1][place]
                self.columns[-1][place] = self._again(number, place, low, high) if same else self._new(low, high)
            forms = sorted({form for _, form in between} - {"total"})
            for area in AREAS if forms else ():
                self._adds_up(number, [(area, form) for form in forms], (area, "total"))
            for form in (*forms, "total"):
                self._adds_up(number, [(town, form) for town in TOWNS], ("JZ14", form))

    def between(self, release: int, place: Place) -> tuple[int, int]:
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

    def _new(self, low: int, high: int) -> int:
        column = self.model.getNumCol()
        self.model.addVar(low, min(high, _MANY))
        self.model.changeColIntegrality(column, highspy.HighsVarType.kInteger)
        return int(column)

    def _again(self, release: int, place: Place, low: int, high: int) -> int:
        column, known = self.columns[release - 1][place], self.model.getLp()
        low, high = max(low, round(known.col_lower_[column])), min(high, round(known.col_upper_[column]))
        self.model.changeColBounds(column, low, high)
        return column

    def _adds_up(self, release: int, parts: list[Place], whole: Place) -> None:
        columns = np.array([self.columns[release][place] for place in (*parts, whole)])
        self.model.addRow(0, 0, len(columns), columns, np.array([1.0] * len(parts) + [-1.0]))
