"""Builds the whole site from one release folder. Read this first: it is the order of the work."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from graadmeter.charts.outlines import Outlines, outlines
from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.text import Text
from graadmeter.site.addresses import Addresses
from graadmeter.site.assets import assets
from graadmeter.site.downloads import downloads
from graadmeter.site.page import Page, Site, languages
from graadmeter.site.pages import about, definitions, home, indicators, municipalities, providers, stacking, themes
from graadmeter.site.publish import replacing
from graadmeter.site.reading import read_release
from graadmeter.site.render import environment, html

Progress = Callable[[int, int], None]
"""Told after each page: how many are written, of how many."""

_KINDS = (home, themes, indicators, municipalities, providers, stacking, definitions, about)


@dataclass(frozen=True, slots=True)
class SiteSummary:
    """What was built."""

    folder: Path
    edition: str
    pages: int
    downloads: int
    bytes: int


def build(
    release: Path,
    out: Path,
    *,
    geometry: Mapping[str, Any] | None,
    progress: Progress | None = None,
    base: str = "/",
) -> SiteSummary:
    """The site of a release in the folder `out`, which is replaced in one step.

    `geometry` is a GeoJSON FeatureCollection with `statcode`, or None for a tile map. `base` is the path the site is
    served under; only the page for unknown addresses needs it. Raises ReleaseError when the release cannot be read,
    WorkspaceError when the geometry holds no borders. The same release gives the same bytes.
    """
    published = read_release(release)
    site = Site(published, _outlines(geometry))
    plan = [(kind, to, other) for to, other in languages() for kind in _KINDS]
    total = _expected(site) if progress else 0
    templates = environment()
    pages = size = files = 0
    with replacing(out) as folder:
        for page in _pages(site, plan):
            size += _write(folder / page.path, html(templates, site, page, base=base).encode())
            pages += 1
            if progress:
                progress(pages, max(total, pages))
        for path, content in assets().items():
            size += _write(folder / path, content)
        for path, content in downloads(published, pq.read_table(release / "open/cells.parquet")):
            size += _write(folder / path, content)
            files += 1
    return SiteSummary(out, published.edition, pages, files, size)


def _pages(site: Site, plan: list[tuple[Any, Addresses, Addresses]]) -> Iterator[Page]:
    for kind, to, other in plan:
        yield from kind.pages(site, to, other)


def _expected(site: Site) -> int:
    """How many pages there will be: per language an indicator page per area, a profile and a provider page each."""
    areas, subjects = len(site.published.municipalities), len(site.subjects)
    themes_ = len({subject.definition.theme for subject in site.subjects})
    return len(languages()) * (subjects * (areas + 1) + 2 * (areas + 1) + themes_ + 9)


def _outlines(geometry: Mapping[str, Any] | None) -> Outlines | None:
    try:
        return outlines(geometry) if geometry is not None else None
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise WorkspaceError(
            Text(
                f"Het bestand met gemeentegrenzen is niet te gebruiken: {error}. Nodig is GeoJSON met 'statcode'.",
                f"The file with borders cannot be used: {error}. It must be GeoJSON with 'statcode'.",
            )
        ) from error


def _write(path: Path, content: bytes) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return len(content)
