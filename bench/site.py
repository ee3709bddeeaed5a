"""The site: made whole, made again, growing with the region; and our charts against Altair with vl-convert.

Run: python -m bench.site RELEASE [--towns 14 56 ..] [--indicators NAME ...] [--parts whole ...] [--python INTERPRETER].
INTERPRETER is the Python of a venv that has the other library: python -m venv VENV && VENV/bin/pip install altair
vl-convert-python. Without it only ours are measured. Every build is a process of its own; CPU is user and system time
of it and its helpers. Our chart is the whole figure: title, sentence, table and a drawing for wide and narrow screens;
theirs is one drawing.
"""

import argparse
import json
import resource
import shutil
import subprocess
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from bench.larger_release import larger_release
from graadmeter.charts.figure import Figure
from graadmeter.domain.text import Lang
from graadmeter.site.build import SiteSummary, build
from graadmeter.site.figures.developments import over_time
from graadmeter.site.page import Site
from graadmeter.site.reading import read_release

_OTHER = Path(__file__).with_name("opponents") / "by_altair.py"
_GROWING = 4
"""So many indicators are in the growing region, so that this is done today."""
_CHARTS = 40
_TOWNS = (14, 42, 84)

_KINDS = {
    "kB figure of region": "cijfers/*.html",
    "of municipality": "cijfers/*/*.html",
    "kB municipality": "gemeenten/*.html",
    "kB wijk": "gemeenten/*/*.html",
}
"""Kinds of pages of which the size is told, and their addresses."""


class Took(NamedTuple):
    """What a build took."""

    cpu: float
    wall: float
    summary: SiteSummary


def main() -> None:
    """Prints seconds per build, then per municipality, then milliseconds per chart with the ratio."""
    parser = argparse.ArgumentParser(prog="bench.site")
    parser.add_argument("release", type=Path, nargs="?")
    parser.add_argument("--towns", type=int, nargs="*", default=_TOWNS, help="sizes of the growing region")
    parser.add_argument("--indicators", nargs="*", default=(), help="those of the growing region; by default four")
    parser.add_argument("--parts", nargs="*", default=("whole", "growth", "charts"), help="what is measured")
    parser.add_argument("--python", help="the interpreter that has altair and vl-convert-python")
    given = parser.parse_args()
    if given.release is None:
        print("no release was given: nothing to run")
        return
    with TemporaryDirectory() as folder:
        if "whole" in given.parts:
            _whole(given.release, Path(folder))
        if "growth" in given.parts:
            _growth(given.release, Path(folder), given.towns, given.indicators)
        if "charts" in given.parts:
            _charts(given.release, Path(folder), given.python)


def _whole(release: Path, folder: Path) -> None:
    print(f"{'build':<34}{'pages':>8}{'pieces made':>13}{'files written':>15}{'CPU s':>8}{'wall s':>8}")
    changed = _changed(release, folder / "changed" / release.name)
    kept = folder / "pieces"
    for name, one, processes in (
        ("whole, two processes", release, 2),
        ("again, nothing changed", release, 1),
        ("again, one indicator changed", changed, 2),
    ):
        took = _alone(partial(_build, one, folder / "site", kept, processes))
        made = f"{took.summary.pages:>8}{took.summary.made:>13}{took.summary.written:>15}"
        print(f"{name:<34}{made}{took.cpu:>8.1f}{took.wall:>8.1f}", flush=True)


def _changed(release: Path, target: Path) -> Path:
    """The next edition: every count of the first indicator is one higher."""
    shutil.copytree(release, target, copy_function=shutil.copyfile)
    cells = pq.read_table(release / "open/cells.parquet")
    first = pc.equal(cells["indicator"], cells["indicator"][0])
    at = cells.column_names.index("value")
    higher = pc.if_else(first, pc.add(cells["value"], 1.0), cells["value"])
    edition = f"{release.name[:-1]}{'0' if release.name[-1] != '0' else '1'}"
    cells = cells.set_column(at, "value", higher)
    cells = cells.set_column(cells.column_names.index("edition"), "edition", pa.array([edition] * cells.num_rows))
    pq.write_table(cells, target / "open/cells.parquet")
    manifest = json.loads((target / "manifest.json").read_text(encoding="utf-8"))
    (target / "manifest.json").write_text(json.dumps(manifest | {"edition": edition}), encoding="utf-8")
    return target


def _growth(release: Path, folder: Path, sizes: list[int], indicators: Sequence[str]) -> None:
    site = Site(read_release(release))
    comparable = [subject.definition.id for subject in site.subjects if subject.comparable]
    chosen = list(indicators) or comparable[:_GROWING]
    heads = "".join(f"{name:>22}" for name in _KINDS)
    print(f"\nindicators: {', '.join(chosen)}")
    print(f"{'municipalities':<16}{'pages':>7}{'CPU s':>8}{'ms a page':>11}{'kB a page':>11}{heads}")
    for towns in sizes:
        larger = larger_release(release, folder, towns=towns, indicators=chosen)
        took = _alone(partial(_build, larger, folder / "grown", None, 1))
        kinds = "".join(f"{_kilobytes(folder / 'grown', pattern):>22.1f}" for pattern in _KINDS.values())
        shutil.rmtree(folder / "grown")
        pages = took.summary.pages
        size = took.summary.bytes / pages / 1000
        print(f"{towns:<16}{pages:>7}{took.cpu:>8.1f}{took.cpu / pages * 1000:>11.1f}{size:>11.1f}{kinds}", flush=True)


def _kilobytes(folder: Path, pattern: str) -> float:
    """The mean size of the pages whose path fits."""
    sizes = [path.stat().st_size for path in folder.glob(pattern)]
    return sum(sizes) / len(sizes) / 1000 if sizes else 0.0


def _charts(release: Path, folder: Path, python: str | None) -> None:
    site = Site(read_release(release))
    start = time.process_time()
    figures = [figure for subject in site.subjects for figure in [over_time(site.context(subject, Lang.NL))] if figure]
    ours = (time.process_time() - start) / len(figures)
    print(f"\n{'chart':<34}{'ms CPU':>8}{'ratio':>8}")
    print(f"{'Graadmeter, the whole figure':<34}{ours * 1000:>8.2f}{1:>8}")
    if python is None:
        print("Altair is not measured: give --python, see the top of this file")
        return
    file = folder / "charts.json"
    file.write_text(json.dumps([_values(figure) for figure in figures[:_CHARTS]]), encoding="utf-8")
    done = subprocess.run([python, str(_OTHER), str(file)], capture_output=True, text=True, check=True)
    theirs = json.loads(done.stdout)["seconds"]
    print(f"{'Altair with vl-convert, one SVG':<34}{theirs * 1000:>8.2f}{theirs / ours:>8.1f}")


def _values(figure: Figure) -> dict[str, Any]:
    values = [
        {"period": name.text, "series": series, "value": cell.value}
        for name, *cells in figure.table.rows
        for series, cell in zip(figure.table.header[1:], cells, strict=True)
        if cell.value is not None
    ]
    return {"title": figure.title, "values": values}


def _build(release: Path, out: Path, pieces: Path | None, processes: int) -> Took:
    before, start = _cpu(), time.monotonic()
    summary = build(release, out, geometry=None, pieces=pieces, processes=processes)
    return Took(_cpu() - before, time.monotonic() - start, summary)


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _alone(work: Callable[[], Took]) -> Took:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(work).result()


if __name__ == "__main__":
    main()
