"""What happens to whole municipalities in random regions: one merges into another, a wijk gets another code."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st
from tests.support.regions import TOWNS, WIJKEN, regions

from graadmeter.domain.periods import parse_period, quarter, quarter_of

Rows = dict[str, list[dict[str, Any]]]
OLD, NEW = TOWNS
RECODED = f"{WIJKEN[0][1][:-2]}77"
"""The new code of the first wijk: of another vintage than the region's."""


@st.composite
def troubled_regions(draw):
    """As `regions`, sometimes with a merger, a recoded wijk or both on the first day of a quarter."""
    first, last, rows = draw(regions())
    inside = st.integers(parse_period(first).first, parse_period(last).first)
    if draw(st.booleans()):
        rows = merged(rows, quarter(draw(inside)).first_day)
    if draw(st.booleans()):
        rows = recoded(rows, draw(inside))
    return first, last, rows


def merged(rows: Rows, day: date) -> Rows:
    """From `day` on the first municipality is part of the second: care is assigned anew, homes get its codes."""
    spells = []
    for row in rows["traject"]:
        end = row["einde"]
        if row["gemeente"] != OLD or (end is not None and end < day):
            spells.append(row)
        elif row["begin"] >= day:
            spells.append({**row, "gemeente": NEW})
        else:
            spells += [{**row, "einde": day - timedelta(days=1)}, {**row, "gemeente": NEW, "begin": day}]
    homes = [
        {**row, "gemeente": NEW, "wijk": row["wijk"].replace(OLD[2:], NEW[2:])}
        if row["gemeente"] == OLD and row["kwartaal"] >= quarter_of(day)
        else row
        for row in rows["woonsituatie"]
    ]
    once = {tuple(sorted((name, str(value)) for name, value in row.items())): row for row in homes}
    return {
        **rows,
        "traject": [{**row, "traject": at} for at, row in enumerate(spells)],
        "woonsituatie": list(once.values()),
    }


def recoded(rows: Rows, since: int) -> Rows:
    """From a quarter on the first wijk has another code, that the region does not know yet."""
    homes = [
        {**row, "wijk": RECODED} if row["wijk"] == WIJKEN[0][1] and row["kwartaal"] >= since else row
        for row in rows["woonsituatie"]
    ]
    return {**rows, "woonsituatie": homes}
