"""Writes the country, or any number of its municipalities, as the tables of the uniform model."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pyarrow as pa

from graadmeter.domain import model
from graadmeter.domain.areas import Level
from graadmeter.domain.periods import parse_period, quarter
from graadmeter.domain.progress import Progress, silent
from graadmeter.engine.arrow import shaped
from graadmeter.synth.nation.claim_rows import claims
from graadmeter.synth.nation.clients import Care, draw_piece
from graadmeter.synth.nation.home_rows import population, residence
from graadmeter.synth.nation.pieces import Piece, pieces, wijk_codes
from graadmeter.synth.nation.rows import Numbers, persons, trajectories
from graadmeter.synth.nation.writer import ModelWriter
from graadmeter.synth.region_facts import national_municipalities
from graadmeter.synth.workspace import VINTAGE

COUNTRY = "NL00"
"""Code of the region that holds all municipalities."""


@dataclass(frozen=True, slots=True)
class NationSummary:
    """Rows written per table of the model, and the areas they are about."""

    municipalities: int
    rows: dict[str, int]


def write_nation(
    out: Path,
    *,
    seed: int,
    scale: float = 1.0,
    municipalities: int | None = None,
    first: str = "2025KW01",
    last: str = "2025KW04",
    progress: Progress | None = None,
) -> NationSummary:
    """Writes `<out>/<table>.parquet` for every table of `domain.model.MODEL`, and `<out>/gebieden.csv`.

    `scale` multiplies the inhabitants of each municipality: 1.0 with all 342 is the country, 3.0 over seven years
    about twenty million trajectories. `municipalities` takes the first so many by code: 1 at a small scale is a
    village.
    The same arguments give the same rows. Memory depends on neither scale nor years.
    """
    tell = progress or silent
    window = (parse_period(first).first, parse_period(last).last)
    todo = list(pieces(scale, municipalities))
    at = Numbers(1, 1, 1, *window)
    with ModelWriter(out, model.MODEL) as writer:
        for piece in todo:
            at = _write_piece(writer, np.random.default_rng([seed, piece.number]), piece, at)
            if piece.part == 0:
                years = range(window[0] // 4, window[1] // 4 + 1)
                writer.add(model.BEVOLKING, population(piece, scale, years))
                writer.add(model.LEVERING, _deliveries(piece, at))
            tell("synth", piece.number + 1, len(todo))
    _write_areas(out / "gebieden.csv", municipalities)
    return NationSummary(len(national_municipalities()[:municipalities]), writer.rows)


def _write_piece(writer: ModelWriter, rng: np.random.Generator, piece: Piece, at: Numbers) -> Numbers:
    clients, care = draw_piece(rng, piece, at.first, at.last)
    writer.add(model.PERSOON, persons(clients, at))
    writer.add(model.TRAJECT, trajectories(rng, clients, care, piece, at))
    writer.add(model.WOONSITUATIE, residence(rng, care, piece, at))
    writer.add(model.DECLARATIEREGEL, claims(rng, care, piece, at))
    writer.add(model.HERKOMST, _origin(care, piece, at))
    return replace(
        at,
        persons=at.persons + len(clients),
        trajectories=at.trajectories + len(care),
        households=at.households + len(clients),
    )


def _sessions(piece: Piece, at: Numbers) -> list[str]:
    return [f"{piece.municipality.code[2:]}-{quarter(index).code}-00000000" for index in range(at.first, at.last + 1)]


def _origin(care: Care, piece: Piece, at: Numbers) -> pa.Table:
    session = pa.array([_sessions(piece, at)[0]] * len(care))
    return shaped(pa.table({"traject": np.arange(len(care)) + at.trajectories, "sessie": session}), model.HERKOMST)


def _deliveries(piece: Piece, at: Numbers) -> pa.Table:
    """Every raw table was delivered in every quarter."""
    rows = [
        {"sessie": name, "gemeente": piece.municipality.code, "kwartaal": index, "tabel": table}
        for index, name in enumerate(_sessions(piece, at), start=at.first)
        for table in ("toewijzing", "start", "stop", "verzoek", "declaratie", "prestatie", "voorziening", "bevolking")
    ]
    given = pa.Table.from_pylist([{**row, "gebruikt": 1, "afgekeurd": 0} for row in rows])
    return shaped(given, model.LEVERING)


def _write_areas(path: Path, municipalities: int | None) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("code", "vintage", "level", "name", "parent"))
        writer.writerows(_areas(municipalities))


def _areas(municipalities: int | None) -> Iterator[tuple[str, ...]]:
    vintage, chosen = str(VINTAGE), national_municipalities()[:municipalities]
    yield COUNTRY, vintage, Level.REGION.value, "Nederland", ""
    for item in chosen:
        yield item.code, vintage, Level.MUNICIPALITY.value, f"Gemeente {item.code[2:]}", COUNTRY
    for item in chosen:
        for code in wijk_codes(item):
            yield code, vintage, Level.WIJK.value, f"Wijk {code[6:]}", item.code
