"""Work that a command would spread over processes, done at once in the process of the tests.

A process that starts imports everything anew, and a command starts six of them; the cores are busy with other tests as
it is. That the result does not depend on the number of processes is tested where it matters (tests/unit/engine/
test_processes.py, tests/e2e/test_demo_region.py, test_crash.py).
"""

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Any, Self
from unittest.mock import patch

from graadmeter.engine import processes


class InTurn:
    """Stands for a pool: what is submitted is done before it is given back."""

    def __init__(self, _most: int, *, initargs: tuple[Any, ...], **_named: object) -> None:
        processes._state["counter"] = initargs[0]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        processes._state.clear()

    def submit(self, work: Callable[[Any], Any], item: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(work(item))
        except Exception as error:  # noqa: BLE001 - as a pool: whoever asks for the result gets it
            future.set_exception(error)
        return future

    def shutdown(self, **_named: object) -> None:
        """Nothing goes on."""


@contextmanager
def in_turn() -> Iterator[None]:
    """No process is started within."""
    with patch.object(processes, "ProcessPoolExecutor", InTurn):
        yield
