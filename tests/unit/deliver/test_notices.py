"""Every notice is bilingual, says what to do, and is given somewhere."""

import re
from pathlib import Path
from string import Formatter

import pytest

from graadmeter.deliver import notices as package
from graadmeter.deliver.notice import Notice, Where
from graadmeter.deliver.notices import (
    agreement,
    any_file,
    archive,
    ggm,
    message,
    notices,
    residence,
    schema,
    sheet,
    table,
)

SOURCE = Path(package.__file__).parents[1]
MODULES = (agreement, any_file, archive, ggm, message, residence, schema, sheet, table)
NAMED = [(module, name) for module in MODULES for name, value in vars(module).items() if isinstance(value, Notice)]


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_codes_are_unique() -> None:
    assert len(notices()) == len(NAMED) >= 40


@pytest.mark.parametrize("notice", notices().values(), ids=notices())
def test_both_languages_say_the_same_in_whole_sentences(notice: Notice) -> None:
    assert re.fullmatch(r"DL-[A-Z0-9-]+", notice.code)
    for text in (notice.message, notice.remedy):
        assert placeholders(text.nl) == placeholders(text.en)
        assert text.nl != text.en
        for words in (text.nl, text.en):
            assert words[0].isupper() or words[0] == "{"
            assert words[-1] in ".?"


@pytest.mark.parametrize(("module", "name"), NAMED, ids=lambda value: value if isinstance(value, str) else "")
def test_every_notice_is_given_somewhere(module: object, name: str) -> None:
    code = "".join(path.read_text() for path in SOURCE.rglob("*.py") if path.parent.name != "notices")
    assert re.search(rf"\b{name}\b", code)


def test_a_finding_says_what_and_where_and_what_to_do() -> None:
    finding = table.RAGGED.finding(Where("z.zip/a.csv", "z.zip", 7), {"found": 2, "expected": 19})
    assert finding.message.nl == (
        "Deze regel heeft 2 waarden in plaats van 19. "
        "Zet tekst waarin het scheidingsteken voorkomt tussen aanhalingstekens."
    )
    assert (finding.file, finding.row, finding.values) == ("z.zip/a.csv", 7, {"found": "2", "expected": "19"})


def test_the_documentation_lists_them_all() -> None:
    page = (Path(__file__).parents[3] / "docs/deliveries.md").read_text(encoding="utf-8")
    for notice in notices().values():
        assert f"| {notice.code} | {notice.severity.label.en}: {notice.message.en} |" in page
