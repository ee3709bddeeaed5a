"""Suppression and rounding of published test tables, against the best known figures and, when it is there, a peer.

Run: python -m bench.protect DIR [NAME ...] [--peer PYTHON]. DIR holds a folder per table with cells.csv, equations.csv
and hier_*.csv. A peer is an interpreter that has pytauargus 0.6; it is never needed, and what it hides is attacked.
GaussSuppression needs R and is not run: its known figures are in the table below. Each contender runs in a process of
its own, on one thread.
Or: python -m bench.protect nation [MUNICIPALITIES], for an invented quarter of a whole country.
"""

import json
import subprocess
import time
from argparse import ArgumentParser, RawTextHelpFormatter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory
from typing import NamedTuple, TypeVar

import numpy as np

from bench.nation import WHOLE, nation
from graadmeter.cli.table_files import read_cells
from graadmeter.protect.audit.examine import audit
from graadmeter.protect.search.suppress import LONG, suppress
from graadmeter.protect.system import System
from graadmeter.protect.tables.counts import protect_table
from graadmeter.protect.tables.rounding import round_table

_THRESHOLD = 5
_KEY = b"a key for benchmarks only"
_PEER = Path(__file__).with_name("protect_peer.py")
_PATIENCE = 900

Done = TypeVar("Done")


class Bar(NamedTuple):
    """The best known of a table."""

    hidden: int
    """Value hidden for the sake of others, at most."""
    seconds: float
    """CPU."""
    gauss: int
    """What GaussSuppression 1.2.3 hides; 0: not known."""


_BARS = {
    "ssb-d3": Bar(1_031, 2.6, 1_436),
    "insee-indiv-2d": Bar(2_223, 2.8, 2_779),
    "cellkey-micro-4d": Bar(4_433, 5, 7_104),
    "ssb-d4": Bar(9_621, 12, 11_721),
    "insee-indiv-3d": Bar(32_003, 10, 34_962),
    "msd-wijk-a": Bar(21_509, 10, 26_501),
    "msd-kwartalen-a": Bar(20_531, 30, 26_562),
    "msd-aanbieder-a": Bar(11_449, 25, 14_126),
}
_ROUNDED = ("ssb-d3", "msd-kwartalen-a", "msd-wijk-a", "ssb-d4")
_MEAN, _LARGEST = 1.36, 8


def main() -> None:
    """Prints hidden value and CPU seconds of each table, then the errors of rounding."""
    parser = ArgumentParser(prog="python -m bench.protect", description=__doc__, formatter_class=RawTextHelpFormatter)
    parser.add_argument("folder", help="the folder with a folder per table, or 'nation'")
    parser.add_argument("names", nargs="*", help="the tables, by default all; of a nation the number of municipalities")
    parser.add_argument("--peer", metavar="PYTHON", help="an interpreter that has pytauargus 0.6")
    asked = parser.parse_args()
    peer = asked.peer
    if asked.folder == "nation":
        _nation(int(asked.names[0]) if asked.names else WHOLE)
        return
    folder, names = Path(asked.folder), asked.names or list(_BARS)
    if not folder.is_dir():
        parser.error(f"there is no folder {folder}")
    print("R is not used: the column gauss is what GaussSuppression is known to hide")
    print(f"{'table':<18}{'hidden':>8}{'bar':>8}{'gauss':>8}{'CPU s':>8}{'bar':>6}{'with audit':>12}  audit")
    for name in names:
        bar = _BARS[name]
        hidden, seconds, whole, said = _alone(_suppress, folder / name)
        print(
            f"{name:<18}{hidden:>8}{bar.hidden:>8}{bar.gauss:>8}{seconds:>8.1f}{bar.seconds:>6}{whole:>12.1f}  {said}"
        )
        if peer:
            print(f"{'  pytauargus':<18}{_peer(peer, folder / name)}", flush=True)
    print(f"\n{'rounding to 5':<18}{'mean':>8}{'bar':>8}{'largest':>9}{'bar':>5}{'CPU s':>8}")
    for name in (one for one in _ROUNDED if one in names):
        mean, largest, seconds = _alone(_round, folder / name)
        print(f"{name:<18}{mean:>8.2f}{_MEAN:>8}{largest:>9}{_LARGEST:>5}{seconds:>8.1f}", flush=True)


def _nation(municipalities: int) -> None:
    """Prints what an invented quarter of a country takes: one process, one thread."""
    table = nation(municipalities)
    start = time.process_time()
    done = protect_table(table, threshold=_THRESHOLD)
    spent = time.process_time() - start
    memory = getrusage(RUSAGE_SELF).ru_maxrss / 1e6
    small, share = done.status.count("primary"), 100 * done.hidden_value / table.value.sum()
    print(f"{len(table.value)} cells, {small} sensitive: {share:.2f} % of all value hidden for the sake of others")
    print(f"{spent:.0f} CPU s with the audit, at most {memory:.1f} GB; {done.findings.whole} proven in whole numbers")


def _alone(work: Callable[[Path], Done], folder: Path) -> Done:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(work, folder).result()


def _suppress(folder: Path) -> tuple[int, float, float, str]:
    """Hidden value, CPU of one suppression, CPU of all that the command does, and what the audit said."""
    table = read_cells(folder / "cells.csv", folder / "equations.csv")
    system = System.of_counts(table.value, table.rows, threshold=_THRESHOLD, least=0)
    start = time.process_time()
    suppress(system, work=LONG)
    once = time.process_time() - start
    start = time.process_time()
    done = protect_table(table, threshold=_THRESHOLD)
    spent = time.process_time() - start
    found = done.findings
    return done.hidden_value, once, spent, f"passed, {found.whole} of {found.questions} proven in whole numbers"


def _round(folder: Path) -> tuple[float, int, float]:
    table = read_cells(folder / "cells.csv", folder / "equations.csv")
    start = time.process_time()
    done = round_table(table, base=_THRESHOLD, key=_KEY)
    return done.mean_error, done.largest_error, time.process_time() - start


def _peer(python: str, folder: Path) -> str:
    """What the peer made of the table; it runs in its own interpreter, and leaves its files where it runs."""
    command = [str(Path(python).absolute()), str(_PEER.absolute()), str(folder.absolute())]
    try:
        with TemporaryDirectory() as work:
            done = subprocess.run(command, cwd=work, capture_output=True, text=True, check=False, timeout=_PATIENCE)
    except subprocess.TimeoutExpired:
        return f"none in {_PATIENCE} s"
    if done.returncode:
        return f"failed: {(done.stderr.strip().splitlines() or ['?'])[-1]}"
    told = json.loads(done.stdout.strip().splitlines()[-1])
    leaking = _leaking(folder, told["cells"])
    return f"{told['hidden']:>8}{'':>16}{told['seconds']:>8.1f}{'':>18}  {told['method']}: {leaking} can be worked out"


def _leaking(folder: Path, hidden: list[list[str]]) -> int:
    """How many counts our attack works out when the cells with these codes are hidden."""
    table = read_cells(folder / "cells.csv", folder / "equations.csv")
    system = System.of_counts(table.value, table.rows, threshold=_THRESHOLD, least=0)
    place = {codes: cell for cell, codes in enumerate(table.codes)}
    mask = np.zeros(len(system), dtype=np.bool_)
    mask[[place[tuple(codes)] for codes in hidden]] = True
    return len(audit(system, mask).leaks)


if __name__ == "__main__":
    main()
