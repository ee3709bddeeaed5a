"""Builds the whole site from one release folder. Read this first: it is the order of the work."""

import hashlib
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from typing import Any

from graadmeter.catalogue.fingerprint import code_hash
from graadmeter.engine.processes import rarely_tidying
from graadmeter.site.assembling import Assembly
from graadmeter.site.page import Site
from graadmeter.site.pieces import Pieces
from graadmeter.site.plan import Order, orders
from graadmeter.site.publish import replacing
from graadmeter.site.settings import Settings
from graadmeter.site.theme import theme_css
from graadmeter.site.workers import Material, Opened, borders_of, make_all, making_alone, making_beside, opened

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
    done = len(plan) - len(waiting)

    def told(made: int) -> None:
        if progress:
            progress(done + made, len(plan))

    try:
        late = waiting if making_alone(waiting) else []
        if not late:
            make_all(material, read, waiting, processes=processes, progress=told)
        with replacing(out) as folder:
            assembly = Assembly(folder, out, material, read)
            with rarely_tidying(), making_beside(material, read, late, processes=processes, progress=told):
                others = set(plan) - set(late)
                assembly.put(order for order in plan if order in others)
            assembly.put(late)
            assembly.finish(plan)
        Pieces(kept).keep_only(order.name for order in plan)
        return SiteSummary(
            out, read.published.edition, assembly.pages, assembly.downloads, assembly.size,
            made=len(waiting), written=assembly.written,
        )  # fmt: skip
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
