"""Made-up figures of four municipalities for the rules of policies: counts, shares, amounts, means of one quarter."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

import pyarrow as pa
from tests.unit.protect.two_releases import POLICY, TOWNS, indicator

from graadmeter.catalogue.policy_rules import read_rules
from graadmeter.domain.cells import DIMENSIONS, MEASURED, TOTAL
from graadmeter.domain.contributions import CONTRIBUTIONS
from graadmeter.domain.indicators import AgeScope, Count, Indicator, Measure, Moment, Population, Unit
from graadmeter.domain.policies import Policy
from graadmeter.engine.arrow import schema_of

QUARTER = "2025KW01"
REGION = "JZ14"
PLACES = (*TOWNS, REGION)
Row = Mapping[str, object]

HELP = Count(Unit.PERSONS, "traject", "soort = 'jeugdhulp'", AgeScope.MINOR)
STAY = Count(Unit.PERSONS, "traject", "soort = 'jeugdhulp' AND verblijf", AgeScope.MINOR)
DAYS = Count(Unit.TRAJECTORIES, "traject", "soort = 'jeugdhulp'", AgeScope.MINOR, value="duur")
SPENT = Count(Unit.EURO, "declaratieregel", "kostensoort = 'jeugdhulp'", moment=Moment.PAID)


def ruled(*rules: Mapping[str, object], **change: object) -> dict[str, Policy]:
    """The policy of the region with these rules."""
    always = {"source": "proef", "valid_from": date(2020, 1, 1), "valid_until": None}
    found = read_rules("proef", [{**always, **rule} for rule in rules])
    return {POLICY.id: replace(POLICY, rules=found, **change)}


def definitions(*measures: Measure) -> dict[str, Indicator]:
    """One indicator with these measures, all of which add up over areas and forms of help."""
    (one,) = indicator().values()
    return {one.id: replace(one, measures=measures, additive=("area", "hulpvorm"))}


COUNTS = definitions(
    Measure(Unit.PERSONS, HELP, breakdowns=("hulpvorm",)),
    Measure(Unit.PER_1000, HELP, share_of=Population(AgeScope.MINOR)),
    Measure(Unit.PERCENT, STAY, share_of=HELP),
)
MONEY = definitions(Measure(Unit.EURO, SPENT, breakdowns=("hulpvorm",)))
MEANS = definitions(
    Measure(Unit.PERSONS, HELP),
    Measure(Unit.DAYS, DAYS, statistic="gemiddelde", fixed={"statistiek": "gemiddelde"}),
    Measure(Unit.PERCENT, HELP, method="wachttijd"),
)


def row(unit: Unit, area: str, value: float, **more: object) -> Row:
    """One measured row; codes of dimensions, numerator, denominator, contributors and providers by name."""
    return {
        **dict.fromkeys(MEASURED.names),
        **dict.fromkeys(DIMENSIONS, TOTAL),
        "indicator": "jeugdhulp",
        "unit": unit.value,
        "area": area,
        "area_vintage": 2025,
        "level": "regio" if area == REGION else "gemeente",
        "period": QUARTER,
        "period_type": "kwartaal",
        "value": float(value),
        "status": "zero" if value == 0 else "value",
        "definition_version": 1,
        "edition": "proef",
        **more,
    }


def table(rows: Iterable[Row]) -> pa.Table:
    """MEASURED."""
    return pa.Table.from_pylist(list(rows), schema=schema_of(MEASURED))


def with_region(values: Sequence[int]) -> dict[str, int]:
    """Counts per place; that of the region is their sum."""
    return dict(zip(PLACES, (*values, sum(values)), strict=True))


def counts(forms: Mapping[str, Sequence[int]], stay: Sequence[int] = (50, 30, 20, 10), people: int = 9000) -> pa.Table:
    """Young people by form of help, per 1,000, and the percentage that stays somewhere."""
    by_form = {form: with_region(values) for form, values in forms.items()}
    rows = []
    for area, staying in with_region(stay).items():
        total = sum(values[area] for values in by_form.values())
        everybody = people * (len(TOWNS) if area == REGION else 1)
        rows.append(row(Unit.PERSONS, area, total))
        rows += [row(Unit.PERSONS, area, values[area], hulpvorm=form) for form, values in by_form.items()]
        rows.append(row(Unit.PER_1000, area, 1000 * total / everybody, numerator=total, denominator=everybody))
        rows.append(row(Unit.PERCENT, area, 100 * staying / total, numerator=staying, denominator=total))
    return table(rows)


Amounts = Mapping[tuple[str, str], Mapping[str, int]]
"""Per form of help and municipality what each provider gets, in euros."""


def amounts(paid: Amounts) -> pa.Table:
    """What is spent by form of help, by plenty of clients."""
    rows = []
    for (area, form), parts in sums(paid).items():
        codes = {"hulpvorm": form, "contributors": 40, "providers": len(parts)}
        rows.append(row(Unit.EURO, area, sum(parts.values()), **codes))
    return table(rows)


def sums(paid: Amounts) -> dict[tuple[str, str], dict[str, int]]:
    """What each provider gets in every place, for every form and all together."""
    found: dict[tuple[str, str], dict[str, int]] = {}
    for (form, town), parts in paid.items():
        for area in (town, REGION):
            for member in (form, TOTAL):
                into = found.setdefault((area, member), {})
                for provider, euros in parts.items():
                    into[provider] = into.get(provider, 0) + euros
    return {key: found[key] for key in sorted(found)}


def shares(paid: Amounts, who: str = "aanbieder") -> pa.Table:
    """CONTRIBUTIONS of the providers to these amounts."""
    rows = []
    for (area, form), parts in sums(paid).items():
        order = sorted(parts, key=lambda name: (-abs(parts[name]), name))
        largest = [*(100 * abs(parts[name]) for name in order), 0, 0, 0]
        rows.append(
            {
                "indicator": "jeugdhulp",
                "unit": "euro",
                "fixed": "",
                "member": form,
                "area": area,
                "dimension": TOTAL if form == TOTAL else "hulpvorm",
                "period": QUARTER,
                "contributor": who,
                "amount": 100 * sum(parts.values()),
                "whole": sum(largest),
                **dict(zip(("first", "second", "third"), largest, strict=False)),
                "leader": order[0],
            }
        )
    return pa.Table.from_pylist(rows, schema=schema_of(CONTRIBUTIONS))


def means(persons: int, share: float) -> pa.Table:
    """Of each municipality the same mean and share of so many; in the region of four times as many."""
    rows = []
    for area, count in with_region([persons] * len(TOWNS)).items():
        behind = {"contributors": count, "denominator": count, "numerator": count}
        rows.append(row(Unit.PERSONS, area, count))
        rows.append(row(Unit.DAYS, area, 40.4, statistiek="gemiddelde", **behind))
        rows.append(row(Unit.PERCENT, area, share, **behind))
    return table(rows)
