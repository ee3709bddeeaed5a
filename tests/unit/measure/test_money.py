"""Questions about money put to a small model: growth, replayed payment, claim lines, Iv3."""

from datetime import date

import pyarrow as pa
import pytest

from graadmeter.catalogue.claim_groups import claim_group, claim_groups
from graadmeter.catalogue.crosswalks import task_fields
from graadmeter.domain.estimates import Basis
from graadmeter.domain.events import PRESTATIE, engine_name
from graadmeter.domain.growth_tables import Family
from graadmeter.domain.model import DECLARATIEREGEL, LEVERING, TRAJECT
from graadmeter.domain.products import Product
from graadmeter.domain.tables import Type
from graadmeter.engine.arrow import schema_of
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.example import example_areas
from graadmeter.measure.money import claimed
from graadmeter.measure.money.claim_lines import claim_lines
from graadmeter.measure.money.claimed import UNKNOWN_GROUP, claimed_by_group, quarters_delivered, still_to_come
from graadmeter.measure.money.growth import growth
from graadmeter.measure.money.reconcile import Cause, Year, reconcile
from graadmeter.measure.money.replay import replayed
from graadmeter.measure.money.scope import Scope
from graadmeter.statistics.invoicing import CRITERIA
from graadmeter.statistics.output_payment import Trajectory

KW = 2024 * 4
_EMPTY = {Type.TEXT: "", Type.INT: 0, Type.BIGINT: 0, Type.DATE: date(2024, 1, 1), Type.BOOL: False}


def _rows(table, rows):
    """Rows in which what a test does not name is empty."""
    full = [
        {
            column.name: row.get(column.name, None if column.nullable else _EMPTY[column.type])
            for column in table.columns
        }
        for row in rows
    ]
    return pa.Table.from_pylist(full, schema=schema_of(table))


@pytest.fixture
def engine():
    with DuckDBEngine(threads=1) as opened:
        yield opened


def _claim(person, kw, cents, **values):
    fixed = {"persoon": person, "gemeente": "GM0141", "wet": "jeugdwet", "aanbieder": "A", "productcode": "45A01"}
    kind = {"soort": "jeugdhulp", "hulpvorm": "02", "kw": kw, "volume": 1, "bedrag_cent": cents}
    return fixed | kind | values


def test_growth_per_product_and_in_all_to_the_cent(engine):
    lines = [_claim(person, KW + person % 4, 1001, volume=10) for person in range(10)]
    lines += [_claim(person, KW + 4, 1203, volume=11) for person in range(8)]
    lines += [_claim(1, KW, 500, productcode="50A01"), _claim(2, KW + 5, 777, productcode="51A01")]
    lines += [_claim(1, KW, 300, productcode="LUMP", volume=0), _claim(1, KW + 7, 450, productcode="LUMP", volume=0)]
    lines += [_claim(9, KW + 4, 9999, gemeente="GM0153"), _claim(9, KW + 4, 8888, wet="wmo")]
    engine.register("declaratieregel", _rows(DECLARATIEREGEL, lines))
    found = growth(engine, 2024, 2025, Scope("GM0141", "jeugdwet"))
    assert (found.before, found.after) == (10 * 1001 + 800, 8 * 1203 + 777 + 450)
    assert sum(found.parts.values()) == found.after - found.before
    assert found.clients == (10, 8)
    of = {one.product: one for one in found.products}
    assert all(sum(one.parts.values()) == one.after - one.before for one in found.products)
    assert (of["50A01"].parts["beeindigd"], of["51A01"].parts["nieuw"]) == (-500, 777)
    assert of["LUMP"].parts["prijs"] > 0 == of["LUMP"].parts["nieuw"]
    assert growth(engine, 2024, 2025, Scope()).after == found.after + 9999 + 8888
    assert growth(engine, 2020, 2021, Scope()).products == ()


def test_a_claim_goes_to_one_trajectory_and_only_whole_ended_ones_are_replayed(engine):
    care = {
        "persoon": 1,
        "gemeente": "GM0141",
        "wet": "jeugdwet",
        "soort": "jeugdhulp",
        "hulpvorm": "02",
        "aanbieder": "A",
    }
    spells = [(KW, KW + 2, 1), (KW + 2, KW + 3, 1), (KW + 1, None, 2), (KW - 1, KW + 1, 3), (KW + 5, KW + 6, 4)]
    spells += [(KW, None, 5), (KW + 1, KW + 2, 5)]
    trajectories = [
        care | {"traject": at, "persoon": person, "kw_begin": begin, "kw_einde": end}
        for at, (begin, end, person) in enumerate(spells, 1)
    ]
    trajectories.append(trajectories[0] | {"traject": 9, "aanbieder": None})
    claims = [_claim(1, KW + at, 10_000 * (at + 1)) for at in range(4)]
    claims += [_claim(1, KW + 2, 500), _claim(1, KW, 7, vervoer=True), _claim(1, KW, 9, hulpvorm="03")]
    claims += [_claim(person, KW + 1, 100) for person in (2, 3, 5)]
    engine.register("traject", _rows(TRAJECT, trajectories))
    engine.register("declaratieregel", _rows(DECLARATIEREGEL, claims))
    found = replayed(engine, 2024, Scope())
    assert found == [Trajectory("A", "jeugdhulp 02", 400.0), Trajectory("A", "jeugdhulp 02", 605.0)]
    assert replayed(engine, 2024, Scope("GM0153")) == []


def test_lines_are_held_against_every_agreement(engine):
    base = {
        "domein": "jw", "gemeente": "GM0141", "aanbieder": "A", "productcode": "45A01", "eenheid": "04",
        "periode_begin": date(2024, 3, 1), "periode_eind": date(2024, 3, 31), "dagtekening": date(2024, 4, 5),
        "debet_credit": "D",
    }  # fmt: skip
    lines = [
        {"referentienummer": "fine"},
        {"referentienummer": "cents", "eenheid": "83"},
        {"referentienummer": "credited"},
        {"referentienummer": "credit", "debet_credit": "C", "vorig_referentienummer": "credited"},
        {"referentienummer": "product", "productcode": "99X99"},
        {"referentienummer": "unit", "eenheid": "14"},
        {"referentienummer": "period", "periode_eind": date(2024, 4, 2)},
        {"referentienummer": "edge", "dagtekening": date(2024, 7, 1)},
        {"referentienummer": "late", "dagtekening": date(2024, 7, 2)},
        {"referentienummer": "elsewhere", "gemeente": "GM0153"},
        {"referentienummer": "other year", "periode_begin": date(2023, 3, 1), "aanbieder": "B"},
    ]
    engine.register(engine_name(PRESTATIE), _rows(PRESTATIE, [base | line for line in lines]))
    agreed = Product(
        "45A01", "jw", "45", "jeugdhulp", "02", False, "04", None, "GM0141", date(2020, 1, 1), None, "test"
    )
    twice = Product("45A01", "jw", "45", "jeugdhulp", "02", False, "14", None, "GM0999", date(2020, 1, 1), None, "test")
    found = claim_lines(engine, 2024, Scope(), [agreed, twice])
    missing = {tuple(name for name in CRITERIA if name not in one.fulfilled): one.lines for one in found}
    assert missing == {
        (): 3,
        ("zonder_correctie",): 2,
        ("product", "eenheid"): 2,
        ("eenheid",): 1,
        ("periode",): 1,
        ("op_tijd",): 1,
    }
    assert {one.provider for one in found} == {"A"}
    assert sum(one.lines for one in claim_lines(engine, 2024, Scope("GM0141", "jeugdwet"), [agreed])) == 9
    assert claim_lines(engine, 2024, Scope(wet="wmo"), [agreed]) == []


def test_claims_fall_in_the_groups_of_iv3(engine):
    lines = [
        _claim(1, KW, 100),
        _claim(1, KW, 20, soort="vervoer", vervoer=True),
        _claim(1, KW, 3, soort="reclassering", hulpvorm="22"),
        _claim(1, KW, 4000, wet="wmo", soort="wmo", wmo_vorm="hulpmiddelen"),
        _claim(1, KW, 50_000, wet="wmo", soort="wmo"),
        _claim(1, KW, 7, soort="anders"),
        _claim(1, KW + 4, 9),
    ]
    sessions = [
        {"sessie": f"{at}", "gemeente": "GM0141", "kwartaal": KW + at, "tabel": "prestatie", "gebruikt": at}
        for at in range(6)
    ]
    engine.register("declaratieregel", _rows(DECLARATIEREGEL, lines))
    engine.register("levering", _rows(LEVERING, sessions))
    assert claimed_by_group(engine, 2024, Scope("GM0141")) == {
        UNKNOWN_GROUP: 7, "jeugdhulp": 120, "jeugd_geescaleerd": 3, "wmo_hulpmiddelen": 4000, "wmo_maatwerk": 50_000,
    }  # fmt: skip
    assert quarters_delivered(engine, 2024, "GM0141") == 3
    assert {item.groep for item in claim_groups()} <= {field.groep for field in task_fields()}
    assert (claim_group("wmo", "nieuw"), claim_group("anders", "")) == ("wmo_maatwerk", None)


def test_still_to_come_is_what_estimates_of_the_year_add(monkeypatch):
    own = {
        "family": Family.CLAIMED.value, "area": "GM0141", "basis": Basis.ESTIMATED.value, "period": "2024KW04",
        "value": 100.25, "estimate": 120.5,
    }  # fmt: skip
    others = [
        {"period": "2024KW03", "value": 10.0, "estimate": 11.0},
        {"period": "2025KW01"},
        {"family": Family.YOUTH_BEGUN.value},
        {"area": "GM0153"},
        {"basis": Basis.TOO_FEW.value, "estimate": 500.0},
    ]
    rows = [own, *({**own, **other} for other in others)]
    monkeypatch.setattr(claimed, "estimates", lambda *_: pa.Table.from_pylist(rows))
    place = example_areas(("GM0141",), (), KW, KW + 7)
    assert still_to_come(DuckDBEngine(threads=1), 2024, "GM0141", place) == 2025 + 100


def test_the_causes_are_the_difference_to_the_cent():
    year = Year(
        spend={"jeugdhulp": 1_000_000, "wmo_maatwerk": 333_333, "toegang": 50_000},
        claims={"jeugdhulp": 600_001, "wmo_maatwerk": 400_000, UNKNOWN_GROUP: 7},
        quarters=3,
        to_come=100_001,
    )
    lines = {line.group: line for line in reconcile(year)}
    assert list(lines) == ["jeugdhulp", UNKNOWN_GROUP, "toegang", "wmo_maatwerk"]
    for line in lines.values():
        assert sum(line.causes.values()) == line.spend - line.claims
    assert sum(line.causes[Cause.TO_COME] for line in lines.values()) == 100_001
    assert [lines[name].causes[Cause.TO_COME] for name in ("jeugdhulp", "wmo_maatwerk")] == [60_000, 40_000]
    assert (lines[UNKNOWN_GROUP].spend, lines["toegang"].claims) == (0, 0)
    (cent,) = reconcile(Year({"jeugdhulp": 5}, {"jeugdhulp": 1}, 4, 100))
    assert cent.causes[Cause.TO_COME] == 100
    assert lines["toegang"].causes[Cause.NEVER_CLAIMED] == 50_000
    assert lines["jeugdhulp"].causes[Cause.NOT_DELIVERED] == 200_000
    assert lines["wmo_maatwerk"].causes[Cause.REST] < 0
    assert all(line.causes[Cause.TO_COME] == 0 for line in reconcile(Year({"jeugdhulp": 5}, {}, 0, 100)))
