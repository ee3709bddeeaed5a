"""Writes the files that describe the region itself: configuration, areas, providers, products."""

import csv
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from graadmeter.catalogue.standard_agreement import standard_agreement
from graadmeter.domain.areas import Level
from graadmeter.domain.merger_rule import divided
from graadmeter.domain.periods import quarter
from graadmeter.synth.aimed import write_aimed
from graadmeter.synth.community import Window
from graadmeter.synth.explained import write_explained
from graadmeter.synth.prices import catalogue
from graadmeter.synth.region_facts import Municipality, providers, touching, wijken

REGION, REGION_CODE, VINTAGE = "Twente", "JZ14", 2024
"""Name, code (jeugdregio) and year of the borders."""

_MERGED = 4_000
"""Inhabitants that wijken have together at least, where they carry one figure."""

VEILIG_THUIS = "VT05"
"""The region's number of its Veilig Thuis organisation."""

PRODUCT_HEADER = (
    "productcode",
    "domein",
    "categorie",
    "soort",
    "vorm",
    "dyslexie",
    "eenheid",
    "tarief_cent",
    "gemeente",
    "from",
    "until",
    "source",
)


def write_workspace(workspace: Path, chosen: Sequence[Municipality], window: Window) -> None:
    """Writes graadmeter.toml, gebieden.csv, samenvoegingen.csv, aanbieders.csv, producten.csv and afspraken.yaml.

    In `toelichting` stands what some municipalities say of their figures, in voorgangers.csv what some were before, in
    streefwaarden.csv what they want figures to become.
    """
    (workspace / "graadmeter.toml").write_text(_configuration(chosen, window), encoding="utf-8")
    _csv(workspace / "gebieden.csv", ("code", "vintage", "level", "name", "parent"), _areas(chosen))
    merged = ("naam", "gemeente", "wijk", "vanaf", "tot_en_met")
    _csv(workspace / "samenvoegingen.csv", merged, _merged(chosen, str(window.first // 4)))
    formed = ("gebied", "vanaf", "voorganger", "voorganger_code")
    _csv(workspace / "voorgangers.csv", formed, _formed(chosen))
    _csv(workspace / "aanbieders.csv", ("agb", "naam"), ((item.agb, item.name) for item in providers()))
    claimed_from = min(window.first, window.last - window.claims + 1)
    years = (claimed_from // 4, window.last // 4)
    _csv(workspace / "producten.csv", PRODUCT_HEADER, catalogue(*years))
    covered = quarter(window.first).first_day, quarter(window.last).last_day
    others = [*sorted(item.agb for item in providers()), VEILIG_THUIS]
    agreement = standard_agreement([item.code for item in chosen], others, *covered)
    (workspace / "afspraken.yaml").write_bytes(agreement)
    write_aimed(workspace, {REGION_CODE, *(item.code for item in chosen)}, window.last // 4)
    write_explained(workspace, {item.code: item.name for item in chosen}, quarter(window.last).last_day)


def _configuration(chosen: Sequence[Municipality], window: Window) -> str:
    parts = [
        "# Synthetic region: real municipalities, invented persons, households and providers.",
        "[region]",
        f'name = "{REGION}"',
        f'code = "{REGION_CODE}"',
        f"vintage = {VINTAGE}",
        f'first_quarter = "{quarter(window.first).code}"',
        f'last_quarter = "{quarter(window.last).code}"',
        "fictitious = true",
    ]
    for item in chosen:
        parts += ["", "[[gemeenten]]", f'code = "{item.code}"', f'name = "{item.name}"', f"tile = {list(item.tile)}"]
    for name, cities in _PEERS.items():
        alike = [item.code for item in chosen if (item.code in _CITIES) is cities]
        parts += ["", "[[vergelijkgroepen]]", f'naam = "{name}"', f"gemeenten = {json.dumps(alike)}"]
    return "\n".join(parts) + "\n"


_CITIES = ("GM0141", "GM0153", "GM0164", "GM0173")
_PEERS = {"Steden": True, "Platteland": False}
"""The peer groups of the region: whether they are of cities."""


def _areas(chosen: Sequence[Municipality]) -> Iterable[tuple[str, ...]]:
    yield REGION_CODE, str(VINTAGE), Level.REGION.value, REGION, ""
    for item in chosen:
        yield item.code, str(VINTAGE), Level.MUNICIPALITY.value, item.name, REGION_CODE
    for item in chosen:
        for wijk in wijken()[item.code]:
            yield wijk.code, str(VINTAGE), Level.WIJK.value, wijk.name, item.code


def _merged(chosen: Sequence[Municipality], year: str) -> Iterable[tuple[str, ...]]:
    """The groups of wijken that would each have enough inhabitants, whatever part of them the region is made of."""
    for item in chosen:
        found = {wijk.code: wijk for wijk in wijken()[item.code]}
        for group in divided({code: wijk.inhabitants for code, wijk in found.items()}, touching(), _MERGED):
            largest = max(group, key=lambda code: (found[code].inhabitants, code))
            for code in group:
                yield f"{found[largest].name} e.o.", item.code, code, year, ""


_FORMED = {
    "GM1700": ("Den Ham", "Vriezenveen"),
    "GM1735": ("Ambt Delden", "Diepenheim", "Goor", "Markelo", "Stad Delden"),
    "GM1742": ("Holten", "Rijssen"),
    "GM1774": ("Denekamp", "Ootmarsum", "Weerselo"),
}
"""The municipalities that were formed in 2001, and from which (Statistics Netherlands, municipalities by year)."""


def _formed(chosen: Sequence[Municipality]) -> Iterable[tuple[str, ...]]:
    for item in chosen:
        yield from ((item.code, "2001", name, "") for name in _FORMED.get(item.code, ()))


def _csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
