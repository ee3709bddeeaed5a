"""The documentation page of every delivery format, made from its layout (Markdown, English with Dutch meanings)."""

import re
from collections.abc import Iterable, Mapping

from graadmeter.catalogue.code_lists import Code
from graadmeter.domain.layouts import Field, Layout, Source
from graadmeter.domain.tables import Type

_TYPES = {
    Type.TEXT: "text",
    Type.DATE: "date",
    Type.INT: "whole number",
    Type.BIGINT: "whole number",
}
_BY_DOMAIN = {"XX588": ("JZ588", "WMO588")}
"""Lists that differ between iJw and iWmo."""
_HEAD = "<!-- Made from the layout by: graadmeter template --docs docs/formats -->\n"


def format_pages(layouts: Mapping[str, Layout], lists: Mapping[str, Mapping[str, Code]]) -> dict[str, str]:
    """The text of each page by its file name, with `index.md` that lists them."""
    ordered = [layouts[name] for name in sorted(layouts)]
    pages = {f"{layout.table}.md": _page(layout, lists) for layout in ordered}
    return {"index.md": _index(ordered), **pages}


def lists_of(field: Field) -> tuple[str, ...]:
    """The ids of the code lists a field's values come from."""
    return _BY_DOMAIN.get(field.codes, (field.codes,)) if field.codes else ()


def mentioned(field: Field, lists: Mapping[str, Mapping[str, Code]]) -> tuple[str, ...]:
    """The lists that a field's label names: those of fields that hold several codes at once."""
    return tuple(word for word in re.findall(r"[A-Z0-9_]{3,}", field.label.en) if word in lists)


def _index(ordered: Iterable[Layout]) -> str:
    rows = [
        f"| [{one.table}]({one.table}.md) | {one.title.en} | {one.title.nl} | {_kind(one)} | {one.version} |\n"
        for one in ordered
    ]
    return (
        f"{_HEAD}# Formats\n\nOne raw table per page, as the layouts in `catalogue/deliveries/` define it. Tables are "
        "delivered as CSV or XLSX with these column names, in fixed positions, or with names of the deliverer's own "
        "through a [column map](../column-maps.md). An empty file is made with `graadmeter template TABLE`.\n\n"
        "| table | what | in Dutch | delivered as | version |\n| --- | --- | --- | --- | --- |\n" + "".join(rows)
    )


def _kind(layout: Layout) -> str:
    return "XML messages" if layout.source is Source.XML else "table"


def _page(layout: Layout, lists: Mapping[str, Mapping[str, Code]]) -> str:
    used = sorted({name for field in layout.fields for name in (*lists_of(field), *mentioned(field, lists))})
    return "".join([_HEAD, _top(layout), _fields(layout), *(_codes(name, lists[name]) for name in used)])


def _top(layout: Layout) -> str:
    lines = [f"# {layout.table}\n", f"{layout.title.en} ({layout.title.nl}).\n"]
    if layout.source is Source.XML:
        messages = ", ".join(layout.messages)
        record = " or ".join(f"`{one}`" for one in layout.records)
        lines.append(f"Read from messages {messages}; one row per {record}.\n")
    else:
        lines.append("Delivered as CSV, XLSX or in fixed positions; one record per row.\n")
    lines.append(f"Source: {layout.source_note}. Version {layout.version}{_since(layout)}.\n")
    return "\n".join(lines) + "\n"


def _since(layout: Layout) -> str:
    if layout.valid_from is None or layout.reason is None:
        return ""
    return f", in force since {layout.valid_from.isoformat()}: {layout.reason.en}"


def _fields(layout: Layout) -> str:
    path = " path |" if layout.source is Source.XML else ""
    rule = " --- |" if path else ""
    rows = [_row(field, with_path=bool(path)) for field in layout.fields]
    return f"| field | meaning | in Dutch | type | required | values |{path}\n" + (
        f"| --- | --- | --- | --- | --- | --- |{rule}\n" + "".join(rows)
    )


def _row(field: Field, *, with_path: bool) -> str:
    needed = "yes" if field.required else ""
    cells = [field.name, field.label.en, field.label.nl, _TYPES[field.type], needed, allowed(field)]
    if with_path:
        cells.append(f"`{field.path}`")
    return "| " + " | ".join(_cell(cell) for cell in cells) + " |\n"


def allowed(field: Field) -> str:
    """What a field may hold: its code lists, or the form of its text."""
    if field.codes:
        return ", ".join(lists_of(field))
    return f"`{field.pattern}`" if field.pattern else ""


def _codes(name: str, codes: Mapping[str, Code]) -> str:
    rows = [
        f"| {code.code} | {_cell(code.label.en)} | {_cell(code.label.nl)} | {code.valid_from} | {code.valid_until} |\n"
        for code in codes.values()
    ]
    head = "| code | meaning | in Dutch | from | until |\n| --- | --- | --- | --- | --- |\n"
    return f"\n## {name}\n\n{head}" + "".join(rows)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
