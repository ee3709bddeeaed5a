"""Episodes against Bioconductor's reduce(), in numpy and in SQL, and by hand."""

import csv
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pytest

from graadmeter.statistics.episodes import TOLERANCES, episodes, episodes_query

_SHARED = Path(__file__).parents[3] / "../shared/stat-benchmarks/episodes"


@pytest.mark.skipif(not _SHARED.is_dir(), reason="the published reference values are not on this machine")
def test_episodes_equal_iranges_in_numpy_and_in_sql():
    with (_SHARED / "spells.csv").open() as file:
        spells = np.array([[int(row[name]) for name in ("person", "start", "end")] for row in csv.DictReader(file)])
    with (_SHARED / "episodes_expected.csv").open() as file:
        expected = [[int(value) for value in row.values()] for row in csv.DictReader(file)]
    connection = duckdb.connect()
    connection.register("spells", pa.table(dict(zip(("person", "first_day", "last_day"), spells.T, strict=True))))
    for tolerance, count in ((0, 311), (28, 281), (91, 238), (182, 189)):
        rows = [(row[0], row[2], row[3], row[4]) for row in expected if row[1] == tolerance]
        found = episodes(*spells.T, tolerance=tolerance)
        assert list(zip(found.person, found.number, found.first, found.last, strict=True)) == rows
        assert (len(rows), found.spells.sum()) == (count, len(spells))
        answer = connection.sql(f"{episodes_query('spells', tolerance)} ORDER BY person, first_day").fetchall()
        assert answer == list(zip(found.person, found.first, found.last, found.spells, strict=True))
    connection.close()


def test_the_tolerance_counts_the_days_between():
    between_28 = [1, 1], [0, 39], [10, 50]
    assert episodes(*between_28, tolerance=28).first.tolist() == [0]
    assert episodes(*between_28, tolerance=27).first.tolist() == [0, 39]
    assert TOLERANCES == (28, 91)


def test_a_long_spell_covers_later_short_ones_of_its_own_person_only():
    found = episodes([1, 1, 1, 2], [0, 5, 90, 60], [80, 6, 95, 61], tolerance=8)
    assert (found.person.tolist(), found.first.tolist(), found.last.tolist()) == ([1, 1, 2], [0, 90, 60], [80, 95, 61])
    assert (found.number.tolist(), found.spells.tolist()) == ([1, 2, 1], [2, 1, 1])


def test_nothing_and_nonsense():
    assert episodes([], [], [], tolerance=28).person.size == 0
    with pytest.raises(ValueError, match="before it begins"):
        episodes([1], [5], [4], tolerance=0)
