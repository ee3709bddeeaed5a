"""What the synthetic region and one of its municipalities want to reach: invented decisions, marked as such."""

import csv
from pathlib import Path

FILE = "streefwaarden.csv"
_HEADER = ("cijfer", "eenheid", "gebied", "grens", "waarde", "periode", "besloten_door", "bron", "bron_en")
_AFTER = 2
"""So many years after the last quarter they should have been reached."""
_DECIDED = (
    (
        *("jeugdhulp", "procent", "GM0141", "hoogstens", "11.5", "gemeenteraad van Almelo (verzonnen voorbeeld)"),
        *("beleidsplan jeugd, verzonnen voor deze voorbeeldregio", "policy plan on youth, invented for this region"),
    ),
    (
        *("jeugdhulp", "procent", "JZ14", "hoogstens", "12", "samenwerkende gemeenten (verzonnen voorbeeld)"),
        *("regiovisie jeugd, verzonnen voor deze voorbeeldregio", "regional vision, invented for this region"),
    ),
)


def write_aimed(workspace: Path, areas: set[str], last_year: int) -> None:
    """Writes `streefwaarden.csv` with the targets of those `areas` (codes) that have one; no file when none has."""
    year = str(last_year + _AFTER)
    rows = [(*told[:5], year, *told[5:]) for told in _DECIDED if told[2] in areas]
    if not rows:
        return
    with (workspace / FILE).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows((_HEADER, *rows))
