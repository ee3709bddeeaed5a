"""Which neighbouring wijken are taken together."""

from graadmeter.domain.merger_rule import divided

LINE = {f"WK00010{place}": size for place, size in enumerate((5, 30, 4, 6, 40, 9))}
TOUCHING = {(f"WK00010{place}", f"WK00010{place + 1}") for place in range(5)}


def test_the_smallest_joins_its_smallest_neighbour_until_all_are_large_enough() -> None:
    assert divided(LINE, TOUCHING, 10) == (
        ("WK000100", "WK000101"),
        ("WK000102", "WK000103"),
        ("WK000104", "WK000105"),
    )
    assert divided(LINE, TOUCHING, 5) == (("WK000102", "WK000103"),)
    assert divided(LINE, TOUCHING, 4) == ()


def test_wijken_that_do_not_touch_are_not_joined() -> None:
    apart = {("WK000100", "WK000105"), ("WK000101", "WK000102"), ("WK000103", "WK000104")}
    assert divided(LINE, apart, 10) == (
        ("WK000100", "WK000105"),
        ("WK000101", "WK000102"),
        ("WK000103", "WK000104"),
    )


def test_without_borders_wijken_are_joined_in_order_of_code() -> None:
    assert divided(LINE, (), 10) == divided(LINE, TOUCHING, 10)


def test_a_municipality_that_would_be_one_group_has_none() -> None:
    assert divided(LINE, TOUCHING, 1000) == ()
    assert divided({"WK000100": 1}, (), 10) == ()


def test_the_order_in_which_wijken_are_named_does_not_matter() -> None:
    turned = dict(reversed(LINE.items()))
    assert divided(turned, tuple(sorted(TOUCHING, reverse=True)), 10) == divided(LINE, TOUCHING, 10)
