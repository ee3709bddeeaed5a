"""Which cell styles of a workbook show a date: number formats, built in and own (ECMA-376 part 1, 18.8.30)."""

import re

from graadmeter.deliver.sheets.package import Package, local

_STYLES = "xl/styles.xml"
_BUILT_IN = frozenset({*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59)})
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_DATE_SIGN = re.compile(r"[dmyhsjDMYHSJ]")


def date_styles(package: Package) -> frozenset[int]:
    """The numbers of the cell styles that show a date or time."""
    if not package.has(_STYLES):
        return frozenset()
    dates = set(_BUILT_IN)
    styles: list[int] = []
    for part in package.root(_STYLES):
        if local(part) == "numFmts":
            for one in part:
                number = _number(one.get("numFmtId"))
                (dates.add if _shows_date(one.get("formatCode", "")) else dates.discard)(number)
        elif local(part) == "cellXfs":
            styles = [_number(one.get("numFmtId")) for one in part]
    return frozenset(place for place, number in enumerate(styles) if number in dates)


def _shows_date(code: str) -> bool:
    positive, _, _ = code.partition(";")
    return "general" not in positive.lower() and _DATE_SIGN.search(_LITERAL.sub("", positive)) is not None


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else 0
