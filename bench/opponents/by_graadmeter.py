"""Graadmeter: the reader and eleven checks of its catalogue."""

import json
import sys
from pathlib import Path

from bench.provisions import region
from graadmeter.catalogue.code_lists import code_lists
from graadmeter.catalogue.layouts import layouts
from graadmeter.catalogue.load_checks import checks
from graadmeter.check.context import CheckContext
from graadmeter.check.run import run_checks
from graadmeter.deliver.reader import read_files
from graadmeter.domain.periods import parse_period
from graadmeter.engine.duckdb import DuckDBEngine

CODES = {
    "GM-V001": "verplicht",
    "GM-V002": "onleesbaar",
    "GM-V003": "code",
    "GM-V004": "code_optioneel",
    "GM-V005": "vorm",
    "GM-CS002": "elfproef",
    "GM-TR018": "einde_voor_begin",
    "GM-VZ10": "dubbel",
    "GM-GEB4": "geboren_na_begin",
    "GM-VZ05": "wijk_andere_gemeente",
    "GM-VZ08": "verwijzer_ontbreekt",
}
"""Our code of each rule."""
TABLE = "voorziening"


def main() -> None:
    """Prints the failures per rule."""
    raw = read_files([Path(sys.argv[1])])
    chosen = {code: checks()[code] for code in CODES}
    context = CheckContext("GM0153", parse_period("2025KW04"), code_lists=code_lists(), fictitious=region().fictitious)
    with DuckDBEngine(threads=2) as engine:
        result = run_checks(engine, raw.tables, layouts(), chosen, context)
    found = {CODES[one.code]: one.failed for one in result.outcomes if one.table == TABLE}
    print(json.dumps(found))


if __name__ == "__main__":
    main()
