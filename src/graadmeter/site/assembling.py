"""Puts the files of finished pieces together into a site, with the name of the edition where it belongs."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from graadmeter.site.assets import assets
from graadmeter.site.by_rule import FILES
from graadmeter.site.definition_changes import FILES as DEFINITIONS
from graadmeter.site.feeds import site_map
from graadmeter.site.formats.odf import packed_document
from graadmeter.site.formats.offered import WHOLE
from graadmeter.site.formats.openapi import openapi
from graadmeter.site.formats.workbook import packed
from graadmeter.site.interventions import FILES as EVALUATED
from graadmeter.site.marks import marks_file
from graadmeter.site.pieces import Pieces
from graadmeter.site.plan import Order
from graadmeter.site.stand_ins import put_in, stand_ins
from graadmeter.site.targets import targets_file
from graadmeter.site.workers import Material, Opened, make_all
from graadmeter.site.writing import Writing


class Assembly:
    """A site on its way into a folder; pieces may come in any order, the files are the same."""

    def __init__(self, folder: Path, former: Path, material: Material, read: Opened) -> None:
        self._material, self._read = material, read
        self._kept, self._names = Pieces(material.pieces), stand_ins(read.published)
        self._writing = Writing(folder, former)
        self._pages: dict[Order, list[str]] = {}
        self._files: list[str] = []
        self.size = self.downloads = 0
        """Bytes of all files, and the number of files with figures."""

    @property
    def pages(self) -> int:
        """How many pages there are so far."""
        return sum(map(len, self._pages.values()))

    @property
    def written(self) -> int:
        """How many files were written, as opposed to taken over from the site before."""
        return self._writing.written

    def put(self, orders: Iterable[Order]) -> None:
        """Puts the files of these pieces in their places; a piece that turns out to be damaged is made again."""
        for order in orders:
            found = self._kept.files(order.name)
            if found is None:
                make_all(self._material, self._read, [order], processes=1, progress=lambda _: None)
                found = self._kept.files(order.name)
            pages = self._pages[order] = []
            for path, content in found or ():
                pages += [path] if path.endswith(".html") else []
                self._put(path, _named(path, content, self._names))

    def finish(self, plan: Sequence[Order]) -> None:
        """Puts what is no piece: what is taken over from the release, the list of marks, the site map, the looks.

        The description for programs comes last of what holds figures: it names all of that.
        """
        release = self._material.release
        for path, source in {**WHOLE, **FILES, **EVALUATED, **DEFINITIONS}.items():
            if path in WHOLE or (release / source).exists():
                self._put(path, (release / source).read_bytes())
        self._put(*marks_file(self._read.published))
        for path, content in targets_file(self._read.published):
            self._put(path, content)
        settings = self._material.settings
        self._put(*openapi(self._read.published, self._files, settings.address))
        every = [page for order in plan for page in self._pages[order]]
        for path, content in (*site_map(settings.address, every), *assets(settings.theme).items()):
            self._put(path, content)

    def _put(self, path: str, content: bytes) -> None:
        self._writing.put(path, content)
        self._files.append(path)
        self.size += len(content)
        self.downloads += path.startswith("data/")


def _named(path: str, content: bytes, names: Mapping[bytes, bytes]) -> bytes:
    """The file with the name and the day of the edition in the place of their stand-ins."""
    if path.endswith(".odt"):
        return packed_document(content, names)
    return packed(content, names) if path.endswith(".xlsx") else put_in(content, names)
