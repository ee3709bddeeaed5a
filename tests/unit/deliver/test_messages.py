"""Messages become rows: every field of every layout, however the message is read."""

from pathlib import Path

import pytest
from tests.support.messages import TABLE_OF, default, expected, message, zip_of

from graadmeter.deliver.limits import Limits
from graadmeter.deliver.raw import RawDelivery
from graadmeter.deliver.reader import read_files

WAYS = {"small": Limits(), "in pieces": Limits(stream_from=1)}
KINDS = [f"{domain}{number}" for domain in ("JW", "WMO") for number in sorted(TABLE_OF)]


def read(tmp_path: Path, text: str | bytes, limits: Limits | None = None) -> RawDelivery:
    file = tmp_path / "bericht.xml"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_files([file], limits or Limits())


def inside(raw: RawDelivery, kind: str) -> list[dict[str, str | None]]:
    layout = TABLE_OF[kind[-3:]]
    return [{name: row[name] for name in expected(layout, {})} for row in raw.tables[layout.table].to_pylist()]


@pytest.mark.parametrize("limits", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_field_arrives_where_the_layout_says(tmp_path: Path, kind: str, limits: Limits) -> None:
    layout = TABLE_OF[kind[-3:]]
    rows = [{}, {"bsn": "900000024"}, {"bsn": "900000024", "productcode": None, "volume": None}]
    raw = read(tmp_path, message(kind, rows), limits)
    assert raw.findings == ()
    assert inside(raw, kind) == [expected(layout, row) for row in rows]
    [first, *_] = raw.tables[layout.table].to_pylist()
    assert (first["domein"], first["gemeente"], first["aanbieder"]) == (kind[:-3].lower(), "0141", "42420001")
    assert (first["bericht_id"], first["dagtekening"]) == ("B1", "2025-11-03")
    assert (first["bestand"], first["regel"]) == ("bericht.xml", 1)


def test_claim_itself_is_a_row(tmp_path: Path) -> None:
    [claim] = read(tmp_path, message("JW323")).tables["declaratie"].to_pylist()
    assert claim["declaratienummer"] == default("declaratienummer")
    assert claim["totaalbedrag"] == "5000"


def test_alike_messages_in_a_zip_keep_their_own_values(tmp_path: Path) -> None:
    rows = [
        {"bsn": f"90000{n:04}", "toewijzingnummer": str(n), "einddatum": None if n % 3 else "2025-12-31"}
        for n in range(40)
    ]
    members = {f"JW301_{n:06}.xml": message("JW301", [row], id=f"B{n}") for n, row in enumerate(rows)}
    raw = read_files([zip_of(tmp_path / "berichten.zip", members)])
    assert inside(raw, "JW301") == [expected(TABLE_OF["301"], row) for row in rows]
    got = raw.tables["toewijzing"].to_pylist()
    assert [row["bericht_id"] for row in got] == [f"B{n}" for n in range(40)]
    assert [row["bestand"] for row in got] == [f"berichten.zip/{name}" for name in members]


@pytest.mark.parametrize("limits", WAYS.values(), ids=WAYS)
def test_large_claims_are_read_completely(tmp_path: Path, limits: Limits) -> None:
    rows = [
        {"bsn": f"9000{n // 2:05}", "referentienummer": f"R{n}", "tarief": None if n % 5 else "99"} for n in range(300)
    ]
    raw = read(tmp_path, message("WMO323", rows), limits)
    assert inside(raw, "WMO323") == [expected(TABLE_OF["323"], row) for row in rows]
    assert raw.tables["prestatie"]["regel"].to_pylist() == list(range(1, 301))
    assert raw.tables["declaratie"].num_rows == 1


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("A&amp;B", "A&B"),
        ("caf&#233;", "café"),
        ("café", "café"),
        ("<![CDATA[A<B]]>", "A<B"),
        ("A<!-- weg -->B", "AB"),
        ("A<?weg weg?>B", "AB"),
        ("  A\n ", "A"),
        ("   ", None),
        ("", None),
        ("A > B", "A > B"),
    ],
)
@pytest.mark.parametrize("limits", WAYS.values(), ids=WAYS)
def test_texts_are_read_as_xml_says(tmp_path: Path, written: str, read_as: str | None, limits: Limits) -> None:
    text = message("JW301", [{"referentie": "HIER"}]).replace("HIER", written)
    raw = read(tmp_path, text, limits)
    assert raw.findings == ()
    assert raw.tables["toewijzing"]["referentie"].to_pylist() == [read_as]


def test_first_address_gives_both_kind_and_postcode(tmp_path: Path) -> None:
    one = "<jw301:Contact><jw301:Soort>03</jw301:Soort></jw301:Contact>"
    address = "<jw301:Adres><jw301:Postcode>7600AA</jw301:Postcode></jw301:Adres>"
    other = f"<jw301:Contact><jw301:Soort>01</jw301:Soort>{address}</jw301:Contact>"
    both = f"<jw301:Contactgegevens>{one}{other}</jw301:Contactgegevens>"
    products = "<jw301:ToegewezenProducten>"
    text = message("JW301", [{"postcode": None, "adres_soort": None}]).replace(products, both + products)
    [row] = read(tmp_path, text).tables["toewijzing"].to_pylist()
    assert (row["adres_soort"], row["postcode"]) == ("03", None)


def test_relations_are_never_read(tmp_path: Path) -> None:
    relation = "<jw301:Relaties><jw301:Relatie><jw301:Bsn>123456782</jw301:Bsn></jw301:Relatie></jw301:Relaties>"
    text = message("JW301").replace("<jw301:Client>", f"<jw301:Client>{relation}")
    assert read(tmp_path, text).tables["toewijzing"]["bsn"].to_pylist() == ["900000012"]


def test_elements_of_a_foreign_namespace_do_not_count(tmp_path: Path) -> None:
    text = message("JW301").replace("<jw301:Bsn>", '<x:Bsn xmlns:x="urn:x">').replace("</jw301:Bsn>", "</x:Bsn>")
    assert read(tmp_path, text).tables["toewijzing"]["bsn"].to_pylist() == [None]


@pytest.mark.parametrize(
    ("sender", "receiver", "parties"),
    [
        ("0153", "42420001", ("0153", "42420001")),
        ("42420001", "0153", ("0153", "42420001")),
        ("153", "42420001", ("153", "42420001")),
        ("4242001", "0153", ("0153", "4242001")),
    ],
)
def test_who_is_who_follows_from_the_codes(
    tmp_path: Path, sender: str, receiver: str, parties: tuple[str, str]
) -> None:
    [row] = read(tmp_path, message("JW305", sender=sender, receiver=receiver)).tables["start"].to_pylist()
    assert (row["gemeente"], row["aanbieder"]) == parties
