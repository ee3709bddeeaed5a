"""What a file is by its first bytes; names and extensions are not trusted."""

from enum import Enum, auto

HEAD = 64
"""Bytes that suffice to tell the kind."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
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
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return FileKind.ZIP
    if head.startswith(_OLE):
        return FileKind.SPREADSHEET
    if head.startswith(_OTHER):
        return FileKind.OTHER
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(_XML):
        return FileKind.XML
    return FileKind.TEXT
