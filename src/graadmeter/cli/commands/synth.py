"""`graadmeter synth`: fictitious deliveries, or a fictitious country for benchmarks."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from graadmeter.cli.console import Call
from graadmeter.cli.help.page import Entry, Page
from graadmeter.cli.stages import stages
from graadmeter.domain.text import Text
from graadmeter.synth import write_region

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
                "Aantal gemeenten, 1 tot 342: schrijft Parquet.",
                "Number of municipalities, 1 to 342: writes Parquet.",
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
            "graadmeter synth nederland --scale 342",
            Text(
                "Het hele land, voor metingen.",
                "The whole country, for benchmarks.",
            ),
        ),
    ),
)


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
    call: Annotated[Call, Parameter(parse=False)],
) -> None:
    """Writes a workspace with an inbox, or with `scale` the model tables of that many municipalities."""
    with stages(call) as progress:
        made = write_region(
            folder,
            seed=seed,
            fraction=fraction,
            municipalities=municipality or None,
            first=first,
            last=last,
            defects=defects,
            progress=lambda _, done, of: progress("synth", done, of),
        )
    call.say(
        Text(
            f"{made.municipalities} gemeenten, {made.deliveries} aanleveringen, {made.trajectories} trajecten, "
            f"{made.messages} berichten.\nVerwerk ze met: graadmeter run --workspace {folder}",
            f"{made.municipalities} municipalities, {made.deliveries} deliveries, {made.trajectories} trajectories, "
            f"{made.messages} messages.\nProcess them with: graadmeter run --workspace {folder}",
        )
    )
