"""The words for an effect follow from its intervals."""

import numpy as np
import pytest

from graadmeter.statistics.verdict import Verdict, place, smallest_detectable, verdict

ENDLESS = (-np.inf, np.inf)


@pytest.mark.parametrize(
    ("wide", "narrow", "second", "word"),
    [
        ((-9, -1), (-7, -3), -4, "aangetoond"),
        ((1, 9), (3, 7), 4, "aangetoond"),
        ((-9, -1), (-7, -3), None, "aannemelijk"),
        ((-9, -1), (-7, -3), 0.5, "niet vast te stellen"),
        ((-9, -1), (-7, -3), 0.0, "niet vast te stellen"),
        ((-9, -1), (-7, -3), np.nan, "niet vast te stellen"),
        ((-9, 1), (-7, -0.1), -4, "aannemelijk"),
        ((-9, 0), (-7, -0.1), -4, "aannemelijk"),
        ((-9, 1), (-7, 0), -4, "niet vast te stellen"),
        (ENDLESS, (-7, -3), -4, "aannemelijk"),
        (ENDLESS, ENDLESS, -4, "niet vast te stellen"),
    ],
)
def test_words(wide: tuple[float, float], narrow: tuple[float, float], second: float | None, word: str) -> None:
    assert verdict(wide, narrow, second).word.nl == word


def test_every_word_has_its_reason_in_both_languages() -> None:
    for each in Verdict:
        assert len({each.word.nl, each.word.en, each.why.nl, each.why.en}) == 4


def test_which_effect_could_be_seen_at_all() -> None:
    assert smallest_detectable(1.0) == pytest.approx(2.8015852)
    assert smallest_detectable(3.0, confidence=0.8) == pytest.approx(3 * (1.2815516 + 0.8416212))
    assert smallest_detectable(1.0, smallest_p=1 / 14) == np.inf
    assert smallest_detectable(1.0, smallest_p=1 / 20) < 3, "one in twenty is 5 %"


def test_the_place_among_placebos() -> None:
    assert place(1, 14).nl == "de meest uitzonderlijke van 14"
    assert place(3, 14).en == "number 3 of 14 by how extreme it is"
