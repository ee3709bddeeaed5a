"""`graadmeter merge-areas`: proposes which neighbouring wijken carry one figure together, and writes that down."""

from collections.abc import Mapping, Sequence
from typing import Annotated

from cyclopts import Parameter
from rich.box import SIMPLE_HEAD
from rich.table import Table

from graadmeter.cli.console import Call
from graadmeter.deliver.reference.touching import touching
from graadmeter.domain.areas import Area, Level
from graadmeter.domain.merger_rule import divided
from graadmeter.domain.mergers import WijkGroup
from graadmeter.domain.periods import quarter
from graadmeter.domain.text import Lang, Text
from graadmeter.release.expected import expected_counts
from graadmeter.release.read import chosen
from graadmeter.store.folders import write_private
from graadmeter.store.mergers import MERGERS, merger_bytes
from graadmeter.store.workspace import Workspace, load

_SMALL = 10
"""Fewer than so many are mostly hidden (the threshold of the regional monitor of Twente)."""


def merge_areas(
    *,
    indicator: str = "jeugdhulp",
    expected: float = 20,
    first: int | None = None,
    write: bool = False,
    call: Annotated[Call, Parameter(parse=False)],
) -> None:
    """Prints the groups with what is expected in them; with `write` they are added to samenvoegingen.csv."""
    workspace = load(call.place)
    year = first if first is not None else quarter(workspace.region.last_quarter).year + 1
    counts = expected_counts(chosen(workspace.releases), indicator)
    groups = proposed(workspace, counts, expected, year)
    _show(call, workspace, groups, counts)
    if write and groups:
        content = merger_bytes([*workspace.region.groups, *groups])
        with workspace.lock():
            write_private(workspace.root / MERGERS, content)
        call.say(Text(f"Geschreven: {workspace.root / MERGERS}", f"Written: {workspace.root / MERGERS}"))


def proposed(workspace: Workspace, counts: Mapping[str, float], expected: float, year: int) -> list[WijkGroup]:
    """The groups from `year` on, of wijken that are in none yet; `counts` are expected per wijk."""
    region = workspace.region
    taken = {code for group in region.groups if (group.last_year or year) >= year for code in group.wijken}
    names = {area.code: area.name for area in region.of_level(Level.WIJK)}
    near = touching(workspace.root / "reference", names)
    found = []
    for town in region.of_level(Level.MUNICIPALITY):
        sizes = {area.code: counts.get(area.code, 0.0) for area in region.wijken_of(town.code)}
        free = {code: size for code, size in sizes.items() if code not in taken}
        for wijken in divided(free, near, expected):
            largest = max(wijken, key=lambda code: (sizes[code], code))
            found.append(WijkGroup(f"{names[largest]} e.o.", town.code, wijken, year))
    return found


def _show(call: Call, workspace: Workspace, groups: Sequence[WijkGroup], counts: Mapping[str, float]) -> None:
    if not groups:
        call.say(_nothing(len(workspace.region.groups)))
        return
    names = {area.code: area.name for area in workspace.region.areas}
    nl = call.lang is Lang.NL
    table = Table(box=SIMPLE_HEAD)
    for head in ("gemeente", "groep", "wijken (verwacht)", "samen") if nl else _HEADS:
        table.add_column(head, justify="right" if head in {"samen", "together"} else "left")
    for group in groups:
        wijken = ", ".join(f"{names[code]} ({counts.get(code, 0):.0f})" for code in group.wijken)
        together = sum(counts.get(code, 0) for code in group.wijken)
        table.add_row(names[group.gemeente], group.name, wijken, f"{together:.0f}")
    call.show(table)
    call.say(_summary(workspace.region.of_level(Level.WIJK), groups, counts))


def _nothing(kept: int) -> Text:
    return Text(
        f"Er is niets voor te stellen: elke wijk die nog vrij is, is groot genoeg of staat alleen. In "
        f"{MERGERS} staan {kept} groepen; die blijven zoals ze zijn.",
        f"There is nothing to propose: every wijk that is still free is large enough or stands alone. {MERGERS} "
        f"holds {kept} groups; these stay as they are.",
    )


_HEADS = ("municipality", "group", "wijken (expected)", "together")


def _summary(wijken: Sequence[Area], groups: Sequence[WijkGroup], counts: Mapping[str, float]) -> Text:
    inside = {code for group in groups for code in group.wijken}
    alone = [counts.get(area.code, 0) for area in wijken if area.code not in inside]
    left = [*alone, *(sum(counts.get(code, 0) for code in group.wijken) for group in groups)]
    before = sum(counts.get(area.code, 0) < _SMALL for area in wijken)
    after = sum(size < _SMALL for size in left)
    return Text(
        f"{len(inside)} van de {len(wijken)} wijken gaan samen in {len(groups)} groepen. Eerst werden in {before} "
        f"gebieden minder dan {_SMALL} mensen verwacht, dan in {after}.",
        f"{len(inside)} of the {len(wijken)} wijken go together in {len(groups)} groups. Before, fewer than {_SMALL} "
        f"people were expected in {before} areas, then in {after}.",
    )
