"""Which definitions are new since the release before, are gone, or have another version."""

from collections.abc import Iterator, Mapping
from typing import Any

import pyarrow as pa

from graadmeter.domain.tables import Column, Table, Type
from graadmeter.engine.arrow import schema_of

DEFINITION_CHANGES = Table(
    "definition_changes",
    "indicators that are new since the release before, gone, or have another version of their definition",
    (
        Column("indicator", Type.TEXT, "see cells.indicator"),
        Column("change", Type.TEXT, "new, gone or version (another version of the definition)"),
        Column("title_nl", Type.TEXT, "what it is called in Dutch; of one that is gone, what it was called"),
        Column("title_en", Type.TEXT, "the same in English"),
        Column("old_version", Type.INT, "version of the definition in the release before", nullable=True),
        Column("new_version", Type.INT, "version of the definition in this release", nullable=True),
    ),
)

Catalogue = Mapping[str, Any]
"""The content of `open/catalogue.json`."""


def definition_changes(now: Catalogue, before: Catalogue | None) -> pa.Table:
    """The DEFINITION_CHANGES rows between two catalogues, by indicator; none when there was no release before."""
    rows = list(_rows(now, before)) if before is not None else []
    schema = schema_of(DEFINITION_CHANGES)
    columns = zip(*rows, strict=True) if rows else [[] for _ in schema.names]
    return pa.table([pa.array(column, kind) for column, kind in zip(columns, schema.types, strict=True)], schema=schema)


def _rows(now: Catalogue, before: Catalogue) -> Iterator[tuple[str, str, str, str, int | None, int | None]]:
    new, old = ({one["id"]: one for one in catalogue["indicators"]} for catalogue in (now, before))
    for name in sorted(new.keys() | old.keys()):
        was, is_ = (side[name]["version"] if name in side else None for side in (old, new))
        if was != is_:
            title = (new.get(name) or old[name])["title"]
            kind = "new" if was is None else "gone" if is_ is None else "version"
            yield name, kind, title["nl"], title["en"], was, is_
