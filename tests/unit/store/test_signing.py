"""Signing: one key per region, for its owner only; a signature fits exactly its bytes and its key."""

import base64
import stat
import subprocess

import pytest

from graadmeter.domain.errors import UsageError, WorkspaceError
from graadmeter.store import signing
from graadmeter.store.signatures import key_of, read_public


@pytest.fixture
def key(tmp_path):
    return signing.load_or_create(tmp_path / "keys" / "signing.key")


def test_the_key_is_made_once_and_only_its_owner_can_read_it(tmp_path, key) -> None:
    path = tmp_path / "keys" / "signing.key"
    assert signing.load_or_create(path).public.id == key.public.id
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [one.name for one in path.parent.iterdir()] == ["signing.key"]
    path.chmod(0o644)
    with pytest.raises(WorkspaceError, match="Others can read"):
        signing.load_or_create(path)


def test_a_signature_is_the_same_every_time_and_fits_only_its_bytes(key, tmp_path) -> None:
    public = read_public(signing.public_pem(key))
    signature = key.sign(b"receipt")
    assert key.sign(b"receipt") == signature
    assert public.holds(b"receipt", signature)
    assert not public.holds(b"receipt ", signature)
    assert not signing.load_or_create(tmp_path / "other" / "k").public.holds(b"receipt", signature)
    assert key_of(signature) == public.id


@pytest.mark.parametrize(
    "spoiled", [b"", b"graadmeter-signature-1\n", b"graadmeter-signature-1\nx\n!!\n", b"\xff" * 200, b"a\nb\nc\n"]
)
def test_what_is_no_signature_never_holds(key, spoiled) -> None:
    assert not key.public.holds(b"receipt", spoiled)


def test_a_signature_that_is_changed_anywhere_does_not_hold(key) -> None:
    signature = key.sign(b"receipt")
    value = base64.b64decode(signature.split(b"\n")[2])
    for place in range(0, len(value), 7):
        changed = value[:place] + bytes([value[place] ^ 1]) + value[place + 1 :]
        assert not key.public.holds(b"receipt", signature.replace(base64.b64encode(value), base64.b64encode(changed)))


@pytest.mark.parametrize("content", [b"", b"-----BEGIN PUBLIC KEY-----\nx\n-----END PUBLIC KEY-----\n", b"\x00"])
def test_other_files_are_no_keys(tmp_path, content) -> None:
    with pytest.raises(UsageError):
        read_public(content)
    path = tmp_path / "signing.key"
    path.write_bytes(content)
    path.chmod(0o600)
    with pytest.raises(WorkspaceError, match="not a signing key"):
        signing.load_or_create(path)


def test_openssl_agrees(key, tmp_path) -> None:
    """A third party needs no software of ours."""
    (tmp_path / "key.pem").write_bytes(signing.public_pem(key))
    (tmp_path / "content").write_bytes(b"receipt")
    (tmp_path / "value").write_bytes(base64.b64decode(key.sign(b"receipt").split(b"\n")[2]))
    command = ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", "key.pem", "-rawin", "-in", "content"]
    try:
        said = subprocess.run([*command, "-sigfile", "value"], cwd=tmp_path, capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("openssl is not installed")
    assert said.returncode == 0, said.stderr
