"""From how many areas on a page shows how they spread instead of each of them, so that pages do not grow with a nation.

A page of which there is one per figure may hold all areas. One of which there is one per figure and municipality may
not, or the site would grow with the square of their number.
"""

from collections.abc import Sequence

from graadmeter.domain.areas import Area
from graadmeter.site.published import Published

MOST = 30
"""So many areas can be taken in at a glance, a row each."""


def many(areas: Sequence[object]) -> bool:
    """Whether there are more areas than a page can show a row of each."""
    return len(areas) > MOST


def near(published: Published, chosen: Area | None) -> tuple[Area, ...]:
    """The municipalities most like the chosen one, the nearest first; none where the release does not tell."""
    alike = published.neighbours.get(chosen.code, ()) if chosen else ()
    known = {area.code: area for area in published.municipalities} if alike else {}
    return tuple(known[code] for code in alike if code in known)


def linked(published: Published, chosen: Area | None) -> tuple[Area, ...]:
    """The municipalities to choose from on a page of one of them: all, or of many those most like it and itself."""
    if chosen is None or not many(published.municipalities):
        return published.municipalities
    wanted = {chosen.code, *(area.code for area in near(published, chosen))}
    return tuple(area for area in published.municipalities if area.code in wanted)
