"""Killed at any moment, a run that is started again ends in the same release as an undisturbed one."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time

import pytest
from tests.e2e.region import graadmeter, newest, process, releases, synth, tree

KILLS = 4
SHOWN = ("jeugdhulp", "uitgaven", "wachttijd_tot_start")
"""A count, an amount and a statistic: what is written of each at the end is the same work."""


def start(workspace) -> subprocess.Popen:
    command = [sys.executable, "-m", "graadmeter", "run", "--workspace", str(workspace)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def heeding() -> None:
    """Tests that run in the background of a shell ignore SIGINT, and what they start would too."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def whole(workspace) -> bool:
    """Whether everything under releases/ that a reader would see is complete."""
    visible = [path for path in (workspace / "releases").glob("*") if not path.name.startswith(".")]
    return all((path / "manifest.json").exists() and (path / "open/cells.csv").exists() for path in visible)


@pytest.fixture(scope="module")
def delivered(tmp_path_factory):
    """Two municipalities and half a year: a run that is over soon, so that many can be killed. With parts for each."""
    place, towns = tmp_path_factory.mktemp("delivered") / "region", ("GM0147", "GM1774")
    settings = synth(place, towns=towns, first="2025KW03", shown=SHOWN) / "graadmeter.toml"
    chosen = settings.read_text(encoding="utf-8").replace("indicatoren", 'niveaus = ["gemeente"]\nindicatoren', 1)
    settings.write_text(chosen, encoding="utf-8")
    return place


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory, delivered):
    workspace = tmp_path_factory.mktemp("undisturbed") / "region"
    shutil.copytree(delivered, workspace)
    process(workspace)
    return workspace


def test_kill_and_run_again(tmp_path, delivered, undisturbed) -> None:
    workspace = tmp_path / "region"
    shutil.copytree(delivered, workspace)
    moments = random.Random(1)  # noqa: S311 - moments to kill at
    killed = 0
    for _ in range(KILLS):
        running = start(workspace)
        time.sleep(moments.uniform(0.6, 6.0))
        killed += running.poll() is None
        running.send_signal(signal.SIGKILL)
        running.wait()
        assert whole(workspace)
    assert killed >= 2, "the run was too quick to be killed: choose earlier moments"
    process(workspace)
    assert [path.name for path in releases(workspace)] == [newest(undisturbed).name]
    assert tree(newest(workspace)) == tree(newest(undisturbed))
    assert tree(workspace / "site") == tree(undisturbed / "site")
    assert tree(workspace / "closed") == tree(undisturbed / "closed")


def test_every_municipality_has_a_part_that_nothing_published_holds(undisturbed) -> None:
    parts = [path.parent for path in (undisturbed / "closed").glob("*/gemeente/*/cells.csv")]
    assert sorted(path.name for path in parts) == ["GM0147", "GM1774"]
    public = b"".join([*tree(undisturbed / "releases").values(), *tree(undisturbed / "site").values()])
    for part in parts:
        report = json.loads((part / "audit.json").read_bytes())
        assert (report["verdict"], report["not_in_the_open_release"] > 10) == ("passed", True)
        assert (part / "cells.parquet").read_bytes() not in public
        assert b"suppressed" not in (part / "cells.csv").read_bytes()
    told = json.loads((newest(undisturbed) / "audit/report.json").read_bytes())["insiders"]
    assert (told["attackers"], told["found"]) == (2, 0)


def test_interrupted_by_hand(tmp_path, delivered, undisturbed) -> None:
    workspace = tmp_path / "region"
    shutil.copytree(delivered, workspace)
    command = [sys.executable, "-m", "graadmeter", "run", "--workspace", str(workspace), "--lang", "en"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    running = subprocess.Popen(command, **pipes, start_new_session=True, preexec_fn=heeding)  # noqa: PLW1509 - no threads
    while "Checking" not in running.stdout.readline():
        assert running.poll() is None
    time.sleep(0.2)
    os.killpg(running.pid, signal.SIGINT)
    _, err = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "Interrupted." in err
    assert "Traceback" not in err
    assert len(err.splitlines()) == 1
    receipts = [json.loads(path.read_bytes()) for path in workspace.glob("deliveries/*/receipt.json")]
    assert len(receipts) < len(list((workspace / "deliveries").iterdir()))
    assert "to do" in graadmeter("status", "--workspace", workspace, "--quarters", 8, "--lang", "en").out
    process(workspace)
    assert tree(newest(workspace)) == tree(newest(undisturbed))
