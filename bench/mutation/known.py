"""Mutants that survive for a reason: no test can notice them, or noticing them is not worth a test."""

import csv
from pathlib import Path

_FILE = Path(__file__).with_name("explained.csv")


def explained() -> dict[tuple[str, str, str], str]:
    """The reason by module, expression before and expression after."""
    with _FILE.open(encoding="utf-8", newline="") as lines:
        return {(row["module"], row["before"], row["after"]): row["reason"] for row in csv.DictReader(lines)}
