"""Groups of wijken against plain enumeration: every table that fits what is published, of small municipalities."""

from dataclasses import replace

import numpy as np
import pyarrow as pa
import pytest
from tests.unit.protect.wijk_groups import MERGING, indicators

from graadmeter.domain.areas import Area, Level
from graadmeter.domain.cells import DIMENSIONS, MEASURED, TOTAL
from graadmeter.domain.errors import DisclosureError
from graadmeter.domain.indicators import Unit
from graadmeter.domain.mergers import WijkGroup
from graadmeter.domain.region import Region
from graadmeter.engine.arrow import schema_of
from graadmeter.protect.grid.group_rows import with_groups
from graadmeter.protect.request import Request
from graadmeter.protect.run import protect

WIJKEN = ("WK014100", "WK014101", "WK014102", "WK0141XX")
GROUP = WijkGroup("Noord", "GM0141", WIJKEN[:2], 2020)
MOST, SMALL, WIDTH = 30, 10, 4
"""No table is looked at in which a wijk has more; counts below `SMALL` are hidden; their range is `WIDTH` at least."""


def place() -> Region:
    """One municipality, which is the region as well, with two merged wijken, another, and the unknown."""
    areas = [Area("JZ14", 2025, Level.REGION, "Proef"), Area("GM0141", 2025, Level.MUNICIPALITY, "Almelo", "JZ14")]
    areas += [Area(code, 2025, Level.WIJK, code, "GM0141") for code in WIJKEN]
    return Region("Proef", "JZ14", 2025, tuple(areas), 8100, 8103, {}, fictitious=True, groups=(GROUP,))


def measured(counts: tuple[int, ...]) -> pa.Table:
    """MEASURED of these counts per wijk."""
    values = {"JZ14": sum(counts), "GM0141": sum(counts), **dict(zip(WIJKEN, counts, strict=True))}
    rows = []
    for area in place().areas:
        key = ["jeugdhulp", "personen", area.code, 2025, area.level.value, "2025KW01", "kwartaal"]
        value = float(values[area.code])
        status = "value" if value else "zero"
        rows.append([*key, *(TOTAL for _ in DIMENSIONS), value, status, 1, "x", None, None, None, None])
    columns = zip(*rows, strict=True)
    fields = schema_of(MEASURED)
    return pa.table(
        [pa.array(list(one), field.type) for one, field in zip(columns, fields, strict=True)], schema=fields
    )


def only_counts() -> dict:
    """Young people with help, as numbers, not broken down."""
    one = indicators()["jeugdhulp"]
    count = replace(one.measures[0], breakdowns=())
    return {one.id: replace(one, measures=(count,) if count.unit is Unit.PERSONS else ())}


def possible(shown: dict[str, float | None], status: dict[str, str], *, zeros: bool) -> dict[str, set[int]]:
    """Per wijk every count it has in some table that fits."""
    choices = []
    for code in WIJKEN:
        least = 0 if zeros or status[code] == "merged" else 1
        choices.append(np.arange(least, MOST) if shown[code] is None else np.array([int(shown[code])]))
    table = np.meshgrid(*choices, indexing="ij")
    fits = np.ones(table[0].shape, dtype=bool)
    for code, count in ((GROUP.code, table[0] + table[1]), ("GM0141", sum(table)), ("JZ14", sum(table))):
        fits &= (count == shown[code]) if shown[code] is not None else (count > 0) | zeros
    return {code: set(one[fits].tolist()) for code, one in zip(WIJKEN, table, strict=True)}


@pytest.mark.parametrize("seed", range(10))
def test_no_small_wijk_can_be_told_from_its_group(seed: int) -> None:
    chance = np.random.default_rng(seed)
    counts = tuple(int(one) for one in chance.choice([0, 1, 3, 6, 9, 11, 14], size=len(WIJKEN)))
    table = with_groups(measured(counts), only_counts(), {MERGING.id: MERGING}, place())
    try:
        release = protect(Request(table, only_counts(), {MERGING.id: MERGING}, place().with_groups()), processes=1)
    except DisclosureError as refused:
        assert "cannot be protected" in str(refused)  # noqa: PT017 - a refusal is right where nothing can be hidden
        return
    rows = release.cells.to_pylist()
    shown, status = ({row["area"]: row[name] for row in rows} for name in ("value", "status"))
    zeros = bool(release.audit["years_in_which_a_hidden_count_may_be_zero"])
    found = possible(shown, status, zeros=zeros)
    assert {status[code] for code in GROUP.wijken} == {"merged"}
    for code, count in zip(WIJKEN, counts, strict=True):
        assert count in found[code]
        if 0 < count < SMALL:
            assert max(found[code]) - min(found[code]) >= WIDTH, (counts, code)
