"""The deliverer's web report in a real browser: no accessibility fault in light or dark, and the language switches."""

from pathlib import Path

import axe_playwright_python
import pytest

from graadmeter.catalogue.load_checks import checks
from graadmeter.check.comparison import Change, Comparison
from graadmeter.check.examples import run_example
from graadmeter.check.report_html import build
from graadmeter.domain.deliveries import Manifest
from graadmeter.domain.text import Text
from graadmeter.engine.duckdb import DuckDBEngine

AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
MANIFEST = Manifest("0141-2025KW04-1f3a9c02", "GM0141", "2025KW04", "2026-01-10T09:00:00+00:00", (), "regels-1", "s")


@pytest.fixture(scope="module")
def report(tmp_path_factory) -> Path:
    check = checks()["GM-VZ05"]
    with DuckDBEngine(threads=1) as engine:
        result = run_example(engine, check, check.faulty[0])
    comparison = Comparison(Text("lead", "lead"), (Change(Text("Personen", "Persons"), 10, 11, total=True),))
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_bytes(build(result, MANIFEST, explanation="Nieuw systeem.", comparison=comparison))
    return path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_accessibility_fault(chromium, report, scheme) -> None:
    context = chromium.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(report.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    page.add_script_tag(path=AXE)
    found = page.evaluate("axe.run(document)")["violations"]
    context.close()
    assert not [(one["id"], one["nodes"][0]["html"]) for one in found]


def test_the_language_switches_without_script(chromium, report) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(report.as_uri())
    heading = page.locator("h1:visible")
    assert heading.inner_text().startswith("Controle van uw levering")
    page.click("label[for=taal-en]")
    assert heading.inner_text().startswith("Check of your delivery")
    context.close()
