"""What the columns of an indicator's CSV file hold, as CSV on the Web metadata (W3C) beside the file."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Text
from graadmeter.site.governance import licence_address
from graadmeter.site.published import Published
from graadmeter.site.trace import EDITION

_TEXTS = {
    "indicator": Text("cijfer", "figure"),
    "unit": Text("eenheid", "unit"),
    "area": Text("code van het gebied", "code of the area"),
    "area_name": Text("gebied", "area"),
    "area_vintage": Text("jaar van de grenzen", "year of the borders"),
    "level": Text("niveau", "level"),
    "period": Text("periode", "period"),
    "period_type": Text("soort periode", "kind of period"),
    "value": Text("waarde; leeg als zij niet wordt getoond", "value; empty when it is not shown"),
    "status": Text("status", "status"),
    "definition_version": Text("versie van de definitie", "version of the definition"),
    "edition": Text("uitgave", "release"),
}
_TYPES: Mapping[str, Any] = {
    "area_vintage": "integer",
    "definition_version": "integer",
    "value": "number",
    "status": {"base": "string", "format": "|".join(status.value for status in CellStatus)},
}


def csvw_path(indicator: str) -> str:
    """Where the description of an indicator's file is: where readers of CSV on the Web look by themselves."""
    return f"data/{indicator}.csv-metadata.json"


def csvw(published: Published, columns: Sequence[str], indicator: str) -> tuple[str, bytes]:
    """Path and bytes of the description of the file with these columns."""
    definition = published.definitions[indicator]
    licence = licence_address(definition.governance)
    content = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "nl"}],
        "url": f"{indicator}.csv",
        "dc:title": _both(definition.title),
        "dc:description": _both(definition.definition),
        **({"dc:license": {"@id": licence}} if licence else {}),
        "dc:creator": f"Graadmeter {published.region.name}",
        "dc:identifier": f"{EDITION}/{indicator}",
        "dialect": {"delimiter": ",", "encoding": "utf-8", "header": True},
        "tableSchema": {"columns": [_column(published, name) for name in columns], "primaryKey": _key(columns)},
    }
    return csvw_path(indicator), f"{json.dumps(content, ensure_ascii=False, indent=1)}\n".encode()


def _column(published: Published, name: str) -> dict[str, Any]:
    told = _TEXTS.get(name) or published.dimensions.get(name) or Text(name, name)
    null = {"null": ""} if name in {"value", "area_name"} else {"required": True}
    return {"name": name, "titles": name, "dc:description": _both(told), "datatype": _TYPES.get(name, "string"), **null}


def _key(columns: Sequence[str]) -> list[str]:
    """What no two rows share."""
    told = {"area_name", "area_vintage", "level", "period_type", "value", "status", "definition_version", "edition"}
    return [name for name in columns if name not in told]


def _both(text: Text) -> list[dict[str, str]]:
    return [{"@value": text.nl, "@language": "nl"}, {"@value": text.en, "@language": "en"}]
