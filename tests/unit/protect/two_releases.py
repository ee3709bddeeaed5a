"""A region of four municipalities with made-up counts of youth help, published again and again."""

from collections.abc import Mapping
from dataclasses import replace

import pyarrow as pa

from graadmeter.catalogue.load_policies import policies
from graadmeter.domain.areas import Area, Level
from graadmeter.domain.cells import DIMENSIONS, MEASURED, TOTAL
from graadmeter.domain.indicators import AgeScope, Count, Indicator, Measure, Population, Unit, WorkedExample
from graadmeter.domain.periods import PeriodType, parse_period
from graadmeter.domain.policies import Policy
from graadmeter.domain.region import Region
from graadmeter.domain.text import Text
from graadmeter.engine.arrow import schema_of

POLICY = policies()["tmsd-10"]
TOWNS = ("GM0141", "GM0147", "GM0153", "GM0158")
Counts = Mapping[str, Mapping[str, tuple[int, ...]]]
"""Per quarter and form of help the count of each municipality."""

FIRST: Counts = {"2025KW01": {"02": (100, 60, 50, 30), "03": (20, 24, 13, 17)}}
_COUNT = Count(Unit.PERSONS, "traject", "soort = 'jeugdhulp'", AgeScope.MINOR)
_INHABITANTS = 9000


def region() -> Region:
    """The municipalities and their region."""
    towns = tuple(Area(code, 2025, Level.MUNICIPALITY, code, "JZ14") for code in TOWNS)
    first, last = (parse_period(code).first for code in ("2025KW01", "2025KW04"))
    return Region("Proef", "JZ14", 2025, (Area("JZ14", 2025, Level.REGION, "Proef"), *towns), first, last, {}, True)


def indicator(policy: Policy = POLICY) -> dict[str, Indicator]:
    """Young people with help, by form of help (each in one form), as numbers and as a share of all."""
    words = Text("Jeugdhulp", "Youth help")
    measures = (
        Measure(Unit.PERSONS, _COUNT, breakdowns=("hulpvorm",), additive=("hulpvorm", "area")),
        Measure(Unit.PERCENT, _COUNT, share_of=Population(AgeScope.MINOR)),
    )
    one = Indicator(
        id="jeugdhulp", version=1, theme="jeugd", title=words, counts_what=words, says_not=words, definition=words,
        sentence=words, caveats=(), source="made by hand", polarity=0, measures=measures,
        levels=(Level.REGION, Level.MUNICIPALITY), breakdown_levels=(Level.REGION, Level.MUNICIPALITY),
        periods=(PeriodType.QUARTER,), policy=policy.id, additive=(), example=WorkedExample({}, ()),
    )  # fmt: skip
    return {one.id: one}


def with_change(counts: Counts, *changes: tuple[str, str, str, int]) -> Counts:
    """The counts with (quarter, form, municipality, difference) added."""
    new = {quarter: {form: list(row) for form, row in forms.items()} for quarter, forms in counts.items()}
    for quarter, form, town, difference in changes:
        new[quarter][form][TOWNS.index(town)] += difference
    return {quarter: {form: tuple(row) for form, row in forms.items()} for quarter, forms in new.items()}


def measured(counts: Counts, *, forms: tuple[str, ...] = ("02", "03")) -> pa.Table:
    """MEASURED; of the forms of help only `forms` have rows of their own."""
    rows = []
    for quarter, by_form in counts.items():
        for place, area in enumerate((*TOWNS, "JZ14")):
            of = {form: sum(row) if area == "JZ14" else row[place] for form, row in by_form.items()}
            total, everybody = sum(of.values()), _INHABITANTS * (len(TOWNS) if area == "JZ14" else 1)
            rows.append(_row("personen", area, quarter, float(total)))
            rows += [_row("personen", area, quarter, float(of[form]), hulpvorm=form) for form in forms]
            share = 100 * total / everybody
            rows.append(_row("procent", area, quarter, share, numerator=float(total), denominator=float(everybody)))
    columns = zip(*rows, strict=True)
    arrays = [pa.array(list(column), field.type) for column, field in zip(columns, schema_of(MEASURED), strict=True)]
    return pa.table(arrays, schema=schema_of(MEASURED))


def _row(unit: str, area: str, quarter: str, value: float, *, numerator=None, denominator=None, **codes: str) -> list:
    level = "regio" if area == "JZ14" else "gemeente"
    key = ["jeugdhulp", unit, area, 2025, level, quarter, "kwartaal", *(codes.get(name, TOTAL) for name in DIMENSIONS)]
    status = "zero" if value == 0 else "value"
    return [*key, value, status, 1, "proef", numerator, denominator, None, None]


def figure(cells: pa.Table, area: str, quarter: str = "2025KW01", form: str = TOTAL, unit: str = "personen"):
    """Value and status of one published figure."""
    for row in cells.to_pylist():
        if (row["area"], row["period"], row["hulpvorm"], row["unit"]) == (area, quarter, form, unit):
            return row["value"], row["status"]
    raise AssertionError((area, quarter, form, unit))


def stricter(threshold: int) -> Policy:
    """The policy with another threshold."""
    return replace(POLICY, threshold=threshold)
