"""The groups of wijken of a workspace: `samenvoegingen.csv` says which wijken carry one figure, and in which years."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from graadmeter.domain.areas import Area, Level
from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.mergers import WijkGroup
from graadmeter.domain.text import Text
from graadmeter.store.csv_tables import csv_bytes, rows_in

MERGERS = "samenvoegingen.csv"
MERGER_COLUMNS = ("naam", "gemeente", "wijk", "vanaf", "tot_en_met")

_Row = tuple[str, str, str, int, int | None]
_EVER = 9999


def merger_files(root: Path) -> list[Path]:
    """The file, when the region has one."""
    return [path for path in (root / MERGERS,) if path.exists()]


def read_mergers(root: Path, areas: Sequence[Area]) -> tuple[WijkGroup, ...]:
    """The groups in order of their codes, none without a file; `areas` are those of the region.

    Raises WorkspaceError that names the line or the group that is wrong: a wijk that is not of that municipality, that
    is in two groups in one year, or a group of one wijk or of all wijken.
    """
    rows = [row for path in merger_files(root) for row in rows_in(path, MERGER_COLUMNS, _row)]
    parents = {area.code: area.parent for area in areas if area.level is Level.WIJK}
    gathered: dict[tuple[str, str, int, int | None], list[str]] = {}
    for line, (name, gemeente, wijk, first, last) in enumerate(rows, 2):
        if parents.get(wijk) != gemeente:
            raise _wrong(line, f"{wijk} is geen wijk van {gemeente}", f"{wijk} is no wijk of {gemeente}")
        if any(
            _overlap((first, last), (since, until)) for _, _, other, since, until in rows[: line - 2] if other == wijk
        ):
            raise _wrong(line, f"{wijk} is dan al samengevoegd", f"{wijk} is merged in these years already")
        gathered.setdefault((name, gemeente, first, last), []).append(wijk)
    found = [
        WijkGroup(name, gemeente, tuple(sorted(wijken)), first, last)
        for (name, gemeente, first, last), wijken in gathered.items()
    ]
    for group in found:
        _check_size(group, sum(parent == group.gemeente for parent in parents.values()))
    return tuple(sorted(found, key=lambda one: (one.code, one.first_year)))


def merger_bytes(groups: Iterable[WijkGroup]) -> bytes:
    """The file with these groups, a line per wijk."""
    return csv_bytes(
        MERGER_COLUMNS,
        (
            (group.name, group.gemeente, wijk, group.first_year, "" if group.last_year is None else group.last_year)
            for group in sorted(groups, key=lambda one: (one.gemeente, one.first_year, one.wijken))
            for wijk in group.wijken
        ),
    )


def _row(row: dict[str, str]) -> _Row:
    if not row["naam"].strip():
        raise ValueError("'' (naam)")
    years = [row["vanaf"], *([row["tot_en_met"]] if row["tot_en_met"] else [])]
    if not all(re.fullmatch(r"\d{4}", year) for year in years) or years != sorted(years):
        raise ValueError(f"'{' - '.join(years)}' (vanaf, tot_en_met)")
    last = int(years[1]) if len(years) > 1 else None
    return row["naam"].strip(), row["gemeente"], row["wijk"], int(years[0]), last


def _overlap(one: tuple[int, int | None], other: tuple[int, int | None]) -> bool:
    return one[0] <= (other[1] or _EVER) and other[0] <= (one[1] or _EVER)


def _check_size(group: WijkGroup, wijken: int) -> None:
    """One wijk is no group, and all wijken of a municipality are the municipality."""
    size = len(group.wijken)
    if not 1 < size < wijken:
        raise WorkspaceError(
            Text(
                f"{MERGERS}: groep '{group.name}' heeft {size} van de {wijken} wijken van {group.gemeente}. Voeg er "
                "minstens twee samen, en niet alle.",
                f"{MERGERS}: group '{group.name}' has {size} of the {wijken} wijken of {group.gemeente}. Merge at "
                "least two of them, and not all.",
            )
        )


def _wrong(line: int, nl: str, en: str) -> WorkspaceError:
    return WorkspaceError(Text(f"{MERGERS}, regel {line}: {nl}.", f"{MERGERS}, line {line}: {en}."))
