import re
from importlib.resources import files
from string import Formatter

import pytest

from graadmeter.domain.indicators import AgeScope
from graadmeter.domain.text import Text
from graadmeter.site.age_words import age_chip, inhabitants_aged
from graadmeter.site.words import WORDS

TEMPLATES = files("graadmeter.site").joinpath("templates")


def _sources() -> str:
    texts = [item.read_text(encoding="utf-8") for item in TEMPLATES.iterdir() if item.name.endswith(".html")]
    texts += [item.read_text(encoding="utf-8") for lang in ("nl", "en") for item in TEMPLATES.joinpath(lang).iterdir()]
    code = files("graadmeter.site")
    texts += [item.read_text(encoding="utf-8") for item in code.iterdir() if item.name.endswith(".py")]
    texts += [
        item.read_text(encoding="utf-8") for item in code.joinpath("pages").iterdir() if item.name.endswith(".py")
    ]
    return "\n".join(texts)


def test_every_word_is_used_and_every_used_word_exists() -> None:
    source = _sources()
    asked = set(re.findall(r"\bt\('([a-z_]+)'", source)) | set(re.findall(r'word\([\w.]+, "([a-z_]+)"', source))
    assert asked - {"nav_"} <= set(WORDS)
    unused = [name for name in WORDS if f"'{name}'" not in source and f'"{name}"' not in source]
    built = {name for name in unused if name.startswith("nav_") or name.endswith("_text")}
    assert set(unused) - built == set()


@pytest.mark.parametrize("text", WORDS.values(), ids=WORDS)
def test_both_languages_take_the_same_values(text: Text) -> None:
    def names(words: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(words) if name}

    assert names(text.nl) == names(text.en)
    assert text.nl.strip()
    assert text.en.strip()


def test_every_prose_page_exists_in_both_languages() -> None:
    assert {item.name for item in TEMPLATES.joinpath("nl").iterdir()} == {
        item.name for item in TEMPLATES.joinpath("en").iterdir()
    }


@pytest.mark.parametrize(
    ("age", "chip", "inhabitants"),
    [
        ("0-17", "0 tot en met 17 jaar", "de inwoners van 0 tot en met 17 jaar"),
        ("65+", "65 jaar en ouder", "de inwoners van 65 jaar en ouder"),
        ("all", "alle leeftijden", "de inwoners"),
        ("by_law", "leeftijd volgens de wet", "de inwoners"),
    ],
)
def test_every_age_that_a_definition_can_count_has_words(age, chip, inhabitants) -> None:
    assert AgeScope(age) == age
    assert (age_chip(age).nl, inhabitants_aged(age).nl) == (chip, inhabitants)
    assert age_chip("16-26").en == "aged 16 to 26"
