"""A release with more municipalities than it has, and their wijken: copies under other codes, for measuring."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

_TABLES = ("cells.parquet", "comparison.parquet")
_FIRST = 5000
"""Codes from GM5000 on belong to nobody."""


def larger_release(release: Path, folder: Path, *, towns: int, indicators: Sequence[str]) -> Path:
    """The release in `folder` with so many municipalities with their wijken and only these indicators."""
    target = folder / f"{release.name}-{towns}"
    for name in ("manifest.json", "open/deliveries.json", "open/changes.csv", "open/completeness.parquet"):
        if (release / name).exists():
            _write(target / name, (release / name).read_bytes())
    region = json.loads((release / "open/region.json").read_text(encoding="utf-8"))
    own = [area for area in region["areas"] if area["level"] == "gemeente"]
    copies = [_copy(own[at % len(own)], at) for at in range(len(own), towns)]
    parts = [_part(area, copy) for copy in copies for area in region["areas"] if area.get("parent") == copy["of"]]
    _write(target / "open/region.json", json.dumps(region | {"areas": [*region["areas"], *copies, *parts]}).encode())
    _write(target / "open/neighbours.csv", _neighbours(release / "open/neighbours.csv", copies))
    catalogue = json.loads((release / "open/catalogue.json").read_text(encoding="utf-8"))
    chosen = [entry for entry in catalogue["indicators"] if entry["id"] in indicators]
    _write(target / "open/catalogue.json", json.dumps(catalogue | {"indicators": chosen}).encode())
    for name in _TABLES:
        rows = pq.read_table(release / "open" / name)
        rows = rows.filter(pc.is_in(rows["indicator"], pa.array(list(indicators))))
        within = pc.utf8_slice_codeunits(rows["area"], 2, 6)
        found = {code: rows.filter(pc.equal(within, code[2:])) for code in {copy["of"] for copy in copies}}
        more = [_moved(found[copy["of"]], copy["code"]) for copy in copies]
        pq.write_table(pa.concat_tables([rows, *more]).sort_by("indicator"), target / "open" / name)
    return target


def _copy(area: dict[str, Any], at: int) -> dict[str, Any]:
    code = f"GM{_FIRST + at}"
    place = [at % 20 + 1, at // 20 + 1]
    return area | {"of": area["code"], "code": code, "name": f"{area['name']} {at}", "tile": place}


def _part(area: dict[str, Any], town: dict[str, Any]) -> dict[str, Any]:
    """A wijk, or a group of them, of a copied municipality: WK014110 of GM0141 is WK502010 of GM5020."""
    parts = [_code(part, town["code"]) for part in area.get("parts", ())]
    return area | {"code": _code(area["code"], town["code"]), "parent": town["code"], "parts": parts}


def _code(code: str, town: str) -> str:
    return f"{code[:2]}{town[2:]}{code[6:]}"


def _neighbours(path: Path, copies: Sequence[dict[str, Any]]) -> bytes:
    """Those most like each municipality; a copy has those of its original."""
    head, *lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else ["area,place,neighbour"]
    more = [
        f"{one['code']}{line.removeprefix(one['of'])}" for one in copies for line in lines if line.startswith(one["of"])
    ]
    return "\n".join([head, *lines, *more, ""]).encode()


def _moved(rows: pa.Table, town: str) -> pa.Table:
    """The rows of a municipality and its parts as those of another."""
    moved = pc.utf8_replace_slice(rows["area"], 2, 6, town[2:])
    return rows.set_column(rows.column_names.index("area"), rows.schema.field("area"), moved)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
