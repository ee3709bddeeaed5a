"""The text of one delivered table in pieces, so that a large one is never in memory as a whole.

A first walk over the bytes finds the encoding and refuses what is no text; later walks decode. A table of ordinary size
is read and decoded at once, which is the same and quicker.
"""

import codecs
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from graadmeter.deliver.content import Content
from graadmeter.deliver.csv_text import MIXED, SAMPLE, UTF8, UTF16, WINDOWS, mixed_line, text_of, wide_codec
from graadmeter.deliver.limits import Limits
from graadmeter.deliver.notice import Notice, RefusedError
from graadmeter.deliver.notices.any_file import TOO_LARGE
from graadmeter.deliver.notices.table import BINARY, UNDECODABLE

LONGEST_LINE = 1 << 24
"""Characters; a table with a longer line cannot be read in pieces."""
_MB = 1_000_000
_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class TextSource:
    """A text with line feeds only."""

    encoding: str
    pieces: Callable[[], Iterator[str]]
    """Walks over the text from its beginning."""


class _LongLineError(Exception):
    """A line is too long to be read in pieces."""


def source_of(content: Content, limits: Limits, codec: str = "") -> TextSource:
    """The text of a content, in pieces from `limits.pieces_from` bytes on; raises RefusedError for what is no text.

    With `codec` it is read as that and nothing else. A very long line is read at once up to `limits.whole_bytes`; a
    larger content that has one is refused.
    """
    if content.size >= limits.pieces_from:
        try:
            return _in_pieces(content, codec)
        except _LongLineError as error:
            if content.size > limits.whole_bytes:
                megabytes = -(-content.size // _MB)
                raise RefusedError(TOO_LARGE, megabytes=megabytes, limit=limits.whole_bytes // _MB) from error
    text, encoding = text_of(content.read(), codec)
    return TextSource(encoding, lambda: iter((text,)))


def _in_pieces(content: Content, codec: str) -> TextSource:
    if codec:
        return _walked(codec, partial(_decoded, content, codec, without_mark=True), UNDECODABLE)
    wide = wide_codec(_beginning(content))
    if wide:
        return _walked(UTF16, partial(_decoded, content, wide), BINARY)
    try:
        return _walked(UTF8, partial(_decoded, content, "utf-8-sig"), None)
    except UnicodeDecodeError:
        mixed = any(wide for _, wide in _lines(content))
        way = partial(_side_by_side, content) if mixed else partial(_decoded, content, "cp1252")
        return _walked(MIXED if mixed else WINDOWS, way, UNDECODABLE)


def _beginning(content: Content) -> bytes:
    head = b""
    for piece in content.pieces():
        head += piece
        if len(head) >= SAMPLE:
            break
    return head


def _walked(encoding: str, way: Callable[[], Iterator[str]], refusal: Notice | None) -> TextSource:
    """The source, after one walk that proves all of it can be read."""
    has_nul, length = False, 0
    try:
        for piece in way():
            has_nul = has_nul or "\0" in piece
            length = len(piece) - piece.rfind("\n") - 1 if "\n" in piece else length + len(piece)
            if length > LONGEST_LINE:
                raise _LongLineError
    except UnicodeDecodeError as error:
        if refusal is None:
            raise
        raise RefusedError(refusal) from error
    if has_nul:
        raise RefusedError(BINARY)
    return TextSource(encoding, way)


def _decoded(content: Content, codec: str, *, without_mark: bool = False) -> Iterator[str]:
    decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder(codec)(), translate=True)
    for piece in content.pieces():
        text = decoder.decode(piece)
        if without_mark and text:
            text, without_mark = text.removeprefix(_MARK), False
        yield text
    yield decoder.decode(b"", final=True)


def _side_by_side(content: Content) -> Iterator[str]:
    """The text of a file in which UTF-8 and Windows-1252 stand side by side."""
    ends = io.IncrementalNewlineDecoder(None, translate=True)
    for text, _ in _lines(content):
        yield ends.decode(text)
    yield ends.decode("", final=True)


def _lines(content: Content) -> Iterator[tuple[str, bool]]:
    """Every line with its end, and whether it holds an accented letter in UTF-8."""
    rest, first = b"", True
    for piece in content.pieces():
        *lines, rest = (rest + piece).split(b"\n")
        if len(rest) > LONGEST_LINE:
            raise _LongLineError
        for line in lines:
            yield mixed_line(line.removeprefix(codecs.BOM_UTF8) if first else line, "\n")
            first = False
    yield mixed_line(rest.removeprefix(codecs.BOM_UTF8) if first else rest, "")
