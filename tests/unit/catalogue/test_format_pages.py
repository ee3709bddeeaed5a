"""docs/formats is what the layouts say, page by page."""

from pathlib import Path

import pytest

from graadmeter.catalogue.code_lists import code_lists
from graadmeter.catalogue.format_pages import format_pages
from graadmeter.catalogue.layouts import layouts

DOCS = Path(__file__).parents[3] / "docs/formats"
PAGES = format_pages(layouts(), code_lists())


def test_every_format_has_its_page_and_no_page_is_left_over() -> None:
    assert {path.name for path in DOCS.iterdir()} == set(PAGES) == {"index.md", *(f"{name}.md" for name in layouts())}


@pytest.mark.parametrize("name", PAGES)
def test_the_documentation_is_what_the_layouts_say(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name], "run: graadmeter template --docs docs/formats"


@pytest.mark.parametrize("layout", layouts().values(), ids=layouts())
def test_a_page_names_every_field_with_its_rules(layout) -> None:
    page = PAGES[f"{layout.table}.md"]
    for field in layout.fields:
        (row,) = [line for line in page.splitlines() if line.startswith(f"| {field.name} | {field.label.en}")]
        assert ("| yes |" in row) is field.required
        assert field.label.nl in row
        if field.codes in code_lists():
            assert f"\n## {field.codes}\n" in page


def test_lists_of_fields_with_several_codes_are_there_too() -> None:
    assert "\n## VT_OVERDRACHT\n" in PAGES["vt_melding.md"]
    assert "| 17 | other | anders |" in PAGES["vt_melding.md"]
