"""Messages that cannot be used: each has its own notice, and nothing of it is in any table."""

from pathlib import Path

import pytest
from tests.support.messages import message, zip_of

from graadmeter.deliver.limits import Limits
from graadmeter.deliver.raw import RawDelivery
from graadmeter.deliver.reader import read_files
from graadmeter.domain.findings import Severity

GOOD = message("JW301")
NAMED = message("JW301").replace("<jw301:Geslacht>", "<jw301:Naam>Müller</jw301:Naam><jw301:Geslacht>")
TWO = message("JW323", [{}, {"bsn": "900000024"}])
CASES = {
    "half": (TWO[: len(TWO) * 2 // 3], "DL-XML-AFGEBROKEN"),
    "last tag missing": (GOOD.removesuffix("</jw301:Bericht>"), "DL-XML-AFGEBROKEN"),
    "tags crossed": (GOOD.replace("</jw301:Bsn>", "</jw301:Bsm>"), "DL-XML-VORM"),
    "loose ampersand": (GOOD.replace("900000012", "9 & 1"), "DL-XML-VORM"),
    "control character": (GOOD.replace("900000012", "9\x01"), "DL-XML-VORM"),
    "text after the end": (f"{GOOD}Jansen<", "DL-XML-AFGEBROKEN"),
    "other namespace": (GOOD.replace("www.istandaarden.nl", "www.example.org"), "DL-XML-NAAMRUIMTE"),
    "no namespace": ("<Bericht><Header/></Bericht>", "DL-XML-NAAMRUIMTE"),
    "other root": ("<html><body>Log in</body></html>", "DL-XML-NAAMRUIMTE"),
    "older release": (message("JW301", release="3_1"), "DL-XML-UITGAVE"),
    "code of another message": (message("JW301", code="438"), "DL-XML-CODE"),
    "code of the other domain": (message("WMO305", code="438"), "DL-XML-CODE"),
    "version in the header": (message("JW301", version="2"), "DL-XML-VERSIE"),
    "subversion in the header": (message("JW301", subversion="1"), "DL-XML-VERSIE"),
    "two BSNs": (GOOD.replace("<jw301:Geslacht>", "<jw301:Bsn>900000024</jw301:Bsn><jw301:Geslacht>"), "DL-XML-DUBBEL"),
    "cp1252 that says UTF-8": (NAMED.encode("cp1252"), "DL-XML-CODERING"),
    "says ISO-8859-1": (NAMED.replace("UTF-8", "ISO-8859-1").encode("cp1252"), "DL-XML-CODERING"),
    "UTF-16": (GOOD.replace("UTF-8", "UTF-16").encode("utf-16"), "DL-XML-CODERING"),
    "UTF-16 without mark": (GOOD.encode("utf-16-be"), "DL-XML-CODERING"),
    "says UTF-7": (GOOD.replace("UTF-8", "UTF-7"), "DL-XML-CODERING"),
    "empty": ("", "DL-LEEG"),
}


def read(tmp_path: Path, content: str | bytes, limits: Limits) -> RawDelivery:
    file = tmp_path / "bericht.xml"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_files([file], limits)


@pytest.mark.parametrize("limits", [Limits(), Limits(stream_from=1)], ids=["whole", "in pieces"])
@pytest.mark.parametrize(("content", "code"), CASES.values(), ids=CASES)
def test_refused_with_its_own_notice(tmp_path: Path, content: str | bytes, code: str, limits: Limits) -> None:
    raw = read(tmp_path, content, limits)
    assert [finding.code for finding in raw.findings] == [code]
    assert raw.findings[0].severity is Severity.STOPS_FILE
    assert raw.findings[0].file == "bericht.xml"
    assert all(table.num_rows == 0 for table in raw.tables.values()), "nothing is half-loaded"


@pytest.mark.parametrize(("content", "code"), CASES.values(), ids=CASES)
def test_the_others_go_on(tmp_path: Path, content: str | bytes, code: str) -> None:
    members = {"a.xml": message("JW301", id="A"), "b.xml": content, "c.xml": message("JW301", id="C")}
    raw = read_files([zip_of(tmp_path / "berichten.zip", members)])
    assert raw.tables["toewijzing"]["bericht_id"].to_pylist() == ["A", "C"]
    assert [(finding.code, finding.file) for finding in raw.findings] == [(code, "berichten.zip/b.xml")]


def test_a_shape_known_as_good_does_not_let_bad_contents_pass(tmp_path: Path) -> None:
    good = [message("JW301", id=f"B{n}") for n in range(5)]
    bad = [
        good[0].replace("<?xml", "Jansen<?xml"),
        f"{good[0]}Jansen",
        good[0].replace("900000012", "9\x0b"),
        good[0].replace(">436<", ">438<"),
        good[0].replace("?>\n<", "?>Jansen<"),
    ]
    members = {f"{n}.xml": text for n, text in enumerate([*good, *bad, good[0]])}
    raw = read_files([zip_of(tmp_path / "berichten.zip", members)])
    assert raw.tables["toewijzing"].num_rows == 6
    assert [finding.file for finding in raw.findings] == [f"berichten.zip/{n}.xml" for n in range(5, 10)]


@pytest.mark.parametrize("limits", [Limits(), Limits(stream_from=1)], ids=["whole", "in pieces"])
def test_cut_off_anywhere_is_noticed_and_nothing_is_used(tmp_path: Path, limits: Limits) -> None:
    for end in range(1, len(TWO.rstrip()) - 1, 97):
        raw = read(tmp_path, TWO[:end], limits)
        assert len(raw.findings) == 1, end
        assert raw.findings[0].code in {"DL-XML-AFGEBROKEN", "DL-XML-NAAMRUIMTE"}, end
        assert all(table.num_rows == 0 for table in raw.tables.values()), end


def test_message_without_records_is_a_question(tmp_path: Path) -> None:
    raw = read(tmp_path, message("JW301", []), Limits())
    assert [finding.code for finding in raw.findings] == ["DL-XML-LEEG"]
    assert raw.findings[0].severity is Severity.QUESTION


def test_too_large_is_refused(tmp_path: Path) -> None:
    raw = read(tmp_path, GOOD, Limits(message_bytes=1000))
    assert [finding.code for finding in raw.findings] == ["DL-GROOT"]
    assert raw.tables["toewijzing"].num_rows == 0
