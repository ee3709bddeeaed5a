from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from graadmeter.charts.placing import spread, thinned
from graadmeter.charts.scale import scale
from graadmeter.charts.text_width import shortened, text_width, wrapped


def test_a_scale_ends_at_round_values() -> None:
    made = scale(0, 13.7, 200, 0, most=4)
    assert made.ticks == (0, 5, 10, 15)
    assert made(0) == 200
    assert made(15) == 0


@given(st.floats(-1e6, 1e6), st.one_of(st.just(0.0), st.floats(0.01, 1e6)), st.integers(1, 8))
def test_a_scale_holds_its_values(low: float, span: float, most: int) -> None:
    made = scale(low, low + span, 0, 100, most=most)
    slack = 1e-6 * max(abs(low), span, 1.0)
    assert made.ticks[0] - slack <= low
    assert made.ticks[-1] + slack >= low + span
    assert len(made.ticks) <= most + 3
    assert -1e-3 <= made(low) <= 100 + 1e-3


@given(st.lists(st.floats(0, 300), min_size=1, max_size=8))
def test_labels_keep_their_distance_and_order(wanted: list[float]) -> None:
    placed = spread(wanted, 20, 0, 400)
    assert len(placed) == len(wanted)
    ordered = sorted(placed)
    assert all(b - a >= 20 - 1e-6 for a, b in pairwise(ordered))
    for a, b in zip(wanted, placed, strict=True):
        for c, d in zip(wanted, placed, strict=True):
            assert not (a < c and b > d)


def test_labels_that_fit_stay_where_they_are() -> None:
    assert spread([50.0, 10.0, 100.0], 20, 0, 200) == [50.0, 10.0, 100.0]


def test_axis_labels_are_thinned_until_they_fit() -> None:
    assert thinned([30, 30, 30], 50, 8) == 1
    assert thinned([30, 30, 30], 20, 8) == 2


def test_words_wrap_at_spaces_and_hyphens_and_lose_nothing() -> None:
    lines = wrapped("ambulante hulp op locatie van de aanbieder", 14, 150)
    assert len(lines) > 1
    assert " ".join(lines) == "ambulante hulp op locatie van de aanbieder"
    assert all(text_width(line, 14) <= 150 for line in lines)
    assert wrapped("Rijssen-Holten", 14, 70) == ("Rijssen-", "Holten")


def test_shortened_names_fit() -> None:
    assert shortened("Borne", 12, 60) == "Borne"
    short = shortened("Dinkelland", 12, 46)
    assert short.endswith(".")
    assert text_width(short, 12) <= 46
