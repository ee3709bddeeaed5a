"""Which rows of a sheet have merged cells."""

import re
from bisect import bisect_right
from collections.abc import Callable

from graadmeter.deliver.sheets.book import Book, Sheet

_CELL = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*[\"']\$?[A-Z]{1,3}\$?(\d{1,7}):\$?[A-Z]{1,3}\$?(\d{1,7})")
"""Merged cells stand after all rows; building the tree up to there would hold the whole sheet in memory."""


def merged_rows(book: Book, sheet: Sheet) -> Callable[[int], bool]:
    """Tells of a row number whether a merged cell lies on it."""
    found = _CELL.finditer(book.package.part(sheet.part))
    joined = _joined(sorted((int(match[1]), int(match[2])) for match in found))
    starts = [first for first, _ in joined]

    def has(number: int) -> bool:
        place = bisect_right(starts, number) - 1
        return place >= 0 and number <= joined[place][1]

    return has


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for first, last in spans:
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return joined
