"""`graadmeter check` on fine, broken and hostile files: one clear message, the right exit code, never a traceback."""

import io
import shutil
import zipfile
from pathlib import Path

import pytest
from tests.e2e.region import LAST, graadmeter, newest, synth, tree

STANDARDS = Path(__file__).parents[2] / "../shared/standards"


@pytest.fixture(scope="module")
def fine(clean_region):
    return clean_region / "inbox/0147-2025KW02"


@pytest.fixture
def mangled(tmp_path, fine):
    """Makes a delivery folder in which one file was changed by `change(bytes) -> bytes`."""

    def make(change, name="voorzieningen.csv"):
        folder = tmp_path / fine.name
        shutil.copytree(fine, folder)
        (folder / name).write_bytes(change((folder / name).read_bytes()))
        return folder

    return make


def check(path, workspace, lang="nl"):
    said = graadmeter("check", path, "--workspace", workspace, "--lang", lang)
    assert "Traceback" not in said.out + said.err
    return said


def test_a_fine_delivery_is_accepted(fine, clean_region) -> None:
    said = check(fine, clean_region)
    assert said.code in {0, 3}, said.out
    assert "geaccepteerd" in said.out
    assert "geweigerd" not in said.out.splitlines()[0]


def test_it_works_without_workspace_or_key_and_keeps_nothing(tmp_path, fine, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    before = tree(fine)
    said = graadmeter("check", fine)
    assert said.code in {0, 3}
    assert tree(fine) == before
    assert list(tmp_path.iterdir()) == []


def test_it_opens_no_connection(tmp_path, fine, monkeypatch) -> None:
    def refuse(*_arguments: object, **_named: object) -> None:
        raise AssertionError("a connection was asked for")

    monkeypatch.chdir(tmp_path)
    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(f"socket.socket.{name}", refuse, raising=False)
    monkeypatch.setattr("socket.create_connection", refuse)
    assert graadmeter("check", fine, "--html", tmp_path / "report.html").code in {0, 3}


def test_the_report_can_be_passed_on(tmp_path, fine, clean_region) -> None:
    said = graadmeter("check", fine, "--xlsx", tmp_path / "report.xlsx", "--workspace", clean_region)
    assert said.code in {0, 3}
    assert zipfile.is_zipfile(tmp_path / "report.xlsx")


def test_the_web_report_holds_the_comparison_and_the_explanation(tmp_path, fine, clean_region) -> None:
    folder = tmp_path / fine.name
    shutil.copytree(fine, folder)
    previous, page = clean_region / "inbox/0147-2025KW01", tmp_path / "report.html"
    words = ("--previous", previous, "--html", page, "--explanation", "Nieuw systeem sinds mei.")
    said = graadmeter("check", folder, *words, "--workspace", clean_region)
    assert said.code in {0, 3}, said.err
    assert "2025KW01 is de vorige levering" in said.out
    assert (folder / "toelichting.txt").read_text(encoding="utf-8") == "Nieuw systeem sinds mei.\n"
    text = page.read_text(encoding="utf-8")
    assert "Nieuw systeem sinds mei." in text
    assert "Vergeleken met de vorige levering" in text
    again = check(folder, clean_region)
    assert again.out.splitlines()[0] == said.out.splitlines()[0], "the explanation is no part of what is judged"


def test_an_explanation_may_not_name_a_person(tmp_path, fine) -> None:
    said = graadmeter("check", fine, "--explanation", "Het gaat om 123456782.", "--lang", "en")
    assert said.code == 2
    assert "could be a BSN" in said.err
    assert not (fine / "toelichting.txt").exists()


def test_another_municipality_is_no_previous_delivery(fine, clean_region) -> None:
    said = graadmeter("check", fine, "--previous", clean_region / "inbox/0141-2025KW01", "--workspace", clean_region)
    assert said.code == 2
    assert "De vorige levering is van GM0141" in said.err


def test_a_file_that_does_not_exist(tmp_path) -> None:
    said = graadmeter("check", tmp_path / "none.xml", "--lang", "en")
    assert said.code == 2
    assert "does not exist" in said.err


ROWS = {
    "comma": lambda text: text.replace(b";", b","),
    "tab": lambda text: text.replace(b";", b"\t"),
    "windows": lambda text: text.decode().encode("cp1252"),
    "utf16": lambda text: text.decode().encode("utf-16"),
    "bom": lambda text: b"\xef\xbb\xbf" + text,
    "preamble": lambda text: b"Uittreksel 2e kwartaal\n\n" + text,
    "windows line ends": lambda text: text.replace(b"\n", b"\r\n"),
}


@pytest.mark.parametrize("change", ROWS.values(), ids=ROWS)
def test_tables_as_spreadsheets_write_them_are_read(mangled, fine, clean_region, change) -> None:
    plain, said = check(fine, clean_region), check(mangled(change), clean_region)
    assert said.code in {0, 3}, said.out
    used = [line for line in plain.out.splitlines() if "voorziening" in line and "gebruikt" in line]
    assert used
    assert used[0] in said.out


def excel_bsn(text: bytes) -> bytes:
    """As a spreadsheet that took BSNs for numbers: leading zeros gone, some in scientific notation."""
    lines = text.decode().splitlines()
    place = lines[0].split(";").index("bsn")
    out = [lines[0]]
    for number, line in enumerate(lines[1:]):
        values = line.split(";")
        values[place] = "1,23E+08" if number % 2 else values[place].lstrip("0")
        out.append(";".join(values))
    return "\n".join(out).encode()


def other_quarter(text: bytes) -> bytes:
    return text.replace(b"2025KW02", b"2024KW01")


BROKEN_TABLES = {
    "excel bsn": (excel_bsn, {3, 4}),
    "other quarter": (other_quarter, {3, 4}),
    "other municipality": (lambda text: text.replace(b"0147;", b"0153;"), {3, 4}),
    "nul bytes": (lambda text: text.replace(b"\n", b"\x00\n", 3), {3, 4}),
    "empty": (lambda _: b"", {3, 4}),
    "header alone": (lambda text: text.split(b"\n")[0], {0, 3, 4}),
    "half": (lambda text: text[: len(text) // 2], {0, 3, 4}),
    "unclosed quote": (lambda text: text.replace(b"\n", b'\n"', 1), {3, 4}),
    "picture": (lambda _: b"\x89PNG\r\n\x1a\n" + bytes(200), {3, 4}),
    "unknown columns": (lambda text: text.replace(b"verwijzer", b"iets_anders", 1), {3, 4}),
}


@pytest.mark.parametrize(("change", "codes"), BROKEN_TABLES.values(), ids=BROKEN_TABLES)
def test_broken_tables_get_a_message_that_says_what_to_do(mangled, clean_region, change, codes) -> None:
    said = check(mangled(change), clean_region)
    assert said.code in codes, said.out
    if said.code:
        assert "voorzieningen.csv" in said.out or "voorziening" in said.out
    assert "\x00" not in said.out


BOMB = b"""<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><Bericht xmlns="http://www.istandaarden.nl/ijw/3_2/jw301/schema">&c;</Bericht>"""
OUTSIDE = b"""<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a SYSTEM "file:///etc/hostname">]>
<Bericht xmlns="http://www.istandaarden.nl/ijw/3_2/jw301/schema">&a;</Bericht>"""


def with_message(content: bytes, message: bytes, name: str = "JW301_999999.xml") -> bytes:
    target = io.BytesIO(content)
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr(name, message)
    return target.getvalue()


def truncated(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        first = archive.read(archive.namelist()[0])
    return with_message(content, first[: len(first) // 2])


BROKEN_MESSAGES = {
    "entity bomb": lambda content: with_message(content, BOMB),
    "external entity": lambda content: with_message(content, OUTSIDE),
    "truncated": truncated,
    "wrong namespace": lambda content: with_message(
        content, b'<Bericht xmlns="http://elders.example/x"><A/></Bericht>'
    ),
    "wrong encoding": lambda content: with_message(content, b'<?xml version="1.0"?><A>\xff\xfe\xe9</A>'),
    "path out of the zip": lambda content: with_message(content, b"<A/>", "../../evil.xml"),
    "zip in zip": lambda content: with_message(content, content, "more.zip"),
}


@pytest.mark.parametrize("change", BROKEN_MESSAGES.values(), ids=BROKEN_MESSAGES)
def test_one_broken_message_does_not_stop_the_others(mangled, clean_region, change) -> None:
    said = check(mangled(change, "berichten.zip"), clean_region)
    assert said.code == 3, said.out
    assert "berichten.zip" in said.out
    assert "gedeeltelijk geaccepteerd" in said.out.splitlines()[0] or "bevindingen" in said.out.splitlines()[0]


@pytest.mark.parametrize("message", [BOMB, OUTSIDE, b"<half", b"", b"\x00\x01\x02"], ids=lambda one: repr(one[:8]))
def test_a_hostile_file_alone_is_refused(tmp_path, message) -> None:
    path = tmp_path / "bericht.xml"
    path.write_bytes(message)
    said = check(path, tmp_path, "en")
    assert said.code == 4
    assert said.err.startswith("Error:")


def test_the_run_goes_on_for_the_others(tmp_path) -> None:
    """A region in which one delivery is rubbish still gets its release."""
    two = {"towns": ("GM0147", "GM1774"), "first": LAST, "fraction": 0.02, "shown": ("jeugdhulp", "uitgaven")}
    workspace = synth(tmp_path / "region", **two)
    for path in (workspace / "inbox/0147-2025KW04").iterdir():
        path.write_bytes(b"\x89PNG rubbish")
    said = graadmeter("run", "--workspace", workspace)
    assert said.code == 0, said.err
    assert "1 geweigerd" in said.out
    assert newest(workspace).exists()
    assert "geweigerd" in graadmeter("status", "--workspace", workspace).out


@pytest.mark.skipif(not STANDARDS.exists(), reason="../shared/standards is absent: no official schemas")
def test_official_schemas_tell_the_fault_of_a_message_by_line_and_element(tmp_path) -> None:
    folder = tmp_path / "0384-2026KW04"
    folder.mkdir()
    shutil.copy(STANDARDS / "ijw-3.2/samples/JW315.xml", folder)
    said = graadmeter("check", folder, "--standards", STANDARDS)
    assert said.code == 4
    assert "Regel 44: ToewijzingEinddatum is geen bestaande datum" in " ".join(said.out.split())
    assert "DL-XSD" not in graadmeter("check", folder).out


def test_one_wrong_row_does_not_hide_whose_file_it_is_and_every_line_is_counted(tmp_path, fine, clean_region) -> None:
    lines = (fine / "voorzieningen.csv").read_text(encoding="utf-8").splitlines()
    quarter = lines[1].split(";")[1]
    lines[1] = lines[1].replace(quarter, "2052KW04")
    lines[3] += ";te veel"
    file = tmp_path / "kapot.csv"
    file.write_text("\n".join(lines), encoding="utf-8")
    said = check(file, clean_region)
    assert f"{len(lines) - 1} regels gelezen" in said.out
    assert "kapot.csv, regel 2, veld kwartaal" in said.out
    assert "kapot.csv, regel 4: Deze regel heeft 20 waarden in plaats van 19" in said.out
    assert "       2 niet gebruikt" in said.out


def test_where_nobody_can_tell_whose_file_it_is_the_line_is_still_named(tmp_path, fine, clean_region) -> None:
    lines = (fine / "voorzieningen.csv").read_text(encoding="utf-8").splitlines()[:5]
    lines = [
        lines[0],
        *(line.replace(line.split(";")[1], f"20{number}KW04") for number, line in enumerate(lines[1:], 11)),
    ]
    lines[2] += ";te veel"
    file = tmp_path / "kapot.csv"
    file.write_text("\n".join(lines), encoding="utf-8")
    said = check(file, clean_region)
    assert "kapot.csv, regel 3: Deze regel heeft 20 waarden" in said.out
    assert "niet duidelijk van wie" in said.err
