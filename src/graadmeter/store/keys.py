"""The pseudonym key in its file: outside the warehouse, mode 0600, made on first use, never shown."""

import os
import secrets
import stat
from pathlib import Path

from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.text import Text
from graadmeter.pseudonymise.keys import KEY_BYTES, PseudonymKey, new_key
from graadmeter.store.folders import private_file, private_folder, sync

_HEADER = "graadmeter-pseudonym-key-1"


def load_or_create(path: Path) -> PseudonymKey:
    """The key in the file, which is made with fresh random bytes when it does not exist.

    Raises WorkspaceError when others than the owner may read it or when it holds something else.
    """
    if not path.exists():
        create(path, secrets.token_bytes(KEY_BYTES))
    return load(path)


def load(path: Path) -> PseudonymKey:
    """The key in the file; raises WorkspaceError as `load_or_create` does."""
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise WorkspaceError(
            Text(
                f"Anderen kunnen de sleutel {path.name} lezen. Zet de rechten op 600 (chmod 600).",
                f"Others can read the key {path.name}. Set its mode to 600 (chmod 600).",
            )
        )
    lines = path.read_text(encoding="ascii", errors="replace").split()
    if len(lines) != len((_HEADER, "secret")) or lines[0] != _HEADER or len(lines[1]) != KEY_BYTES * 2:
        raise _unreadable(path)
    try:
        return new_key(bytes.fromhex(lines[1]))
    except ValueError as error:
        raise _unreadable(path) from error


def create(path: Path, secret: bytes) -> PseudonymKey:
    """A key file with this secret; raises FileExistsError when there is one, so that no key is ever overwritten."""
    key = new_key(secret)
    private_folder(path.parent)
    new = path.with_name(f".{path.name}.new")
    with os.fdopen(private_file(new), "w", encoding="ascii") as file:
        file.write(f"{_HEADER}\n{secret.hex()}\n")
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(new, path)
    finally:
        new.unlink()
    sync(path.parent)
    return key


def _unreadable(path: Path) -> WorkspaceError:
    return WorkspaceError(
        Text(
            f"{path.name} is geen pseudoniemsleutel van Graadmeter. Zet de bewaarde kopie terug.",
            f"{path.name} is not a pseudonym key of Graadmeter. Put the kept copy back.",
        )
    )
