"""The readers of several parts of a workspace: `lezers.csv` says who sees which parts together, a line per part."""

from collections.abc import Mapping
from pathlib import Path

from graadmeter.domain.areas import Level
from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.joint_readers import JointReader
from graadmeter.domain.levels import Audience
from graadmeter.domain.region import Region
from graadmeter.domain.text import Text
from graadmeter.store.csv_tables import rows_in

READERS = "lezers.csv"
READER_COLUMNS = ("naam", "niveau", "deel")
_AREAS: Mapping[Audience, Level] = {Audience.MUNICIPALITY: Level.MUNICIPALITY, Audience.REGION: Level.REGION}

_Row = tuple[str, Audience, str]


def reader_files(root: Path) -> list[Path]:
    """The file, when the region has one."""
    return [path for path in (root / READERS,) if path.exists()]


def read_joint_readers(root: Path, region: Region) -> tuple[JointReader, ...]:
    """Who sees several parts, in order of their names, none without a file.

    Raises WorkspaceError that names the line of a part that this region cannot have, or a reader of one part only.
    """
    rows = [row for path in reader_files(root) for row in rows_in(path, READER_COLUMNS, _row)]
    gathered: dict[str, set[tuple[Audience, str]]] = {}
    for line, (name, audience, code) in enumerate(rows, 2):
        if code not in _codes(region, audience):
            raise _wrong(
                f"regel {line}: {code} is geen {audience.label.nl} van deze regio",
                f"line {line}: {code} is no {audience.label.en} of this region",
            )
        gathered.setdefault(name, set()).add((audience, code))
    for name, parts in gathered.items():
        if len(parts) == 1:
            raise _wrong(
                f"'{name}' heeft maar een deel; alleen wie er meer ziet, hoort hier",
                f"'{name}' has one part only; only who sees more of them belongs here",
            )
    return tuple(JointReader(name, tuple(sorted(gathered[name]))) for name in sorted(gathered))


def _codes(region: Region, audience: Audience) -> set[str]:
    if audience is Audience.PROVIDER:
        return set(region.providers)
    return {area.code for area in region.of_level(_AREAS[audience])}


def _row(row: dict[str, str]) -> _Row:
    if not row["naam"].strip():
        raise ValueError("'' (naam)")
    if row["niveau"] not in set(Audience):
        raise ValueError(f"'{row['niveau']}' (niveau: {', '.join(Audience)})")
    return row["naam"].strip(), Audience(row["niveau"]), row["deel"].strip()


def _wrong(nl: str, en: str) -> WorkspaceError:
    return WorkspaceError(Text(f"{READERS}, {nl}.", f"{READERS}, {en}."))
