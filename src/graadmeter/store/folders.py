"""Folders and files that only their owner can read, written so that a crash leaves the old or the new, never a half."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

FOLDER_MODE = 0o700
FILE_MODE = 0o600


def private_folder(path: Path) -> Path:
    """The folder, made with mode 0700 (its parents too, where they are missing)."""
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    for folder in reversed(missing):
        folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
        folder.chmod(FOLDER_MODE)
    return path


def private_file(path: Path) -> int:
    """A descriptor to a new or emptied file of mode 0600."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, FILE_MODE)
    os.fchmod(descriptor, FILE_MODE)
    return descriptor


def write_private(path: Path, content: bytes) -> None:
    """The file with this content, replaced in one step."""
    new = path.with_name(f".{path.name}.new")
    try:
        with os.fdopen(private_file(new), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    sync(path.parent)


def replace_folder(path: Path, fill: Callable[[Path], None]) -> None:
    """The folder as `fill` writes it, in the place of an earlier one; at any crash it is whole or absent."""
    new, old = (path.with_name(f".{path.name}.{mark}") for mark in ("new", "old"))
    for left in (new, old):
        shutil.rmtree(left, ignore_errors=True)
    try:
        fill(private_folder(new))
        sync(new)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    if path.exists():
        path.rename(old)
    new.rename(path)
    sync(path.parent)
    shutil.rmtree(old, ignore_errors=True)


def sync(folder: Path) -> None:
    """Makes sure that renames in the folder have reached the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
