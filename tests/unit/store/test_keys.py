"""The key file: made once, for its owner only, never overwritten, never half."""

import stat
from pathlib import Path

import pytest

from graadmeter.domain.errors import WorkspaceError
from graadmeter.pseudonymise.keys import KEY_BYTES
from graadmeter.store.keys import create, load, load_or_create


def test_a_key_is_made_on_first_use_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "pseudonym.key"
    first = load_or_create(path)
    assert load_or_create(path) == first
    assert len(first.secret) == KEY_BYTES


def test_two_workspaces_get_two_keys(tmp_path: Path) -> None:
    assert load_or_create(tmp_path / "a.key") != load_or_create(tmp_path / "b.key")


def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "pseudonym.key"
    load_or_create(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [item.name for item in path.parent.iterdir()] == ["pseudonym.key"]


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644, 0o660])
def test_a_key_that_others_can_read_is_refused(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "pseudonym.key"
    load_or_create(path)
    path.chmod(mode)
    with pytest.raises(WorkspaceError):
        load_or_create(path)


@pytest.mark.parametrize(
    "content", ["", "graadmeter-pseudonym-key-1\n", "x\n" + "00" * 32, "graadmeter-pseudonym-key-1\nzz" + "00" * 31]
)
def test_a_damaged_key_is_refused_and_kept(tmp_path: Path, content: str) -> None:
    path = tmp_path / "pseudonym.key"
    load_or_create(path)
    path.write_text(content)
    with pytest.raises(WorkspaceError) as refused:
        load_or_create(path)
    assert path.read_text() == content
    assert "00000000" not in refused.value.text.nl


def test_a_key_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "pseudonym.key"
    key = create(path, b"a" * KEY_BYTES)
    with pytest.raises(FileExistsError):
        create(path, b"b" * KEY_BYTES)
    assert load(path) == key
    assert [item.name for item in tmp_path.iterdir()] == ["pseudonym.key"]
