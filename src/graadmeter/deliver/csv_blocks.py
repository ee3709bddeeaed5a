"""Goes through the text below the header in pieces, and reads each in the quickest way that is safe."""

from collections.abc import Iterable, Iterator

from graadmeter.deliver.csv_header import Header
from graadmeter.deliver.csv_plain import few_different, plain_records
from graadmeter.deliver.csv_records import LONGEST_QUOTE, Records, records
from graadmeter.deliver.csv_window import Window

PIECE = 1 << 23
"""Characters per piece: enough to be quick, few enough to forget a piece before the next."""


def blocks(text: Iterable[str], header: Header) -> Iterator[Records]:
    """The rows in blocks. Every line that is not blank is part of exactly one row or one rejection.

    `text` comes in pieces of any length and has line feeds only; a value between quotation marks may run over the
    border of two blocks.
    """
    window = Window(iter(text))
    window.move(window.after_lines(0, header.line + 1))
    number = header.line + 2
    worded: frozenset[int] | None = None
    if window.is_at_end():
        yield Records()
    while not window.is_at_end():
        end = window.after_line_at(PIECE)
        piece = window.text(end)
        found = plain_records(piece, header, number, worded or ())
        if found is None:
            own = piece.count("\n") + (not piece.endswith("\n"))
            lines = window.text(window.after_lines(end, LONGEST_QUOTE)).removesuffix("\n").split("\n")
            found, own = records(lines, header, number, own)
            end = sum(len(line) + 1 for line in lines[:own])
        else:
            own = len(found.numbers)
            worded = few_different(found) if worded is None else worded
        yield found
        window.move(end)
        number += own


def first_lines(text: Iterable[str], count: int) -> list[str]:
    """At most the first `count` lines, without cutting up all of the text."""
    window = Window(iter(text))
    return window.text(window.after_lines(0, count)).removesuffix("\n").split("\n")


def every_line(text: Iterable[str]) -> Iterator[str]:
    """The lines without their ends, one by one."""
    rest = ""
    for piece in text:
        *whole, rest = (rest + piece).split("\n")
        yield from whole
    if rest:
        yield rest
