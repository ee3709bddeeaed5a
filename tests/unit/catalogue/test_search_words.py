"""The words people type lead to figures that exist."""

import re
import unicodedata

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.catalogue.search_words import search_words
from graadmeter.domain.text import Lang


def test_every_group_finds_something_that_exists() -> None:
    known = set(indicators())
    for name, group in search_words().items():
        assert group.indicators or group.pages, name
        assert set(group.indicators) <= known, name


def test_words_are_plain_and_no_group_stands_twice() -> None:
    for lang in Lang:
        for name, group in search_words().items():
            words = group.within(lang)
            assert words, name
            assert len(set(words)) == len(words), name
            assert all(re.fullmatch(r"[a-z0-9][a-z0-9 \-]*", word) for word in words), words
            assert all(unicodedata.is_normalized("NFKD", word) for word in words)


def test_most_indicators_have_everyday_words() -> None:
    found = {indicator for group in search_words().values() for indicator in group.indicators}
    missing = set(indicators()) - found
    assert len(missing) <= len(indicators()) / 4, sorted(missing)
