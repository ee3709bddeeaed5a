"""The modular method of Tau-Argus on one test table, in an interpreter that has pytauargus 0.6; started by `protect`.

Run: PYTHON bench/protect_peer.py DIR. Prints one line of JSON: method, hidden value, CPU seconds. The inner
counts become one record per unit, since that is what its Python interface reads. Printed too are the codes of every
cell that it hides, so that its pattern can be attacked.
"""

import csv
import importlib
import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

_METHOD = "MOD(1,5,0,0,0)"
_RULE = "FREQ(5,0)"
_WIDTH = 16
_SMALL, _FOR_OTHERS = "U", "M"
"""How Tau-Argus marks what it hides: too small itself, or for the sake of others."""


def run() -> None:
    """Runs the peer and prints what it made of the table."""
    peer: Any = importlib.import_module("pytauargus")
    folder = Path(sys.argv[1]).resolve()
    with (folder / "inner.csv").open(encoding="utf-8") as file:
        counts = list(csv.DictReader(file))
    dimensions = [name for name in counts[0] if name != "freq"]
    records = [
        {name: _even(row[name]) for name in dimensions} | {"n": 1} for row in counts for _ in range(int(row["freq"]))
    ]
    with tempfile.TemporaryDirectory() as work:
        os.chdir(work)  # the peer leaves its own files where it is started
        trees = {
            name: path
            for name in dimensions
            if (path := _tree(folder / f"hier_{name}.csv", Path(work) / f"{name}.hrc"))
        }
        start = time.process_time()
        done = peer.protect(
            records, dimensions, "n", _RULE, _METHOD, hrc=trees, hierleadstring="@", totcode="Total", workdir=work
        )
        seconds = time.process_time() - start
        rows = done.tables[0].rows
        print(
            json.dumps(
                {
                    "method": _METHOD,
                    "hidden": sum(int(float(row["n"])) for row in rows if row["status"] == _FOR_OTHERS),
                    "seconds": round(seconds, 2),
                    "cells": [
                        [row[name].rstrip("_") for name in dimensions]
                        for row in rows
                        if row["status"] in (_SMALL, _FOR_OTHERS)
                    ],
                }
            )
        )


def _tree(source: Path, target: Path) -> str:
    """The hierarchy as Tau-Argus reads it, the total left out; empty for one level."""
    with source.open(encoding="utf-8") as file:
        pairs = [(row["parent"], row["child"]) for row in csv.DictReader(file)]
    parts: dict[str, list[str]] = {}
    for parent, child in pairs:
        parts.setdefault(parent, []).append(child)
    top = next(parent for parent in parts if all(child != parent for _, child in pairs))
    if len(parts) == 1:
        return ""
    lines: list[str] = []

    def grow(code: str, depth: int) -> None:
        for child in parts.get(code, ()):
            lines.append("@" * depth + _even(child))
            grow(child, depth + 1)

    grow(top, 0)
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(target)


def _even(code: str) -> str:
    """The code in one width: codes that are shorter than others the peer does not find in a hierarchy."""
    return code.ljust(_WIDTH, "_")


if __name__ == "__main__":
    run()
