"""`graadmeter synth`: fictitious deliveries, or a fictitious country for benchmarks."""

import math
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from graadmeter.cli.console import Call
from graadmeter.cli.stages import stages
from graadmeter.domain.errors import UnknownNameError, UsageError
from graadmeter.domain.progress import Progress
from graadmeter.domain.text import Text
from graadmeter.synth import SynthSummary, write_nation, write_region
from graadmeter.synth.region_facts import municipalities

COUNTRY = 342
"""Municipalities of the country in 2024."""


def synth(
    folder: Path,
    /,
    *,
    seed: int = 2025,
    fraction: float = 1.0,
    municipality: tuple[str, ...] = (),
    first: str = "2019KW01",
    last: str = "2025KW04",
    defects: bool = True,
    scale: float | None = None,
    call: Annotated[Call, Parameter(parse=False)],
) -> None:
    """Writes a workspace with an inbox, or with `scale` the model tables of a part of the country."""
    _check(fraction, scale, municipality)
    with stages(call) as progress:
        if scale is not None:
            made = _nation(folder, seed=seed, scale=scale, first=first, last=last, progress=progress)
        else:
            done = write_region(
                folder,
                seed=seed,
                fraction=fraction,
                municipalities=municipality or None,
                first=first,
                last=last,
                defects=defects,
                progress=lambda _, done, of: progress("synth", done, of),
            )
            made = _told(folder, done)
    call.say(made)


def _check(fraction: float, scale: float | None, municipality: tuple[str, ...]) -> None:
    if not 0 < fraction <= 1 or (scale is not None and scale <= 0):
        raise UsageError(
            Text(
                "--fraction ligt tussen 0 en 1, --scale is groter dan 0.",
                "--fraction lies between 0 and 1, --scale is more than 0.",
            )
        )
    known = [one.code for one in municipalities()]
    for code in municipality:
        if code not in known:
            raise UnknownNameError(Text("De gemeente", "municipality"), code, known)


def _nation(folder: Path, *, seed: int, scale: float, first: str, last: str, progress: Progress) -> Text:
    chosen = max(1, math.ceil(COUNTRY * scale)) if scale < 1 else None
    size = max(scale, 1.0)
    made = write_nation(folder, seed=seed, scale=size, municipalities=chosen, first=first, last=last, progress=progress)
    rows = made.rows["traject"]
    return Text(
        f"{made.municipalities} gemeenten, {rows} trajecten in {folder}.",
        f"{made.municipalities} municipalities, {rows} trajectories in {folder}.",
    )


def _told(folder: Path, made: SynthSummary) -> Text:
    return Text(
        f"{made.municipalities} gemeenten, {made.deliveries} aanleveringen, {made.trajectories} trajecten, "
        f"{made.messages} berichten.\nVerwerk ze met: graadmeter run --workspace {folder}",
        f"{made.municipalities} municipalities, {made.deliveries} deliveries, {made.trajectories} trajectories, "
        f"{made.messages} messages.\nProcess them with: graadmeter run --workspace {folder}",
    )
