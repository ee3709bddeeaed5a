import pytest

from graadmeter.charts.datum import Datum, with_interval
from graadmeter.domain.indicators import Unit
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Lang

VALUE, HIDDEN = CellStatus.VALUE, CellStatus.SUPPRESSED


def test_the_interval_of_a_share_comes_from_the_published_count() -> None:
    datum = with_interval(Unit.PERCENT, 10.0, VALUE, 100.0)
    # Wilson 95 % for 100 of 1,000 (PHE worked value: 8.29 to 12.01).
    assert datum.bounds == pytest.approx((8.2907, 12.0145), abs=1e-3)


def test_the_base_serves_as_well_as_the_count() -> None:
    with_count = with_interval(Unit.PER_1000, 50.0, VALUE, 100.0)
    with_base = with_interval(Unit.PER_1000, 50.0, VALUE, base=2000.0)
    assert with_base.bounds == pytest.approx(with_count.bounds)


def test_a_share_of_nought_has_an_interval_only_with_a_base() -> None:
    assert not with_interval(Unit.PERCENT, 0.0, CellStatus.ZERO, 0.0).has_interval
    low, high = with_interval(Unit.PERCENT, 0.0, CellStatus.ZERO, base=100.0).bounds
    assert low == pytest.approx(0.0, abs=1e-12)
    assert high == pytest.approx(3.699, abs=1e-3)


def test_money_and_hidden_figures_have_no_interval() -> None:
    assert not with_interval(Unit.EURO, 1200.0, VALUE).has_interval
    assert not with_interval(Unit.PERSONS, None, HIDDEN).has_interval


def test_a_count_varies_as_poisson() -> None:
    # Byar's approximation for 10: 4.79 to 18.39.
    assert with_interval(Unit.PERSONS, 10.0, VALUE).bounds == pytest.approx((4.79, 18.39), abs=0.01)


def test_demonstrably_means_outside_the_interval() -> None:
    region = Datum(Unit.PERCENT, 12.0, VALUE)
    assert with_interval(Unit.PERCENT, 15.0, VALUE, 600.0).against(region) == 1
    assert with_interval(Unit.PERCENT, 9.0, VALUE, 360.0).against(region) == -1
    assert with_interval(Unit.PERCENT, 12.5, VALUE, 100.0).against(region) == 0
    assert Datum(Unit.PERCENT, 15.0, VALUE).against(region) is None
    assert with_interval(Unit.PERCENT, 15.0, VALUE, 600.0).against(Datum(Unit.PERCENT, None, HIDDEN)) is None


def test_change_needs_intervals_that_do_not_overlap() -> None:
    before = with_interval(Unit.PERCENT, 10.0, VALUE, 1000.0)
    assert with_interval(Unit.PERCENT, 13.0, VALUE, 1300.0).changed_from(before) == 1
    assert with_interval(Unit.PERCENT, 10.4, VALUE, 1040.0).changed_from(before) == 0
    assert with_interval(Unit.PERCENT, 8.0, VALUE, 800.0).changed_from(before) == -1


def test_a_hidden_figure_says_why_and_refuses_to_be_a_number() -> None:
    datum = Datum(Unit.PERSONS, None, HIDDEN)
    assert datum.text(Lang.NL) == "afgeschermd"
    assert datum.short(Lang.EN) == "hidden"
    with pytest.raises(ValueError, match="suppressed"):
        _ = datum.figure


def test_a_value_under_a_hiding_status_is_never_shown() -> None:
    datum = Datum(Unit.PERSONS, 4.0, HIDDEN)
    assert not datum.shown
    assert "4" not in datum.text(Lang.NL)
