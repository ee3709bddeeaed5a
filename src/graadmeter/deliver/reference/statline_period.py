"""CBS period codes of every kind: year, half-year, quarter, month, week, other part, day."""

import re
from datetime import date

_CODE = re.compile(r"[0-9]{4}(JJ00|HJ0[12]|KW0[1-4]|MM(?:0[1-9]|1[0-2])|W1(?:0[1-9]|[1-4][0-9]|5[0-3])|X0[0-9]{2})")
_DAY = re.compile(r"[0-9]{8}")


def is_period(code: str) -> bool:
    """Whether `code` is a period as StatLine writes them: 2024JJ00, 2024HJ01, 2024W101, 2024X000, 20240115."""
    return _CODE.fullmatch(code) is not None or (_DAY.fullmatch(code) is not None and _is_day(code))


def year_code(text: str) -> str:
    """The code of the year when `text` is just a year; empty otherwise."""
    return f"{text}JJ00" if re.fullmatch(r"[12][0-9]{3}", text) else ""


def _is_day(code: str) -> bool:
    try:
        date(int(code[:4]), int(code[4:6]), int(code[6:]))
    except ValueError:
        return False
    return True
