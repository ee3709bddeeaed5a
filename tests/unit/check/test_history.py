"""What is kept of earlier deliveries, how several become one, and how a quarter is held beside them."""

from datetime import date

import pyarrow as pa

from graadmeter.catalogue.products import base_products, region_products
from graadmeter.check import earlier, volumes
from graadmeter.check.earlier_tables import EARLIER, earlier_schema
from graadmeter.check.latest import latest_versions
from graadmeter.check.products import product_rows
from graadmeter.domain import events
from graadmeter.domain.periods import parse_period
from graadmeter.engine.arrow import schema_of

KW = parse_period("2025KW03").first
D = date


def event(table, **columns) -> pa.Table:
    schema = schema_of(table)
    rows = len(next(iter(columns.values())))
    return pa.table({field.name: pa.array(columns.get(field.name, [None] * rows), field.type) for field in schema})


def session(kw: int, **more) -> dict[str, pa.Table]:
    made = {
        "toewijzing": event(
            events.TOEWIJZING, domein=["jw"], toewijzingnummer=[7], aanbieder=["41410001"], productcode=["45A48"],
            toewijzingsdatum=[D(2025, 1, kw % 4 + 1)], toewijzingstijd=["10:00:00"], ingangsdatum=[D(2025, 1, 1)],
        ),
        "voorziening": event(
            events.VOORZIENING, kwartaal=[kw] * 3, wet=["jeugdwet", "wmo", "jeugdwet"], toewijzingnummer=[7, 8, None],
            productcode=["45A48", "02A03", None], aanbieder=["41410001", "41410001", None],
        ),
        "woonsituatie": event(events.WOONSITUATIE, wijk=["WK014110", "WK014110", "WK0141XX"]),
        "levering": event(events.LEVERING, tabel=["voorziening", "start"], gebruikt=[3, 40]),
        "prestatie": event(events.PRESTATIE, aanbieder=["41410001"] * 3, debet_credit=["D", "C", "D"]),
    }  # fmt: skip
    return made | more


def test_of_a_session_only_keys_dates_and_volumes_are_kept() -> None:
    kept = earlier.of_session(session(KW), KW)
    assert set(kept) == {"afkeuring", *(f"eerder_{name}" for name in EARLIER)}
    kept = earlier.combine([kept])
    assert set(kept) == {f"eerder_{name}" for name in EARLIER}
    personal = {"persoon", "bsn", "geboortedatum", "huishouden", "voorziening_id", "referentie"}
    for name, table in kept.items():
        assert table.schema == earlier_schema(name.removeprefix("eerder_"))
        assert not personal & set(table.column_names)
    assert kept["eerder_toewijzing"]["nummer"].to_pylist() == [7]
    assert kept["eerder_voorziening"].to_pylist() == [
        {"kw": KW, "domein": "jw", "nummer": 7, "einddatum": None},
        {"kw": KW, "domein": "wmo", "nummer": 8, "einddatum": None},
    ]


def test_volumes_of_a_session() -> None:
    rows = earlier.of_session(session(KW), KW)["eerder_volume"].to_pylist()
    found = {(row["maat"], row["code"]): row["aantal"] for row in rows}
    assert found == {
        ("aanbieder", "41410001"): 2,
        ("product", "45A48"): 1,
        ("product", "02A03"): 1,
        ("product", "jeugdwet"): 1,
        ("wijk", "WK014110"): 2,
        ("wijk", "WK0141XX"): 1,
        ("tabel", "voorziening"): 3,
        ("tabel", "start"): 40,
        ("regels", "41410001"): 2,
    }
    assert {row["kw"] for row in rows} == {KW}


def test_several_sessions_become_one() -> None:
    parts = [earlier.of_session(session(kw), kw) for kw in (KW - 1, KW)]
    joined = earlier.combine(parts)
    assert joined["eerder_toewijzing"].num_rows == 1
    assert joined["eerder_toewijzing"]["toewijzingsdatum"].to_pylist() == [D(2025, 1, 3)]
    assert set(joined["eerder_voorziening"]["kw"].to_pylist()) == {KW}
    assert set(joined["eerder_volume"]["kw"].to_pylist()) == {KW - 1, KW}
    assert earlier.combine([]) == {}


def test_an_absent_event_table_is_known_to_be_empty() -> None:
    kept = earlier.of_session({}, KW)
    assert all(table.num_rows == 0 for table in kept.values())


def test_the_latest_version_goes_by_date_then_time_then_place() -> None:
    rows = pa.table(
        {
            "zaak": pa.array([2, 2, 4, 4, 4, None], pa.int64()),
            "toewijzingsdatum": pa.array([D(2025, 2, 1), D(2025, 1, 1)] + [D(2025, 1, 1)] * 4, pa.date32()),
            "toewijzingstijd": ["08:00:00", "23:59:59", "09:00:00", "10:30:00", "10:30:00", "1"],
            "wat": ["a", "b", "c", "d", "e", "f"],
        }
    )
    assert latest_versions(rows)["wat"].to_pylist() == ["a", "e"]


def test_now_is_compared_with_the_four_quarters_before() -> None:
    now = pa.table({"maat": ["product"], "code": ["A"], "aantal": pa.array([10], pa.int64())})
    before = [(KW - quarter, "product", code, amount) for quarter, code, amount in
              [(1, "A", 20), (2, "A", 30), (5, "A", 900), (1, "B", 7), (0, "A", 5)]]  # fmt: skip
    columns = [list(column) for column in zip(*before, strict=True)]
    table = pa.table(dict(zip(("kw", "maat", "code", "aantal"), columns, strict=True)), schema=earlier_schema("volume"))
    assert volumes.compared(now, table, KW).to_pylist() == [
        {"maat": "product", "code": "A", "nu": 10, "vorig": 20, "gemiddeld": 25, "kwartalen": 2},
        {"maat": "product", "code": "B", "nu": None, "vorig": 7, "gemiddeld": 7, "kwartalen": 1},
    ]


def test_what_ran_and_is_gone_is_counted() -> None:
    quarter = parse_period("2025KW04")
    ran = [(quarter.first - 1, "jw", 1, None), (quarter.first - 1, "jw", 2, D(2025, 11, 1)),
           (quarter.first - 1, "jw", 3, D(2025, 9, 30)), (quarter.first - 2, "jw", 4, None)]  # fmt: skip
    names = earlier_schema("voorziening").names
    before = pa.table(
        dict(zip(names, map(list, zip(*ran, strict=True)), strict=True)), schema=earlier_schema("voorziening")
    )
    now = pa.table({"zaak": pa.array([2], pa.int64())})
    (line,) = volumes.disappeared(now, before, quarter).to_pylist()
    assert (line["nu"], line["vorig"]) == (1, 2)
    assert volumes.disappeared(now.slice(1), before, quarter).num_rows == 0


def test_products_never_overlap_and_own_ones_go_first() -> None:
    own = region_products(
        [
            "productcode,domein,categorie,soort,vorm,dyslexie,eenheid,tarief_cent,gemeente,from,until,source",
            "45A48,jw,45,jeugdhulp,02,N,01,100,,2019-01-01,2019-12-31,x",
            "45A48,jw,45,jeugdhulp,02,N,01,110,,2020-01-01,,x",
            "45A48,jw,45,jeugdhulp,02,N,01,999,GM0141,2020-07-01,2020-09-30,x",
            "45A48,jw,45,jeugdhulp,02,N,01,555,GM0153,2019-01-01,,x",
        ]
    )
    table = product_rows((*own, *base_products()), "GM0141")
    rows = [row for row in table.to_pylist() if row["productcode"] == "45A48"]
    assert [(str(row["van"]), str(row["tot"]), row["tarief_cent"]) for row in rows] == [
        ("2015-01-01", "2018-12-31", None),
        ("2019-01-01", "2019-12-31", 100),
        ("2020-01-01", "2020-06-30", 110),
        ("2020-07-01", "2020-09-30", 999),
        ("2020-10-01", "9999-12-31", 110),
    ]
