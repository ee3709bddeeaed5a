"""Shows how far long work is: a moving bar on a terminal, plain lines elsewhere."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from graadmeter.cli.console import Call
from graadmeter.domain.progress import Progress as Report
from graadmeter.domain.text import Text

STAGES = {
    "synth": Text("Regio verzinnen en aanleveringen schrijven", "Inventing a region and writing deliveries"),
    "receive": Text("Aanleveringen ontvangen", "Receiving deliveries"),
    "process": Text("Controleren, standaardiseren, pseudonimiseren", "Checking, standardising, pseudonymising"),
    "model": Text("Gegevens samenvoegen", "Combining data"),
    "measure": Text("Tellen", "Counting"),
    "protect": Text("Beschermen tegen onthulling", "Protecting against disclosure"),
    "audit": Text("Proberen iets te onthullen", "Trying to disclose something"),
    "release": Text("Publiceren", "Publishing"),
    "site": Text("Site bouwen", "Building the site"),
}
"""What each stage is called, in their order."""


@contextmanager
def stages(call: Call) -> Iterator[Report]:
    """A function to report progress to; what was begun is shown as finished at the end."""
    shown = _Bars(call) if call.out.is_terminal else _Lines(call)
    with shown:
        yield shown.report


def _name(stage: str, call: Call) -> str:
    return STAGES[stage].within(call.lang) if stage in STAGES else stage


class _Bars:
    """One bar per stage, the finished ones left standing with their time."""

    def __init__(self, call: Call) -> None:
        self._call = call
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        self._progress = Progress(*columns, console=call.out)
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> None:
        self._progress.start()

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._finish_others("")
        self._progress.stop()

    def report(self, stage: str, done: int, of: int) -> None:
        if stage not in self._tasks:
            self._finish_others(stage)
            self._tasks[stage] = self._progress.add_task(_name(stage, self._call), total=max(of, 1))
        self._progress.update(self._tasks[stage], completed=done, total=max(of, 1))

    def _finish_others(self, stage: str) -> None:
        for name, task in self._tasks.items():
            if name != stage:
                self._progress.update(task, completed=self._progress.tasks[task].total)
                self._progress.stop_task(task)


class _Lines:
    """A line when a stage begins and one, with the seconds it took, when the next begins."""

    def __init__(self, call: Call) -> None:
        self._call = call
        self._stage = ""
        self._since = 0.0

    def __enter__(self) -> None:
        self._since = time.monotonic()

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._close()

    def report(self, stage: str, _done: int, of: int) -> None:
        if stage != self._stage:
            self._close()
            self._stage, self._since = stage, time.monotonic()
            pieces = f" ({of})" if of > 1 else ""
            self._call.say(Text(*(f"{_name(stage, self._call)}{pieces} ...",) * 2))

    def _close(self) -> None:
        if self._stage:
            seconds = time.monotonic() - self._since
            self._call.say(Text(f"  klaar in {seconds:.1f} s", f"  done in {seconds:.1f} s"))
            self._stage = ""
