"""Figures as people write them."""

import pytest

from graadmeter.cli.numbers import spoken
from graadmeter.domain.text import Lang


@pytest.mark.parametrize(
    ("value", "dutch", "english"),
    [(0.0, "0", "0"), (1234.0, "1.234", "1,234"), (12.5, "12,5", "12.5"), (1234567.25, "1.234.567,25", "1,234,567.25")],
)
def test_both_languages(value, dutch, english) -> None:
    assert (spoken(value, Lang.NL), spoken(value, Lang.EN)) == (dutch, english)
