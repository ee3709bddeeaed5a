"""Receiving survives crashes, a full disk and company: there is a whole session or none."""

import errno
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.support.messages import PROVISION, csv_of, message

from graadmeter.deliver import safe_write, staging
from graadmeter.deliver.papers import content_hash, read_manifest
from graadmeter.deliver.reader import read_session
from graadmeter.deliver.session import all_sessions, current_sessions, take_in, write_outcome
from graadmeter.domain.deliveries import Receipt
from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.findings import Verdict

NOW = datetime(2026, 1, 12, 9, 30, tzinfo=UTC)
HOW = {"rule_set": "2026.1", "software": "0.1.0"}
KILLED = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from graadmeter.deliver.session import take_in
source, deliveries, step, after = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
count = 0
def killed(event, arguments):
    global count
    wanted = {"mkdir": "os.mkdir", "open": "open", "rename": "os.rename"}[step]
    if event == wanted and str(deliveries) in str(arguments[0]) or event == wanted and ".0141" in str(arguments[0]):
        count += 1
        if count == after:
            os.kill(os.getpid(), 9)
sys.addaudithook(killed)
take_in(source, deliveries, now=datetime(2026, 1, 12, 9, 30, tzinfo=UTC), rule_set="2026.1", software="0.1.0")
print("done")
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox" / "0141-2025KW04"
    folder.mkdir(parents=True)
    for number in range(2):
        (folder / f"JW301_{number}.xml").write_text(message("JW301", id=f"B{number}"))
    (folder / "voorzieningen.csv").write_text(csv_of("voorziening", [PROVISION]))
    return folder


def sessions(deliveries: Path) -> list[Path]:
    """What a run would see: every session there is must be whole."""
    found = [state.folder for state in all_sessions(deliveries)]
    for folder in found:
        manifest = read_manifest(folder)
        assert folder.name.endswith(content_hash(manifest.files)[:8])
        assert read_session(folder).findings == ()
    return found


@pytest.mark.parametrize("step", ["mkdir", "open", "rename"])
def test_killed_at_any_step_leaves_before_or_after(source: Path, tmp_path: Path, step: str) -> None:
    deliveries = tmp_path / "deliveries"
    seen: list[int] = []
    for after in range(1, 20):
        done = subprocess.run(
            [sys.executable, "-c", KILLED, source, deliveries, step, str(after)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode in {0, -9}, done.stderr
        seen.append(len(sessions(deliveries)))
        if done.returncode == 0:
            break
    assert done.stdout == "done\n", "there is a last step"
    assert seen == sorted(seen), "once it is there it stays"
    assert (seen[0], seen[-1]) == (0, 1)
    assert take_in(source, deliveries, now=NOW, **HOW).already
    assert [path.name for path in deliveries.iterdir()] == [sessions(deliveries)[0].name], "nothing is left lying about"


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EIO])
def test_full_disk_says_so_and_leaves_nothing(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    real, calls = os.fsync, []

    def full(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == 3:
            raise OSError(code, os.strerror(code))
        real(descriptor)

    monkeypatch.setattr(safe_write.os, "fsync", full)
    with pytest.raises(WorkspaceError) as failed:
        take_in(source, tmp_path / "deliveries", now=NOW, **HOW)
    assert failed.value.text.nl.startswith("De schijf is vol" if code != errno.EIO else "De werkmap kan niet")
    assert list((tmp_path / "deliveries").iterdir()) == []
    monkeypatch.undo()
    assert not take_in(source, tmp_path / "deliveries", now=NOW, **HOW).already


def test_full_disk_while_writing_the_outcome_leaves_the_session_interrupted(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    manifest = take_in(source, tmp_path / "deliveries", now=NOW, **HOW).manifest
    receipt = Receipt(manifest.session, Verdict.ACCEPTED, (), 0, "", "2026.1", manifest.received_at)
    folder = tmp_path / "deliveries" / manifest.session
    write_outcome(folder, [], receipt, b"XLSX")
    real, calls = os.fsync, []

    def full(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == 3:
            raise OSError(errno.ENOSPC, "full")
        real(descriptor)

    monkeypatch.setattr(safe_write.os, "fsync", full)
    with pytest.raises(WorkspaceError, match="disk is full"):
        write_outcome(folder, [], receipt, b"XLSX")
    assert all_sessions(tmp_path / "deliveries")[0].verdict is Verdict.INTERRUPTED
    monkeypatch.undo()
    write_outcome(folder, [], receipt, b"XLSX")
    assert current_sessions(tmp_path / "deliveries") == [manifest]


def test_same_delivery_by_many_at_once_is_one_session(source: Path, tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        receptions = list(pool.map(lambda _: take_in(source, tmp_path / "deliveries", now=NOW, **HOW), range(24)))
    assert len({reception.manifest for reception in receptions}) == 1
    assert sum(not reception.already for reception in receptions) == 1
    assert len(sessions(tmp_path / "deliveries")) == 1
    assert len(list((tmp_path / "deliveries").iterdir())) == 1


def test_two_processes_at_once(source: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", KILLED, source, tmp_path / "deliveries", "open", "0"]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    assert [process.communicate()[0] for process in both] == ["done\n"] * 2
    assert len(sessions(tmp_path / "deliveries")) == 1


def test_two_different_deliveries_of_one_quarter_at_once_are_both_kept(source: Path, tmp_path: Path) -> None:
    other = tmp_path / "inbox" / "0141-2025KW04-b"
    other.mkdir()
    (other / "v.csv").write_text(csv_of("voorziening", [PROVISION]))
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda folder: take_in(folder, tmp_path / "deliveries", now=NOW, **HOW), (source, other)))
    assert len(sessions(tmp_path / "deliveries")) == 2
    assert current_sessions(tmp_path / "deliveries") == []


def test_a_session_that_appears_meanwhile_is_found(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deliveries, real = tmp_path / "deliveries", staging.write_file
    twin = tmp_path / "twin" / "deliveries"
    session = take_in(source, twin, now=NOW, **HOW).manifest.session

    def slow(path: Path, pieces: object) -> None:
        if path.name == "manifest.json":
            shutil.copytree(twin / session, deliveries / session)
        real(path, pieces)

    monkeypatch.setattr(staging, "write_file", slow)
    assert take_in(source, deliveries, now=NOW, **HOW).already
    assert len(sessions(deliveries)) == 1
    assert len(list(deliveries.iterdir())) == 1


def test_what_another_crash_left_is_removed_after_a_day(source: Path, tmp_path: Path) -> None:
    deliveries = tmp_path / "deliveries"
    left = deliveries / ".0153-2025KW04-0123abcd-xyz"
    (left / "received").mkdir(parents=True)
    written = datetime.fromtimestamp(left.stat().st_mtime, UTC)
    take_in(source, deliveries, now=written, **HOW)
    assert left.exists(), "it may still be at work"
    take_in(source, deliveries, now=written + timedelta(days=2), **HOW)
    assert not left.exists()
