"""The logbook: one whole line per step, whoever else writes; no user in it, and no step without it."""

import json
import os
import re
import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from graadmeter.domain.errors import WorkspaceError
from graadmeter.store import logbook
from graadmeter.store.logbook import NO_LOG, Logbook, append_line, new_trace, note_user

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


@pytest.fixture
def log(tmp_path):
    ticks = count()
    return Logbook(tmp_path, lambda: NOW + timedelta(seconds=next(ticks)), "graadmeter 1")


def test_a_step_is_recorded_in_the_shape_of_the_standard(tmp_path, log) -> None:
    with log.step("controleren", "0141-2025KW04-12345678", regels=3):
        assert not (tmp_path / "logboek").exists()
    [record] = lines(tmp_path / "logboek/2026-11.jsonl")
    assert re.fullmatch(r"[0-9a-f]{32}", record["trace_id"])
    assert re.fullmatch(r"[0-9a-f]{16}", record["operation_id"])
    assert (record["status"], record["name"]) == ("OK", "controleren")
    assert (record["start_time"], record["end_time"]) == (
        "2026-11-22T10:00:00.000+00:00",
        "2026-11-22T10:00:01.000+00:00",
    )
    assert record["resource"] == {"name": "graadmeter", "version": "graadmeter 1"}
    assert record["attributes"] == {
        "dpl.core.processing_activity_id": "urn:graadmeter:verwerking:controleren",
        "graadmeter.subject": "0141-2025KW04-12345678",
        "graadmeter.regels": 3,
    }


def test_a_step_that_fails_is_recorded_as_failed(tmp_path, log) -> None:
    with pytest.raises(KeyboardInterrupt), log.step("tellen"):
        raise KeyboardInterrupt
    assert lines(tmp_path / "logboek/2026-11.jsonl")[0]["status"] == "ERROR"


def test_the_user_stands_in_the_audit_log_only_joined_by_the_trace(tmp_path, log) -> None:
    note_user(tmp_path, trace=log.trace, user="m.devries", command="run", now=NOW)
    with log.step("ontvangen"):
        pass
    [told] = lines(tmp_path / "audit/2026-11.jsonl")
    assert told == {
        "trace_id": log.trace,
        "time": "2026-11-22T10:00:00.000+00:00",
        "user": "m.devries",
        "command": "run",
    }
    [record] = lines(tmp_path / "logboek/2026-11.jsonl")
    assert record["trace_id"] == log.trace
    assert "m.devries" not in json.dumps(record)


def test_only_the_owner_can_read(tmp_path, log) -> None:
    note_user(tmp_path, trace=new_trace(), user="u", command="run", now=NOW)
    with log.step("ontvangen"):
        pass
    for name in ("audit", "logboek"):
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o700
        assert stat.S_IMODE((tmp_path / name / "2026-11.jsonl").stat().st_mode) == 0o600


def test_one_wait_for_the_disk_is_enough_for_all_steps_on_a_subject(tmp_path, monkeypatch, log) -> None:
    real, waits = os.fsync, []
    monkeypatch.setattr(logbook.os, "fsync", lambda descriptor: waits.append(1) or real(descriptor))
    for name in ("controleren", "standaardiseren"):
        with log.step(name, "s", more=True):
            pass
    assert not waits
    assert len(lines(tmp_path / "logboek/2026-11.jsonl")) == 2, "written, so that a crash of ours loses nothing"
    with log.step("verantwoorden", "s"):
        pass
    assert len(waits) == 1
    with pytest.raises(KeyboardInterrupt), log.step("controleren", "s", more=True):
        raise KeyboardInterrupt
    assert len(waits) == 2, "no step comes after a failure"


def test_lines_of_many_writers_stay_whole(tmp_path) -> None:
    path = tmp_path / "l.jsonl"
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: append_line(path, {"number": number, "text": "x" * 300}), range(80)))
    assert sorted(line["number"] for line in lines(path)) == list(range(80))


@pytest.mark.parametrize("cut", [1, 5, 20])
def test_a_line_that_was_cut_off_spoils_no_other(tmp_path, cut) -> None:
    path = tmp_path / "l.jsonl"
    append_line(path, {"number": 1})
    append_line(path, {"number": 2, "text": "y" * 30})
    path.write_bytes(path.read_bytes()[:-cut])
    append_line(path, {"number": 3})
    told = path.read_text().splitlines()
    assert json.loads(told[0]) == {"number": 1}
    assert json.loads(told[-1]) == {"number": 3}


@pytest.mark.parametrize("place", ["write", "fsync", "open"])
def test_a_full_disk_stops_the_work(tmp_path, monkeypatch, log, place) -> None:
    def full(*_: object, **__: object) -> int:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(logbook.os, place, full)
    with pytest.raises(WorkspaceError, match="disk is full"), log.step("ontvangen"):
        pass


def test_half_a_write_is_an_error(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(logbook.os, "write", lambda *_: 3)
    with pytest.raises(WorkspaceError, match="disk is full"):
        append_line(tmp_path / "l.jsonl", {"number": 1})


def test_without_a_workspace_nothing_is_written(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    with NO_LOG.step("ontvangen"):
        pass
    assert list(tmp_path.iterdir()) == []
