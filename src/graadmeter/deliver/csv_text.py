"""From the bytes of a table to its lines: encoding found and undone, line ends made equal, NUL bytes refused."""

import codecs

from graadmeter.deliver.notice import Notice, RefusedError
from graadmeter.deliver.notices.table import BINARY, UNDECODABLE

UTF8 = "UTF-8"
MIXED = "UTF-8 + Windows-1252"
UTF16 = "UTF-16"
WINDOWS = "Windows-1252"
SAMPLE = 2_000
"""Bytes at the beginning that tell whether a text is UTF-16."""
_SHARE = 0.4
"""Plain text in UTF-16 has a NUL in almost every second byte; this share of one kind is enough to be sure."""


def lines_of(data: bytes, codec: str = "") -> tuple[list[str], str]:
    """The lines of a text file without their ends, and the encoding it was in; raises what `text_of` raises."""
    text, encoding = text_of(data, codec)
    return text.removesuffix("\n").split("\n"), encoding


def text_of(data: bytes, codec: str = "") -> tuple[str, str]:
    """The text of a file, with line feeds only, and the encoding it was in; raises RefusedError for other bytes.

    With `codec` the file is read as that and nothing else.
    """
    text, encoding = (_decode(data, codec, UNDECODABLE).removeprefix("\ufeff"), codec) if codec else _decoded(data)
    if "\0" in text:
        raise RefusedError(BINARY)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, encoding


def _decoded(data: bytes) -> tuple[str, str]:
    wide = wide_codec(data)
    if wide:
        return _decode(data, wide, BINARY), UTF16
    try:
        return data.decode("utf-8-sig"), UTF8
    except UnicodeDecodeError:
        mixed = _mixed(data)
        return (mixed, MIXED) if mixed else (_decode(data, "cp1252", UNDECODABLE), WINDOWS)


def _mixed(data: bytes) -> str:
    """The text of a file in which UTF-8 and Windows-1252 stand side by side, as when two exports are put together.

    Empty when no line holds an accented letter in UTF-8: then all of it is Windows-1252.
    """
    lines = [mixed_line(line) for line in data.removeprefix(codecs.BOM_UTF8).split(b"\n")]
    return "\n".join(line for line, _ in lines) if any(wide for _, wide in lines) else ""


def mixed_line(line: bytes, end: str = "") -> tuple[str, bool]:
    """The text of one line, with `end` behind it, and whether it holds an accented letter in UTF-8.

    Raises RefusedError when it is neither UTF-8 nor Windows-1252.
    """
    try:
        return line.decode("utf-8") + end, not line.isascii()
    except UnicodeDecodeError:
        return _decode(line, "cp1252", UNDECODABLE) + end, False


def _decode(data: bytes, codec: str, refusal: Notice) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise RefusedError(refusal) from error


def wide_codec(data: bytes) -> str:
    """The codec when the bytes are UTF-16, with or without byte order mark; empty when they are not."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    sample = data[:SAMPLE]
    half = len(sample) / 2
    if half and sample[1::2].count(0) / half > _SHARE and not sample[::2].count(0):
        return "utf-16-le"
    if half and sample[::2].count(0) / half > _SHARE and not sample[1::2].count(0):
        return "utf-16-be"
    return ""
