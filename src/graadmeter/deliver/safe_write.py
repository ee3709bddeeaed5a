"""Writing that survives a crash: a file or folder appears whole, or not at all. Everything is for its owner only."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.text import Text

FOLDER_MODE = 0o700
_FILE_MODE = 0o600


def write_file(path: Path, pieces: Iterator[bytes]) -> None:
    """Writes a new file and waits until its bytes are on disk; raises FileExistsError when there already is one."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _FILE_MODE)
    with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor, not a path
        file.writelines(pieces)
        file.flush()
        os.fsync(descriptor)


def replace_file(path: Path, content: bytes) -> None:
    """Puts `content` at `path` in one step, whatever was there."""
    staged = path.with_name(f".{path.name}.new")
    staged.unlink(missing_ok=True)
    try:
        write_file(staged, iter([content]))
        staged.replace(path)
    except BaseException:
        staged.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Waits until the names in `folder` are on disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_tree(folder: Path) -> None:
    """The same for `folder` and every folder in it."""
    for inner in [path for path in folder.rglob("*") if path.is_dir()]:
        sync_folder(inner)
    sync_folder(folder)


@contextmanager
def disk_errors() -> Iterator[None]:
    """Turns errors of the disk into a WorkspaceError that says what to do."""
    try:
        yield
    except OSError as error:
        full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        raise WorkspaceError(_FULL if full else _UNWRITABLE) from error


_FULL = Text(
    "De schijf is vol. Er is niets ontvangen of gewijzigd. Maak ruimte en probeer het opnieuw.",
    "The disk is full. Nothing was received or changed. Make room and try again.",
)
_UNWRITABLE = Text(
    "De werkmap kan niet worden gelezen of geschreven. Er is niets ontvangen of gewijzigd. "
    "Controleer de rechten op de map en probeer het opnieuw.",
    "The workspace cannot be read or written. Nothing was received or changed. "
    "Check the permissions of the folder and try again.",
)
