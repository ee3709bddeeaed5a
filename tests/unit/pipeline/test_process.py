"""Processing does what is not done yet: the same input is never worked on twice, and damage is mended."""

import json
import shutil
from datetime import UTC, datetime

import pytest
from tests.e2e.region import graadmeter

from graadmeter import pipeline
from graadmeter.cli.commands import retention
from graadmeter.deliver.inbox import deliveries_in
from graadmeter.deliver.receive_all import by_municipality, receive_all
from graadmeter.deliver.session import all_sessions, current_sessions
from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.findings import Verdict
from graadmeter.domain.progress import silent
from graadmeter.processing import session
from graadmeter.store.logbook import Logbook
from graadmeter.store.workspace import load
from graadmeter.synth import write_region


def now(_source):
    return datetime(2026, 1, 21, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def delivered(tmp_path_factory):
    root = tmp_path_factory.mktemp("workspace") / "region"
    chosen = {"municipalities": ["GM0147", "GM1774"], "first": "2025KW03", "last": "2025KW04"}
    write_region(root, seed=7, fraction=0.01, defects=False, **chosen)
    return root


@pytest.fixture
def workspace(tmp_path, delivered):
    shutil.copytree(delivered, tmp_path / "region")
    return load(tmp_path / "region")


def process(workspace) -> list[str]:
    """Receives and processes; the sessions that were really worked on."""
    journal = workspace.journal_file
    before = journal.read_text(encoding="utf-8") if journal.exists() else ""
    receive_all(deliveries_in(workspace.inbox), workspace.deliveries, clock=now, progress=silent)
    pipeline.process(workspace, progress=silent, processes=1)
    lines = journal.read_text(encoding="utf-8").removeprefix(before).splitlines()
    return [json.loads(line)[1] for line in lines]


def test_everything_once_in_quarter_order(workspace) -> None:
    worked = process(workspace)
    assert sorted(worked) == sorted(path.name for path in workspace.deliveries.iterdir())
    for town in ("0147", "1774"):
        assert [name[5:13] for name in worked if name[:4] == town] == ["2025KW03", "2025KW04"]
    assert process(workspace) == []


def test_two_processes_make_the_same_as_one(tmp_path, workspace) -> None:
    process(workspace)
    shutil.copytree(workspace.root, tmp_path / "other", ignore=shutil.ignore_patterns("warehouse", "journal.jsonl"))
    other = load(tmp_path / "other")
    pipeline.process(other, progress=silent, processes=2)
    for path in (workspace.warehouse / "sessions").rglob("*.parquet"):
        assert path.read_bytes() == (other.warehouse / path.relative_to(workspace.warehouse)).read_bytes()


@pytest.mark.parametrize("damage", ["events", "receipt", "journal"])
def test_what_is_damaged_is_made_again(workspace, damage) -> None:
    worked = process(workspace)
    last = next(name for name in worked if "2025KW04" in name)
    if damage == "events":
        (workspace.warehouse / "sessions" / last / "start.parquet").write_bytes(b"half")
    elif damage == "receipt":
        (workspace.deliveries / last / "receipt.json").unlink()
    else:
        lines = workspace.journal_file.read_text(encoding="utf-8").splitlines()
        kept = [line for line in lines if json.loads(line)[1] != last]
        workspace.journal_file.write_text("\n".join(kept) + "\n", encoding="utf-8")
    assert process(workspace) == [last]
    assert process(workspace) == []


def test_an_earlier_quarter_that_changes_takes_later_ones_along(workspace) -> None:
    process(workspace)
    extract = workspace.inbox / "0147-2025KW03/voorzieningen.csv"
    lines = extract.read_text(encoding="utf-8").splitlines()
    extract.write_text("\n".join(lines[:-1]) + "\n", encoding="utf-8")
    worked = process(workspace)
    assert [name[:13] for name in worked] == ["0147-2025KW03", "0147-2025KW04"]
    assert len(all_sessions(workspace.deliveries)) == 5
    assert len(current_sessions(workspace.deliveries)) == 4


def test_a_refused_correction_leaves_the_earlier_delivery_standing(workspace) -> None:
    process(workspace)
    before = {one.session for one in current_sessions(workspace.deliveries)}
    for path in (workspace.inbox / "0147-2025KW04").iterdir():
        path.write_bytes(b"\x89PNG\r\n rubbish")
    worked = process(workspace)
    assert [name[:13] for name in worked] == ["0147-2025KW04"]
    verdicts = {one.manifest.session: one.verdict for one in all_sessions(workspace.deliveries)}
    assert verdicts[worked[0]] is Verdict.REFUSED
    assert {one.session for one in current_sessions(workspace.deliveries)} == before
    assert not (workspace.warehouse / "sessions" / worked[0]).exists()


def test_nothing_usable_is_told(workspace) -> None:
    with pytest.raises(WorkspaceError, match="no usable delivery"):
        pipeline.publish_figures(workspace, progress=silent, processes=1)


def test_only_one_run_at_a_time(workspace) -> None:
    with workspace.lock(), pytest.raises(WorkspaceError, match="Another command"):
        pipeline.run(workspace, clock=now, progress=silent)


def test_the_largest_municipality_goes_first(workspace) -> None:
    receive_all(deliveries_in(workspace.inbox), workspace.deliveries, clock=now, progress=silent)
    queues = by_municipality(workspace.deliveries)
    sizes = [sum(file.bytes for group in queue for one in group for file in one.manifest.files) for queue in queues]
    assert sizes == sorted(sizes, reverse=True)


def test_what_cannot_be_received_is_told_and_the_others_go_on(workspace) -> None:
    (workspace.inbox / "0147-2025KW02").mkdir()
    refused = receive_all(deliveries_in(workspace.inbox), workspace.deliveries, clock=now, progress=silent)
    assert [name for name, _ in refused] == ["0147-2025KW02"]
    assert len(all_sessions(workspace.deliveries)) == 4


def test_what_was_deleted_after_its_term_is_never_made_again(workspace, monkeypatch) -> None:
    worked = process(workspace)
    settings = workspace.root / "graadmeter.toml"
    settings.write_text(settings.read_text().replace('"2025KW03"', '"2025KW04"'), encoding="utf-8")
    monkeypatch.setattr(retention, "now", lambda: datetime(2041, 1, 1, tzinfo=UTC))
    before = {path: path.read_bytes() for path in (workspace.warehouse / "sessions").glob("*2025KW04*/*")}
    assert graadmeter("retention", "--delete", "--workspace", workspace.root).code == 0
    assert process(workspace) == []
    monkeypatch.setattr(session, "software", lambda: "another software")
    assert process(workspace) == [], "not even when everything else is made anew"
    left = {path: path.read_bytes() for path in (workspace.warehouse / "sessions").glob("*/*")}
    assert left == before
    counted = [one.session for one in current_sessions(workspace.deliveries)]
    assert counted == sorted(name for name in worked if "2025KW04" in name)


def test_who_has_no_agreement_is_refused_and_nothing_is_kept(workspace) -> None:
    agreements = workspace.root / "afspraken.yaml"
    agreements.write_text(agreements.read_text().replace('"GM0147", ', ""), encoding="utf-8")
    said = graadmeter("receive", "--workspace", workspace.root)
    assert said.code == 4
    assert "0147-2025KW04: Er is geen afspraak met GM0147" in said.err
    assert {one.manifest.deliverer for one in all_sessions(workspace.deliveries)} == {"GM1774"}
    [record] = (workspace.root / "logboek").iterdir()
    assert json.loads(record.read_text().splitlines()[0])["name"] == "ontvangen"


def test_every_step_on_a_session_is_recorded(workspace) -> None:
    receive_all(deliveries_in(workspace.inbox), workspace.deliveries, clock=now, progress=silent)
    log = Logbook(workspace.root, lambda: datetime(2026, 1, 21, tzinfo=UTC))
    pipeline.process(workspace, progress=silent, processes=1, log=log)
    lines = [json.loads(line) for line in (workspace.root / "logboek/2026-01.jsonl").read_text().splitlines()]
    names = ["controleren", "standaardiseren", "pseudonimiseren", "opslaan", "verantwoorden"]
    for one in all_sessions(workspace.deliveries):
        subject = one.manifest.session
        assert [line["name"] for line in lines if line["attributes"]["graadmeter.subject"] == subject] == names
    assert {line["trace_id"] for line in lines} == {log.trace}
    pipeline.process(workspace, progress=silent, processes=1, log=log)
    assert len((workspace.root / "logboek/2026-01.jsonl").read_text().splitlines()) == len(lines), "nothing was done"
