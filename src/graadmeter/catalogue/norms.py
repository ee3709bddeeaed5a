"""Loads the norms: one YAML file each in `norms/`."""

from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import Any

from graadmeter.catalogue.refusals import check_keys, member, refuse
from graadmeter.catalogue.units import read_yaml, text_of, unit_files
from graadmeter.domain.norms import Norm, NormUnit, NormValue
from graadmeter.domain.text import Text

_KEYS = ("id", "title", "unit", "values", "source", "verified")


@cache
def norms() -> dict[str, Norm]:
    """Every norm by its id; raises CatalogueError when a file is not valid."""
    loaded = [read_norm(file.name, read_yaml(file)) for file in unit_files("norms", ".yaml")]
    return {norm.id: norm for norm in loaded}


def read_norm(name: str, content: dict[str, Any]) -> Norm:
    """The norm in the mapping of the file called `name`; raises CatalogueError when it is not valid."""
    check_keys(name, content, _KEYS, ("target_percent",))
    if f"{content['id']}.yaml" != name:
        raise refuse(name, Text("het bestand heet anders dan de norm.", "the file is not called after the norm."))
    values = tuple(_value(name, value) for value in content["values"])
    for before, after in pairwise(values):
        if before.valid_until is None or after.valid_from != before.valid_until + timedelta(days=1):
            words = Text(
                "elke waarde begint ('from') op de dag na de laatste dag ('until') van de vorige.",
                "each value begins ('from') on the day after the last day ('until') of the one before.",
            )
            raise refuse(name, words)
    return Norm(
        id=str(content["id"]),
        title=text_of(content["title"]),
        unit=member(name, Text("de eenheid", "unit"), content["unit"], NormUnit),
        values=values,
        target_percent=content.get("target_percent"),
        source=str(content["source"]),
        verified=bool(content["verified"]),
    )


def _value(name: str, content: dict[str, Any]) -> NormValue:
    check_keys(name, content, ("most", "from", "until"))
    return NormValue(int(content["most"]), _day(content["from"]), _day(content["until"]))


def _day(value: Any) -> date | None:
    return value if isinstance(value, date) else None
