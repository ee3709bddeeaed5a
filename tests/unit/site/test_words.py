import re
from importlib.resources import files
from string import Formatter

import pytest

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.domain.indicators import AgeScope, Population
from graadmeter.domain.text import Text
from graadmeter.site.ui_words import AGE_CHIPS, AGE_WORDS
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


def test_every_age_that_indicators_count_has_words() -> None:
    assert set(AGE_CHIPS) == {scope.value for scope in AgeScope if scope.of_rows}
    bases = {measure.share_of.age for one in indicators().values() for measure in one.measures
             if isinstance(measure.share_of, Population)}  # fmt: skip
    assert {age.value for age in bases} <= set(AGE_WORDS)
