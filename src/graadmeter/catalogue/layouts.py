"""Loads the delivery layouts: one YAML file per raw table in `deliveries/`."""

from functools import cache
from typing import Any

from graadmeter.catalogue.units import read_yaml, text_of, unit_files
from graadmeter.domain.layouts import Field, Layout, Source
from graadmeter.domain.tables import Type


@cache
def layouts() -> dict[str, Layout]:
    """Every layout by the name of its raw table."""
    loaded = [_layout(read_yaml(file)) for file in unit_files("deliveries", ".yaml")]
    return {layout.table: layout for layout in loaded}


def _layout(content: dict[str, Any]) -> Layout:
    return Layout(
        table=content["table"],
        source=Source(content["source"]),
        title=text_of(content["title"]),
        record=content["record"],
        messages=tuple(content["messages"]),
        fields=tuple(_field(item) for item in content["fields"]),
        version=content["version"],
        source_note=content["source_note"],
        may_be_empty=content.get("may_be_empty", False),
    )


def _field(item: dict[str, Any]) -> Field:
    return Field(
        name=item["name"],
        type=Type(item["type"]),
        label=text_of(item["label"]),
        path=item["path"],
        required=item.get("required", False),
        codes=item.get("codes", ""),
        pattern=item.get("pattern", ""),
    )
