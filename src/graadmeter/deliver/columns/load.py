"""Reads the column maps of a workspace: `kolommen/<deliverer>.yaml` and `kolommen/alle.yaml`, strictly."""

import codecs
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from graadmeter.catalogue.layouts import layouts
from graadmeter.domain.column_maps import ColumnMap, MappedColumn
from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.layouts import Source
from graadmeter.domain.text import Text

FOLDER = "kolommen"
EVERYBODY = "alle"
_MAP = {"tabel", "bevestigd", "scheidingsteken", "codering", "bestand", "kopregels", "vast", "kolommen"}
_COLUMN = {"veld", "kolom", "van", "tot", "waarden", "reden"}
_FILE_NAME = re.compile(r"[a-z0-9]{4,8}")


def file_of(folder: Path, deliverer: str) -> Path:
    """Where the maps of a deliverer lie: `kolommen/0141.yaml` for GM0141; of nobody in particular `alle.yaml`."""
    name = deliverer.removeprefix("GM").casefold() or EVERYBODY
    return folder / f"{name if _FILE_NAME.fullmatch(name) else EVERYBODY}.yaml"


def load_maps(folder: Path, deliverer: str) -> tuple[ColumnMap, ...]:
    """The maps of a deliverer, then those that hold for everybody; raises WorkspaceError when one cannot be read."""
    files = dict.fromkeys((file_of(folder, deliverer), file_of(folder, "")))
    return tuple(one for file in files if file.is_file() for one in maps_in(file))


def maps_in(file: Path) -> tuple[ColumnMap, ...]:
    """The maps in one file; raises WorkspaceError that names the file, the map and what is wrong with it."""
    try:
        content = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise _wrong(file, "?", Text("dit is geen leesbare YAML", "this is no readable YAML")) from error
    maps = content.get("kaarten") if isinstance(content, dict) else None
    if not isinstance(maps, list) or not all(isinstance(one, dict) for one in maps):
        raise _wrong(file, "?", Text("er is geen lijst 'kaarten'", "there is no list 'kaarten'"))
    return tuple(_map(file, one) for one in maps)


def _map(file: Path, content: Mapping[str, Any]) -> ColumnMap:
    table = str(content.get("tabel", ""))
    layout = layouts().get(table)
    if layout is None or layout.source is not Source.CSV:
        raise _wrong(file, table, Text("deze tabel bestaat niet", "there is no such table"))
    _refuse_unknown(file, table, content, _MAP)
    listed = content.get("kolommen") or []
    if not isinstance(listed, list):
        raise _wrong(file, table, Text("'kolommen' is geen lijst", "'kolommen' is no list"))
    columns = tuple(_column(file, table, one) for one in listed)
    fixed = _texts(file, table, content, "vast")
    named = [column.field for column in columns] + list(fixed)
    known = {field.name for field in layout.fields}
    for name in named:
        if name not in known or named.count(name) > 1:
            what = f"het veld '{name}' bestaat niet of staat er twee keer", f"field '{name}' does not exist or is twice"
            raise _wrong(file, table, Text(*what))
    made = ColumnMap(
        table=table,
        columns=columns,
        fixed=fixed,
        separator=str(content.get("scheidingsteken", "")),
        encoding=_codec(file, table, str(content.get("codering", ""))),
        file=str(content.get("bestand", "")),
        skip=_number(file, table, content.get("kopregels", 0)),
        confirmed=content.get("bevestigd") is True,
    )
    if made.is_fixed_width and not all(column.first for column in columns):
        raise _wrong(file, table, Text("geef alle kolommen posities, of geen", "give all columns positions, or none"))
    return made


def _column(file: Path, table: str, content: object) -> MappedColumn:
    if not isinstance(content, dict) or "veld" not in content or ("kolom" in content) == ("van" in content):
        what = "elke kolom heeft 'veld' en verder 'kolom', of 'van' en 'tot'"
        raise _wrong(file, table, Text(what, "every column has 'veld' and either 'kolom', or 'van' and 'tot'"))
    _refuse_unknown(file, table, content, _COLUMN)
    first, last = (_number(file, table, content.get(name, 0)) for name in ("van", "tot"))
    if "van" in content and not 1 <= first <= last:
        raise _wrong(file, table, Text("'van' en 'tot' kloppen niet", "'van' and 'tot' are wrong"))
    values = _texts(file, table, content, "waarden")
    return MappedColumn(str(content["veld"]), str(content.get("kolom", "")), first, last, values)


def _texts(file: Path, table: str, content: Mapping[str, Any], key: str) -> dict[str, str]:
    """The names and values below `key`. YAML reads 01 as a number: what is no text must stand in quotation marks."""
    pairs = content.get(key) or {}
    if not isinstance(pairs, dict) or not all(isinstance(one, str) for pair in pairs.items() for one in pair):
        what = f"zet alle namen en waarden van '{key}' tussen aanhalingstekens"
        raise _wrong(file, table, Text(what, f"put all names and values of '{key}' between quotation marks"))
    return pairs


def _refuse_unknown(file: Path, table: str, content: Mapping[str, Any], known: set[str]) -> None:
    strange = sorted(str(name) for name in content if name not in known)
    if strange:
        raise _wrong(file, table, Text(f"'{strange[0]}' is onbekend", f"'{strange[0]}' is not known"))


def _number(file: Path, table: str, value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise _wrong(file, table, Text(f"'{value}' is geen getal", f"'{value}' is no number"))
    return value


def _codec(file: Path, table: str, name: str) -> str:
    try:
        return codecs.lookup(name).name if name else ""
    except LookupError as error:
        raise _wrong(file, table, Text(f"codering '{name}' bestaat niet", f"there is no encoding '{name}'")) from error


def _wrong(file: Path, table: str, what: Text) -> WorkspaceError:
    place = f"{FOLDER}/{file.name} ({table})"
    return WorkspaceError(
        Text(
            f"De kolommenkaart {place} klopt niet: {what.nl}. Zie docs/column-maps.md.",
            f"The column map {place} is wrong: {what.en}. See docs/column-maps.md.",
        )
    )
