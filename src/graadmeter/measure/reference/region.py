"""The rows of a region as dictionaries, with what follows from them: repeat use, homes, kinds of cost."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from graadmeter.domain.areas import Level, unknown_wijk
from graadmeter.domain.region import Region
from graadmeter.measure.reference.related import of_pupil, of_trajectory

Row = dict[str, Any]


@dataclass(frozen=True)
class Facts:
    """Every row of the region's municipalities, ready to be counted."""

    region: Region
    rows: Mapping[str, list[Row]]
    """The rows of each model table; trajectories and claims with their derived columns and the person's."""
    homes: Mapping[tuple[int, str, int], str]
    """(persoon, gemeente, quarter) -> wijk, where known; listed in two the first by code."""
    households: Mapping[tuple[int, str, int], set[int]]
    """(persoon, gemeente, quarter) -> huishouden, where known."""
    household_homes: Mapping[tuple[int, str, int], str]
    """(huishouden, gemeente, quarter) -> wijk; with members in two wijken the first by code."""
    deliveries: list[Row]
    """The rows of `levering` of every deliverer, those from outside the region included."""


def facts(tables: Mapping[str, pa.Table], region: Region) -> Facts:
    """The facts in the model tables."""
    towns = {area.code for area in region.of_level(Level.MUNICIPALITY)}
    wijken = {
        (area.parent, area.code) for area in region.of_level(Level.WIJK) if area.code != unknown_wijk(area.parent)
    }
    rows: dict[str, list[Row]] = {
        name: [row for row in table.to_pylist() if "gemeente" not in row or row["gemeente"] in towns]
        for name, table in tables.items()
    }
    persons = {row["persoon"]: row for row in rows["persoon"]}
    for name in rows.keys() - {"persoon", "bevolking"}:
        rows[name] = [
            {**row, **_person(persons.get(row["persoon"]))} if "persoon" in row else row for row in rows[name]
        ]
    everywhere = tables["traject"].to_pylist()
    rows["traject"] = [
        {**row, "productgroep": product_group(row), **of_trajectory(row, everywhere, region)} for row in rows["traject"]
    ]
    rows["onderwijs"] = [{**row, **of_pupil(row, everywhere)} for row in rows.get("onderwijs", [])]
    rows["declaratieregel"] = [
        {**row, "productgroep": product_group(row), "kostensoort": kind_of_cost(row)} for row in rows["declaratieregel"]
    ]
    homes: dict[tuple[int, str, int], str] = {}
    households: dict[tuple[int, str, int], set[int]] = {}
    for row in rows["woonsituatie"]:
        key = (row["persoon"], row["gemeente"], row["kwartaal"])
        if (row["gemeente"], row["wijk"]) in wijken:
            homes[key] = min(row["wijk"], homes.get(key, row["wijk"]))
        if row["huishouden"] is not None:
            households.setdefault(key, set()).add(row["huishouden"])
    deliveries = tables["levering"].to_pylist()
    return Facts(region, rows, homes, households, _of_households(homes, households), deliveries)


def _of_households(
    homes: Mapping[tuple[int, str, int], str], households: Mapping[tuple[int, str, int], set[int]]
) -> dict[tuple[int, str, int], str]:
    found: dict[tuple[int, str, int], str] = {}
    for (person, town, quarter), own in households.items():
        home = homes.get((person, town, quarter))
        for household in own if home is not None else ():
            key = (household, town, quarter)
            found[key] = min(home or "", found.get(key, home or ""))
    return found


def _person(person: Row | None) -> Row:
    found = person or {"geslacht": None, "geboortejaar": None}
    return {"geslacht": found["geslacht"], "geboortejaar": found["geboortejaar"]}


def row_kind(row: Row) -> str:
    """The kind of provision: its form, or of protection and probation the kind of measure."""
    kind: str = row["soort"] if row["soort"] in {"bescherming", "reclassering", "preventief"} else row["voorziening"]
    return kind


def product_group(row: Row) -> str | None:
    """The first two signs of the product code."""
    return None if row["productcode"] is None else row["productcode"][:2]


def kind_of_cost(row: Row) -> str:
    """The KOSTENSOORT of a claim line."""
    if row["vervoer"]:
        return "vervoer"
    if row["wet"] == "wmo":
        return "wmo"
    if row["soort"] in {"bescherming", "reclassering", "preventief"}:
        return "bescherming_reclassering"
    return "jeugdhulp"
