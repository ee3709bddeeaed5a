"""Reads the table of contents of a zip file, strictly: what does not fit the format or the limits is refused at once.

The standard library reads a directory of any length into memory before one can count it, and takes three times as
long per member; deliveries hold tens of thousands of small messages. Format: PKWARE APPNOTE 6.3.10, sections 4.3-4.5.
"""

import struct
from dataclasses import dataclass
from typing import BinaryIO

from graadmeter.deliver.notice import RefusedError
from graadmeter.deliver.notices.archive import BROKEN, OVERLAP, TOO_MANY

LOCAL = struct.Struct("<4s5H3L2H")
_RECORD = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_LOCATOR = struct.Struct("<4sLQL")
_END64 = struct.Struct("<4sQ2H2L4Q")
_COMMENT = 0xFFFF
_FULL16, _FULL32 = 0xFFFF, 0xFFFFFFFF
_UTF8_NAME = 0x800
_RECORD_MOST = 2_000
"""Bytes a directory record may take on average; names are under 256 bytes and extra fields small."""


@dataclass(slots=True)
class Member:
    """One file in the zip, as the directory tells of it."""

    name: str
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    offset: int
    """Where its local header starts."""


def read_directory(file: BinaryIO, length: int, most: int) -> list[Member]:
    """The members in directory order; raises RefusedError when there are over `most`, or the zip is damaged."""
    try:
        count, size, offset = _end(file, length)
        if count > most:
            raise RefusedError(TOO_MANY, limit=most)
        if offset + size > length or size > (count + 1) * _RECORD_MOST:
            raise RefusedError(BROKEN)
        file.seek(offset)
        members = _records(file.read(size), count)
    except (struct.error, OverflowError) as error:
        raise RefusedError(BROKEN) from error
    _refuse_overlap(members, offset)
    return members


def _end(file: BinaryIO, length: int) -> tuple[int, int, int]:
    start = max(0, length - _END.size - _COMMENT)
    file.seek(start)
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0:
        raise RefusedError(BROKEN)
    _, disk, first_disk, here, count, size, offset, _ = _END.unpack_from(tail, at)
    if _FULL16 in {here, count} or _FULL32 in {size, offset}:
        return _end64(file, start + at - _LOCATOR.size)
    if disk or first_disk or here != count:
        raise RefusedError(BROKEN)
    return count, size, offset


def _end64(file: BinaryIO, locator: int) -> tuple[int, int, int]:
    file.seek(max(0, locator))
    mark, _, at, _ = _LOCATOR.unpack(file.read(_LOCATOR.size))
    file.seek(at)
    end, _, _, _, _, _, here, count, size, offset = _END64.unpack(file.read(_END64.size))
    if mark != b"PK\x06\x07" or end != b"PK\x06\x06" or here != count:
        raise RefusedError(BROKEN)
    return count, size, offset


def _records(directory: bytes, count: int) -> list[Member]:
    members, at = [], 0
    for _ in range(count):
        mark, _, _, flags, method, _, _, crc, packed, size, n, extra, comment, _, _, _, offset = _RECORD.unpack_from(
            directory, at
        )
        if mark != b"PK\x01\x02":
            raise RefusedError(BROKEN)
        at += _RECORD.size
        name = directory[at : at + n].decode("utf-8" if flags & _UTF8_NAME else "cp437", errors="replace")
        if _FULL32 in {packed, size, offset}:
            packed, size, offset = _wide(directory[at + n : at + n + extra], packed, size, offset)
        members.append(Member(name, flags, method, crc, packed, size, offset))
        at += n + extra + comment
    return members


def _wide(extra: bytes, packed: int, size: int, offset: int) -> tuple[int, int, int]:
    """The 64-bit values of field 0x0001, which holds only those that did not fit, in the order size, packed, offset."""
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        if kind == 1:
            wide = iter(struct.unpack_from(f"<{length // 8}Q", extra, at + 4))
            values = [next(wide, _FULL32) if value == _FULL32 else value for value in (size, packed, offset)]
            return values[1], values[0], values[2]
        at += 4 + length
    raise RefusedError(BROKEN)


def _refuse_overlap(members: list[Member], directory: int) -> None:
    end = 0
    for member in sorted(members, key=lambda member: member.offset):
        if member.offset < end:
            raise RefusedError(OVERLAP)
        end = member.offset + LOCAL.size + member.packed
    if end > directory:
        raise RefusedError(OVERLAP)
