"""What changed since the previous delivery, in counts only."""

import pyarrow as pa

from graadmeter.check.comparison import Side, compared
from graadmeter.domain.periods import parse_period

QUARTER = parse_period("2025KW04")


def side(rows: list[dict[str, str]], quarter: str = "2025KW04") -> Side:
    names = ("bsn", "begindatum", "einddatum", "productcode", "aanbieder", "wijk")
    table = pa.table({name: pa.array([row.get(name) for row in rows], pa.string()) for name in names})
    return Side({"voorziening": table}, parse_period(quarter))


def row(number: int, product: str = "45A48", begin: str = "2025-10-03") -> dict[str, str]:
    return {"bsn": f"{number:09d}", "productcode": product, "begindatum": begin, "wijk": "WK014110"}


def told(before: Side, now: Side) -> dict[str, tuple[int, int]]:
    return {change.label.nl: (change.before, change.now) for change in compared(before, now).shown}


def test_totals_are_counted_on_both_sides() -> None:
    before = side([row(number, begin="2025-07-02") for number in range(10)], "2025KW03")
    now = side([*(row(number) for number in range(12)), row(1, begin="2024-01-01") | {"einddatum": "31-12-2025"}])
    found = told(before, now)
    assert found["Personen"] == (10, 12)
    assert found["Begonnen in het kwartaal"] == (10, 12)
    assert found["Beëindigd"] == (0, 1)
    assert found["Regels: Regionaal uittreksel voorzieningen"] == (10, 13)


def test_a_product_is_told_only_when_it_changed_by_more_than_noise() -> None:
    before = side([row(number) for number in range(50)] + [row(number, "45A53") for number in range(50, 100)])
    now = side([row(number) for number in range(52)] + [row(number, "45A53") for number in range(52, 62)])
    found = told(before, now)
    assert found["Voorzieningen van product 45A53"] == (50, 10)
    assert "Voorzieningen van product 45A48" not in found


def test_nothing_in_it_tells_who_anybody_is() -> None:
    before, now = side([row(123456782)]), side([row(9999991)])
    assert not [change for change in compared(before, now).changes if "123456782" in change.label.nl + change.label.en]
