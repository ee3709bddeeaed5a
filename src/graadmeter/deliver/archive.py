"""Takes messages and tables out of a zip, in memory, one at a time; members that could do harm are refused."""

import zlib
from collections.abc import Iterator
from os import SEEK_CUR, SEEK_END
from typing import BinaryIO

from graadmeter.deliver.content import PIECE
from graadmeter.deliver.finding_log import FindingLog
from graadmeter.deliver.limits import Limits
from graadmeter.deliver.notice import RefusedError, Where
from graadmeter.deliver.notices import archive as notices
from graadmeter.deliver.notices.any_file import SYSTEM_FILES
from graadmeter.deliver.shown_name import shown_name
from graadmeter.deliver.system_files import is_system_file
from graadmeter.deliver.zip_directory import LOCAL, Member, read_directory

_STORED, _DEFLATED = 0, 8
_ENCRYPTED = 0x1 | 0x40
_OFFICE = ("[Content_Types].xml", "META-INF/manifest.xml")


def contents_of(file: BinaryIO, name: str, limits: Limits, log: FindingLog) -> list["MemberContent"] | None:
    """The readable members of the open zip `file`, in its own order; they can be read while the file is open.

    None when the zip is a document of Excel or LibreOffice: that is one table, not a bag of files.
    Raises RefusedError when the zip as a whole is bad. A member that is refused by what the directory says of it
    leaves a finding in `log`; damage shows when the member is read.
    """
    members = read_directory(file, file.seek(0, SEEK_END), limits.members)
    if any(member.name in _OFFICE for member in members):
        return None
    files = [member for member in members if not member.name.endswith("/")]
    wanted = [member for member in files if not is_system_file(member.name)]
    if len(wanted) < len(files):
        log.add(SYSTEM_FILES, Where(name), count=len(files) - len(wanted))
    if not wanted:
        raise RefusedError(notices.NOTHING_INSIDE)
    return list(_harmless(file, name, wanted, limits, log))


def _harmless(
    file: BinaryIO, name: str, members: list[Member], limits: Limits, log: FindingLog
) -> Iterator["MemberContent"]:
    seen: set[str] = set()
    for ordinal, member in enumerate(members, 1):
        label = f"{name}/{shown_name(member.name, ordinal)}"
        try:
            _object_to(member, seen, limits)
        except RefusedError as refused:
            log.add(refused.notice, Where(label, name), **refused.values)
        else:
            yield MemberContent(label, name, file, member)
        seen.add(member.name)


def _object_to(member: Member, seen: set[str], limits: Limits) -> None:
    """Raises RefusedError for a member that should not be read."""
    name = member.name
    if name.startswith("/") or name[1:2] == ":" or "\\" in name or "\0" in name or ".." in name.split("/"):
        raise RefusedError(notices.PATH)
    if name in seen:
        raise RefusedError(notices.TWICE)
    if member.flags & _ENCRYPTED:
        raise RefusedError(notices.ENCRYPTED)
    if member.method not in {_STORED, _DEFLATED}:
        raise RefusedError(notices.METHOD, method=member.method)
    if member.size >= limits.ratio_from and member.size > limits.ratio * max(member.packed, 1):
        raise RefusedError(notices.BOMB, limit=limits.ratio)


class MemberContent:
    """One member of an open zip; what it unpacks to is never more than the directory promised."""

    __slots__ = ("_file", "_member", "group", "name", "size")

    def __init__(self, name: str, group: str, file: BinaryIO, member: Member) -> None:
        self.name, self.group, self.size = name, group, member.size
        self._file, self._member = file, member

    def read(self) -> bytes:
        """All bytes at once; raises RefusedError when the member is damaged."""
        if self._member.method == _STORED or self._member.packed > PIECE:
            return b"".join(self.pieces())
        self._to_start()
        engine = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            data = engine.decompress(self._file.read(self._member.packed), self.size + 1)
        except zlib.error as error:
            raise RefusedError(notices.DAMAGED) from error
        self._verify(len(data), zlib.crc32(data))
        return data

    def pieces(self) -> Iterator[bytes]:
        """The bytes in pieces; raises RefusedError as soon as the member proves damaged."""
        self._to_start()
        crc, size = 0, 0
        try:
            for piece in _inflate(self._file, self._member):
                crc, size = zlib.crc32(piece, crc), size + len(piece)
                if size > self.size:
                    break
                yield piece
        except zlib.error as error:
            raise RefusedError(notices.DAMAGED) from error
        self._verify(size, crc)

    def _to_start(self) -> None:
        self._file.seek(self._member.offset)
        header = self._file.read(LOCAL.size)
        if len(header) < LOCAL.size or not header.startswith(b"PK\x03\x04"):
            raise RefusedError(notices.DAMAGED)
        *_, name, extra = LOCAL.unpack(header)
        self._file.seek(name + extra, SEEK_CUR)

    def _verify(self, size: int, crc: int) -> None:
        if size != self._member.size or crc != self._member.crc:
            raise RefusedError(notices.DAMAGED)


def _inflate(file: BinaryIO, member: Member) -> Iterator[bytes]:
    """Pieces of at most PIECE bytes out of the packed bytes at the file's position."""
    left = member.packed
    engine = zlib.decompressobj(-zlib.MAX_WBITS) if member.method == _DEFLATED else None
    while left:
        packed = file.read(min(left, PIECE))
        if not packed:
            return
        left -= len(packed)
        if engine is None:
            yield packed
            continue
        piece = b"full"
        while packed or len(piece) == PIECE:
            piece = engine.decompress(packed, PIECE)
            packed = engine.unconsumed_tail
            yield piece
