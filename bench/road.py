"""The road per stage: seconds, processor seconds and peak memory, for the demo region and for a national year.

    python -m bench.road [--fraction 1.0] [--nation 0.1]    (0 skips one)

Protecting the whole country at once (--nation 1.0) had not ended after 25 minutes on a busy machine, with
5 GB of memory in use; so by default the first tenth of the municipalities is taken.

The opponent is what no road can do without: parsing the same messages with lxml and nothing else.
"""

import argparse
import resource
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from graadmeter import pipeline
from graadmeter.catalogue.load_indicators import indicators
from graadmeter.catalogue.load_policies import policies
from graadmeter.cli.clock import after_quarter
from graadmeter.cli.commands.synth import COUNTRY
from graadmeter.deliver.inbox import deliveries_in
from graadmeter.deliver.receive_all import receive_all
from graadmeter.domain.model import MODEL
from graadmeter.domain.periods import parse_period
from graadmeter.domain.progress import silent
from graadmeter.domain.region import Region
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.example import model_tables
from graadmeter.measure.run import measure
from graadmeter.protect.request import Request
from graadmeter.protect.run import protect
from graadmeter.site.build import build as build_site
from graadmeter.store.csv_tables import read_areas
from graadmeter.store.workspace import load
from graadmeter.synth import write_nation, write_region
from graadmeter.synth.nation.write import COUNTRY as REGION

_MB = 1024


@dataclass
class Log:
    """What each stage cost."""

    rows: list[tuple[str, float, float, float]] = field(default_factory=list)
    """Stage, seconds, processor seconds (with those of child processes), peak memory in MB."""

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measures what is done inside."""
        _forget_peak()
        before, since = _processor(), time.perf_counter()
        yield
        self.rows.append((name, time.perf_counter() - since, _processor() - before, _peak()))

    def show(self, title: str) -> None:
        """Prints the table."""
        print(f"\n{title}\n{'stage':<28}{'seconds':>9}{'cpu s':>9}{'peak MB':>9}")
        for name, seconds, processor, peak in self.rows:
            print(f"{name:<28}{seconds:>9.1f}{processor:>9.1f}{peak:>9.0f}")
        print(f"{'together':<28}{sum(row[1] for row in self.rows):>9.1f}{sum(row[2] for row in self.rows):>9.1f}")

    def seconds(self, name: str) -> float:
        """Processor seconds of a stage."""
        return next(row[2] for row in self.rows if row[0] == name)


def _processor() -> float:
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def _forget_peak() -> None:
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def _peak() -> float:
    """Peak resident memory of this process since `_forget_peak`, in MB."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / _MB


def _children_peak() -> float:
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / _MB


class _ByStage:
    """A progress function that closes a stage of the log when the next one begins."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._open: list[tuple[str, float, float]] = []

    def __call__(self, stage: str, _done: int, _of: int) -> None:
        if not self._open or self._open[-1][0] != stage:
            self.close()
            _forget_peak()
            self._open.append((stage, time.perf_counter(), _processor()))

    def close(self) -> None:
        """Books the stage that is open."""
        if self._open:
            name, since, before = self._open.pop()
            self._log.rows.append((name, time.perf_counter() - since, _processor() - before, _peak()))


def road(root: Path, fraction: float) -> None:
    """The demo region, stage by stage."""
    log = Log()
    with log.stage("synth"):
        write_region(root, seed=2025, fraction=fraction)
    workspace = load(root)
    with log.stage("receive"):
        receive_all(deliveries_in(workspace.inbox), workspace.deliveries, clock=after_quarter, progress=silent)
    with log.stage("check to store (2 processes)"):
        pipeline.process(workspace, progress=silent, processes=2)
    stages = _ByStage(log)
    release, _ = pipeline.publish_figures(workspace, progress=stages, processes=2)
    stages.close()
    with log.stage("site"):
        build_site(release, workspace.site, geometry=None)
    log.show(f"Demo region, fraction {fraction}")
    print(f"largest child process: {_children_peak():.0f} MB; release: {release.name}")
    size = sum(path.stat().st_size for path in workspace.inbox.rglob("*") if path.is_file()) / _MB / _MB
    print(f"delivered: {size:.0f} MB packed")
    _against_bare_parsing(workspace.inbox, log.seconds("check to store (2 processes)"))


def _against_bare_parsing(inbox: Path, ours: float) -> None:
    before = _processor()
    messages = broken = 0
    for archive in sorted(inbox.glob("*/*.zip")):
        with zipfile.ZipFile(archive) as opened:
            for name in opened.namelist():
                messages += 1
                try:
                    etree.fromstring(opened.read(name))
                except etree.XMLSyntaxError:
                    broken += 1  # the synthetic region holds a few on purpose
    bare = _processor() - before
    print(
        f"{messages} messages, {broken} of them broken: bare lxml parsing takes {bare:.1f} cpu s; "
        f"reading, checking, mapping and storing costs {ours / bare:.1f} times that"
    )


def nation(root: Path, scale: float) -> None:
    """A national year: the model as written by `synth`, measured and protected."""
    log = Log()
    with log.stage("synth"):
        made = write_nation(root, seed=2025, scale=1.0, municipalities=max(1, round(COUNTRY * scale)))
    first, last = (parse_period(code).first for code in ("2025KW01", "2025KW04"))
    wijken = read_areas(root / "gebieden.csv")
    land = Region("Nederland", REGION, 2024, wijken, first, last, {}, fictitious=True).with_unknown_wijken()
    with DuckDBEngine(temp_directory=str(root / "spill")) as engine:
        with log.stage("load"):
            for name, nothing in model_tables({}).items():
                engine.register(name, nothing)
            for table in MODEL:
                engine.unregister(table.name)
                engine.run(f"CREATE TABLE {table.name} AS FROM read_parquet('{root / table.name}.parquet')")
        with log.stage("measure"):
            cells = measure(engine, indicators(), land, edition="")
    with log.stage("protect (2 processes)"):
        protect(Request(cells, indicators(), policies(), land), silent, processes=2)
    log.show(f"National year: {made.municipalities} municipalities, {made.rows['traject']:,} trajectories")
    print(f"{cells.num_rows:,} cells")


def main() -> None:
    """Runs both."""
    parser = argparse.ArgumentParser(prog="python -m bench.road", description=__doc__)
    parser.add_argument("--fraction", type=float, default=1.0)
    parser.add_argument("--nation", type=float, default=0.1, help="part of the country for the national year; 0 = skip")
    chosen = parser.parse_args(sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder:
        if chosen.fraction:
            road(Path(folder) / "demo", chosen.fraction)
        if chosen.nation:
            nation(Path(folder) / "nation", chosen.nation)


if __name__ == "__main__":
    main()
