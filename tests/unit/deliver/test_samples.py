"""The official samples of iJw and iWmo 3.2 give the rows they hold."""

from pathlib import Path

import pytest

from graadmeter.deliver.limits import Limits
from graadmeter.deliver.raw import RawDelivery
from graadmeter.deliver.reader import read_files

STANDARDS = Path(__file__).parents[3] / "../shared/standards"
pytestmark = pytest.mark.skipif(not STANDARDS.exists(), reason="../shared/standards is absent: no official samples")


@pytest.fixture(scope="module", params=[1_000_000, 0], ids=["whole", "in pieces"])
def raw(request: pytest.FixtureRequest) -> RawDelivery:
    samples = [STANDARDS / "ijw-3.2/samples", STANDARDS / "iwmo-3.2/samples"]
    return read_files(samples, Limits(stream_from=request.param))


def rows(raw: RawDelivery, table: str, file: str) -> list[dict[str, str]]:
    return [row for row in raw.tables[table].to_pylist() if row["bestand"] == file]


def test_every_readable_message_gives_its_records(raw: RawDelivery) -> None:
    counts = {(line.file, line.table): line.read for line in raw.lines}
    assert counts == {
        ("JW301.xml", "toewijzing"): 2,
        ("JW305.xml", "start"): 2,
        ("JW307.xml", "stop"): 2,
        ("JW315.xml", "verzoek"): 2,
        ("JW323.xml", "declaratie"): 1,
        ("JW323.xml", "prestatie"): 5,
        ("WMO301.xml", "toewijzing"): 1,
        ("WMO305.xml", "start"): 2,
        ("WMO307.xml", "stop"): 2,
        ("WMO315.xml", "verzoek"): 2,
        ("WMO323.xml", "declaratie"): 1,
        ("WMO323.xml", "prestatie"): 4,
    }


def test_claim_lines_add_up_to_the_claim(raw: RawDelivery) -> None:
    lines = rows(raw, "prestatie", "JW323.xml")
    [claim] = rows(raw, "declaratie", "JW323.xml")
    assert [line["bedrag"] for line in lines] == ["5000", "24000", "5000", "24000", "21000"]
    assert claim["totaalbedrag"] == "79000"
    assert [line["bsn"] for line in lines] == ["999900006"] * 2 + ["999900018"] * 3
    assert {line["declaratienummer"] for line in lines} == {"DN001"}
    assert [line["regel"] for line in lines] == [1, 2, 3, 4, 5]


def test_assignment_reads_through_both_namespaces(raw: RawDelivery) -> None:
    first, second = rows(raw, "toewijzing", "JW301.xml")
    assert (first["domein"], first["gemeente"], first["aanbieder"]) == ("jw", "0384", "42420001")
    assert (first["bsn"], first["geboortedatum"], first["geslacht"]) == ("999900006", "2010-02-14", "1")
    assert (first["categorie"], first["productcode"], first["einddatum"]) == ("55", "55A11", "2026-07-14")
    assert (first["volume"], first["eenheid"], first["frequentie"], first["budget"]) == ("2", "04", "2", None)
    assert (first["adres_soort"], first["postcode"]) == ("03", "9999XX"), "both of the first address"
    assert first["toewijzingnummer"] != second["toewijzingnummer"]


def test_provider_is_the_sender_of_every_other_message(raw: RawDelivery) -> None:
    [claim] = rows(raw, "declaratie", "WMO323.xml")
    assert (claim["domein"], claim["gemeente"], claim["aanbieder"]) == ("wmo", "0384", "65656055")


def test_no_name_or_address_reaches_a_table(raw: RawDelivery) -> None:
    words = {"Wit", "Tom", "Galen", "Peter", "Vries", "Van Woustraat", "Amsterdam", "abc@def.com", "Commentaar client"}
    for table in raw.tables.values():
        for row in table.to_pylist():
            assert not words & set(row.values())


def test_messages_without_a_layout_are_named_and_not_used(raw: RawDelivery) -> None:
    assert {finding.code for finding in raw.findings} == {"DL-XML-NIETGEBRUIKT"}
    named = {finding.values["message"] for finding in raw.findings}
    assert named == {
        "JW302",
        "JW306",
        "JW308",
        "JW316",
        "JW317",
        "JW318",
        "JW319",
        "JW320",
        "JW325",
        "WMO317",
        "WMO319",
    }
