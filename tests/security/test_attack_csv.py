"""An outsider's attack on the open data: only the CSV file and common knowledge, with a linear program of our own.

Nothing of `graadmeter.protect` is used here but the cells it gave. Common knowledge, typed in by hand: wijken (with
the unknown) add up to their municipality, men and women and age groups to all, forms of help and referrers to all
trajectories, quarters to half-years and years for what begins or ends; a hidden count is at least 1, since zeros are
shown; parts of a year are no more than the year.
"""

import csv
import io
from collections import defaultdict
from collections.abc import Iterator

import highspy
import numpy as np
import pyarrow.csv as pa_csv
import pytest
from tests.unit.protect.twente import example, protected_example

DIMENSIONS = (
    *("stroom", "hulpvorm", "maatregel", "wmo_vorm", "geslacht", "leeftijdsgroep"),
    *("verwijzer", "aanbieder", "kostensoort", "aantal_voorzieningen", "wettengroep"),
)
SHARES = {"procent", "per_1000"}
DISJOINT = {
    "jeugdhulp": ("geslacht", "leeftijdsgroep"),
    "trajecten": ("hulpvorm",),
    "verwijzers": ("verwijzer",),
    "crisis": ("hulpvorm",),
    "stapeling": ("aantal_voorzieningen", "wettengroep"),
}
FLOWS = {"verwijzers", "crisis", "herhaald_beroep"}
SHORTER = {"JJ00": ("HJ01", "HJ02"), "HJ01": ("KW01", "KW02"), "HJ02": ("KW03", "KW04")}
WIDTH = 4


def open_data() -> list[dict[str, str]]:
    """The published cells as a reader gets them."""
    text = io.BytesIO()
    pa_csv.write_csv(protected_example().cells, text)
    return list(csv.DictReader(io.StringIO(text.getvalue().decode())))


def parents() -> dict[str, str]:
    """Which municipality a wijk lies in, as its code says."""
    return {area.code: area.parent for area in example()[0].areas if area.code.startswith("WK")}


class Attack:
    """All tables that fit the open counts of some indicators."""

    def __init__(self, rows: list[dict[str, str]], indicators: set[str]) -> None:
        self.rows = [
            row for row in rows if row["indicator"] in indicators and row["unit"] not in {"procent", "per_1000"}
        ]
        self.key = {self._key(row): number for number, row in enumerate(self.rows)}
        self.shown = [float(row["value"]) if row["value"] else None for row in self.rows]
        self.hidden = [number for number, value in enumerate(self.shown) if value is None]
        self.place = {number: place for place, number in enumerate(self.hidden)}
        self.solver = highspy.Highs()
        self.solver.silent()
        size = len(self.hidden)
        self.solver.addVars(size, np.ones(size), np.full(size, highspy.kHighsInf))
        for whole, parts, exact in self.sums():
            self._add(whole, parts, exact=exact)

    def _key(self, row: dict[str, str]) -> tuple[str, ...]:
        return tuple(row[name] for name in ("indicator", "unit", "area", "period", *DIMENSIONS))

    def _other(self, row: dict[str, str], **values: str) -> int | None:
        return self.key.get(self._key({**row, **values}))

    def sums(self) -> Iterator[tuple[int, list[int], bool]]:
        inside = defaultdict(list)
        for wijk, town in parents().items():
            inside[town].append(wijk)
        for number, row in enumerate(self.rows):
            wijken = [self._other(row, area=wijk) for wijk in inside[row["area"]]]
            yield number, [part for part in wijken if part is not None], True
            for dimension in DISJOINT.get(row["indicator"], ()):
                if all(row[name] == "total" for name in DIMENSIONS if name != "stroom"):
                    members = {other[dimension] for other in self.rows if other["indicator"] == row["indicator"]}
                    parts = [self._other(row, **{dimension: member}) for member in members - {"total"}]
                    yield number, [part for part in parts if part is not None], True
            parts = [self._other(row, period=row["period"][:4] + part) for part in SHORTER.get(row["period"][4:], ())]
            known = [part for part in parts if part is not None]
            flows = row["indicator"] in FLOWS or row["stroom"] in {"begonnen", "beeindigd"}
            if flows:
                yield number, known, True
            elif row["wettengroep"] == row["aantal_voorzieningen"] == "total":
                yield number, known, False
                if row["level"] != "wijk":
                    yield from ((part, [number], False) for part in known)

    def _add(self, whole: int, parts: list[int], *, exact: bool) -> None:
        """The sum of the parts equals the whole, or is no less."""
        terms = [(part, 1.0) for part in parts] + [(whole, -1.0)]
        unknown = [(self.place[cell], sign) for cell, sign in terms if cell in self.place]
        if not parts or not unknown:
            return
        known = sum(sign * self.shown[cell] for cell, sign in terms if cell not in self.place)
        top = -known if exact else highspy.kHighsInf
        cells, signs = zip(*unknown, strict=True)
        self.solver.addRow(-known, top, len(cells), np.array(cells, dtype=np.int32), np.array(signs))

    def recovered(self) -> list[tuple[str, float, float]]:
        """The hidden cells with fewer than WIDTH + 1 possible whole numbers."""
        low, high = np.full(len(self.hidden), np.inf), np.full(len(self.hidden), -np.inf)
        for place in range(len(self.hidden)):
            for sign in (1.0, -1.0):
                if high[place] - low[place] < WIDTH - 1e-6:
                    self._reach(place, sign, low, high)
        narrow = np.flatnonzero(high - low < WIDTH - 1e-6)
        return [(" ".join(self._key(self.rows[self.hidden[one]])), low[one], high[one]) for one in narrow]

    def _reach(self, place: int, sign: float, low: np.ndarray, high: np.ndarray) -> None:
        self.solver.changeColCost(place, sign)
        self.solver.run()
        status = self.solver.getModelStatus()
        if status == highspy.HighsModelStatus.kOptimal:
            table = np.array(self.solver.getSolution().col_value)
            np.minimum(low, table, out=low)
            np.maximum(high, table, out=high)
        else:
            assert status in {highspy.HighsModelStatus.kUnbounded, highspy.HighsModelStatus.kUnboundedOrInfeasible}
            high[place] = np.inf
            low[place] = min(low[place], 1.0)
        self.solver.changeColCost(place, 0.0)


@pytest.mark.parametrize(
    "indicators",
    [
        {"jeugdhulp"},
        {"verblijf"},
        {"dyslexie"},
        {"bescherming_reclassering"},
        {"trajecten"},
        {"verwijzers", "crisis"},
        {"stapeling"},
        {"wmo_clienten"},
    ],
    ids=lambda names: "-".join(sorted(names)),
)
def test_nothing_can_be_recovered_from_the_open_data(indicators: set[str]) -> None:
    attack = Attack(open_data(), indicators)
    assert attack.rows
    assert attack.recovered() == []


@pytest.mark.parametrize("indicator", ["dyslexie", "trajecten"])
def test_the_attack_has_teeth(indicator: str) -> None:
    """With only the small figures hidden, as a plain threshold would do, the attacker recovers many of them."""
    rows = open_data()
    why = protected_example().reasons["protection"].to_pylist()
    values = example()[1]["value"].to_pylist()
    for number, row in enumerate(rows):
        if row["indicator"] == indicator and why[number] == "secondary":
            row["value"] = str(values[number])
    assert len(Attack(rows, {indicator}).recovered()) >= 3


def test_no_share_is_shown_beside_a_hidden_count() -> None:
    rows = open_data()
    names = ("indicator", "area", "period", *DIMENSIONS)
    hidden = {tuple(row[name] for name in names) for row in rows if row["unit"] == "personen" and not row["value"]}
    shares = [row for row in rows if row["unit"] in SHARES and row["value"]]
    assert shares
    assert not [row for row in shares if tuple(row[name] for name in names) in hidden]
