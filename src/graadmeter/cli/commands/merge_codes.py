"""`graadmeter merge-codes`: proposes which ages or forms of help carry one figure together, and writes that down."""

from collections.abc import Mapping, Sequence
from typing import Annotated

from cyclopts import Parameter
from rich.box import SIMPLE_HEAD
from rich.table import Table

from graadmeter.catalogue.dimensions import dimension_members
from graadmeter.catalogue.member_kin import kin_of, mergeable_dimensions
from graadmeter.cli.console import Call
from graadmeter.domain.errors import UnknownNameError
from graadmeter.domain.member_groups import MemberGroup
from graadmeter.domain.member_rule import divided_members
from graadmeter.domain.periods import quarter
from graadmeter.domain.text import Text
from graadmeter.release.expected_members import expected_members
from graadmeter.release.read import chosen
from graadmeter.store.folders import write_private
from graadmeter.store.member_groups import MEMBER_GROUPS, member_group_bytes
from graadmeter.store.workspace import load


def merge_codes(
    *,
    dimension: str = "leeftijdsgroep",
    indicator: str = "jeugdhulp",
    expected: float = 20,
    first: int | None = None,
    write: bool = False,
    call: Annotated[Call, Parameter(parse=False)],
) -> None:
    """Prints the groups with what is expected in them; with `write` they are added to samengevoegde_codes.csv."""
    if dimension not in mergeable_dimensions():
        raise UnknownNameError(Text("De dimensie", "dimension"), dimension, list(mergeable_dimensions()))
    workspace = load(call.place)
    year = first if first is not None else quarter(workspace.region.last_quarter).year + 1
    counts = expected_members(chosen(workspace.releases), indicator, dimension)
    kept = workspace.region.member_groups
    groups = proposed_members(dimension, counts, kept, expected, year)
    _show(call, groups, counts)
    if write and groups:
        place = workspace.root / MEMBER_GROUPS
        with workspace.lock():
            write_private(place, member_group_bytes([*kept, *groups]))
        call.say(Text(f"Geschreven: {place}", f"Written: {place}"))


def proposed_members(
    dimension: str, counts: Mapping[str, float], kept: Sequence[MemberGroup], expected: float, year: int
) -> list[MemberGroup]:
    """The groups from `year` on, of members that are in none of the `kept` groups by then; `counts` are expected."""
    last = [one for one in kept if one.dimension == dimension and (one.last_year or year) >= year]
    taken = {code for one in last for code in one.members}
    free = {code: size for code, size in counts.items() if code not in taken}
    labels = dimension_members()[dimension]
    return [
        MemberGroup(" en ".join(labels[code].nl for code in members), dimension, members, year)
        for members in divided_members(free, kin_of(dimension), expected)
    ]


def _show(call: Call, groups: Sequence[MemberGroup], counts: Mapping[str, float]) -> None:
    if not groups:
        call.say(
            Text(
                "Er is niets voor te stellen: alles wat nog vrij is, is groot genoeg of staat alleen.",
                "There is nothing to propose: all that is still free is large enough or stands alone.",
            )
        )
        return
    table = Table(box=SIMPLE_HEAD)
    for head in (Text("groep", "group"), Text("codes (verwacht)", "codes (expected)"), Text("samen", "together")):
        table.add_column(head.within(call.lang))
    for group in groups:
        codes = ", ".join(f"{code} ({counts[code]:.0f})" for code in group.members)
        table.add_row(group.name, codes, f"{sum(counts[code] for code in group.members):.0f}")
    call.show(table)
