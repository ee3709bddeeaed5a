"""Puts a finished folder in place of the one before it, so that a reader never meets half a site."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """An empty folder beside `folder` to write in; on success it takes the place of `folder`, on failure it is gone.

    What an earlier, interrupted build left beside it is removed first.
    """
    fresh, old = (folder.with_name(f".{folder.name}.{mark}") for mark in ("new", "old"))
    _recover(folder, old)
    for leftover in (fresh, old):
        shutil.rmtree(leftover, ignore_errors=True)
    fresh.mkdir(parents=True)
    try:
        yield fresh
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    if folder.exists():
        folder.rename(old)
    fresh.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def _recover(folder: Path, old: Path) -> None:
    """A build that was killed between its two renames left only the old folder; it still counts."""
    if old.exists() and not folder.exists():
        old.rename(folder)
