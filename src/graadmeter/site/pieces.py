"""Finished pieces of the site in a folder: the files of each, and the digests of all that they were made from."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from graadmeter.site.digests import Digests
from graadmeter.site.trace import Part


@dataclass(frozen=True, slots=True)
class Piece:
    """What is known of a finished piece."""

    frame: str
    """The digest of what every piece is made from: software, templates, borders, settings."""
    made_from: tuple[tuple[Part, str], ...]
    files: tuple[tuple[str, int], ...]
    """Path and size of each file, in the order in which they stand in the body."""
    sha256: str
    """Of the body."""

    def fits(self, frame: str, digests: Digests) -> bool:
        """Whether it would be made the same way again."""
        return self.frame == frame and all(digests.of(part) == digest for part, digest in self.made_from)


class Pieces:
    """The pieces of a site by name. Whatever is damaged or incomplete counts as not there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, name: str) -> Piece | None:
        """The piece with this name."""
        try:
            with self._place(name).open("rb") as stream:
                return _piece(stream.readline())
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, name: str, frame: str, made_from: Mapping[Part, str], files: Iterable[tuple[str, bytes]]) -> Piece:
        """Keeps a piece; another process sees the former or this one, never half of it."""
        content = list(files)
        body = b"".join(one for _, one in content)
        sizes = tuple((path, len(one)) for path, one in content)
        piece = Piece(frame, tuple(sorted(made_from.items())), sizes, hashlib.sha256(body).hexdigest())
        place = self._place(name)
        place.parent.mkdir(parents=True, exist_ok=True)
        half = place.with_suffix(".half")
        half.write_bytes(_header(piece) + b"\n" + body)
        half.replace(place)
        return piece

    def files(self, name: str) -> Iterator[tuple[str, bytes]] | None:
        """Path and bytes of every file of a piece; None when it is not there as it was put."""
        try:
            header, _, body = self._place(name).read_bytes().partition(b"\n")
            piece = _piece(header)
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return _cut(piece, body) if hashlib.sha256(body).hexdigest() == piece.sha256 else None

    def keep_only(self, names: Iterable[str]) -> None:
        """Removes all pieces but these."""
        wanted = {self._place(name) for name in names}
        for place in self._folder.glob("*"):
            if place not in wanted:
                place.unlink()

    def _place(self, name: str) -> Path:
        return self._folder / f"{hashlib.sha256(name.encode()).hexdigest()[:32]}.piece"


def _header(piece: Piece) -> bytes:
    return json.dumps(
        {"frame": piece.frame, "made_from": piece.made_from, "files": piece.files, "sha256": piece.sha256}
    ).encode()


def _piece(header: bytes) -> Piece:
    found = json.loads(header)
    made_from = tuple((tuple(part), digest) for part, digest in found["made_from"])
    return Piece(found["frame"], made_from, tuple((path, size) for path, size in found["files"]), found["sha256"])


def _cut(piece: Piece, body: bytes) -> Iterator[tuple[str, bytes]]:
    at = 0
    for path, size in piece.files:
        yield path, body[at : at + size]
        at += size
