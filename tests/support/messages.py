"""Writes iJw and iWmo messages for tests, straight from the delivery layouts: no field can be forgotten."""

import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from graadmeter.catalogue.layouts import layouts
from graadmeter.deliver.message_codes import BERICHTCODES
from graadmeter.domain.layouts import Layout, Source

TABLE_OF = {
    layout.messages[0]: layout
    for layout in layouts().values()
    if layout.source is Source.XML
    and layout.record.count("Client/") == 1
    and not any(field.path.endswith("*") for field in layout.fields)
}
"""The messages that hold one kind of record, below the client."""
Node = dict[str, "Node | str | list[Node]"]
Row = Mapping[str, str | None]


def message(kind: str, rows: Iterable[Row] = ({},), *, sender: str = "", receiver: str = "", **header: str) -> str:
    """A message such as `JW301`, compact, with one record per row; rows that share a BSN share a client.

    Fields that a row does not name get a value of their own; a field that is None is left out.
    """
    domain, number = kind[:-3].lower(), kind[-3:]
    layout = TABLE_OF[number]
    gives, gets = ("0141", "42420001") if number == "301" else ("42420001", "0141")
    root: Node = {
        "Header": {
            "BerichtCode": header.get("code", BERICHTCODES[domain][number]),
            "BerichtVersie": header.get("version", "3"),
            "BerichtSubversie": header.get("subversion", "2"),
            "Afzender": sender or gives,
            "Ontvanger": receiver or gets,
            "BerichtIdentificatie": {"Identificatie": header.get("id", "B1"), "Dagtekening": "2025-11-03"},
        }
    }
    path = layout.record.split("/")
    above = path[: path.index("Client")]
    if layout.table == "prestatie":
        for field in layouts()["declaratie"].fields:
            if field.path.startswith("/Declaratie/"):
                _put(root, field.path[1:], default(field.name))
    holder = root
    for name in above:
        holder = holder.setdefault(name, {})
    clients: dict[str, Node] = {}
    for row in rows:
        client = clients.setdefault(row.get("bsn") or default("bsn"), {})
        _record(layout, row, client)
    holder["Client"] = list(clients.values())
    schema = f"{domain}{number}"
    spaces = " ".join(
        f'xmlns:{prefix}="http://www.istandaarden.nl/i{domain}/{header.get("release", "3_2")}/{name}/schema"'
        for prefix, name in ((f"i{domain}", "basisschema"), (schema, schema))
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{schema}:Bericht {spaces}>{_xml(root, schema)}</{schema}:Bericht>'


def default(field: str) -> str:
    """The value of a field that a row does not name."""
    if field == "bsn":
        return "900000012"
    if "datum" in field or field in {"dagtekening", "periode_begin", "periode_eind"}:
        return "2025-10-01"
    return {"volume": "4", "tarief": "1250", "bedrag": "5000", "totaalbedrag": "5000"}.get(field, f"v-{field}")


def expected(layout: Layout, row: Row) -> dict[str, str | None]:
    """What reading a message should give for a row, for the fields inside clients."""
    return {
        field.name: row.get(field.name, default(field.name))
        for field in layout.fields
        if field.path[0] not in "-@" and not field.path.startswith(("/Header", "/Declaratie"))
    }


def _record(layout: Layout, row: Row, client: Node) -> None:
    record: Node = {}
    for field in layout.fields:
        value = row.get(field.name, default(field.name))
        path = field.path.removeprefix("^").removeprefix("/Client/")
        if value is None or field.path[0] in "-@" or path.startswith("/"):
            continue
        inside = field.path.startswith(("^", "/Client/"))
        _put(client if inside else record, path, value)
    *above, name = layout.record.rpartition("Client/")[2].split("/")
    holder = client
    for step in above:
        holder = holder.setdefault(step, {})
    holder.setdefault(name, []).append(record)


def _put(node: Node, path: str, value: str) -> None:
    *above, name = path.split("/")
    for step in above:
        node = node.setdefault(step, {})
    node[name] = value


def _xml(node: "Node | str | list[Node]", prefix: str) -> str:
    if isinstance(node, str):
        return escape(node)
    items = [(name, item) for name, value in node.items() for item in (value if isinstance(value, list) else [value])]
    return "".join(f"<{prefix}:{name}>{_xml(item, prefix)}</{prefix}:{name}>" for name, item in items)


def zip_of(
    path: Path, members: Mapping[str, str | bytes], change: Callable[[zipfile.ZipInfo], None] = lambda _: None
) -> Path:
    """A zip with these members; `change` may alter each member's entry before it is written."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, (2026, 1, 5, 9, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            change(info)
            archive.writestr(info, content)
    return path


def csv_of(table: str, rows: Iterable[Row], separator: str = ";") -> str:
    """A table as text: header, then rows; fields that a row does not name are empty."""
    names = [field.name for field in layouts()[table].fields]
    lines = [separator.join(names), *(separator.join(row.get(name) or "" for name in names) for row in rows)]
    return "\n".join(lines) + "\n"


PROVISION = {
    "gemeente": "0141", "kwartaal": "2025KW04", "bsn": "012345672", "geboortedatum": "2012-05-01", "geslacht": "2",
    "wet": "jeugdwet", "toewijzingnummer": "101", "voorziening_id": "v1", "productcode": "45A03",
    "leveringsvorm": "ZIN", "lokaal_team": "N", "aanbieder": "42420001", "begindatum": "2025-10-01", "verwijzer": "02",
    "crisis": "N", "wijk": "WK014110", "huishouden": "h1",
}  # fmt: skip
"""A row of the extract without anything wrong."""
XML_TABLES = {name: layout for name, layout in layouts().items() if layout.source is Source.XML}
