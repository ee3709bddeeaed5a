"""`graadmeter synth`: fictitious deliveries, or a fictitious country for benchmarks."""

import math
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from graadmeter.cli.console import Call
from graadmeter.cli.help.page import Entry, Page
from graadmeter.cli.stages import stages
from graadmeter.domain.errors import UnknownNameError, UsageError
from graadmeter.domain.progress import Progress
from graadmeter.domain.text import Text
from graadmeter.synth import SynthSummary, write_nation, write_region
from graadmeter.synth.region_facts import municipalities

PAGE = Page(
    "synth",
    "MAP [opties]",
    Text(
        "Schrijft verzonnen aanleveringen.",
        "Writes fictitious deliveries.",
    ),
    Text(
        "Maakt in MAP een regio met verzonnen personen, huishoudens en aanbieders, hun aanleveringen in "
        "'inbox' en de juiste antwoorden in 'truth'. Met --scale schrijft het in plaats daarvan de gegevens "
        "na pseudonimiseren, voor metingen: van een dorp tot heel Nederland.",
        "Makes in MAP a region with fictitious persons, households and providers, their deliveries in 'inbox' "
        "and the right answers in 'truth'. With --scale it writes the data after pseudonymisation instead, "
        "for benchmarks: from a village to the whole country.",
    ),
    arguments=(
        Entry(
            "MAP",
            Text(
                "De map van de nieuwe regio.",
                "The folder of the new region.",
            ),
        ),
    ),
    options=(
        Entry(
            "--seed GETAL",
            Text(
                "Hetzelfde getal geeft dezelfde regio. Standaard 2025.",
                "The same number gives the same region. By default 2025.",
            ),
        ),
        Entry(
            "--fraction GETAL",
            Text(
                "Deel van de inwoners. Standaard 1.",
                "Share of the inhabitants. By default 1.",
            ),
        ),
        Entry(
            "--municipality CODE",
            Text(
                "Alleen deze gemeente (GM0141); mag vaker. Standaard alle 14.",
                "Only this municipality (GM0141); may be repeated. By default all 14.",
            ),
        ),
        Entry(
            "--first KWARTAAL",
            Text(
                "Eerste kwartaal. Standaard 2019KW01.",
                "First quarter. By default 2019KW01.",
            ),
        ),
        Entry(
            "--last KWARTAAL",
            Text(
                "Laatste kwartaal. Standaard 2025KW04.",
                "Last quarter. By default 2025KW04.",
            ),
        ),
        Entry(
            "--no-defects",
            Text(
                "Zonder ingebouwde fouten.",
                "Without planted faults.",
            ),
        ),
        Entry(
            "--scale GETAL",
            Text(
                "Schrijf Parquet voor een deel van het land: 1 is alle 342 gemeenten, 0.01 zijn er 4, 3 is alles "
                "driemaal zo groot.",
                "Write Parquet for a part of the country: 1 is all 342 municipalities, 0.01 is 4 of them, 3 is all of "
                "it three times as large.",
            ),
        ),
    ),
    examples=(
        Entry(
            "graadmeter synth proef --fraction 0.02",
            Text(
                "Een kleine proefregio.",
                "A small trial region.",
            ),
        ),
        Entry(
            "graadmeter synth nederland --scale 1",
            Text(
                "Het hele land, voor metingen.",
                "The whole country, for benchmarks.",
            ),
        ),
    ),
)


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
