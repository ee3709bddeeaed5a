"""The journal remembers what was made from what, and survives being cut off."""

from pathlib import Path

import pytest

from graadmeter.store.journal import Journal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.jsonl"


def test_nothing_is_done_in_a_new_workspace(path: Path) -> None:
    assert Journal(path).output_of("session", "S1", "in") is None
    assert not path.exists()


def test_what_was_done_from_the_same_input_is_known(path: Path) -> None:
    journal = Journal(path)
    journal.record("session", "S1", given="in", made="out")
    for reader in (journal, Journal(path)):
        assert reader.output_of("session", "S1", "in") == "out"
        assert reader.output_of("session", "S1", "other") is None
        assert reader.output_of("session", "S2", "in") is None
        assert reader.output_of("model", "S1", "in") is None


def test_the_last_record_counts(path: Path) -> None:
    journal = Journal(path)
    journal.record("session", "S1", given="in", made="out")
    journal.record("session", "S1", given="new", made="out2")
    assert Journal(path).output_of("session", "S1", "in") is None
    assert Journal(path).output_of("session", "S1", "new") == "out2"


@pytest.mark.parametrize("cut", [1, 2, 10, 25])
def test_a_line_that_was_cut_off_does_not_count_and_spoils_nothing(path: Path, cut: int) -> None:
    journal = Journal(path)
    journal.record("session", "S1", given="in", made="out")
    journal.record("session", "S2", given="in", made="out")
    path.write_bytes(path.read_bytes()[:-cut])
    again = Journal(path)
    assert again.output_of("session", "S1", "in") == "out"
    assert again.output_of("session", "S2", "in") is (None if cut > 1 else again.output_of("session", "S2", "in"))
    again.record("session", "S3", given="in", made="out3")
    last = Journal(path)
    assert last.output_of("session", "S1", "in") == "out"
    assert last.output_of("session", "S3", "in") == "out3"


def test_two_writers_both_count(path: Path) -> None:
    one, two = Journal(path), Journal(path)
    one.record("session", "S1", given="in", made="a")
    two.record("session", "S2", given="in", made="b")
    both = Journal(path)
    assert (both.output_of("session", "S1", "in"), both.output_of("session", "S2", "in")) == ("a", "b")


def test_it_is_for_its_owner_only(path: Path) -> None:
    Journal(path).record("session", "S1", given="in", made="out")
    assert path.stat().st_mode & 0o077 == 0
