"""Reads one layout, and makes the next version of it from a dated difference.

A difference names its table, first day (`from`), version, reason and source, and what differs: fields to `remove`, to
`change` (name and the properties that differ) and to `add` (whole fields, each `after` another). Title, record and
messages may be given anew.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from graadmeter.catalogue.units import text_of
from graadmeter.domain.errors import CatalogueError
from graadmeter.domain.layouts import Field, Layout, Source
from graadmeter.domain.tables import Type
from graadmeter.domain.text import Text

_KEYS = {
    "table", "from", "version", "source_note", "reason", "remove", "change", "add", "title", "record", "messages",
}  # fmt: skip


def layout_from(content: Mapping[str, Any]) -> Layout:
    """The layout in a base file."""
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


def changed(before: Layout, content: Mapping[str, Any], name: str) -> Layout:
    """The version after `before`, by the difference in the file `name`; raises CatalogueError when it does not fit."""
    since = content.get("from")
    fits = content.get("table") == before.table and name == f"{before.table}.{since}.yaml"
    if not fits or not isinstance(since, date) or set(content) - _KEYS or content["version"] == before.version:
        raise _misfit(name, "table, from, version")
    return replace(
        before,
        title=text_of(content["title"]) if "title" in content else before.title,
        record=content.get("record", before.record),
        messages=tuple(content.get("messages", before.messages)),
        fields=_fields(before, content, name),
        version=content["version"],
        source_note=content["source_note"],
        valid_from=since,
        reason=text_of(content["reason"]),
    )


def _fields(before: Layout, content: Mapping[str, Any], name: str) -> tuple[Field, ...]:
    fields = {field.name: field for field in before.fields}
    for gone in content.get("remove", ()):
        if fields.pop(gone, None) is None:
            raise _misfit(name, f"remove: {gone}")
    for item in content.get("change", ()):
        if item["name"] not in fields:
            raise _misfit(name, f"change: {item['name']}")
        fields[item["name"]] = _changed_field(fields[item["name"]], item)
    ordered = list(fields.values())
    for item in content.get("add", ()):
        names = [field.name for field in ordered]
        if item["after"] not in names or item["name"] in names:
            raise _misfit(name, f"add: {item['name']}")
        ordered.insert(names.index(item["after"]) + 1, _field(item))
    return tuple(ordered)


def _changed_field(before: Field, item: Mapping[str, Any]) -> Field:
    return Field(
        name=before.name,
        type=Type(item.get("type", before.type)),
        label=text_of(item["label"]) if "label" in item else before.label,
        path=item.get("path", before.path),
        required=item.get("required", before.required),
        codes=item.get("codes", before.codes),
        pattern=item.get("pattern", before.pattern),
    )


def _field(item: Mapping[str, Any]) -> Field:
    return Field(
        name=item["name"],
        type=Type(item["type"]),
        label=text_of(item["label"]),
        path=item["path"],
        required=item.get("required", False),
        codes=item.get("codes", ""),
        pattern=item.get("pattern", ""),
    )


def _misfit(file: str, what: str) -> CatalogueError:
    return CatalogueError(
        Text(f"{file} past niet op de versie ervoor ({what}).", f"{file} does not fit the version before it ({what}).")
    )
