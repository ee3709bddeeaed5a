"""The primary rules, one by one, at their edges."""

import numpy as np
import pytest

from graadmeter.catalogue.load_policies import policies, policy_of
from graadmeter.catalogue.units import read_yaml, unit_files
from graadmeter.domain.areas import Level
from graadmeter.domain.indicators import Unit
from graadmeter.protect.figures.published import rounded
from graadmeter.protect.grid.grid import ABSENT
from graadmeter.protect.rules import primary

POLICY = policies()["tmsd-10"]


def content() -> dict[str, object]:
    return read_yaml(next(path for path in unit_files("policies", ".yaml") if path.stem == POLICY.id))


def test_the_policy_of_the_region() -> None:
    assert (POLICY.threshold, POLICY.interval, POLICY.fallback) == (10, 4, Level.REGION)
    assert POLICY.reason.nl
    assert POLICY.reason.en
    assert POLICY.valid_from.year == 2019


@pytest.mark.parametrize(
    ("key", "value"),
    [("threshold", 0), ("interval", 0), ("valid_from", "soon"), ("fallback", "country"), ("money", {})],
)
def test_a_policy_that_makes_no_sense_is_refused(key: str, value: object) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        policy_of({**content(), key: value})


def test_counts_from_one_to_nine_are_small() -> None:
    assert primary.small_counts(np.array([0, 1, 9, 10, 50]), POLICY).tolist() == [False, True, True, False, False]


def test_zeros_are_small_when_the_policy_does_not_show_them() -> None:
    hidden_zeros = policy_of({**content(), "zeros_shown": False})
    assert primary.small_counts(np.array([0, 1, 10]), hidden_zeros).tolist() == [True, True, False]


def test_ninety_seven_of_a_hundred_tells_of_three() -> None:
    value, whole = np.array([97, 90, 100, 91]), np.array([100, 100, 100, 100])
    assert primary.small_rests(value, whole, POLICY).tolist() == [True, False, False, True]
    without = policy_of({**content(), "complement": False})
    assert not primary.small_rests(value, whole, without).any()


def test_amounts_need_persons_and_providers() -> None:
    value = np.array([500, 500, 500, 500, 0])
    persons = np.array([9, 10, 10, ABSENT, ABSENT])
    providers = np.array([3, 3, 2, 3, ABSENT])
    few = primary.few_behind(value, persons, providers, POLICY.money)
    assert few.tolist() == [True, False, True, True, False]


def test_how_wide_the_range_must_be() -> None:
    small = np.array([True, False])
    assert primary.needs(np.array([3, 30]), small, Unit.PERSONS, POLICY).tolist() == [4, 4]
    assert primary.needs(np.array([1001, 5000]), small, Unit.EURO, POLICY).tolist() == [201, 1]


@pytest.mark.parametrize(
    ("numerator", "denominator", "expected"),
    [(1, 8, 1), (1, 4, 3), (5, 100, 1), (45, 1000, 0), (1, 3, 3), (2, 3, 7), (0, 7, 0), (7, 7, 10)],
)
def test_shares_are_rounded_half_up_in_whole_numbers(numerator: int, denominator: int, expected: int) -> None:
    """In tenths: 1/8 is 0.125, so 0.1; 1/4 is 0.25, so 0.3; 5/100 is 0.05, so 0.1."""
    assert rounded(10 * np.array([numerator]), np.array([denominator])).tolist() == [expected]
