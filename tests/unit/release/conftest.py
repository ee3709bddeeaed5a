"""A small release: two municipalities, one indicator, made by hand."""

from dataclasses import replace

import pyarrow as pa
import pytest

from graadmeter.catalogue.load_policies import policies
from graadmeter.domain.areas import Area, Level
from graadmeter.domain.cells import DIMENSIONS, MEASURED, PUBLISHED, TOTAL
from graadmeter.domain.deliveries import Accepted, DeliveredFile, Manifest, Receipt, TableCount
from graadmeter.domain.findings import Verdict
from graadmeter.domain.indicators import (
    AgeScope,
    Count,
    Indicator,
    Measure,
    Population,
    Unit,
    WorkedExample,
)
from graadmeter.domain.periods import PeriodType, parse_period
from graadmeter.domain.region import Region
from graadmeter.domain.text import Text
from graadmeter.engine.arrow import schema_of
from graadmeter.release.build import Draft
from graadmeter.release.edition import Inputs
from graadmeter.release.lineage import LINEAGE

POLICY = replace(policies()["tmsd-10"], id="standaard", threshold=10)
COUNT = Count(Unit.PERSONS, "traject", "soort = 'jeugdhulp'", AgeScope.MINOR)


def cell(
    unit,
    area,
    value,
    *,
    period="2025KW04",
    status="value",
    numerator=None,
    denominator=None,
    persons=None,
    **dimensions,
):
    """One measured cell of the indicator jeugdhulp."""
    level = "regio" if area.startswith("JZ") else "gemeente"
    key = ["jeugdhulp", unit, area, 2025, level, period, "kwartaal"]
    spread = [dimensions.get(name, TOTAL) for name in DIMENSIONS]
    return [*key, *spread, value, status, 1, "2025KW04-00000000", numerator, denominator, persons, persons]


def measured(rows):
    columns = zip(*rows, strict=True) if rows else ([] for _ in MEASURED.columns)
    arrays = [pa.array(list(column), field.type) for column, field in zip(columns, schema_of(MEASURED), strict=True)]
    return pa.table(arrays, schema=schema_of(MEASURED))


def published(table):
    return table.select(list(PUBLISHED.names))


def delivery(session, *codes, verdict=Verdict.ACCEPTED):
    gemeente, period, _ = session.split("-")
    file = DeliveredFile("voorzieningen.csv", 100, "ab" * 32)
    manifest = Manifest(session, f"GM{gemeente}", period, "2026-01-21T09:00:00+00:00", (file,), "rules-1", "software-1")
    tables = (TableCount("voorziening", 20, 19, 1), TableCount("start", 3, 0, 3))
    receipt = Receipt(session, verdict, tables, 1, "cd" * 32, "rules-1", manifest.received_at)
    return Accepted(manifest, receipt, codes)


@pytest.fixture
def region():
    return Region(
        name="Proefregio",
        code="JZ14",
        vintage=2025,
        areas=(
            Area("JZ14", 2025, Level.REGION, "Proefregio"),
            Area("GM0141", 2025, Level.MUNICIPALITY, "Almelo", "JZ14", (0, 0)),
            Area("GM0147", 2025, Level.MUNICIPALITY, "Borne", "JZ14", (1, 0)),
            Area("WK014110", 2025, Level.WIJK, "De Riet", "GM0141"),
        ),
        first_quarter=parse_period("2025KW03").first,
        last_quarter=parse_period("2025KW04").last,
        providers={"12345678": "Stichting Voorbeeld"},
        fictitious=True,
    )


@pytest.fixture
def indicator():
    return Indicator(
        id="jeugdhulp",
        version=1,
        theme="jeugd",
        title=Text("Jeugdhulp", "Youth help"),
        counts_what=Text("Wie", "Who"),
        says_not=Text("Niet", "Not"),
        definition=Text("Precies", "Exactly"),
        sentence=Text("{value}", "{value}"),
        caveats=(Text("Let op", "Mind"),),
        source="made by hand",
        polarity=0,
        measures=(
            Measure(Unit.PERSONS, COUNT, breakdowns=("hulpvorm",)),
            Measure(Unit.PERCENT, COUNT, share_of=Population(AgeScope.MINOR)),
        ),
        levels=(Level.REGION, Level.MUNICIPALITY),
        breakdown_levels=(Level.MUNICIPALITY,),
        periods=(PeriodType.QUARTER,),
        policy="standaard",
        additive=(),
        example=WorkedExample({}, ()),
    )


@pytest.fixture
def rows():
    return [
        cell("personen", "JZ14", 75.0),
        cell("personen", "GM0141", 63.0),
        cell("personen", "GM0141", 40.0, hulpvorm="02"),
        cell("personen", "GM0147", 12.0, status="provisional"),
        cell("procent", "GM0141", 12.6, numerator=63.0, denominator=500.0),
        cell("procent", "GM0147", 4.8, numerator=12.0, denominator=250.0),
    ]


@pytest.fixture
def draft(region, indicator, rows):
    table = measured(rows)
    sessions = ("0141-2025KW04-aaaaaaaa", "0147-2025KW04-bbbbbbbb")
    lineage = pa.table(
        [["GM0141", "JZ14"], ["2025KW04"] * 2, ["jeugdwet"] * 2, [sessions[0]] * 2], schema=schema_of(LINEAGE)
    )
    return Draft(
        cells=published(table),
        audit={"cells": 6, "attacks": [{"name": "lp", "recovered": 0}]},
        measured=table,
        lineage=lineage,
        indicators={"jeugdhulp": indicator},
        policies={"standaard": POLICY},
        region=region,
        inputs=Inputs(
            region.last_quarter,
            tuple((session, "cd" * 32, "geaccepteerd") for session in sessions),
            "catalogue-1",
            "configuration-1",
            "graadmeter 0.1.0",
        ),
        deliveries=(delivery(sessions[0], "B201", "V101"), delivery(sessions[1])),
    )


@pytest.fixture
def altered(draft):
    """The same draft with other figures."""

    def make(rows, **changes):
        table = measured(rows)
        return replace(draft, measured=table, cells=published(table), **changes)

    return make
