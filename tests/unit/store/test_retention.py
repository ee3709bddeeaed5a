"""Retention: what is past its term goes, copies included, with a signed proof; no crash half-does it."""

import json
import os
import re
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pytest
from tests.e2e.region import graadmeter, tree
from tests.support.messages import PROVISION, csv_of

from graadmeter.cli.commands import retention as command
from graadmeter.deliver import papers
from graadmeter.deliver.erased import erased
from graadmeter.deliver.inbox import deliveries_in
from graadmeter.deliver.session import all_sessions, current_sessions, take_in, write_outcome
from graadmeter.domain.deliveries import Receipt, TableCount
from graadmeter.domain.events import EVENTS
from graadmeter.domain.findings import Finding, Severity, Verdict
from graadmeter.domain.text import Text
from graadmeter.engine.arrow import schema_of
from graadmeter.store import records, signing
from graadmeter.store.workspace import load

RECEIVED = datetime(2026, 1, 12, tzinfo=UTC)
LONG_AFTER = datetime(2041, 1, 1, tzinfo=UTC)


def deliver(workspace: Path, period: str) -> str:
    """One delivery that was received, checked and stored."""
    source = workspace / "inbox" / f"0001-{period}"
    source.mkdir(parents=True)
    (source / "v.csv").write_text(csv_of("voorziening", [PROVISION | {"gemeente": "0001", "kwartaal": period}]))
    manifest = take_in(source, workspace / "deliveries", now=RECEIVED, rule_set="r", software="s").manifest
    place = Finding("X-1", Severity.QUESTION, "v.csv", Text("a", "b"), row=2, case="geval 7", values={"wijk": "WK01"})
    receipt = Receipt(
        manifest.session, Verdict.ACCEPTED, (TableCount("voorziening", 1, 1, 0),), 1, "", "r", manifest.received_at
    )
    write_outcome(workspace / "deliveries" / manifest.session, [place], receipt, b"XLSX")
    events = {table.name: schema_of(table).empty_table() for table in EVENTS}
    for name in ("telling", "levering"):
        schema = events[name].schema
        row = {field.name: [manifest.session if pa.types.is_string(field.type) else 1] for field in schema}
        events[name] = pa.table(row, schema)
    records.write_session(workspace / "warehouse", manifest.session, events)
    return manifest.session


@pytest.fixture
def region(tmp_path):
    """A region that makes figures from 2025KW02 on, with deliveries on the first two quarters of that year."""
    workspace = tmp_path / "region"
    assert graadmeter("init", workspace).code == 0
    settings = workspace / "graadmeter.toml"
    settings.write_text(settings.read_text().replace('"2025KW01"', '"2025KW02"'))
    return workspace, deliver(workspace, "2025KW01"), deliver(workspace, "2025KW02")


@pytest.fixture
def later(monkeypatch):
    monkeypatch.setattr(command, "now", lambda: LONG_AFTER)
    monkeypatch.setattr("graadmeter.cli.logging.now", lambda: LONG_AFTER)


def ask(workspace: Path, *words: str):
    said = graadmeter("retention", *words, "--workspace", workspace, "--lang", "en")
    assert said.code == 0, said.err
    return said.out


def test_within_its_term_nothing_goes(region, monkeypatch) -> None:
    workspace, *_ = region
    monkeypatch.setattr(command, "now", lambda: datetime(2035, 3, 31, tzinfo=UTC))
    before = tree(workspace / "deliveries")
    assert "nothing to delete" in ask(workspace, "--delete")
    assert tree(workspace / "deliveries") == before
    assert not list((workspace / "retention").glob("*.json"))
    monkeypatch.setattr(command, "now", lambda: datetime(2035, 4, 1, tzinfo=UTC))
    assert "0001-2025KW01" in ask(workspace)


def test_showing_deletes_nothing(region, later) -> None:
    workspace, old, new = region
    before = tree(workspace)
    said = ask(workspace)
    assert old in said
    assert new in said
    assert tree(workspace) == before


def test_everything_of_an_old_quarter_goes_and_of_a_counted_one_the_received_bytes_only(region, later) -> None:
    workspace, old, new = region
    stored = tree(workspace / "warehouse" / "sessions" / new)
    said = ask(workspace, "--delete")
    assert "2025KW03" in said, "what is held back is told, with what to do"
    for session in (old, new):
        assert not (workspace / "deliveries" / session / "received").exists()
        assert not (workspace / "deliveries" / session / "report.xlsx").exists()
        [finding] = papers.read_findings(workspace / "deliveries" / session)
        assert (finding.code, finding.case, finding.row, dict(finding.values)) == ("X-1", "", None, {})
    assert deliveries_in(workspace / "inbox") == ()
    assert not list((workspace / "inbox").iterdir())
    assert not (workspace / "warehouse/sessions" / old).exists()
    assert tree(workspace / "warehouse/sessions" / new) == stored
    assert [one.session for one in current_sessions(workspace / "deliveries")] == [new]
    assert len(all_sessions(workspace / "deliveries")) == 2, "manifest and receipt stay"
    assert "nothing to delete" in ask(workspace, "--delete")


def test_the_proof_is_signed_and_names_no_file(region, later) -> None:
    workspace, old, new = region
    hashes = {one: papers.read_manifest(workspace / "deliveries" / one).files[0].sha256 for one in (old, new)}
    ask(workspace, "--delete")
    [proof] = (workspace / "retention").glob("*.json")
    told = json.loads(proof.read_bytes())
    assert [item["session"] for item in told["items"]] == [old, new]
    assert {item["session"]: item["received"][0]["sha256"] for item in told["items"]} == hashes
    assert told["items"][0]["received"][0]["past_term_since"] == "2035-04-01"
    assert {fact["table"] for fact in told["items"][0]["stored"]} == {"telling", "levering"}
    assert told["deleted_at"] == LONG_AFTER.isoformat()
    assert "v.csv" not in proof.read_text()
    assert not re.search(r"\b\d{9}\b", proof.read_text())
    key = signing.load_or_create(workspace / "keys/signing.key")
    assert key.public.holds(proof.read_bytes(), proof.with_suffix(".sig").read_bytes())


def test_logs_go_after_their_own_term(region, monkeypatch) -> None:
    workspace, *_ = region
    settings = workspace / "graadmeter.toml"
    settings.write_text(f"{settings.read_text()}\n[bewaren]\nlogboek = 24\naudit = 6\n")
    for folder in ("logboek", "audit"):
        (workspace / folder).mkdir(exist_ok=True)
        for name in ("2025-01.jsonl", "2025-06.jsonl", "notes.txt"):
            (workspace / folder / name).write_text("{}\n")
    monkeypatch.setattr(command, "now", lambda: datetime(2025, 12, 31, tzinfo=UTC))
    assert "audit/2025-01.jsonl" in ask(workspace)
    assert (workspace / "audit/2025-01.jsonl").exists()
    ask(workspace, "--delete")
    assert not (workspace / "audit/2025-01.jsonl").exists()
    assert {"2025-06.jsonl", "notes.txt"} < {path.name for path in (workspace / "audit").iterdir()}
    assert (workspace / "logboek/2025-01.jsonl").exists()
    [proof] = (workspace / "retention").glob("*.json")
    [line] = json.loads(proof.read_bytes())["logs"]
    assert (line["log"], line["bytes"], line["past_term_since"]) == ("audit/2025-01.jsonl", 3, "2025-08-01")
    settings.write_text(settings.read_text().replace("audit = 6", "audit = 0"))
    assert graadmeter("retention", "--workspace", workspace).code != 0


def test_one_table_may_go_before_the_others(region, monkeypatch) -> None:
    workspace, old, _ = region
    text = (workspace / "afspraken.yaml").read_text()
    (workspace / "afspraken.yaml").write_text(text.replace("    voorziening: 120", "    voorziening: 6"))
    monkeypatch.setattr(command, "now", lambda: datetime(2026, 1, 1, tzinfo=UTC))
    events = records.read_session(workspace / "warehouse", old)
    schema = events["voorziening"].schema
    plain = {field.name: pa.nulls(1, field.type) for field in schema}
    filled = {
        field.name: pa.array([1], pa.int64()).cast(field.type) if pa.types.is_integer(field.type) else plain[field.name]
        for field in schema
    }
    filled |= {
        field.name: pa.array(["a"]) if pa.types.is_string(field.type) else filled[field.name] for field in schema
    }
    filled |= {
        field.name: pa.array([date(2025, 1, 1)]) if pa.types.is_date(field.type) else filled[field.name]
        for field in schema
    }
    filled |= {
        field.name: pa.array([True]) if pa.types.is_boolean(field.type) else filled[field.name] for field in schema
    }
    records.write_session(workspace / "warehouse", old, events | {"voorziening": pa.table(filled)})
    ask(workspace, "--delete")
    left = records.read_session(workspace / "warehouse", old)
    assert left["voorziening"].num_rows == 0
    assert left["telling"].num_rows == 1
    assert (workspace / "deliveries" / old / "received").exists()
    assert erased(workspace / "deliveries" / old).tables == ("voorziening",)


def end_state(workspace: Path) -> dict[str, bytes]:
    return {
        name: b"" if name.endswith(".sig") else content
        for name, content in tree(workspace).items()
        if not name.startswith(("logboek", "audit", ".lock"))
    }


def test_a_failure_at_any_write_is_finished_by_the_next_time(region, later, tmp_path, monkeypatch) -> None:
    workspace, *_ = region
    whole = tmp_path / "whole"
    shutil.copytree(workspace, whole)
    ask(whole, "--delete")
    real_fsync, real_unlink = os.fsync, Path.unlink
    for fail_at in range(1, 80, 2):
        place = tmp_path / f"try{fail_at}"
        shutil.copytree(workspace, place)
        calls = []

        def counted(act, *arguments, calls=calls, fail_at=fail_at, **options):
            calls.append(act)
            if len(calls) == fail_at:
                raise OSError(28, "full")
            return act(*arguments, **options)

        with monkeypatch.context() as patched:
            patched.setattr(os, "fsync", lambda *a, counted=counted: counted(real_fsync, *a))
            patched.setattr(Path, "unlink", lambda *a, counted=counted, **o: counted(real_unlink, *a, **o))
            code = graadmeter("retention", "--delete", "--workspace", place).code
        if code == 0:
            assert len(calls) < fail_at
            break
        load(place)
        assert len(all_sessions(place / "deliveries")) == 2
        ask(place, "--delete")
        assert end_state(place) == end_state(whole), f"after failing at write {fail_at}"
        shutil.rmtree(place)
    assert fail_at > 15


def test_a_damaged_plan_is_told(region, later) -> None:
    workspace, *_ = region
    (workspace / "retention").mkdir()
    (workspace / "retention/plan.json").write_text("{")
    said = graadmeter("retention", "--delete", "--workspace", workspace)
    assert said.code == 5
    assert "plan.json" in said.err
