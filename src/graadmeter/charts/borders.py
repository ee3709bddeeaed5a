"""The borders of a region: its municipalities drawn together, its wijken per municipality when they are asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graadmeter.charts.outlines import Outlines, outlines

_WIJK = "WK"
"""How the codes of wijken begin."""


@dataclass(frozen=True)
class Borders:
    """What a file of borders holds."""

    towns: Outlines | None
    """The municipalities; None when the file has none of them."""
    wijken: Mapping[str, Mapping[str, Any]]
    """The feature of each wijk by its code."""
    _drawn: dict[tuple[str, ...], Outlines] = field(default_factory=dict, compare=False)

    def of_wijken(self, codes: Sequence[str]) -> Outlines | None:
        """These wijken drawn together; None unless the file has all of them, since a map with holes misleads."""
        wanted = tuple(codes)
        if not wanted or any(code not in self.wijken for code in wanted):
            return None
        if wanted not in self._drawn:
            self._drawn[wanted] = outlines({"features": [self.wijken[code] for code in wanted]})
        return self._drawn[wanted]


def borders(geojson: Mapping[str, Any]) -> Borders:
    """The borders in a FeatureCollection whose features carry `statcode`, of municipalities and wijken alike.

    Raises ValueError when no feature has both a `statcode` and a (multi)polygon.
    """
    features = list(geojson.get("features", ()))
    wijken = {code: feature for feature in features if (code := _code(feature)).startswith(_WIJK)}
    towns = [feature for feature in features if not _code(feature).startswith(_WIJK)]
    return Borders(outlines({"features": towns}) if towns or not wijken else None, wijken)


def _code(feature: Mapping[str, Any]) -> str:
    return str((feature.get("properties") or {}).get("statcode") or "")
