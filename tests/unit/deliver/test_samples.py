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
        ("JW302.xml", "retour"): 1,
        ("JW302.xml", "retourregel"): 0,
        ("JW305.xml", "start"): 2,
        ("JW306.xml", "retour"): 1,
        ("JW306.xml", "retourregel"): 0,
        ("JW307.xml", "stop"): 2,
        ("JW308.xml", "retour"): 1,
        ("JW308.xml", "retourregel"): 0,
        ("JW315.xml", "verzoek"): 2,
        ("JW316.xml", "retour"): 1,
        ("JW316.xml", "retourregel"): 2,
        ("JW317.xml", "wijzigingsverzoek"): 2,
        ("JW318.xml", "retour"): 1,
        ("JW318.xml", "retourregel"): 3,
        ("JW319.xml", "antwoord"): 1,
        ("JW320.xml", "retour"): 1,
        ("JW323.xml", "declaratie"): 1,
        ("JW323.xml", "prestatie"): 5,
        ("JW325.xml", "afgewezen_prestatie"): 3,
        ("JW325.xml", "declaratieantwoord"): 1,
        ("WMO301.xml", "toewijzing"): 1,
        ("WMO305.xml", "start"): 2,
        ("WMO307.xml", "stop"): 2,
        ("WMO315.xml", "verzoek"): 2,
        ("WMO317.xml", "wijzigingsverzoek"): 3,
        ("WMO319.xml", "antwoord"): 1,
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


def test_every_kind_of_message_is_read(raw: RawDelivery) -> None:
    assert raw.findings == ()


def test_return_messages_tell_which_records_were_refused_and_why(raw: RawDelivery) -> None:
    [whole] = rows(raw, "retour", "JW302.xml")
    assert (whole["bericht"], whole["bericht_id"], whole["retourcodes"]) == ("302", "123456789012", "8848")
    [fine] = rows(raw, "retour", "JW308.xml")
    assert fine["retourcodes"] is None
    first, second = rows(raw, "retourregel", "JW316.xml")
    assert (first["retourcodes_client"], first["retourcodes"], second["retourcodes"]) == ("0200", "9347", "0200")
    verzoek, unchanged, new = rows(raw, "retourregel", "JW318.xml")
    assert (verzoek["referentie"], verzoek["retourcodes"]) == ("9003", "9349")
    assert (unchanged["toewijzingnummer"], unchanged["retourcodes"]) == ("10071", "9350")
    assert (new["productcode"], new["retourcodes"]) == ("45A03", "0200")
    [answer] = rows(raw, "retour", "JW320.xml")
    assert answer["retourcodes_antwoord"] == "9360"


def test_claim_answer_holds_the_refused_lines_with_all_their_codes(raw: RawDelivery) -> None:
    [answer] = rows(raw, "declaratieantwoord", "JW325.xml")
    assert (answer["declaratie_id"], answer["declaratienummer"]) == ("765432198", "DN001")
    assert (answer["ingediend"], answer["toegekend"], answer["retourcodes"]) == ("58000", "34000", "0200")
    refused = rows(raw, "afgewezen_prestatie", "JW325.xml")
    assert [line["retourcodes"] for line in refused] == ["0611", "9339 9340 9341", "9307"]
    assert sum(int(line["bedrag"]) for line in refused) == 58000 - 34000


def test_change_request_holds_what_stays_what_changes_and_what_is_new(raw: RawDelivery) -> None:
    stays, changes, new = rows(raw, "wijzigingsverzoek", "WMO317.xml")
    assert (stays["toewijzingnummer"], stays["gewenste_ingangsdatum"]) == ("10071", None)
    assert (changes["toewijzingnummer"], changes["gewenste_einddatum"]) == ("10072", "2023-12-31")
    assert (new["toewijzingnummer"], new["productcode"], new["volume"]) == (None, "01A12", "20")
    assert {row["referentie"] for row in (stays, changes, new)} == {"9003"}


def test_answer_names_the_municipality_that_is_responsible(raw: RawDelivery) -> None:
    [answer] = rows(raw, "antwoord", "JW319.xml")
    assert (answer["antwoord"], answer["reden_afwijzing"], answer["woonplaats_gemeente"]) == ("1", "8", "1916")
