"""The bytes of one message or table, wherever they lie: read whole when small, in pieces when large."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graadmeter.deliver.notice import Where

PIECE = 1 << 18
"""Bytes per piece."""


@dataclass(frozen=True, slots=True)
class Content:
    """One thing to read. `name` is how findings and tables call it, `group` the received file it came in."""

    name: str
    group: str
    size: int
    pieces: Callable[[], Iterator[bytes]]
    """Starts reading from the beginning; may be called more than once."""

    def read(self) -> bytes:
        """All bytes at once; at most `size`, which the caller has held against the limits."""
        return b"".join(self.pieces())

    def where(self, row: int | None = None, column: str = "") -> Where:
        """A place in this content."""
        return Where(self.name, self.group, row, column)

    def held(self) -> "Content":
        """The same content, read now and kept in memory."""
        pieces = [self.read()]
        return Content(self.name, self.group, self.size, lambda: iter(pieces))


def on_disk(path: Path, name: str) -> Content:
    """The content of a plain file."""

    def pieces() -> Iterator[bytes]:
        with path.open("rb") as file:
            while piece := file.read(PIECE):
                yield piece

    return Content(name, name, path.stat().st_size, pieces)
