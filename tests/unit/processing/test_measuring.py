"""Measuring for a release: what comes out is a full count of now, whatever was kept."""

from datetime import date
from pathlib import Path

import pyarrow as pa

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.domain.periods import parse_period
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.example import example_areas, model_tables
from graadmeter.measure.run import measure
from graadmeter.processing.measuring import measure_kept

CHOSEN = {name: indicators()[name] for name in ("cohortuitstroom", "jeugdhulp")}
REGION = example_areas(("GM0141",), (), parse_period("2020KW01").first, parse_period("2021KW02").first)
HELP = {"gemeente": "GM0141", "soort": "jeugdhulp", "hulpvorm": "02"}
BEFORE = [
    {**HELP, "traject": 1, "persoon": 1, "begin": date(2020, 2, 1)},
    {**HELP, "traject": 2, "persoon": 2, "begin": date(2020, 5, 1), "einde": date(2020, 6, 1)},
]
NOW = [*BEFORE, {**HELP, "traject": 3, "persoon": 2, "begin": date(2021, 2, 1)}]
PERSONS = [{"persoon": 1, "geboren": date(2010, 5, 1)}, {"persoon": 2, "geboren": date(2011, 5, 1)}]


class Counting(DuckDBEngine):
    """Knows the rows, and remembers the tables that were made."""

    def __init__(self, trajectories) -> None:
        super().__init__(threads=1)
        self.made: list[str] = []
        for name, table in model_tables({"persoon": PERSONS, "traject": trajectories}).items():
            self.register(name, table)
        self.register("m_persoonsnummer", pa.table({"pseudoniem": ["a", "b"], "persoon": [1, 2]}))
        households = pa.schema([("pseudoniem", pa.string()), ("huishouden", pa.int64())])
        self.register("m_huishoudnummer", households.empty_table())

    def run(self, sql: str) -> None:
        self.made.append(sql)
        super().run(sql)


def test_what_was_kept_makes_no_difference(tmp_path: Path) -> None:
    sheets = []
    for number, rows in enumerate((BEFORE, NOW, NOW)):
        with Counting(rows) as engine:
            options = {"edition": f"uitgave {number}", "made_by": "proef", "warehouse": tmp_path}
            kept = measure_kept(engine, engine, CHOSEN, REGION, **options)
            sheets.append(sum("gm_blad" in sql for sql in engine.made))
            assert kept.equals(measure(engine, CHOSEN, REGION, edition=f"uitgave {number}"))
    assert all(sheets[:2])
    assert not sheets[2]
