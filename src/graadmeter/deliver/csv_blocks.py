"""Goes through the text below the header in pieces, and reads each in the quickest way that is safe."""

from collections.abc import Iterator

from graadmeter.deliver.csv_header import Header
from graadmeter.deliver.csv_plain import plain_records
from graadmeter.deliver.csv_records import LONGEST_QUOTE, Records, records

PIECE = 1 << 23
"""Characters per piece: enough to be quick, few enough to forget a piece before the next."""


def blocks(text: str, header: Header) -> Iterator[Records]:
    """The rows in blocks. Every line that is not blank is part of exactly one row or one rejection.

    `text` has line feeds only; a value between quotation marks may run over the border of two pieces.
    """
    at = _after_lines(text, 0, header.line + 1)
    number = header.line + 2
    if at == len(text):
        yield Records()
    while at < len(text):
        end = text.find("\n", at + PIECE) + 1 or len(text)
        piece = text[at:end]
        own = piece.count("\n") + (not piece.endswith("\n"))
        found = plain_records(piece, header, number)
        if found is None:
            ahead = _after_lines(text, end, LONGEST_QUOTE)
            lines = text[at:ahead].removesuffix("\n").split("\n")
            found, taken = records(lines, header, number, own)
            end = at + sum(len(line) + 1 for line in lines[:taken])
            own = taken
        yield found
        at, number = end, number + own


def first_lines(text: str, count: int) -> list[str]:
    """At most the first `count` lines, without cutting up all of the text."""
    end = _after_lines(text, 0, count)
    return text[:end].removesuffix("\n").split("\n")


def _after_lines(text: str, at: int, count: int) -> int:
    """Where the line begins that comes `count` lines after the one at `at`; the end of the text when there is none."""
    for _ in range(count):
        at = text.find("\n", at) + 1
        if not at:
            return len(text)
    return at
