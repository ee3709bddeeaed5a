import pytest

from graadmeter.charts.numbers import bare, listing, on_axis, one_in, written
from graadmeter.domain.indicators import Unit
from graadmeter.domain.text import Lang

NL, EN = Lang.NL, Lang.EN
NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("value", "unit", "dutch", "english"),
    [
        (12.4, Unit.PERCENT, f"12,4{NBSP}%", "12.4%"),
        (0.0, Unit.PERCENT, f"0,0{NBSP}%", "0.0%"),
        (1234.0, Unit.PERSONS, "1.234", "1,234"),
        (72.3, Unit.PER_1000, f"72,3{NBSP}per{NBSP}1.000", f"72.3{NBSP}per{NBSP}1,000"),
        (309878489.0, Unit.EURO, f"€{NBSP}309.878.489", "€309,878,489"),
        (-1200.0, Unit.EURO, f"€{NBSP}\u22121.200", "€\u22121,200"),
    ],
)
def test_figures_are_written_as_people_write_them(value: float, unit: Unit, dutch: str, english: str) -> None:
    assert written(value, unit, NL) == dutch
    assert written(value, unit, EN) == english


def test_the_bare_figure_has_the_digits_of_the_written_one() -> None:
    assert bare(12.4, Unit.PERCENT, NL) == "12,4"
    assert bare(1234.0, Unit.TRAJECTORIES, EN) == "1,234"


@pytest.mark.parametrize(
    ("share", "dutch", "english"),
    [
        (0.124, "1 op de 8", "1 in 8"),
        (0.0, "niemand", "nobody"),
        (0.42, "4 van de 10", "4 in 10"),
        (0.3, "1 op de 3", "1 in 3"),
        (0.00083, "1 op de 1.200", "1 in 1,200"),
        (1.0, "10 van de 10", "10 in 10"),
    ],
)
def test_a_share_in_people(share: float, dutch: str, english: str) -> None:
    assert one_in(share, NL) == dutch
    assert one_in(share, EN) == english


def test_axis_values_are_short() -> None:
    assert on_axis(7.5, Unit.PERCENT, NL) == "7,5"
    assert on_axis(20000, Unit.PERSONS, NL) == "20.000"
    assert on_axis(40_000_000, Unit.EURO, NL) == f"40{NBSP}mln"
    assert on_axis(2_500_000, Unit.EURO, EN) == f"2.5{NBSP}m"


def test_names_in_a_row() -> None:
    assert listing([], NL) == ""
    assert listing(["Almelo"], NL) == "Almelo"
    assert listing(["Almelo", "Borne", "Hengelo"], NL) == "Almelo, Borne en Hengelo"
    assert listing(["Almelo", "Borne"], EN) == "Almelo and Borne"
