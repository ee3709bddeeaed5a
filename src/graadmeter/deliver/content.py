"""The bytes of one message or table, wherever they lie: read whole when small, in pieces when large."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from graadmeter.deliver.notice import Where

PIECE = 1 << 18
"""Bytes per piece."""


class Content(Protocol):
    """One thing to read."""

    name: str
    """How findings and tables call it."""
    group: str
    """The received file it came in; its own name when it is one."""
    size: int
    """Bytes, unpacked."""

    def read(self) -> bytes:
        """All bytes at once; raises RefusedError when they are damaged."""
        ...

    def pieces(self) -> Iterator[bytes]:
        """The bytes from the beginning, in pieces; may be asked for again."""
        ...


class FileContent:
    """A plain file on disk."""

    def __init__(self, path: Path, name: str) -> None:
        self.name = self.group = name
        self.size = path.stat().st_size
        self._path = path

    def read(self) -> bytes:
        """All bytes at once."""
        return self._path.read_bytes()

    def pieces(self) -> Iterator[bytes]:
        """The bytes in pieces."""
        with self._path.open("rb") as file:
            while piece := file.read(PIECE):
                yield piece


class HeldContent:
    """Bytes that are in memory already."""

    __slots__ = ("_data", "group", "name", "size")

    def __init__(self, name: str, group: str, data: bytes) -> None:
        self.name, self.group, self.size, self._data = name, group, len(data), data

    def read(self) -> bytes:
        """All bytes at once."""
        return self._data

    def pieces(self) -> Iterator[bytes]:
        """The bytes in one piece."""
        return iter((self._data,))


def where(content: Content, row: int | None = None, column: str = "") -> Where:
    """A place in a content."""
    return Where(content.name, content.group, row, column)
