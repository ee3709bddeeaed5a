"""`graadmeter template`: an empty file to fill in, and the pages that explain every format."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from graadmeter.catalogue.code_lists import code_lists
from graadmeter.catalogue.format_pages import format_pages
from graadmeter.catalogue.layouts import layouts
from graadmeter.cli.console import Call
from graadmeter.deliver.templates import csv_template, xlsx_template
from graadmeter.domain.errors import UnknownNameError, UsageError
from graadmeter.domain.layouts import Layout, Source
from graadmeter.domain.text import Text


def template(
    table: str = "",
    /,
    *,
    xlsx: bool = False,
    to: Path = Path(),
    docs: Path | None = None,
    call: Annotated[Call, Parameter(parse=False)],
) -> None:
    """Writes `<table>.csv` or `<table>.xlsx`, the pages of all formats, or prints the list of tables."""
    if docs is not None:
        docs.mkdir(parents=True, exist_ok=True)
        for name, text in format_pages(layouts(), code_lists()).items():
            (docs / name).write_text(text, encoding="utf-8")
        call.say(Text(f"Geschreven: {docs}", f"Written: {docs}"))
    elif table:
        _write(table, to, call, xlsx=xlsx)
    else:
        for layout in _tables().values():
            call.say(Text(f"  {layout.table:<24} {layout.title.nl}", f"  {layout.table:<24} {layout.title.en}"))


def _tables() -> dict[str, Layout]:
    return {name: layout for name, layout in sorted(layouts().items()) if layout.source is Source.CSV}


def _write(table: str, to: Path, call: Call, *, xlsx: bool) -> None:
    known = _tables()
    if table not in known:
        raise UnknownNameError(Text("De tabel", "table"), table, known)
    file = to / f"{table}.{'xlsx' if xlsx else 'csv'}"
    if file.exists():
        raise UsageError(Text(f"{file} bestaat al.", f"{file} exists already."))
    if not to.is_dir():
        raise UsageError(Text(f"De map {to} bestaat niet.", f"The folder {to} does not exist."))
    file.write_bytes(xlsx_template(known[table], code_lists()) if xlsx else csv_template(known[table]))
    call.say(Text(f"Gemaakt: {file}", f"Made: {file}"))
