"""A copy of this process that works beside it on what was read already, and turns that the two share out."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Any

from graadmeter.engine.processes import end_with

_COPIED = sys.platform == "linux"
"""Elsewhere processes cannot be copied, or their libraries do not stand it: all turns are then taken in this one."""


class Turns:
    """The numbers from 0 up to a count, each handed out once over this process and its copies."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._taken: Any = get_context("fork" if _COPIED else "spawn").Value("q", 0)

    @property
    def taken(self) -> int:
        """How many were handed out."""
        return min(int(self._taken.value), self._count)

    def __iter__(self) -> Iterator[int]:
        while (turn := self._next()) < self._count:
            yield turn

    def _next(self) -> int:
        with self._taken.get_lock():
            turn = int(self._taken.value)
            self._taken.value = turn + 1
        return turn


class Twin:
    """What became of a copy."""

    ended_well = False
    """Whether it worked to the end; only told after the block in which it worked."""


@contextmanager
def twin(work: Callable[[], None], *, wanted: bool) -> Iterator[Twin]:
    """Calls `work` in a copy of this process while the block runs, and waits for it after that.

    Nothing that the copy makes in memory comes back; its files do. Without a copy, when it is not wanted or cannot be
    had, the block is alone and `ended_well` is true. An error in the block ends the copy at once.
    """
    told = Twin()
    if not (wanted and _COPIED):
        yield told
        told.ended_well = True
        return
    process = get_context("fork").Process(target=_deafly, args=(work,), daemon=True)
    process.start()
    try:
        yield told
        process.join()
        told.ended_well = process.exitcode == 0
    finally:
        process.kill()
        process.join()


def _deafly(work: Callable[[], None]) -> None:
    """Ctrl-C is for the first process to answer, which then ends this one; so is an end of the first itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=end_with, args=(get_context("fork").Value("b", 0), os.getppid()), daemon=True).start()
    work()
