"""What a file is by its first bytes; names and extensions are not trusted."""

from enum import Enum, auto

HEAD = 64
"""Bytes that suffice to tell the kind."""

_OTHER = (b"%PDF", b"7z\xbc\xaf", b"Rar!", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"\x89PNG", b"\xff\xd8\xff", b"PAR1")
_XML = (b"<", b"\xff\xfe<\x00", b"\xfe\xff\x00<", b"<\x00", b"\x00<")


class FileKind(Enum):
    """The kinds the reader tells apart."""

    EMPTY = auto()
    ZIP = auto()
    XML = auto()
    SPREADSHEET = auto()
    TEXT = auto()
    OTHER = auto()


def file_kind(head: bytes) -> FileKind:
    """The kind of a file that begins with `head`. TEXT means: nothing else, so perhaps a table."""
    if not head:
        return FileKind.EMPTY
    return next((kind for marks, kind in _MARKS if head.startswith(marks)), None) or _by_text(head)


def _by_text(head: bytes) -> FileKind:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return FileKind.XML if start.startswith(_XML) else FileKind.TEXT


_MARKS: tuple[tuple[tuple[bytes, ...], FileKind], ...] = (
    ((b"<",), FileKind.XML),
    ((b"PK\x03\x04", b"PK\x05\x06"), FileKind.ZIP),
    ((b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",), FileKind.SPREADSHEET),
    (_OTHER, FileKind.OTHER),
)
