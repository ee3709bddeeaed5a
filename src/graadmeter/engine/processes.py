"""Spreads work over processes that end with the one that started them."""

import gc
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_OBJECTS = 200_000
"""New objects after which a worker looks for garbage; by the default of 700 processing takes an eighth longer."""

_INTERVAL = 0.2
"""Seconds between looks at the progress, and at whether the parent still lives."""

_state: dict[str, Any] = {}


@contextmanager
def rarely_tidying() -> Iterator[None]:
    """Looks for garbage after many more new objects while the block runs; that took a seventh of making pages."""
    before = gc.get_threshold()
    gc.set_threshold(_OBJECTS)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def spread(
    work: Callable[[Item], Result], items: Sequence[Item], *, processes: int, progress: Callable[[int], None]
) -> list[Result]:
    """The results of `work` for every item, in order; items are started in order too, so put the largest first.

    `work` must be importable by name. Each call of `step()` inside it adds one to what `progress` is told. The first
    error ends the whole.
    """
    context = get_context("spawn")
    counter, halt = context.Value("q", 0), context.Value("b", 0)
    if processes == 1 or len(items) <= 1:
        return _in_this_process(work, items, counter, progress)
    with ProcessPoolExecutor(
        min(processes, len(items)), mp_context=context, initializer=_begin, initargs=(counter, halt, os.getpid())
    ) as pool:
        futures = [pool.submit(work, item) for item in items]
        try:
            _watch(futures, lambda: progress(counter.value))
        except BaseException:
            halt.value = 1
            pool.shutdown(wait=True, cancel_futures=True)
            raise
        return [future.result() for future in futures]


def step() -> None:
    """Tells the starting process that one more piece is done."""
    counter = _state.get("counter")
    if counter is not None:
        with counter.get_lock():
            counter.value += 1
    report = _state.get("report")
    if report is not None:
        report()


def _in_this_process(
    work: Callable[[Item], Result], items: Sequence[Item], counter: Any, progress: Callable[[int], None]
) -> list[Result]:
    _state.update(counter=counter, report=lambda: progress(counter.value))
    try:
        return [work(item) for item in items]
    finally:
        _state.clear()


def _watch(futures: Sequence[Future[Any]], report: Callable[[], None]) -> None:
    pending = set(futures)
    while pending:
        done, pending = wait(pending, timeout=_INTERVAL, return_when=FIRST_COMPLETED)
        report()
        for future in done:
            future.result()


def _begin(counter: Any, halt: Any, parent: int) -> None:
    """In a new process: Ctrl-C is for the parent to answer, which then halts us all."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(_OBJECTS)
    _state["counter"] = counter
    threading.Thread(target=end_with, args=(halt, parent), daemon=True).start()


def end_with(halt: Any, parent: int) -> None:
    """Ends this process at once when `halt` is set or `parent` is gone, so that no orphan goes on; for a thread."""
    while os.getppid() == parent and not halt.value:
        time.sleep(_INTERVAL)
    os._exit(1)
