"""Text becomes values only when it is one: dates that do not exist and numbers that are not whole become NULL."""

from datetime import date

import pyarrow as pa
import pytest

from graadmeter.catalogue.layouts import layouts
from graadmeter.check.typed import cleaned, day, eleven_rest, typed
from graadmeter.domain.bsn import eleven_test
from graadmeter.domain.tables import Type


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2025-03-31", date(2025, 3, 31)),
        ("31-03-2025", date(2025, 3, 31)),
        ("1-3-2025", date(2025, 3, 1)),
        ("2024-02-29", date(2024, 2, 29)),
        ("2025-02-29", None),
        ("31-02-2025", None),
        ("2025-W01-1", None),
        ("20250331", None),
        ("2025-03-31Z", None),
        ("2025-3-31", None),
        ("03/31/2025", None),
        ("0000-00-00", None),
        ("٢٠٢٥-03-31", None),
        ("n.v.t.", None),
    ],
)
def test_days(text: str, value: date | None) -> None:
    assert day(text) == value


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("12", Type.INT, 12),
        ("-12", Type.BIGINT, -12),
        ("+12", Type.BIGINT, 12),
        ("007", Type.INT, 7),
        ("1.5", Type.INT, None),
        ("1,5", Type.INT, None),
        ("1e3", Type.BIGINT, None),
        ("1 000", Type.BIGINT, None),
        ("2147483648", Type.INT, None),
        ("2147483648", Type.BIGINT, 2147483648),
        ("9" * 19, Type.BIGINT, None),
        ("", Type.INT, None),
    ],
)
def test_whole_numbers(text: str, kind: Type, value: int | None) -> None:
    assert typed(pa.array([text]), kind).to_pylist() == [value]


def test_text_is_trimmed_and_empty_text_and_absent_columns_are_null() -> None:
    raw = pa.table({"wijk": [" WK014110 ", "  ", None], "leeftijd": ["4", "", "5"]})
    text = cleaned(raw, layouts()["bevolking"])
    assert text["wijk"].to_pylist() == ["WK014110", None, None]
    assert text["leeftijd"].to_pylist() == ["4", None, "5"]
    assert text["aantal"].to_pylist() == [None, None, None]


def test_the_remainder_of_the_eleven_test_agrees_with_the_domain() -> None:
    numbers = [f"{number:09d}" for number in (*range(300), 123456782, 999999999, 999999990, 111222333)]
    rest = eleven_rest(pa.array([*numbers, None])).to_pylist()
    assert [value == 0 for value in rest[:-1]] == [eleven_test(number) for number in numbers]
    assert rest[-1] is None
    assert any(value == 0 for value in rest)
