"""Groups of age bands and care forms: `samengevoegde_codes.csv` says which carry one figure, and in which years."""

import re
from collections.abc import Iterable
from pathlib import Path

from graadmeter.catalogue.member_kin import mergeable_dimensions, ordered_members, unlike
from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.member_groups import MemberGroup
from graadmeter.domain.text import Text
from graadmeter.store.csv_tables import csv_bytes, rows_in

MEMBER_GROUPS = "samengevoegde_codes.csv"
MEMBER_COLUMNS = ("naam", "dimensie", "code", "vanaf", "tot_en_met")

_Row = tuple[str, str, str, int, int | None]
_EVER = 9999


def member_group_files(root: Path) -> list[Path]:
    """The file, when the region has one."""
    return [path for path in (root / MEMBER_GROUPS,) if path.exists()]


def read_member_groups(root: Path) -> tuple[MemberGroup, ...]:
    """The groups in order of dimension, code and year, none without a file.

    Raises WorkspaceError that names the line or the group that is wrong: a code that does not exist, that is in two
    groups in one year, or codes that may not go together (`catalogue.member_kin`).
    """
    rows = [row for path in member_group_files(root) for row in rows_in(path, MEMBER_COLUMNS, _row)]
    gathered: dict[tuple[str, str, int, int | None], list[str]] = {}
    for line, (name, dimension, code, first, last) in enumerate(rows, 2):
        for _, other, same, since, until in rows[: line - 2]:
            if (other, same) == (dimension, code) and first <= (until or _EVER) and since <= (last or _EVER):
                raise _wrong(
                    f"regel {line}: {code} is dan al samengevoegd",
                    f"line {line}: {code} is merged in these years already",
                )
        gathered.setdefault((name, dimension, first, last), []).append(code)
    return tuple(sorted((_group(*key, codes) for key, codes in gathered.items()), key=_order))


def member_group_bytes(groups: Iterable[MemberGroup]) -> bytes:
    """The file with these groups, a line per code."""
    return csv_bytes(
        MEMBER_COLUMNS,
        (
            (one.name, one.dimension, code, one.first_year, "" if one.last_year is None else one.last_year)
            for one in sorted(groups, key=_order)
            for code in one.members
        ),
    )


def _group(name: str, dimension: str, first: int, last: int | None, codes: list[str]) -> MemberGroup:
    members = ordered_members(dimension, codes)
    why = unlike(dimension, members)
    if why is not None:
        raise _wrong(f"groep '{name}': {why.nl}", f"group '{name}': {why.en}")
    return MemberGroup(name, dimension, members, first, last)


def _order(group: MemberGroup) -> tuple[str, str, int]:
    return group.dimension, group.code, group.first_year


def _row(row: dict[str, str]) -> _Row:
    if not row["naam"].strip():
        raise ValueError("'' (naam)")
    if row["dimensie"] not in mergeable_dimensions():
        raise ValueError(f"'{row['dimensie']}' (dimensie: {', '.join(mergeable_dimensions())})")
    ordered_members(row["dimensie"], [row["code"]])
    years = [row["vanaf"], *([row["tot_en_met"]] if row["tot_en_met"] else [])]
    if not all(re.fullmatch(r"\d{4}", year) for year in years) or years != sorted(years):
        raise ValueError(f"'{' - '.join(years)}' (vanaf, tot_en_met)")
    return row["naam"].strip(), row["dimensie"], row["code"], int(years[0]), int(years[1]) if len(years) > 1 else None


def _wrong(nl: str, en: str) -> WorkspaceError:
    return WorkspaceError(Text(f"{MEMBER_GROUPS}, {nl}.", f"{MEMBER_GROUPS}, {en}."))
