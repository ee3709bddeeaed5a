"""Makes pieces of the site, in this process or spread over several."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment

from graadmeter.charts.borders import Borders, borders
from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.text import Text
from graadmeter.engine.processes import spread, step
from graadmeter.engine.twin import Turns, twin
from graadmeter.site.digests import Digests
from graadmeter.site.page import Listed, Site, listed
from graadmeter.site.pieces import Pieces
from graadmeter.site.plan import Order, Workshop
from graadmeter.site.published import Published
from graadmeter.site.reading import read_release
from graadmeter.site.render import environment
from graadmeter.site.settings import Settings
from graadmeter.site.trace import Part, watched

_WORTH = 120
"""So many pieces must be waiting before the start of other processes pays."""


@dataclass(frozen=True, slots=True)
class Material:
    """What a site is made from."""

    release: Path
    geometry: Mapping[str, Any] | None
    settings: Settings
    frame: str
    """Digest of everything else that every piece is made from."""
    pieces: Path


@dataclass(frozen=True, slots=True)
class Opened:
    """The same, read."""

    published: Published
    borders: Borders | None
    listed: Listed
    digests: Digests
    templates: Environment


def opened(material: Material) -> Opened:
    """Reads a release; raises ReleaseError, or WorkspaceError when the geometry holds no borders."""
    published = read_release(material.release)
    drawn = _borders(material.geometry)
    return Opened(published, drawn, listed(Site(published, drawn)), Digests(published), environment())


def making_alone(orders: Sequence[Order]) -> bool:
    """Whether these are so few that the start of other processes, which read the release again, does not pay."""
    return len(orders) < _WORTH


def make_all(
    material: Material, read: Opened, orders: Sequence[Order], *, processes: int, progress: Callable[[int], None]
) -> None:
    """Makes the pieces and keeps them in `material.pieces`; `progress` is told how many are done."""
    if processes == 1 or making_alone(orders):
        for done, order in enumerate(orders, 1):
            _make(material, read, order)
            progress(done)
        return
    shares = [(material, tuple(orders[at::processes])) for at in range(processes)]
    spread(_work, shares, processes=processes, progress=progress)


@contextmanager
def making_beside(
    material: Material, read: Opened, orders: Sequence[Order], *, processes: int, progress: Callable[[int], None]
) -> Iterator[None]:
    """Makes the pieces in a copy of this process while the block does something else; both see to what is left then.

    A copy of a process has read the release already, so that it pays for a few pieces too. A piece that it failed to
    make is made again here, where the error is seen.
    """
    turns = Turns(len(orders))

    def take(told: Callable[[int], None]) -> None:
        for turn in turns:
            _make(material, read, orders[turn])
            told(turns.taken)

    with twin(lambda: take(lambda _: None), wanted=processes > 1 and len(orders) > 1) as other:
        yield
        take(progress)
    if not other.ended_well:
        make_all(material, read, orders, processes=1, progress=progress)
    elif orders:
        progress(len(orders))


def _work(share: tuple[Material, tuple[Order, ...]]) -> None:
    material, orders = share
    read = opened(material)
    for order in orders:
        _make(material, read, order)
        step()


def _make(material: Material, read: Opened, order: Order) -> None:
    seen: set[Part] = set()
    site = Site(watched(read.published, seen), read.borders, read.listed, material.settings)
    made = list(
        Workshop(read.published.tables["cells"], read.templates, material.settings.base).make(site, order, seen)
    )
    made_from = {part: read.digests.of(part) for part in seen}
    Pieces(material.pieces).put(order.name, material.frame, made_from, made)


def borders_of(geometry: Mapping[str, Any] | None) -> str:
    """The geometry as one text, the same for the same borders."""
    return json.dumps(geometry, sort_keys=True)


def _borders(geometry: Mapping[str, Any] | None) -> Borders | None:
    try:
        return borders(geometry) if geometry is not None else None
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise WorkspaceError(
            Text(
                f"Het bestand met gemeentegrenzen is niet te gebruiken: {error}. Nodig is GeoJSON met 'statcode'.",
                f"The file with borders cannot be used: {error}. It must be GeoJSON with 'statcode'.",
            )
        ) from error
