from hypothesis import given
from hypothesis import strategies as st

from graadmeter.domain.bsn import SYNTHETIC_RANGE, UNBORN, UNKNOWN, eleven_test, is_special, is_synthetic


def test_known_numbers_pass_and_a_changed_digit_fails():
    assert eleven_test("999900006")
    assert eleven_test("111222333")
    assert not eleven_test("111222334")


def test_other_texts_fail():
    for text in ("", "11122233", "1112223330", "11122233a", "¹11222333", "111 22333"):
        assert not eleven_test(text)


def test_the_two_special_numbers_are_recognised_although_one_passes_the_arithmetic():
    assert eleven_test(UNBORN)
    assert not eleven_test(UNKNOWN)
    assert is_special(UNBORN)
    assert is_special(UNKNOWN)
    assert not is_special("999900006")


@given(st.integers(10_000_000, 999_999_999))
def test_no_number_of_eight_or_nine_digits_is_synthetic(number):
    assert not is_synthetic(f"{number:09d}")


@given(st.integers(*SYNTHETIC_RANGE))
def test_every_number_of_the_range_is_synthetic(number):
    assert is_synthetic(f"{number:09d}")
    assert not is_synthetic(str(number))


@given(st.integers(0, 99_999_999), st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_never_passes(prefix, place, step):
    for last in range(10):
        bsn = f"{prefix:08d}{last}"
        if eleven_test(bsn):
            wrong = bsn[:place] + str((int(bsn[place]) + step) % 10) + bsn[place + 1 :]
            assert not eleven_test(wrong)
