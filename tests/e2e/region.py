"""Small synthetic regions that went the whole road through the command line; shared by all end-to-end tests."""

import contextlib
import fcntl
import io
import json
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.support.few import ON_THE_ROAD
from tests.support.in_turn import in_turn

TOWNS = ("GM0141", "GM0147", "GM1774")
FIRST, LAST = "2024KW01", "2025KW04"
FRACTION = 0.04


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str


def graadmeter(*words: object, alone: bool = True) -> Said:
    """Types a command; what it prints and its exit code. `alone`: no other processes are started for it."""
    from graadmeter.cli.main import run  # noqa: PLC0415 - tests that type nothing need not load the whole program

    out, err = io.StringIO(), io.StringIO()
    spread = in_turn() if alone else contextlib.nullcontext()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), spread:
        code = run([str(word) for word in words])
    return Said(code, out.getvalue(), err.getvalue())


def synth(
    folder: Path, *options: object, towns=TOWNS, first: str = FIRST, fraction: float = FRACTION, shown=ON_THE_ROAD
) -> Path:
    """A workspace with an inbox, not yet processed, that publishes a part of the catalogue."""
    chosen = [word for town in towns for word in ("--municipality", town)]
    quarters = ("--first", first, "--last", LAST)
    said = graadmeter("synth", folder, "--fraction", fraction, *quarters, *chosen, *options)
    assert said.code == 0, said.err
    settings = folder / "graadmeter.toml"
    chosen = f"fictitious = true\nindicatoren = {json.dumps(shown)}"
    settings.write_text(settings.read_text(encoding="utf-8").replace("fictitious = true", chosen), encoding="utf-8")
    return folder


def process(workspace: Path) -> Said:
    """Runs the road; it must succeed."""
    said = graadmeter("run", "--workspace", workspace, "--lang", "en")
    assert said.code == 0, said.out + said.err
    return said


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by name."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def without_logs(workspace: Path) -> dict[str, bytes]:
    """Every file of a workspace but the logbook and the audit log: that a command was given again belongs in those."""
    return {
        name: content for name, content in tree(workspace).items() if name.split("/")[0] not in {"logboek", "audit"}
    }


def releases(workspace: Path) -> list[Path]:
    return sorted(path for path in (workspace / "releases").iterdir())


def newest(workspace: Path) -> Path:
    """The folder of the release that no other follows."""
    found = {path: json.loads((path / "manifest.json").read_bytes()) for path in releases(workspace)}
    return max(found, key=lambda path: found[path]["number"])


@pytest.fixture(scope="session")
def delivered_region(tmp_path_factory) -> Path:
    """A region as deliverers left it, faults and all. Copy it before processing."""
    return made_once(tmp_path_factory, "delivered", synth)


@pytest.fixture(scope="session")
def region(tmp_path_factory, delivered_region) -> Path:
    """The same region after one undisturbed run. Do not change it."""

    def make(workspace: Path) -> None:
        shutil.copytree(delivered_region, workspace)
        process(workspace)

    return made_once(tmp_path_factory, "processed", make)


@pytest.fixture(scope="session")
def clean_region(tmp_path_factory) -> Path:
    """A region without planted faults, after one run: everything that was delivered counts. Do not change it."""

    def make(workspace: Path) -> None:
        process(synth(workspace, "--no-defects"))

    return made_once(tmp_path_factory, "clean", make)


@pytest.fixture(scope="session")
def whole_catalogue(tmp_path_factory, clean_region) -> Path:
    """The clean region, choosing no indicators: every one can be measured."""

    def make(workspace: Path) -> None:
        shutil.copytree(clean_region, workspace)
        settings = workspace / "graadmeter.toml"
        lines = settings.read_text(encoding="utf-8").splitlines(keepends=True)
        settings.write_text("".join(line for line in lines if not line.startswith("indicatoren")), encoding="utf-8")

    return made_once(tmp_path_factory, "whole", make)


def made_once(tmp_path_factory, name: str, make: Callable[[Path], object]) -> Path:
    """A workspace that all test processes of a run share: the first that needs it makes it, others wait."""
    root = tmp_path_factory.getbasetemp()
    root = root.parent if "PYTEST_XDIST_WORKER" in os.environ else root
    place, done = root / name / "region", root / name / "done"
    place.parent.mkdir(exist_ok=True)
    with (root / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            make(place)
            done.touch()
    return place
