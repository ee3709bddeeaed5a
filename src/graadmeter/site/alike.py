"""Which municipalities are most like each other, from `open/neighbours.csv` of a release."""

import csv
from pathlib import Path


def read_neighbours(path: Path) -> dict[str, tuple[str, ...]]:
    """Per municipality the codes of those most like it, the nearest first; none where there is no such file."""
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as lines:
        places = {(line["area"], int(line["place"]), line["neighbour"]) for line in csv.DictReader(lines)}
    found: dict[str, list[str]] = {}
    for area, _, neighbour in sorted(places):
        found.setdefault(area, []).append(neighbour)
    return {area: tuple(neighbours) for area, neighbours in found.items()}
