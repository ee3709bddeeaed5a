"""Parts of a release for those who may see more, in `closed/<edition>/<audience>/<code>/`: outside the release folder.

A release folder is what gets published; what is not in it cannot be published along. Nothing here is read by the site.
"""

import hashlib
import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from graadmeter.domain.cells import KEY_COLUMNS, PUBLISHED
from graadmeter.domain.errors import ReleaseError
from graadmeter.domain.joint_readers import JointReader
from graadmeter.domain.levels import AccessLevel, Audience
from graadmeter.domain.text import Text
from graadmeter.engine.arrow import shaped
from graadmeter.release.formats import csv_bytes, json_bytes, parquet_bytes
from graadmeter.release.guard_persons import holds_bsn, person_names
from graadmeter.release.places import MANIFEST
from graadmeter.release.publish import publish

_CELLS, _CELLS_CSV, _MIRROR, _MIRROR_CSV, _REPORT, _README = (
    *("cells.parquet", "cells.csv", "mirror.parquet", "mirror.csv"),
    *("audit.json", "LEESMIJ.md"),
)
_COLUMNS = Text(
    "`cells.csv` heeft dezelfde kolommen als `open/cells.csv` van de uitgave; de codes staan in `open/catalogue.json`.",
    "`cells.csv` has the columns of `open/cells.csv` of the release; the codes stand in `open/catalogue.json`.",
)
_COLUMNS_OF_MIRROR = Text(
    "`mirror.csv` geeft per cijfer: `own` (uzelf), `region` (de hele regio, zoals openbaar), `peers` (hoeveel andere "
    "aanbieders van enige omvang), en `low`, `middle`, `high`: het lage, middelste en hoge kwart van die anderen. "
    "Elk daarvan is het gemiddelde van meerdere aanbieders, nooit het cijfer van een. De codes staan in "
    "`open/catalogue.json`.",
    "`mirror.csv` gives per figure: `own` (yourself), `region` (the whole region, as published), `peers` (how many "
    "other providers of some size), and `low`, `middle`, `high`: the low, middle and high quarter of those. Each is "
    "the mean of several providers, never the figure of one. The codes stand in `open/catalogue.json`.",
)


@dataclass(frozen=True, slots=True)
class Part:
    """What one reader of a level gets; nothing here has been written yet."""

    level: AccessLevel
    code: str
    """Whose it is: of a municipality or region the area code, of a provider the AGB code."""
    name: str
    cells: pa.Table | None
    """His own figures (PUBLISHED); a provider has a mirror instead."""
    report: Mapping[str, object]
    """What the audit of the part found, as JSON values."""
    mirror: pa.Table | None = None
    """His own figures beside the spread over his peers (domain.mirror.PEERS)."""

    @property
    def folder(self) -> str:
        """Its place under the edition."""
        return f"{self.level.audience.value}/{self.code}"


@dataclass(frozen=True, slots=True)
class Closed:
    """The parts of one edition, as they were written."""

    folder: Path
    edition: str
    parts: Sequence[Mapping[str, Any]]
    """Per part its level, code, name, folder, number of figures and how many the open release does not show."""
    years: frozenset[int]
    """The years in which the release holds against those who know their own figures."""
    readers: tuple[JointReader, ...] = ()
    """Who saw several of the parts together, of this edition or an earlier one."""


def write_closed(
    closed: Path,
    edition: str,
    parts: Sequence[Part],
    *,
    cells: pa.Table,
    years: Sequence[int],
    readers: Sequence[JointReader] = (),
) -> Path:
    """The folder `closed/<edition>`, written in one step and readable by its owner only.

    `cells` are those of the open release that the parts belong to. What a run left that never came to a release of this
    name is replaced. Raises ReleaseError when a part speaks of persons.
    """
    belongs = hashlib.sha256(parquet_bytes(_sorted(shaped(cells, PUBLISHED)))).hexdigest()
    files: dict[str, bytes] = {}
    told: list[dict[str, object]] = []
    for part in sorted(parts, key=lambda part: part.folder):
        own = _files(part, edition, belongs)
        files |= {f"{part.folder}/{name}": content for name, content in own.items()}
        told.append(_entry(part, own))
    joint = [{"name": one.name, "parts": [f"{kind.value}/{code}" for kind, code in one.parts]} for one in readers]
    files[MANIFEST] = json_bytes(
        {"edition": edition, "open_cells_sha256": belongs, "parts": told, "years": sorted(years), "readers": joint}
    )
    if (closed / edition).exists():
        shutil.rmtree(closed / edition)
    closed.mkdir(mode=0o700, parents=True, exist_ok=True)
    return publish(closed, edition, files, private=True)


def read_closed(closed: Path, edition: str) -> Closed | None:
    """The parts of an edition; None when it has none. Raises ReleaseError when a file is missing or was altered."""
    folder = closed / edition
    if not (folder / MANIFEST).is_file():
        return None
    try:
        content = json.loads((folder / MANIFEST).read_bytes())
        readers = tuple(_reader(one) for one in content.get("readers", ()))
        found = Closed(folder, edition, content["parts"], frozenset(content["years"]), readers)
    except (ValueError, KeyError) as error:
        raise _damaged(MANIFEST, edition) from error
    for part in found.parts:
        for entry in part["files"]:
            path = folder / part["folder"] / entry["path"]
            if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != entry["sha256"]:
                raise _damaged(part["folder"], edition)
    return found


def _reader(told: Mapping[str, Any]) -> JointReader:
    pairs = (part.split("/", 1) for part in told["parts"])
    return JointReader(told["name"], tuple((Audience(kind), code) for kind, code in pairs))


def _damaged(part: str, edition: str) -> ReleaseError:
    return ReleaseError(
        Text(
            f"Deel {part} van uitgave {edition} is beschadigd of veranderd. Zet het terug uit een back-up.",
            f"Part {part} of release {edition} is damaged or was altered. Restore it from a backup.",
        )
    )


def _sorted(cells: pa.Table) -> pa.Table:
    return cells.sort_by([(name, "ascending") for name in KEY_COLUMNS if name in cells.column_names])


def _files(part: Part, edition: str, belongs: str) -> dict[str, bytes]:
    """The bytes of every file of a part, its manifest last."""
    files = {_REPORT: json_bytes(part.report), _README: _readme(part, edition).encode()}
    for table, names in ((part.cells, (_CELLS, _CELLS_CSV)), (part.mirror, (_MIRROR, _MIRROR_CSV))):
        if table is not None:
            _inspect(part, table)
            rows = _sorted(table)
            files |= dict(zip(names, (parquet_bytes(rows), csv_bytes(rows)), strict=True))
    level = part.level
    files[MANIFEST] = json_bytes(
        {
            "edition": edition,
            "open_cells_sha256": belongs,
            "level": {"id": level.id, "version": level.version, "audience": level.audience.value},
            "code": part.code,
            "name": part.name,
            "ground": level.ground,
            "reason": {"nl": level.reason.nl, "en": level.reason.en},
            "files": _hashes(files),
        }
    )
    return files


def _hashes(files: Mapping[str, bytes]) -> list[dict[str, object]]:
    return [
        {"path": name, "sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
        for name, content in sorted(files.items())
    ]


def _entry(part: Part, files: Mapping[str, bytes]) -> dict[str, object]:
    return {
        "level": part.level.id,
        "code": part.code,
        "name": part.name,
        "folder": part.folder,
        "figures": sum(table.num_rows for table in (part.cells, part.mirror) if table is not None),
        "not_in_the_open_release": part.report.get("not_in_the_open_release", 0),
        "files": _hashes(files),
    }


def _inspect(part: Part, table: pa.Table) -> None:
    """The last look: own small counts are meant to be here, persons never are."""
    if person_names(table.column_names) or holds_bsn(table):
        raise ReleaseError(
            Text(f"Deel {part.folder} gaat over personen.", f"Part {part.folder} is about persons."),
        )


def _readme(part: Part, edition: str) -> str:
    """What the reader must know, in plain words: Dutch, then English."""
    level, columns = part.level, _COLUMNS if part.mirror is None else _COLUMNS_OF_MIRROR
    lines = [
        f"# {level.title.nl}: {part.name}",
        f"Uitgave {edition}. {level.reason.nl}",
        columns.nl,
        f"Grondslag: {level.ground}",
        f"## {level.title.en}",
        f"Release {edition}. {level.reason.en}",
        columns.en,
    ]
    return "\n\n".join(lines) + "\n"
