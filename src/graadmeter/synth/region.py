"""Writes the synthetic region: its workspace files, all deliveries, and the truth about them."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from graadmeter.domain.periods import parse_period
from graadmeter.synth import region_facts
from graadmeter.synth.community import Window
from graadmeter.synth.days import FAR
from graadmeter.synth.municipality import draw, place_of, write_municipality
from graadmeter.synth.workspace import write_workspace

Progress = Callable[[str, int, int], None]
"""Told the name of what was finished, how many are finished, and how many there are."""

_WORTH_A_PROCESS = 60_000
"""Inhabitants to draw below which starting processes costs more than it saves."""


@dataclass(frozen=True, slots=True)
class SynthSummary:
    """What was written."""

    municipalities: int
    deliveries: int
    trajectories: int
    messages: int
    claim_lines: int


@dataclass(frozen=True, slots=True)
class _Task:
    seed: int
    place: int
    window: Window
    inbox: Path


def write_region(
    workspace: Path,
    *,
    seed: int,
    fraction: float = 1.0,
    municipalities: Sequence[str] | None = None,
    first: str = "2019KW01",
    last: str = "2025KW04",
    claims_quarters: int = 8,
    defects: bool = True,
    progress: Progress | None = None,
    processes: int = 2,
) -> SynthSummary:
    """Writes a workspace for the synthetic region Twente into an empty or new folder; says what was written.

    `fraction` scales inhabitants and clients alike. `municipalities` are GM codes, None for all fourteen. `first` and
    `last` are quarters; monthly claims are limited to the last `claims_quarters` of them. The same arguments give the
    same bytes, whatever `processes` is.
    """
    window = Window(parse_period(first).first, parse_period(last).last, claims_quarters, fraction)
    known = region_facts.municipalities()
    places = range(len(known)) if municipalities is None else sorted(place_of(code) for code in municipalities)
    (workspace / "inbox").mkdir(parents=True, exist_ok=True)
    write_workspace(workspace, [known[place] for place in places], window)
    tasks = [_Task(seed, place, window, workspace / "inbox") for place in places]
    results: list[tuple[int, int, int]] = []
    for place, counts in _done(tasks, processes):
        results.append(counts)
        if progress:
            progress(known[place].name, len(results), len(tasks))
    trajectories, messages, lines = (sum(column) for column in zip(*results, strict=True))
    return SynthSummary(len(places), len(places) * (window.last - window.first + 1), trajectories, messages, lines)


def _done(tasks: list[_Task], processes: int) -> Iterator[tuple[int, tuple[int, int, int]]]:
    """The counts of each municipality as it is finished, the largest started first."""
    size = {task: region_facts.municipalities()[task.place].inhabitants[2021] * task.window.fraction for task in tasks}
    ordered = sorted(tasks, key=lambda task: -size[task])
    if processes < 2 or len(tasks) < 2 or sum(size.values()) < _WORTH_A_PROCESS:  # noqa: PLR2004 - one needs no company
        yield from map(_write, ordered)
        return
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        yield from (future.result() for future in as_completed([pool.submit(_write, task) for task in ordered]))


def _write(task: _Task) -> tuple[int, tuple[int, int, int]]:
    drawn = draw(task.seed, task.place, task.window)
    messages = write_municipality(task.inbox, drawn, task.window)
    return task.place, (int((drawn.register.begin < FAR).sum()), messages, len(drawn.lines.of))
