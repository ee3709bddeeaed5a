"""Tells of a file or folder which kind of reference data it is, by what it holds; its name plays no part."""

from collections.abc import Iterator
from pathlib import Path

from graadmeter.deliver.notice import RefusedError
from graadmeter.deliver.reference.csv_columns import read_columns
from graadmeter.deliver.reference.json_text import read_json
from graadmeter.deliver.reference.kinds import (
    CSV_KINDS,
    GEOMETRY_KIND,
    INFO_KIND,
    STATLINE_KIND,
    WAITING_KIND,
    Kind,
)
from graadmeter.deliver.reference.loaded import opening
from graadmeter.deliver.reference.notices import UNRECOGNISED
from graadmeter.deliver.reference.statline_folder import part_of

_STATLINE_PARTS = {"dataproperties", "measurecodes"}
_SHAPES = {"FeatureCollection", "Topology"}


def items_in(path: Path) -> Iterator[Path]:
    """The file; the folder of one StatLine table; or everything in any other folder, such folders whole."""
    if not path.is_dir() or _is_statline(path):
        yield path
        return
    for inner in sorted(path.iterdir()):
        if not inner.name.startswith("."):
            yield from items_in(inner)


def recognise(path: Path) -> Kind:
    """The kind of a file or folder; raises DeliveryRefusedError when it is none that we know."""
    with opening(path):
        if path.is_dir():
            kind = STATLINE_KIND if _is_statline(path) else None
        elif path.suffix.lower() in {".json", ".geojson"}:
            kind = _json_kind(path)
        elif path.suffix.lower() == ".csv":
            names = frozenset(read_columns(path).names)
            kind = next((kind for kind in CSV_KINDS if kind.fits(names)), None)
        else:
            kind = None
        if kind is None:
            raise RefusedError(UNRECOGNISED)
        return kind


def _is_statline(folder: Path) -> bool:
    return bool(_STATLINE_PARTS & {part_of(path.name)[0] for path in folder.iterdir() if path.is_file()})


def _json_kind(path: Path) -> Kind | None:
    content = read_json(path)
    if not isinstance(content, dict):
        return None
    if content.get("type") in _SHAPES:
        return GEOMETRY_KIND
    if isinstance(content.get("rows"), list):
        return WAITING_KIND
    return INFO_KIND if "Identifier" in content else None
