"""What the deliverer reads: grouped by cause, in words, with places, safe to open, and the same bytes every time."""

from io import BytesIO
from zipfile import ZipFile

import pytest
import python_calamine

from graadmeter.check import report_text, report_xlsx
from graadmeter.check.result import CheckResult, Outcome, State
from graadmeter.domain.deliveries import Manifest, TableCount
from graadmeter.domain.findings import Finding, Severity, Tier, Verdict
from graadmeter.domain.text import Lang, Text

MANIFEST = Manifest("0141-2025KW04-1f3a9c02", "GM0141", "2025KW04", "2026-01-15T10:00:00Z", (), "rules", "software")


def outcome(code: str, severity: Severity, failed: int) -> Outcome:
    state = State.FOUND if failed else State.UNKNOWN
    return Outcome(
        code, "stop", Tier.RECORD, severity, Text("Titel", "Title"), Text("Doe dit", "Do this"), 9, failed, 0, state
    )


def finding(code: str, severity: Severity, message: str, row: int | None = 3) -> Finding:
    return Finding(
        code, severity, "berichten.zip/JW307.xml", Text(message, message), row=row, column="einddatum", month="2025-10",
        case="77",
    )  # fmt: skip


RESULT = CheckResult(
    findings=(
        Finding("DL-LEEG", Severity.STOPS_FILE, "leeg.csv", Text("Het bestand is leeg. Maak het opnieuw.", "Empty.")),
        *(finding("GM-TR018", Severity.STOPS_ROW, f"=HYPERLINK({number})", number) for number in range(4)),
        finding("GM-OP271", Severity.INFORMATION, "@laat", None),
    ),
    outcomes=(
        outcome("GM-OP271", Severity.INFORMATION, 1),
        outcome("GM-TR018", Severity.STOPS_ROW, 12),
        outcome("GM-X", Severity.QUESTION, 0),
    ),
    good={},
    tables=(TableCount("stop", 9, 5, 4),),
    refused_files=("leeg.csv",),
    verdict=Verdict.PARTLY,
)


def sheets(content: bytes) -> dict[str, list[list[object]]]:
    book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_terminal_report_goes_from_grave_to_light_and_counts_in_full() -> None:
    told = report_text.lines(RESULT, Lang.NL)
    assert told[0] == "De levering is gedeeltelijk geaccepteerd."
    heads = [line for line in told if line.endswith(")") and line[:1].isupper() and ": " in line]
    assert [line.rsplit("(", 1)[1] for line in heads] == ["DL-LEEG)", "GM-TR018)", "GM-OP271)"]
    assert "REGEL NIET GEBRUIKT: Titel, 12 keer (GM-TR018)" in told
    assert "  Wat te doen: Doe dit" in told
    assert "  ... en nog 9" in told
    assert "  - berichten.zip/JW307.xml, regel 1, veld einddatum, 77: =HYPERLINK(1)" in told
    assert any("9 regels gelezen" in line and "4 niet gebruikt" in line for line in told)
    assert told[-1].startswith("1 controles konden niet worden beantwoord")


def test_terminal_report_in_english() -> None:
    told = report_text.lines(RESULT, Lang.EN)
    assert told[0] == "The delivery is partly accepted."
    assert "ROW NOT USED: Title, 12 times (GM-TR018)" in told


def test_terminal_report_without_findings_says_so() -> None:
    clean = CheckResult((), (), {}, (), (), Verdict.ACCEPTED)
    assert report_text.lines(clean, Lang.NL) == ["De levering is geaccepteerd.", "Er zijn geen bevindingen."]


def test_spreadsheet_has_a_sheet_per_severity_in_order() -> None:
    content = sheets(report_xlsx.build(RESULT, MANIFEST, Lang.NL))
    assert list(content) == [
        "Samenvatting",
        "Bestand geweigerd",
        "Regel niet gebruikt",
        "Ter informatie",
        "Niet te beantwoorden",
    ]
    assert content["Niet te beantwoorden"][1][:4] != ["", "", "", ""]
    rows = content["Regel niet gebruikt"]
    assert rows[0] == ["Dossier", "Maand", "Wat er is", "Veld", "Regel", "Wat te doen", "Bestand", "Controle"]
    assert rows[2][:2] == ["77", "2025-10"]
    assert rows[2][3:] == ["einddatum", 1.0, "Doe dit", "berichten.zip/JW307.xml", "GM-TR018"]
    assert rows[5][2] == "Van 12 keer staan er 4 uitgeschreven; herstel deze eerst en lever opnieuw."
    summary = content["Samenvatting"]
    assert summary[0][:2] == ["Levering", "0141-2025KW04-1f3a9c02"]
    assert ["stop", 9.0, 5.0, 4.0] in [row[:4] for row in summary]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_can_become_a_formula(sign: str) -> None:
    result = CheckResult(
        (finding("GM-TR018", Severity.STOPS_ROW, f"{sign}1+1"),),
        (outcome("GM-TR018", Severity.STOPS_ROW, 1),), {}, (), (), Verdict.PARTLY,
    )  # fmt: skip
    content = report_xlsx.build(result, MANIFEST, Lang.NL)
    assert str(sheets(content)["Regel niet gebruikt"][1][2]).startswith("'")
    with ZipFile(BytesIO(content)) as book:
        for name in book.namelist():
            assert b"<f>" not in book.read(name)


def test_equal_findings_make_equal_bytes() -> None:
    assert report_xlsx.build(RESULT, MANIFEST, Lang.NL) == report_xlsx.build(RESULT, MANIFEST, Lang.NL)
    assert report_xlsx.build(RESULT, MANIFEST, Lang.EN) != report_xlsx.build(RESULT, MANIFEST, Lang.NL)
