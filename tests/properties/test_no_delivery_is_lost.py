"""Whatever happens while deliveries come in, none is lost or half used, and the last one sent counts.

Failures are planted at every write, one run per write: a full disk, an interruption. Clocks go anywhere. Two processes
receive at the same time.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.messages import PROVISION, csv_of

from graadmeter.deliver import papers
from graadmeter.deliver.reader import read_session
from graadmeter.deliver.session import all_sessions, current_sessions, take_in, write_outcome
from graadmeter.domain.deliveries import Manifest, Receipt
from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.findings import Finding, Severity, Verdict
from graadmeter.domain.text import Text

NOW = datetime(2026, 1, 12, 9, 30, tzinfo=UTC)
DEEP = os.environ.get("HYPOTHESIS_PROFILE") == "deep"
HOW = {"rule_set": "r", "software": "s"}
CONTENTS = {name: csv_of("voorziening", [PROVISION | {"voorziening_id": name}]) for name in "ABC"}


def put(workspace: Path, place: str, content: str) -> Path:
    """A folder at a place, with one file and nothing else in it."""
    folder = workspace / place
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "v.csv").write_text(CONTENTS[content])
    return folder


def finish(workspace: Path, manifest: Manifest) -> None:
    receipt = Receipt(manifest.session, Verdict.ACCEPTED, (), 0, "", "r", manifest.received_at, manifest.files, "s")
    finding = Finding("X-1", Severity.QUESTION, "v.csv", Text("a", "b"))
    write_outcome(
        workspace / "deliveries" / manifest.session, [finding], receipt, b"XLSX", lambda content: b"signed " + content
    )


def delivered(workspace: Path, place: str, content: str, now: datetime = NOW) -> None:
    finish(workspace, take_in(put(workspace, place, content), workspace / "deliveries", now=now, **HOW).manifest)


def state(workspace: Path) -> dict[str, bytes]:
    place = workspace / "deliveries"
    return {str(path.relative_to(place)): path.read_bytes() for path in sorted(place.rglob("*")) if path.is_file()}


class Planted:
    """Lets the system calls that change the disk go well until the planned one, which fails."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, fail_at: int, failure: BaseException) -> None:
        self.calls, self.fail_at, self.failure = 0, fail_at, failure
        for owner, name in ((os, "fsync"), (Path, "rename"), (Path, "replace"), (Path, "mkdir")):
            self._plant(monkeypatch, owner, name)

    def _plant(self, monkeypatch: pytest.MonkeyPatch, owner: object, name: str) -> None:
        real = getattr(owner, name)

        def act(*arguments: object, **options: object) -> object:
            self.calls += 1
            if self.calls == self.fail_at:
                raise self.failure
            return real(*arguments, **options)

        monkeypatch.setattr(owner, name, act)


def road(workspace: Path) -> None:
    """Three deliveries of one quarter: new, its replacement, and the first one again."""
    for content in "ABA":
        source = workspace / "inbox" / "0141-2025KW04"
        (source / "v.csv").write_text(CONTENTS[content])
        finish(workspace, take_in(source, workspace / "deliveries", now=NOW, **HOW).manifest)


@pytest.mark.parametrize(
    ("failure", "first"), [(OSError(28, "full"), 1), (KeyboardInterrupt(), 3)], ids=["full disk", "Ctrl-C"]
)
def test_after_a_failure_at_any_write_the_same_end_is_reached(tmp_path, monkeypatch, failure, first) -> None:
    """At every write with HYPOTHESIS_PROFILE=deep; else the two failures take turns over every fourth write."""
    whole = tmp_path / "whole"
    put(whole, "inbox/0141-2025KW04", "A")
    road(whole)
    assert [one.session for one in current_sessions(whole / "deliveries")] == [
        one.manifest.session for one in all_sessions(whole / "deliveries")
    ][-1:]
    for fail_at in range(1 if DEEP else first, 200, 1 if DEEP else 4):
        workspace = tmp_path / str(fail_at)
        put(workspace, "inbox/0141-2025KW04", "A")
        with monkeypatch.context() as patched:
            planted = Planted(patched, fail_at, failure)
            try:
                road(workspace)
            except (WorkspaceError, KeyboardInterrupt) as error:
                assert isinstance(error, KeyboardInterrupt) or "vol" in error.text.nl  # noqa: PT017 - either may come
        if planted.calls < fail_at:
            break
        whole_or_absent(workspace)
        road(workspace)
        assert {name for name in state(workspace) if name.endswith("v.csv")} == {
            name for name in state(whole) if name.endswith("v.csv")
        }
        [last] = current_sessions(workspace / "deliveries")
        assert (workspace / "deliveries" / last.session / "received/v.csv").read_text() == CONTENTS["A"]
    assert fail_at > 30, "every write was tried"


def whole_or_absent(workspace: Path) -> None:
    """Every session that is there is whole or marked as interrupted, and nothing else lies about."""
    place = workspace / "deliveries"
    for session in all_sessions(place):
        manifest = papers.read_manifest(session.folder)
        assert session.folder.name.endswith(papers.content_hash(manifest.files)[:8])
        assert not read_session(session.folder).findings
        if session.verdict is not Verdict.INTERRUPTED:
            assert (session.folder / "receipt.sig").read_bytes() == b"signed " + (
                session.folder / "receipt.json"
            ).read_bytes()
    assert not [path for path in place.rglob(".*") if path.is_file()], "half a file"
    assert not list(place.glob(".*")), "half a session"


MOMENTS = st.integers(-4000, 4000).map(lambda days: NOW + timedelta(days=days))
PLACES = st.sampled_from(["inbox/0141-2025KW04", "inbox/0141-2025KW04-b", "outside"])


@settings(max_examples=max(15, settings.default.max_examples))
@given(sent=st.lists(st.tuples(PLACES, st.sampled_from("ABC"), MOMENTS), min_size=1, max_size=8))
def test_the_last_that_was_sent_counts_whatever_the_clock_says(sent) -> None:
    with tempfile.TemporaryDirectory() as folder:
        workspace, outside = Path(folder) / "region", Path(folder) / "elsewhere"
        held: dict[str, str] = {}
        last = ""
        for place, content, moment in sent:
            source = put(outside, "0141-2025KW04", content) if place == "outside" else put(workspace, place, content)
            manifest = take_in(source, workspace / "deliveries", now=moment, **HOW).manifest
            finish(workspace, manifest)
            if place == "outside" or held.get(place) != content:
                last = content
            if place != "outside":
                held[place] = content
            [current] = current_sessions(workspace / "deliveries")
            assert (workspace / "deliveries" / current.session / "received/v.csv").read_text() == CONTENTS[last]
            for known, before in held.items():
                again = take_in(put(workspace, known, before), workspace / "deliveries", now=moment, **HOW)
                assert not again.brought_back, "what lies in the inbox is no news"
        assert len(all_sessions(workspace / "deliveries")) == len({content for _, content, _ in sent})


TAKE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from graadmeter.deliver.session import take_in
for source in sorted(Path(sys.argv[1]).iterdir()):
    take_in(source, Path(sys.argv[2]), now=datetime(2026, 1, 12, tzinfo=UTC), rule_set="r", software="s")
"""


def test_two_processes_at_once_lose_nothing_and_give_every_delivery_a_number_of_its_own(tmp_path) -> None:
    for process in range(2):
        for number in range(8):
            source = tmp_path / f"in{process}" / f"0141-2025KW04-{number}"
            source.mkdir(parents=True)
            (source / "v.csv").write_text(
                csv_of("voorziening", [PROVISION | {"voorziening_id": f"{process}-{number}"}])
            )
    command = [sys.executable, "-c", TAKE]
    both = [subprocess.Popen([*command, tmp_path / f"in{process}", tmp_path / "w/deliveries"]) for process in range(2)]
    assert [process.wait() for process in both] == [0, 0]
    manifests = [one.manifest for one in all_sessions(tmp_path / "w/deliveries")]
    assert sorted(one.number for one in manifests) == list(range(1, 17))
    whole_or_absent(tmp_path / "w")
