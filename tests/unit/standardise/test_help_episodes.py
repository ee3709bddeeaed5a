"""Episodes of youth help in the model are those of `statistics.episodes`."""

from datetime import date, timedelta

import numpy as np
import pyarrow as pa

from graadmeter.domain.episode_tables import TOLERANCES
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.standardise.steps.help_episodes import EPISODE
from graadmeter.statistics.episodes import TOLERANCES as PUBLISHED
from graadmeter.statistics.episodes import episodes

_START, _RUNS = date(2020, 1, 1), 10**6


def _day(number):
    return _START + timedelta(days=int(number))


def test_the_model_and_the_formula_agree() -> None:
    rng = np.random.default_rng(8)
    person, first = rng.integers(1, 60, 400), rng.integers(0, 1500, 400)
    last = np.where(rng.random(400) < 0.1, _RUNS, first + rng.integers(0, 90, 400))
    rows = {
        "traject": range(400),
        "persoon": person.tolist(),
        "gemeente": [f"GM{one % 3:04d}" for one in person],
        "begin": [_day(one) for one in first],
        "einde": [None if one == _RUNS else _day(one) for one in last],
        "soort": ["jeugdhulp"] * 399 + ["wmo"],
        "begin_jeugd": [False] + [True] * 399,
    }
    with DuckDBEngine(threads=1) as engine:
        engine.register("traject", pa.table(rows))
        found = engine.query(EPISODE.sql).to_pylist()
    own = slice(1, 399)
    for tolerance in TOLERANCES:
        wanted = episodes(person[own], first[own], last[own], tolerance=tolerance)
        expected = [
            (who, _day(begin), None if end == _RUNS else _day(end), spells)
            for who, begin, end, spells in zip(wanted.person, wanted.first, wanted.last, wanted.spells, strict=True)
        ]
        names = ("persoon", "begin", "einde", "trajecten")
        rows_of = [row for row in found if row["tolerantie"] == tolerance]
        assert [tuple(row[name] for name in names) for row in rows_of] == expected
    assert TOLERANCES == PUBLISHED
