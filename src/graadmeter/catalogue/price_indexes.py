"""Loads the price indexes: one YAML file each in `price_indexes/`, with the level of prices per calendar year."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from graadmeter.catalogue.refusals import check_keys, refuse
from graadmeter.catalogue.units import read_yaml, text_of, unit_files
from graadmeter.domain.text import Text

_KEYS = ("id", "title", "values", "source", "verified")


@dataclass(frozen=True, slots=True)
class PriceIndex:
    """One index, as one file of the catalogue declares it."""

    id: str
    title: Text
    values: Mapping[int, float]
    """Year -> level; only the ratio of two years means something."""
    source: str
    verified: bool
    """Whether the source itself was seen; readers are told when it was not."""


@cache
def price_indexes() -> dict[str, PriceIndex]:
    """Every price index by its id; raises CatalogueError when a file is not valid."""
    loaded = [read_price_index(file.name, read_yaml(file)) for file in unit_files("price_indexes", ".yaml")]
    return {index.id: index for index in loaded}


def read_price_index(name: str, content: Mapping[str, Any]) -> PriceIndex:
    """The index in the mapping of the file called `name`; raises CatalogueError when it is not valid."""
    check_keys(name, content, _KEYS)
    if f"{content['id']}.yaml" != name:
        raise refuse(name, Text("het bestand heet anders dan de index.", "the file is not called after the index."))
    values = {int(year): float(level) for year, level in content["values"].items()}
    if not values or min(values.values()) <= 0:
        raise refuse(name, Text("een prijspeil is groter dan 0.", "a level of prices is more than 0."))
    return PriceIndex(
        id=str(content["id"]),
        title=text_of(content["title"]),
        values=values,
        source=str(content["source"]),
        verified=bool(content["verified"]),
    )
