"""Every folder of published reference values is met: docs/statistics.md says by which method and test."""

import re
from pathlib import Path

import pytest
from tests.support.benchmarks import ROOT

CHECKOUT = Path(__file__).parents[3]
ROW = re.compile(r"^\| `([a-z-]+)` \| [^|]+ \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)


def table() -> dict[str, tuple[list[str], list[str]]]:
    page = (CHECKOUT / "docs/statistics.md").read_text(encoding="utf-8")
    part = page.partition("## Held against")[2].partition("\n## ")[0]
    return {
        folder: (re.findall(r"`(.*?)`", own), re.findall(r"`(.*?)`", tests)) for folder, own, tests in ROW.findall(part)
    }


def test_every_row_names_methods_and_tests_that_use_the_data_and_them() -> None:
    found = table()
    assert len(found) >= 17
    for folder, (methods, tests) in found.items():
        assert methods, folder
        for method in methods:
            assert (CHECKOUT / f"src/graadmeter/statistics/{method}.py").is_file(), (folder, method)
        texts = [(CHECKOUT / "tests/unit/statistics" / test).read_text(encoding="utf-8") for test in tests]
        assert texts, folder
        assert all(re.search(rf'["/]{folder}["/]', text) for text in texts), (folder, tests)
        assert all(
            any(f"statistics.{method} import" in text or f"import {method}" in text for text in texts)
            for method in methods[:1]
        ), (folder, methods)


def test_every_folder_has_a_row() -> None:
    if not ROOT.is_dir():
        pytest.skip("the published reference values are not on this machine")
    assert {path.name for path in ROOT.iterdir() if path.is_dir()} == set(table())
