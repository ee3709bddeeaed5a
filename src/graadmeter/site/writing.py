"""Writes the files of a site; one that is the same as on the site before is taken over instead of written again."""

import os
from pathlib import Path


class Writing:
    """Files on their way into a folder, beside the folder of the site before.

    A file taken over is the same file in both folders (a hard link): it keeps its day, so that only what changed is
    copied to the web. It is taken over only when it was read and is equal, byte for byte; nothing is believed of the
    site before.
    """

    def __init__(self, folder: Path, former: Path) -> None:
        self._folder, self._former = str(folder), str(former)
        self._known: set[str] = set()
        self.written = 0
        """Files that were written, as opposed to taken over."""

    def put(self, path: str, content: bytes) -> None:
        """Puts one file in its place."""
        within = path.rpartition("/")[0]
        if within not in self._known:
            os.makedirs(f"{self._folder}/{within}", exist_ok=True)  # noqa: PTH103  thousands of times: no Path for each
            self._known.add(within)
        if not self._taken_over(path, content):
            with open(f"{self._folder}/{path}", "wb") as stream:  # noqa: PTH123
                stream.write(content)
            self.written += 1

    def _taken_over(self, path: str, content: bytes) -> bool:
        """Whether the file could be linked; a disk without links, or a file that is none, means it is written."""
        before = f"{self._former}/{path}"
        try:
            if not _holds(before, content):
                return False
            os.link(before, f"{self._folder}/{path}", follow_symlinks=False)
        except OSError:
            return False
        return True


def _holds(path: str, content: bytes) -> bool:
    """Whether the file is there, is no link to elsewhere and holds exactly this; raises OSError when it is not."""
    opened = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    with open(opened, "rb", buffering=0) as stream:  # noqa: PTH123
        return os.fstat(opened).st_size == len(content) and stream.read() == content
