"""Stored events and model: owner only, whole or absent, the same bytes for the same rows."""

import os
import stat
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from tests.support.raw_rows import FIRST, KEY, assignment, events_of, provision, start, stop

from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.events import EVENTS
from graadmeter.domain.model import MODEL
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.pseudonymise.apply import pseudonymise
from graadmeter.standardise import model
from graadmeter.store import folders, records

SESSION, NEXT = "0141-2024KW01-00000000", "0141-2024KW02-00000000"


@pytest.fixture
def engine() -> Iterator[DuckDBEngine]:
    with DuckDBEngine(threads=1) as opened:
        yield opened


@pytest.fixture
def events(engine: DuckDBEngine) -> dict[str, pa.Table]:
    rows = {"toewijzing": [assignment()], "start": [start()], "voorziening": [provision(toewijzingnummer="1")]}
    return pseudonymise(events_of(engine, **rows), key=KEY)


@pytest.fixture
def more(engine: DuckDBEngine) -> dict[str, pa.Table]:
    return pseudonymise(events_of(engine, "2024KW02", stop=[stop(date(2024, 5, 1))]), key=KEY)


def modes(folder: Path) -> set[tuple[bool, int]]:
    return {(path.is_dir(), stat.S_IMODE(path.stat().st_mode)) for path in (folder, *folder.rglob("*"))}


def test_what_is_written_is_read_back(tmp_path: Path, events: dict[str, pa.Table]) -> None:
    records.write_session(tmp_path, SESSION, events)
    found = records.read_session(tmp_path, SESSION)
    assert list(found) == [table.name for table in EVENTS]
    assert all(found[name].equals(events[name]) for name in found)


@pytest.mark.parametrize("umask", [0o000, 0o077])
def test_everything_is_for_its_owner_only(
    tmp_path: Path, engine: DuckDBEngine, events: dict[str, pa.Table], umask: int
) -> None:
    warehouse, before = tmp_path / "warehouse", os.umask(umask)
    try:
        records.write_session(warehouse, SESSION, events)
        records.register_events(engine, warehouse, [SESSION])
        model.build(engine, last_quarter=FIRST)
        records.write_model(engine, warehouse)
    finally:
        os.umask(before)
    assert modes(warehouse) == {(True, 0o700), (False, 0o600)}


def test_the_same_rows_give_the_same_bytes(tmp_path: Path, events: dict[str, pa.Table]) -> None:
    hashes = {records.write_session(tmp_path / name, SESSION, events) for name in ("a", "b")}
    hashes.add(records.write_session(tmp_path / "a", SESSION, events))
    assert len(hashes) == 1
    assert records.session_hash(tmp_path / "a", SESSION) in hashes


def test_a_damaged_file_gives_another_hash(tmp_path: Path, events: dict[str, pa.Table]) -> None:
    made = records.write_session(tmp_path, SESSION, events)
    file = next((tmp_path / "sessions" / SESSION).glob("start.parquet"))
    file.write_bytes(file.read_bytes()[:-1])
    assert records.session_hash(tmp_path, SESSION) not in {made, None}


def test_a_session_is_replaced_as_a_whole(
    tmp_path: Path, events: dict[str, pa.Table], more: dict[str, pa.Table]
) -> None:
    records.write_session(tmp_path, SESSION, events)
    records.write_session(tmp_path, SESSION, more)
    assert records.read_session(tmp_path, SESSION)["stop"].equals(more["stop"])
    assert records.read_session(tmp_path, SESSION)["start"].num_rows == 0
    assert [path.name for path in (tmp_path / "sessions").iterdir()] == [SESSION]


def test_a_crash_while_writing_leaves_the_earlier_session(
    tmp_path: Path, events: dict[str, pa.Table], more: dict[str, pa.Table], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = records.write_session(tmp_path, SESSION, events)

    def crash(folder: Path) -> None:
        raise OSError(folder)

    monkeypatch.setattr(folders, "sync", crash)
    with pytest.raises(OSError, match=SESSION):
        records.write_session(tmp_path, SESSION, more)
    monkeypatch.undo()
    assert records.session_hash(tmp_path, SESSION) == made
    records.write_session(tmp_path, SESSION, more)
    assert [path.name for path in (tmp_path / "sessions").iterdir()] == [SESSION]


def test_a_crash_between_the_two_renames_leaves_no_session_and_the_next_run_writes_it(
    tmp_path: Path, events: dict[str, pa.Table]
) -> None:
    made = records.write_session(tmp_path, SESSION, events)
    folder = tmp_path / "sessions" / SESSION
    folder.rename(folder.with_name(f".{SESSION}.old"))
    assert records.session_hash(tmp_path, SESSION) is None
    assert not records.has_session(tmp_path, SESSION)
    assert records.write_session(tmp_path, SESSION, events) == made
    assert [path.name for path in (tmp_path / "sessions").iterdir()] == [SESSION]


def test_the_events_of_all_current_sessions_are_known_together(
    tmp_path: Path, engine: DuckDBEngine, events: dict[str, pa.Table], more: dict[str, pa.Table]
) -> None:
    warehouse = tmp_path / "it's a warehouse"
    records.write_session(warehouse, SESSION, events)
    records.write_session(warehouse, NEXT, more)
    for current, ended in (([SESSION], None), ([NEXT, SESSION], date(2024, 5, 1)), ([SESSION], None)):
        records.register_events(engine, warehouse, current)
        model.build(engine, last_quarter=FIRST + 3)
        (found,) = engine.query("FROM traject").to_pylist()
        assert found["einde"] == ended


def test_no_sessions_is_an_empty_model(tmp_path: Path, engine: DuckDBEngine) -> None:
    records.register_events(engine, tmp_path, [])
    model.build(engine, last_quarter=FIRST)
    assert engine.query("FROM traject").num_rows == 0


def test_a_missing_session_is_named(tmp_path: Path, engine: DuckDBEngine) -> None:
    for ask in (
        lambda: records.register_events(engine, tmp_path, [SESSION]),
        lambda: records.read_session(tmp_path, SESSION),
    ):
        with pytest.raises(WorkspaceError) as refused:
            ask()
        assert SESSION in refused.value.text.nl


def test_a_removed_session_is_gone(tmp_path: Path, events: dict[str, pa.Table]) -> None:
    records.write_session(tmp_path, SESSION, events)
    records.remove_session(tmp_path, SESSION)
    records.remove_session(tmp_path, SESSION)
    assert not records.has_session(tmp_path, SESSION)


def test_a_stored_model_is_loaded_as_it_was_built(
    tmp_path: Path, engine: DuckDBEngine, events: dict[str, pa.Table]
) -> None:
    records.write_session(tmp_path, SESSION, events)
    records.register_events(engine, tmp_path, [SESSION])
    model.build(engine, last_quarter=FIRST)
    first = records.write_model(engine, tmp_path)
    with DuckDBEngine(threads=1) as other:
        records.register_model(other, tmp_path)
        for table in MODEL:
            assert other.query(f"FROM {table.name}").equals(engine.query(f"FROM {table.name}"))
        assert records.write_model(other, tmp_path) == first


def test_without_a_model_the_message_says_what_to_do(tmp_path: Path, engine: DuckDBEngine) -> None:
    with pytest.raises(WorkspaceError) as refused:
        records.register_model(engine, tmp_path)
    assert "graadmeter run" in refused.value.text.nl
