"""Two municipalities with wijken, some of which are taken together, and made-up counts of youth help in them."""

from dataclasses import replace

import pyarrow as pa

from graadmeter.catalogue.load_policies import policies
from graadmeter.domain.areas import Area, Level
from graadmeter.domain.cells import DIMENSIONS, MEASURED, TOTAL
from graadmeter.domain.indicators import AgeScope, Count, Indicator, Measure, Population, Unit, WorkedExample
from graadmeter.domain.mergers import WijkGroup
from graadmeter.domain.periods import PeriodType, parse_period
from graadmeter.domain.policies import Merging
from graadmeter.domain.region import Region
from graadmeter.domain.text import Text
from graadmeter.engine.arrow import schema_of
from graadmeter.protect.grid.group_rows import with_groups
from graadmeter.protect.request import Request
from graadmeter.protect.run import ProtectedRelease, protect

MERGING = replace(policies()["tmsd-10"], merging=Merging(Level.WIJK))
NORTH = WijkGroup("Noord", "GM0141", ("WK014101", "WK014102"), 2020)
SOUTH = WijkGroup("Zuid", "GM0141", ("WK014103", "WK014104", "WK014105"), 2020)
WIJKEN = {
    "WK014100": (40, 21), "WK014101": (3, 1), "WK014102": (15, 6), "WK014103": (6, 2), "WK014104": (0, 0),
    "WK014105": (14, 9), "WK0141XX": (12, 3), "WK014700": (30, 14), "WK014701": (27, 12),
}  # fmt: skip
"""Per wijk the youths with two forms of help."""
FORMS = ("02", "03")
_COUNT = Count(Unit.PERSONS, "traject", "soort = 'jeugdhulp'", AgeScope.MINOR)
_YOUTHS = 200


def region(*groups: WijkGroup) -> Region:
    """The two municipalities, their wijken and the groups."""
    areas = [Area("JZ14", 2025, Level.REGION, "Proef")]
    areas += [Area(code, 2025, Level.MUNICIPALITY, code, "JZ14") for code in ("GM0141", "GM0147")]
    areas += [Area(code, 2025, Level.WIJK, code, f"GM{code[2:6]}") for code in WIJKEN]
    first, last = (parse_period(code).first for code in ("2025KW01", "2025KW04"))
    return Region("Proef", "JZ14", 2025, tuple(areas), first, last, {}, fictitious=True, groups=groups)


def indicators(policy: str = MERGING.id, name: str = "jeugdhulp") -> dict[str, Indicator]:
    """Youths with help, by form of help (each in one), as numbers and as a share of all."""
    words, every = Text("Jeugdhulp", "Youth help"), tuple(one for one in Level if one is not Level.WIJK_GROUP)
    measures = (
        Measure(Unit.PERSONS, _COUNT, breakdowns=("hulpvorm",), additive=("hulpvorm", "area", "wijk")),
        Measure(Unit.PERCENT, _COUNT, share_of=Population(AgeScope.MINOR)),
    )
    one = Indicator(
        id=name, version=1, theme="jeugd", title=words, counts_what=words, says_not=words, definition=words,
        sentence=words, caveats=(), source="made by hand", polarity=0, measures=measures, levels=every,
        breakdown_levels=every, periods=(PeriodType.QUARTER,), policy=policy, additive=(),
        example=WorkedExample({}, ()),
    )  # fmt: skip
    return {name: one}


def measured(wijken=WIJKEN, quarters=("2025KW01",), place: Region | None = None) -> pa.Table:
    """MEASURED of these counts in every area, and the groups of the region."""
    rows = []
    for quarter in quarters:
        for area in region().areas:
            inside = [
                code for code in wijken if code == area.code or f"GM{code[2:6]}" == area.code or area.level == "regio"
            ]
            counts = [sum(wijken[code][place] for code in inside) for place in range(len(FORMS))]
            total, everybody = sum(counts), _YOUTHS * len(inside)
            rows.append(_row("personen", area, quarter, total))
            rows += [_row("personen", area, quarter, one, form=form) for form, one in zip(FORMS, counts, strict=True)]
            rows.append(_row("procent", area, quarter, 100 * total / everybody, two=(total, everybody)))
    columns = zip(*rows, strict=True)
    arrays = [pa.array(list(column), field.type) for column, field in zip(columns, schema_of(MEASURED), strict=True)]
    table = pa.table(arrays, schema=schema_of(MEASURED))
    return with_groups(table, indicators(), {MERGING.id: MERGING}, place) if place else table


def _row(unit: str, area: Area, quarter: str, value: float, *, form: str = TOTAL, two=(None, None)) -> list:
    dimensions = [form if name == "hulpvorm" else TOTAL for name in DIMENSIONS]
    key = ["jeugdhulp", unit, area.code, 2025, area.level.value, quarter, "kwartaal", *dimensions]
    above, below = (None if one is None else float(one) for one in two)
    return [*key, float(value), "zero" if value == 0 else "value", 1, "proef", above, below, None, None]


def released(place: Region, cells: pa.Table | None = None, earlier=()) -> ProtectedRelease:
    """The protected figures of the region and its groups."""
    given = measured(place=place) if cells is None else cells
    return protect(
        Request(given, indicators(), {MERGING.id: MERGING}, place.with_groups(), earlier=earlier), processes=1
    )


def figure(cells: pa.Table, area: str, form: str = TOTAL, unit: str = "personen", quarter: str = "2025KW01"):
    """Value and status of one published figure."""
    for row in cells.to_pylist():
        if (row["area"], row["period"], row["hulpvorm"], row["unit"]) == (area, quarter, form, unit):
            return row["value"], row["status"]
    raise AssertionError((area, quarter, form, unit))
