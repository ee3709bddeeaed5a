"""Area codes as CBS writes them: their level, and the municipality they lie in."""

import re

_LEVELS = {"NL": "land", "GM": "gemeente", "WK": "wijk", "BU": "buurt"}
_CODE = re.compile(r"[A-Z]{2}[0-9A-Z]{2,8}")
_AREA = re.compile(r"GM[0-9]{4}|WK[0-9]{4}[0-9A-Z]{2}|BU[0-9]{4}[0-9A-Z]{4}")
"""Amsterdam has letters in its wijken."""
_PC4 = re.compile(r"[1-9][0-9]{3}")


def level_of(code: str) -> str:
    """land, gemeente, wijk, buurt, pc4 or (regions and provinces) overig."""
    return "pc4" if _PC4.fullmatch(code) else _LEVELS.get(code[:2], "overig")


def is_area(code: str) -> bool:
    """Whether `code` is the code of a municipality, wijk or buurt, complete and unpadded."""
    return _AREA.fullmatch(code) is not None


def is_municipality(code: str) -> bool:
    """Whether `code` is GM and four digits."""
    return re.fullmatch(r"GM[0-9]{4}", code) is not None


def is_region(code: str) -> bool:
    """Whether `code` looks like any CBS area code: two letters, then digits or letters."""
    return _CODE.fullmatch(code) is not None


def is_pc4(code: str) -> bool:
    """Whether `code` is the four digits of a postcode."""
    return _PC4.fullmatch(code) is not None


def municipality_of(code: str) -> str:
    """GM0141 for WK014110 and BU01411001; empty for anything else."""
    return f"GM{code[2:6]}" if code[:2] in {"WK", "BU"} else ""
