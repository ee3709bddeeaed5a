"""Return messages and claim answers become rows, with all return codes of each record, however they are read."""

from pathlib import Path

import pytest
from tests.support.messages import zip_of

from graadmeter.deliver.limits import Limits
from graadmeter.deliver.raw import RawDelivery
from graadmeter.deliver.reader import read_files

WAYS = {"small": Limits(), "in pieces": Limits(stream_from=1)}
SPACE = "http://www.istandaarden.nl/i{}/3_2"


def codes(*several: str) -> str:
    return "<RetourCodes>" + "".join(f"<RetourCode>{code}</RetourCode>" for code in several) + "</RetourCodes>"


def returned(number: str, code: str, header: str, body: str, domain: str = "jw") -> str:
    base = SPACE.format(domain)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<Bericht xmlns="{base}/{domain}{number}/schema" '
        f'xmlns:i="{base}/basisschema/schema"><Header><BerichtCode>{code}</BerichtCode><BerichtVersie>3</BerichtVersie>'
        "<BerichtSubversie>2</BerichtSubversie><Afzender>42420001</Afzender><Ontvanger>0141</Ontvanger>"
        "<BerichtIdentificatie><i:Identificatie>B7</i:Identificatie><i:Dagtekening>2025-11-03</i:Dagtekening>"
        f"</BerichtIdentificatie><IdentificatieRetour>T7</IdentificatieRetour>"
        f"<DagtekeningRetour>2025-11-05</DagtekeningRetour>{header}</Header>{body}</Bericht>"
    )


def start(number: int, *several: str) -> str:
    return (
        f"<StartProduct><ToewijzingNummer>{number}</ToewijzingNummer><Begindatum>2025-10-0{number}</Begindatum>"
        f"{codes(*several)}</StartProduct>"
    )


def refused(*products: str, client: str = "0200", bsn: str = "900000012") -> str:
    body = f"<Client><Bsn>{bsn}</Bsn><StartProducten>{''.join(products)}</StartProducten>{codes(client)}</Client>"
    return returned("306", "439", codes("0200"), body)


def read(tmp_path: Path, text: str, limits: Limits) -> RawDelivery:
    file = tmp_path / "retour.xml"
    file.write_text(text)
    raw = read_files([file], limits)
    assert raw.findings == ()
    return raw


def told(raw: RawDelivery, table: str, *names: str) -> list[tuple[str | None, ...]]:
    return [tuple(row[name] for name in names) for row in raw.tables[table].to_pylist()]


@pytest.mark.parametrize("limits", WAYS.values(), ids=WAYS)
def test_a_message_that_was_accepted_is_a_header_alone(tmp_path: Path, limits: Limits) -> None:
    raw = read(tmp_path, returned("302", "415", "", "", "wmo"), limits)
    [row] = raw.tables["retour"].to_pylist()
    assert (row["domein"], row["gemeente"], row["aanbieder"], row["bericht"]) == ("wmo", "0141", "42420001", "302")
    assert (row["bericht_id"], row["dagtekening"]) == ("B7", "2025-11-03")
    assert (row["retour_id"], row["retour_dagtekening"], row["retourcodes"]) == ("T7", "2025-11-05", None)
    assert raw.tables["retourregel"].num_rows == 0


@pytest.mark.parametrize("limits", WAYS.values(), ids=WAYS)
def test_every_record_has_all_its_codes(tmp_path: Path, limits: Limits) -> None:
    raw = read(tmp_path, refused(start(1, "0200"), start(2, "9074", "9019", "9063"), client="0233"), limits)
    assert told(raw, "retour", "bericht", "retourcodes") == [("306", "0200")]
    assert told(raw, "retourregel", "toewijzingnummer", "begindatum", "retourcodes", "retourcodes_client") == [
        ("1", "2025-10-01", "0200", "0233"),
        ("2", "2025-10-02", "9074 9019 9063", "0233"),
    ]


@pytest.mark.parametrize("limits", WAYS.values(), ids=WAYS)
def test_a_record_may_stand_at_several_places(tmp_path: Path, limits: Limits) -> None:
    body = (
        "<Client><Bsn>900000012</Bsn><Verzoek><ReferentieAanbieder>W1</ReferentieAanbieder><OngewijzigdeProducten>"
        f"<OngewijzigdProduct><ToewijzingNummer>5</ToewijzingNummer>{codes('9350')}</OngewijzigdProduct>"
        f"</OngewijzigdeProducten>{codes('9349', '9374')}</Verzoek>{codes('0200')}</Client>"
    )
    raw = read(tmp_path, returned("318", "487", codes("0200"), body), limits)
    assert told(raw, "retourregel", "referentie", "toewijzingnummer", "retourcodes") == [
        ("W1", None, "9349 9374"),
        (None, "5", "9350"),
    ]


def test_blank_codes_are_no_codes_whatever_the_way_of_reading(tmp_path: Path) -> None:
    odd = [refused(start(1, *several)) for several in (("", "9074", " "), (" ", " 9074 ", ""), ("9074", "", ""))]
    members = {f"JW306_{n:06d}.xml": odd[n % 3] for n in range(12)}
    whole = read_files([zip_of(tmp_path / "berichten.zip", members)])
    pieces = read_files([tmp_path / "berichten.zip"], Limits(stream_from=1))
    assert set(told(whole, "retourregel", "retourcodes")) == {("9074",)}
    assert whole.tables["retourregel"].equals(pieces.tables["retourregel"])


def test_alike_return_messages_keep_their_own_codes(tmp_path: Path) -> None:
    rows = [(f"9{n:03d}", f"8{n:03d}", f"90000{n:04d}") for n in range(30)]
    members = {
        f"JW306_{n:06d}.xml": refused(start(1, one, other), start(2, other), client=one, bsn=bsn)
        for n, (one, other, bsn) in enumerate(rows)
    }
    raw = read_files([zip_of(tmp_path / "berichten.zip", members)])
    assert told(raw, "retourregel", "bsn", "retourcodes_client", "retourcodes") == [
        row for one, other, bsn in rows for row in ((bsn, one, f"{one} {other}"), (bsn, one, other))
    ]


@pytest.mark.parametrize("limits", WAYS.values(), ids=WAYS)
def test_a_claim_answer_names_the_claim_and_the_refused_lines(tmp_path: Path, limits: Limits) -> None:
    line = (
        "<Prestatie><ProductReferentie><i:ReferentieNummer>{0}</i:ReferentieNummer></ProductReferentie>"
        "<ToewijzingNummer>5</ToewijzingNummer><IngediendBedrag><i:Bedrag>700</i:Bedrag>"
        "<i:DebetCredit>D</i:DebetCredit></IngediendBedrag>{1}</Prestatie>"
    )
    clients = "".join(
        f"<Client><Bsn>{bsn}</Bsn><Prestaties>{line.format(number, codes('9307', '9308'))}</Prestaties>"
        f"{codes('0200')}</Client>"
        for bsn, number in (("900000012", "R1"), ("900000024", "R2"))
    )
    claim = (
        "<DeclaratieIdentificatie><i:Identificatie>D1</i:Identificatie><i:Dagtekening>2025-10-10</i:Dagtekening>"
        f"</DeclaratieIdentificatie>{codes('0200')}"
    )
    body = f"<DeclaratieAntwoord><DeclaratieNummer>N1</DeclaratieNummer><Clienten>{clients}</Clienten>{codes('0200')}"
    raw = read(tmp_path, returned("325", "491", claim, f"{body}</DeclaratieAntwoord>"), limits)
    assert told(raw, "declaratieantwoord", "declaratie_id", "declaratie_verzonden", "retourcodes_kop") == [
        ("D1", "2025-10-10", "0200")
    ]
    assert told(raw, "afgewezen_prestatie", "bsn", "referentienummer", "retourcodes", "declaratienummer") == [
        ("900000012", "R1", "9307 9308", "N1"),
        ("900000024", "R2", "9307 9308", "N1"),
    ]
