"""Puts a release on disk in one step: written beside its place, made durable, made read-only, renamed.

A crash leaves either nothing that anyone reads, or the whole release. `.tmp-` folders of crashed runs are removed by
the next run that publishes or asks for them.
"""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from graadmeter.domain.errors import ReleaseError
from graadmeter.domain.text import Text

_TEMPORARY = ".tmp-"
_READ_ONLY, _OWNER_ONLY, _OWNER = 0o444, 0o400, 0o700


def publish(releases: Path, edition: str, files: Mapping[str, bytes], *, private: bool = False) -> Path:
    """The folder of the published release; raises ReleaseError when the edition exists already.

    With `private` only the owner can read what is written.
    """
    target = releases / edition
    if target.exists():
        raise ReleaseError(Text(f"Uitgave {edition} bestaat al.", f"Release {edition} exists already."))
    releases.mkdir(parents=True, exist_ok=True)
    clean(releases)
    temporary = releases / f"{_TEMPORARY}{edition}-{os.getpid()}"
    for name, content in sorted(files.items()):
        _write(temporary / name, content, _OWNER_ONLY if private else _READ_ONLY)
    for folder in (*sorted({(temporary / name).parent for name in files}), temporary):
        _sync(folder)
    for folder in (temporary, *(path for path in temporary.rglob("*") if path.is_dir())) if private else ():
        folder.chmod(_OWNER)
    temporary.rename(target)
    _sync(releases)
    return target


def clean(releases: Path) -> None:
    """Removes what crashed runs left behind; the caller holds the workspace, so none of them is still running."""
    for leftover in sorted(releases.glob(f"{_TEMPORARY}*")):
        shutil.rmtree(leftover)


def _write(path: Path, content: bytes, mode: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    path.chmod(mode)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
