"""Builds the whole site from one release folder. Read this first: it is the order of the work."""

import hashlib
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from typing import Any

from graadmeter.catalogue.fingerprint import code_hash
from graadmeter.site.assets import assets
from graadmeter.site.by_rule import FILES
from graadmeter.site.feeds import site_map
from graadmeter.site.formats.offered import WHOLE
from graadmeter.site.formats.workbook import packed
from graadmeter.site.marks import marks_file
from graadmeter.site.page import Site
from graadmeter.site.pieces import Pieces
from graadmeter.site.plan import Order, orders
from graadmeter.site.publish import replacing
from graadmeter.site.settings import Settings
from graadmeter.site.stand_ins import put_in, stand_ins
from graadmeter.site.theme import theme_css
from graadmeter.site.workers import Material, Opened, borders_of, make_all, opened
from graadmeter.site.writing import Writing

Progress = Callable[[int, int], None]
"""Told after each piece: how many are made, of how many."""


@dataclass(frozen=True, slots=True)
class SiteSummary:
    """What was built."""

    folder: Path
    edition: str
    pages: int
    downloads: int
    bytes: int
    made: int = 0
    """Pieces that were made; the others were as before."""
    written: int = 0
    """Files that were written; the others are those of the site before."""


def build(
    release: Path,
    out: Path,
    *,
    geometry: Mapping[str, Any] | None,
    progress: Progress | None = None,
    base: str = "/",
    address: str = "",
    theme: str = "",
    pieces: Path | None = None,
    processes: int = 1,
) -> SiteSummary:
    """The site of a release in the folder `out`, which is replaced in one step.

    `geometry` is a GeoJSON FeatureCollection with `statcode` of municipalities and perhaps wijken, or None for a tile
    map. `base` is the path the site is served under; only the page for unknown addresses needs it. `address` is where
    it will stand on the web, see `settings.Settings`; `theme` is CSS that sets design tokens, see `theme.theme_css`.
    `pieces` is a folder to keep finished pieces in: what is made from the same is then not made again. Raises
    ReleaseError when the release cannot be read, WorkspaceError when the geometry holds no borders or the theme more
    than tokens. The same release gives the same bytes, whatever is kept.
    """
    kept = pieces or out.with_name(f".{out.name}.pieces")
    material = Material(release, geometry, Settings(base, address.rstrip("/"), theme_css(theme)), "", kept)
    read = opened(material)
    material = replace(material, frame=_frame(material, read))
    plan = orders(Site(read.published, read.borders, read.listed))
    waiting = _waiting(plan, material, read)
    try:
        done = len(plan) - len(waiting)
        make_all(
            material,
            read,
            waiting,
            processes=processes,
            progress=lambda made: progress(done + made, len(plan)) if progress else None,
        )
        with replacing(out) as folder:
            summary = _assemble(folder, out, plan, material, read)
        Pieces(kept).keep_only(order.name for order in plan)
        return replace(summary, made=len(waiting))
    finally:
        if pieces is None:
            shutil.rmtree(kept, ignore_errors=True)


def _frame(material: Material, read: Opened) -> str:
    """What every piece is made from beside the release."""
    code = code_hash("site", "charts", "domain", "catalogue/search")
    given = repr((code, borders_of(material.geometry), astuple(material.settings), astuple(read.listed)))
    return hashlib.sha256(given.encode()).hexdigest()


def _waiting(plan: Sequence[Order], material: Material, read: Opened) -> list[Order]:
    kept = Pieces(material.pieces)
    found = {order: kept.get(order.name) for order in plan}
    return [order for order, piece in found.items() if piece is None or not piece.fits(material.frame, read.digests)]


def _assemble(folder: Path, out: Path, plan: Sequence[Order], material: Material, read: Opened) -> SiteSummary:
    size = pages = files = 0
    writing = Writing(folder, out)
    for path, content in _contents(plan, material, read):
        writing.put(path, content)
        size += len(content)
        pages += path.endswith(".html")
        files += path.startswith("data/")
    return SiteSummary(out, read.published.edition, pages, files, size, written=writing.written)


def _contents(plan: Sequence[Order], material: Material, read: Opened) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of every file of the site; a piece that turns out to be damaged is made again."""
    kept, names = Pieces(material.pieces), stand_ins(read.published)
    pages = []
    for order in plan:
        found = kept.files(order.name)
        if found is None:
            make_all(material, read, [order], processes=1, progress=lambda _: None)
            found = kept.files(order.name)
        for path, content in found or ():
            pages += [path] if path.endswith(".html") else []
            yield path, _named(path, content, names)
    for path, source in WHOLE.items():
        yield path, (material.release / source).read_bytes()
    for path, source in FILES.items():
        if (material.release / source).exists():
            yield path, (material.release / source).read_bytes()
    yield marks_file(read.published)
    yield from site_map(material.settings.address, pages)
    yield from assets(material.settings.theme).items()


def _named(path: str, content: bytes, names: Mapping[bytes, bytes]) -> bytes:
    """The file with the name and the day of the edition in the place of their stand-ins."""
    return packed(content, names) if path.endswith(".xlsx") else put_in(content, names)
