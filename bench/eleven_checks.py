"""Eleven checks on one extract: by Graadmeter, and by pandera, pointblank, Great Expectations and plain DuckDB SQL.

Run: python -m bench.eleven_checks [ROWS] [--python INTERPRETER] (default 500,000 rows). The rules: required, unreadable
date, codes (required and optional), form, eleven test, order of two dates, duplicates, a date with a margin, a part of
a code, a condition over three fields. The file has one fault of each in every 2,000 rows: it is known what to find.

pandera, pointblank and Great Expectations are no dependency of this project. INTERPRETER is the Python of a venv that
has them: python -m venv VENV && VENV/bin/pip install 'pandera[polars]' pointblank great_expectations. What is not
there is named in the output.

Each contender is a process of its own from start to end (start-up, imports and reading the file included), one after
the other, three times in turn, of which the quickest counts; CPU is user and system time, memory the most it held.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from bench.opponents.by_graadmeter import CODES, TABLE
from bench.provisions import FAULTS, write
from graadmeter.catalogue.code_lists import code_lists
from graadmeter.catalogue.layouts import layouts
from graadmeter.catalogue.load_checks import checks
from graadmeter.check.plan import FieldCheck, plan_of
from graadmeter.domain.bsn import WEIGHTS

_ROWS, _EVERY = 500_000, 2_000
_ROUNDS, _LONG = 3, 30
"""How often each is measured, and the CPU seconds from which once is enough."""
_MB, _KIB = 1_000_000, 1024
_OURS = ("graadmeter", "duckdb")
_OTHERS = {"pandera": "pandera", "pointblank": "pointblank", "great_expectations": "great_expectations"}
"""Contender -> what has to be importable."""
_INSTALL = "pip install 'pandera[polars]' pointblank great_expectations"


class Outcome(NamedTuple):
    """What a contender took and found; the quickest comes first."""

    seconds: float
    peak: int
    found: Mapping[str, int]


def main() -> None:
    """Prints CPU, memory and ratio per contender; ends with an error when failures differ where both can say them."""
    parser = argparse.ArgumentParser(prog="bench.eleven_checks")
    parser.add_argument("rows", nargs="?", type=int, default=_ROWS)
    parser.add_argument("--python", default=sys.executable, help="the interpreter that has the other tools")
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        file, rules = Path(folder) / "voorzieningen.csv", Path(folder) / "rules.json"
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as apart:
            apart.submit(partial(write, every=_EVERY), file, given.rows).result()
        rules.write_text(json.dumps(_rules()), encoding="utf-8")
        print(f"{given.rows:,} rows, {file.stat().st_size / _MB:.0f} MB, {len(FAULTS)} kinds of fault")
        pythons = dict.fromkeys(_OURS, sys.executable) | dict.fromkeys(_present(given.python), given.python)
        outcomes = {name: _outcome(python, name, file, rules) for name, python in pythons.items()}
        for _ in range(_ROUNDS - 1):
            for name in [name for name, one in outcomes.items() if one.seconds < _LONG]:
                outcomes[name] = min(outcomes[name], _outcome(pythons[name], name, file, rules))
    differing = _told(outcomes)
    if differing:
        raise SystemExit(f"not the same failures: {', '.join(differing)}")


def _rules() -> dict[str, Any]:
    """The rules of our catalogue for this table as plain data, so that all hold the file against the same."""
    layout = layouts()[TABLE]
    chosen = {code: checks()[code] for code in CODES}
    [table] = [one for one in plan_of(layouts(), chosen, code_lists()).tables if one.layout is layout]
    return {
        "required": [one.field.name for one in _of(table.fields, "verplicht")],
        "codes": {one.field.name: sorted(one.codes[""]) for one in _of(table.fields, "code")},
        "optional_codes": {one.field.name: sorted(one.codes[""]) for one in _of(table.fields, "code_optioneel")},
        "patterns": {one.field.name: one.field.pattern for one in _of(table.fields, "vorm")},
        "weights": list(WEIGHTS),
        "gemeente": "0153",
    }


def _of(fields: tuple[FieldCheck, ...], rule: str) -> Iterator[FieldCheck]:
    return (one for one in fields if CODES[one.check.code] == rule)


def _present(python: str) -> Iterator[str]:
    for name, module in _OTHERS.items():
        if subprocess.run([python, "-c", f"import {module}"], capture_output=True, check=False).returncode == 0:
            yield name
        else:
            print(f"{name:<20}absent from {python}; see --python ({_INSTALL})")


def _outcome(python: str, name: str, file: Path, rules: Path) -> Outcome:
    """What a contender says, and what the operating system says of its process; raises SystemExit when it fails."""
    errors = file.with_name("errors.txt")
    command = [python, "-m", f"bench.opponents.by_{name}", str(file), str(rules)]
    with errors.open("wb") as told, subprocess.Popen(command, stdout=subprocess.PIPE, stderr=told) as process:
        said = process.stdout.read() if process.stdout else b""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{name} failed:\n{errors.read_text(encoding='utf-8', errors='replace')}")
    found = json.loads(said.decode().strip().splitlines()[-1])
    return Outcome(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _KIB, found)


def _told(outcomes: Mapping[str, Outcome]) -> list[str]:
    """Prints one line per contender; returns those that found something else in rules that they have."""
    ours = outcomes["graadmeter"]
    differing = []
    for name, one in outcomes.items():
        other = sorted(rule for rule, count in one.found.items() if ours.found.get(rule) != count)
        differing += [f"{name} ({', '.join(other)})"] if other else []
        cost = (
            f"{one.seconds:8.2f} CPU s   peak {one.peak / _MB:6.0f} MB   ours / this {ours.seconds / one.seconds:5.2f}"
        )
        print(f"{name:<20}{cost}   {sum(one.found.values()):,} failures of {len(one.found)} rules")
    return differing


if __name__ == "__main__":
    main()
