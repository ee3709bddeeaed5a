"""Reads the published reference values of statistical methods, which are not part of the repository."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3] / "shared" / "stat-benchmarks"


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a CSV file; skips the test when the reference values are absent."""
    with _present(name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def values(name: str) -> Any:
    """The content of a JSON file; skips the test when the reference values are absent."""
    return json.loads(_present(name).read_text(encoding="utf-8"))


def _present(name: str) -> Path:
    path = ROOT / name
    if not path.is_file():
        pytest.skip(f"the published reference values {name} are not on this machine")
    return path
