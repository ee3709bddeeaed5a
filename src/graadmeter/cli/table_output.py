"""Writes what `protect` made of a table: cells, certificates and a report, as one folder that appears whole."""

import csv
import io
import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from graadmeter.domain.formulas import guarded
from graadmeter.domain.text import Text
from graadmeter.protect.system import UNBOUNDED
from graadmeter.protect.tables.counts import ProtectedTable, Table
from graadmeter.protect.tables.rounding import RoundedTable
from graadmeter.store.folders import replace_folder

_ZEROS = {
    0: Text(
        "Niet beschermd tegen wie bedenkt dat elke nul getoond wordt, en dat een verborgen aantal dus minstens 1 is.\n"
        "  Weten uw lezers dat, bescherm dan opnieuw met `--least 1`: dan wordt er meer verborgen.",
        "Not protected against who reasons that every zero is shown, so that a hidden count is at least 1. Where your\n"
        "  readers know that, protect again with `--least 1`: more is hidden then.",
    ),
    1: Text(
        "Ook wie bedenkt dat een verborgen aantal minstens 1 is, omdat elke nul getoond wordt, kan niets herleiden.",
        "Who reasons that a hidden count is at least 1, as every zero is shown, cannot work out any either.",
    ),
}
"""What is said of readers who know that zeros are shown, by the least that a hidden count may be for them."""


def write_protected(folder: Path, done: ProtectedTable, *, threshold: int, interval: int, least: int) -> None:
    """cells.csv, equations.csv, certificates.parquet, report.json, report.md; replaces an earlier folder at once."""
    words = _suppress_words(done, threshold, interval, _ZEROS[least], Counter(done.status))
    _write_hidden(folder, done, {"threshold": threshold, "interval": interval, "least": least}, words)


def write_amounts(folder: Path, done: ProtectedTable, *, asked: Mapping[str, object]) -> None:
    """The same of a table of amounts; `asked` names the rules with their numbers."""
    _write_hidden(folder, done, asked, _amount_words(done, asked, Counter(done.status)))


def _write_hidden(folder: Path, done: ProtectedTable, asked: Mapping[str, object], words: str) -> None:
    value = ["" if hidden else str(count) for hidden, count in zip(done.hidden, done.table.value, strict=True)]
    kinds = Counter(done.status)
    effort = done.findings.effort
    report = {
        "method": "suppress",
        **asked,
        "cells": len(done.table.value),
        "equations": len(done.table.rows),
        **{kind: kinds[kind] for kind in ("shown", "zero", "primary", "secondary")},
        "hidden_value": done.hidden_value,
        "certificates": len(done.moves),
        "fractional_certificates": sum(move.parts > 1 for move in done.moves),
        "audit": {
            "verdict": "passed" if done.findings.passed else "failed",
            "questions": done.findings.questions,
            "proven_in_whole_numbers": done.findings.whole,
            "programs": effort.programs,
            "whole_programs": effort.whole_programs,
        },
    }

    def fill(new: Path) -> None:
        _write_cells(new / "cells.csv", done.table, value, done.status)
        _write_equations(new / "equations.csv", done.table)
        pq.write_table(_certificates(done), new / "certificates.parquet")
        _write_json(new / "report.json", report)
        (new / "report.md").write_text(words, encoding="utf-8")

    replace_folder(folder, fill)


def write_rounded(folder: Path, done: RoundedTable, *, base: int) -> None:
    """cells.csv (all shown), equations.csv, report.json and report.md; an earlier folder is replaced in one step."""
    value = [str(count) for count in done.value]
    status = tuple("zero" if count == 0 else "shown" for count in done.value)
    report = {
        "method": "round",
        "base": base,
        "cap": done.cap,
        "cells": len(done.value),
        "mean_error": round(done.mean_error, 4),
        "largest_error": done.largest_error,
    }

    def fill(new: Path) -> None:
        _write_cells(new / "cells.csv", done.table, value, status)
        _write_equations(new / "equations.csv", done.table)
        _write_json(new / "report.json", report)
        (new / "report.md").write_text(_round_words(done, base), encoding="utf-8")

    replace_folder(folder, fill)


def _write_cells(path: Path, table: Table, value: list[str], status: tuple[str, ...]) -> None:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["cell_id", *map(guarded, table.dimensions), "value", "status"])
    writer.writerows(
        [guarded(name), *map(guarded, codes), shown, kind]
        for name, codes, shown, kind in zip(table.names, table.codes, value, status, strict=True)
    )
    path.write_text(text.getvalue(), encoding="utf-8")


def _write_equations(path: Path, table: Table) -> None:
    """The sums, which hold no secret: with these anybody can attack the cells."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    limited = not table.tight.all()
    writer.writerow(["eq_id", "cell_id", "coef", *(("low", "high") if limited else ())])
    rows = table.rows
    for owner, cell, coef in zip(rows.owner.tolist(), rows.cell.tolist(), rows.coef.tolist(), strict=True):
        limits = (_limit(int(table.low[owner])), _limit(int(table.high[owner]))) if limited else ()
        writer.writerow([guarded(table.equations[owner]), guarded(table.names[cell]), coef, *limits])
    path.write_text(text.getvalue(), encoding="utf-8")


def _limit(number: int) -> str:
    return str(number) if abs(number) < UNBOUNDED else ""


def _write_json(path: Path, report: dict[str, object]) -> None:
    path.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")


def _certificates(done: ProtectedTable) -> pa.Table:
    """One row per cell that a table moves: by `step / parts`."""
    sizes = [len(move.cell) for move in done.moves]
    nothing = np.zeros(0, dtype=np.int64)
    cell = np.concatenate([nothing, *(move.cell for move in done.moves)])
    return pa.table(
        {
            "table": pa.array(np.repeat(np.arange(len(sizes)), sizes), pa.int32()),
            "cell_id": pa.array([done.table.names[one] for one in cell.tolist()], pa.string()),
            "step": pa.array(np.concatenate([nothing, *(move.step for move in done.moves)]), pa.int64()),
            "parts": pa.array(np.repeat([move.parts for move in done.moves], sizes), pa.int64()),
        }
    )


def _suppress_words(done: ProtectedTable, threshold: int, interval: int, zeros: Text, kinds: Counter[str]) -> str:
    small, other = kinds["primary"], kinds["secondary"]
    return f"""# Bescherming van een tabel

- Regel: aantallen van 1 tot en met {threshold - 1} zijn te klein om te laten zien. Nullen worden getoond.
- {len(done.table.value)} cellen; {small} zijn te klein en {other} worden verborgen om die te beschermen
  (samen {done.hidden_value} personen of eenheden).
- Elk verborgen aantal kan minstens {interval + 1} verschillende waarden hebben. Daarvoor zijn {len(done.moves)}
  bewijzen: andere tabellen die bij alles passen wat getoond wordt.
- De controle (andere programmatuur) viel {done.findings.questions} verborgen aantallen aan en vond niets.
- {zeros.nl}
- `cells.csv` zegt in de kolom status waarom een cel verborgen is, en `certificates.parquet` bevat de bewijzen: deel
  die kolom en dat bestand niet met lezers.

# Protection of a table

- Rule: counts from 1 to {threshold - 1} are too small to show. Zeros are shown.
- {len(done.table.value)} cells; {small} are too small and {other} are hidden to protect those
  (together {done.hidden_value} persons or units).
- Each hidden count can be at least {interval + 1} different values. {len(done.moves)} proofs say so: other tables that
  fit everything shown.
- The audit (other code) attacked {done.findings.questions} hidden counts and found nothing.
- {zeros.en}
- `cells.csv` tells in the column status why a cell is hidden, and `certificates.parquet` holds the proofs: do not
  share that column and that file with readers.
"""


def _amount_words(done: ProtectedTable, asked: Mapping[str, object], kinds: Counter[str]) -> str:
    small, other = kinds["primary"], kinds["secondary"]
    rules = ", ".join(f"{name} {numbers}" for name, numbers in asked.items())
    return f"""# Bescherming van een tabel met bedragen

- Regels: {rules}.
- {len(done.table.value)} cellen; {small} komen voor een te groot deel van te weinig bijdragers, en {other} worden
  verborgen om die te beschermen (samen {done.hidden_value}).
- Elk te open bedrag kan zoveel hoger zijn dat de regel het zou toestaan. Daarvoor zijn {len(done.moves)} bewijzen.
- De controle (andere programmatuur) viel {done.findings.questions} verborgen bedragen aan en vond niets.
- `cells.csv` zegt in de kolom status waarom een cel verborgen is, en `certificates.parquet` bevat de bewijzen: deel
  die kolom en dat bestand niet met lezers, en de getallen van de regels ook niet.

# Protection of a table of amounts

- Rules: {rules}.
- {len(done.table.value)} cells; {small} come for too large a part from too few contributors, and {other} are hidden to
  protect those (together {done.hidden_value}).
- Each amount that is too open can be so much higher that the rule would allow it. {len(done.moves)} proofs say so.
- The audit (other code) attacked {done.findings.questions} hidden amounts and found nothing.
- `cells.csv` tells in the column status why a cell is hidden, and `certificates.parquet` holds the proofs: do not
  share that column and that file with readers, nor the numbers of the rules.
"""


def _round_words(done: RoundedTable, base: int) -> str:
    return f"""# Afgeronde tabel

- Binnenste aantallen van 1 tot en met {base - 1} zijn 0 of {base} geworden; alle totalen zijn de som van hun delen.
- Gemiddelde afwijking van cellen die niet leeg zijn: {done.mean_error:.2f}; grootste: {done.largest_error}.
- Dezelfde sleutel geeft dezelfde uitkomst. Publiceer van deze cijfers geen versie die op een andere manier is
  beschermd.

# Rounded table

- Inner counts from 1 to {base - 1} have become 0 or {base}; all totals are the sum of their parts.
- Mean error of cells that are not empty: {done.mean_error:.2f}; largest: {done.largest_error}.
- The same key gives the same result. Do not publish a version of these figures that is protected in another way.
"""
