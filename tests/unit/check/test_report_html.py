"""The HTML report: one file that needs nothing else, in two languages, with an explanation of every cause."""

import re
from dataclasses import replace

import html5lib
import pytest

from graadmeter.catalogue.load_checks import checks
from graadmeter.check.comparison import Change, Comparison
from graadmeter.check.report_html import build
from graadmeter.check.result import CheckResult, Outcome, State
from graadmeter.domain.deliveries import Manifest, TableCount
from graadmeter.domain.findings import Finding, Severity, Verdict
from graadmeter.domain.text import Lang, Text

MANIFEST = Manifest("0141-2025KW04-1f3a9c02", "GM0141", "2025KW04", "2026-01-10T09:00:00+00:00", (), "regels-1", "s")
CODES = ("GM-TR018", "GM-VZ08")


def outcome(code: str, times: int, state: State) -> Outcome:
    check = checks()[code]
    return Outcome(code, check.table, check.tier, check.severity, check.title, check.remedy, 9, times, 0, state)


def finding(number: int, text: str = "Er is iets.") -> Finding:
    place = {"row": number, "column": "einddatum", "month": "2025-10", "case": f"7{number}"}
    return Finding("GM-TR018", Severity.STOPS_ROW, "a.csv", Text(text, "Something is."), **place)


RESULT = CheckResult(
    tuple(finding(number) for number in range(1, 15)),
    (outcome("GM-TR018", 20, State.FOUND), outcome("GM-H02", 0, State.UNKNOWN)),
    {},
    (TableCount("stop", 30, 10, 20),),
    (),
    Verdict.PARTLY,
)
COMPARISON = Comparison(
    Text("lead", "lead"),
    (
        Change(Text("Personen", "Persons"), 10, 11, total=True),
        Change(Text("Product 45A48", "Product 45A48"), 100, 40, total=False),
        Change(Text("Product 45A53", "Product 45A53"), 100, 101, total=False),
    ),
)


def page(result: CheckResult = RESULT, **options: object) -> str:
    return build(result, MANIFEST, **options).decode()


def test_it_is_valid_html_and_fetches_nothing() -> None:
    text = page(explanation="x", comparison=COMPARISON)
    html5lib.HTMLParser(strict=True).parse(text)
    assert "default-src 'none'" in text
    assert not re.findall(r"(?:src|href)=\"(?!#)|url\(|@import|<script|<link|<img", text)


def test_the_order_is_case_month_message_field_row() -> None:
    heads = re.findall(r"<th>(.*?)</th>", page().split('class="oorzaak')[1])
    assert heads[:6] == ["Dossier", "Maand", "Wat er is", "Veld", "Regel", "Bestand"]
    row = re.search(r"<tr><td>71</td>.*?</tr>", page())
    assert row
    assert re.findall(r"<td[^>]*>(.*?)</td>", row[0]) == ["71", "2025-10", "Er is iets.", "Einddatum", "1", "a.csv"]


def test_every_link_leads_somewhere_and_every_cause_is_explained() -> None:
    text = page()
    ids = set(re.findall(r'id="([^"]+)"', text))
    assert set(re.findall(r'href="#([^"]+)"', text)) <= ids
    assert {"nl-GM-TR018", "en-GM-TR018"} <= ids
    assert text.count("iStandaarden TR018") >= 2
    assert "De volgende 4" in text
    assert "Van 20 keer staan er 14 uitgeschreven" in text


def test_what_could_not_be_answered_says_what_it_needs() -> None:
    assert "GM-H02" in page()
    assert "eerdere leveringen" in page()


def test_known_findings_stand_apart_with_day_and_reason() -> None:
    known = tuple(replace(one, known_until="2026-06-30", known_reason="<b>oud</b>") for one in RESULT.findings)
    text = page(replace(RESULT, findings=known))
    assert "Bekend, geaccepteerd tot en met 2026-06-30: &lt;b&gt;oud&lt;/b&gt;" in text
    assert 'class="oorzaak bekend"' in text


def test_totals_and_what_is_more_than_noise_are_compared() -> None:
    text = page(comparison=COMPARISON)
    assert "Personen" in text
    assert "45A48" in text
    assert "45A53" not in text


@pytest.mark.parametrize("evil", ["<script>alert(1)</script>", '" onload="x', "&amp;"])
def test_nothing_delivered_becomes_markup(evil: str) -> None:
    text = page(replace(RESULT, findings=(finding(1, evil),)), explanation=evil)
    assert evil not in text or evil == "&amp;"
    html5lib.HTMLParser(strict=True).parse(text)


def test_equal_findings_make_equal_bytes_and_the_language_can_be_chosen() -> None:
    assert page() == page()
    assert 'id="taal-nl" checked' in page()
    assert 'id="taal-en" checked' in page(first=Lang.EN)
