"""Areas are known by code and vintage, since one code means different areas in different years."""

from dataclasses import dataclass
from enum import StrEnum

from graadmeter.domain.text import Text


class Level(StrEnum):
    """Area levels; the value is what the `level` column of a release holds."""

    REGION = "regio"
    MUNICIPALITY = "gemeente"
    WIJK = "wijk"
    WIJK_GROUP = "wijkgroep"
    """Neighbouring wijken that carry one figure together (domain.mergers)."""

    @property
    def label(self) -> Text:
        """The name of the level."""
        return {
            Level.REGION: Text("regio", "region"),
            Level.MUNICIPALITY: Text("gemeente", "municipality"),
            Level.WIJK: Text("wijk", "neighbourhood"),
            Level.WIJK_GROUP: Text("samengevoegde wijken", "merged neighbourhoods"),
        }[self]


@dataclass(frozen=True, slots=True)
class Area:
    """One area: `code` (JZ14, GM0141, WK014110), the `vintage` (year) of its borders, its name and parent."""

    code: str
    vintage: int
    level: Level
    name: str
    parent: str = ""
    tile: tuple[int, int] = (0, 0)
    """Column and row in the tile map; municipalities only."""
    parts: tuple[str, ...] = ()
    """Codes of the wijken that a group of wijken is made of; others name their parent instead."""


def unknown_wijk(gemeente: str) -> str:
    """The code of the cell 'wijk unknown' of a municipality: WK0141XX for GM0141."""
    return f"WK{gemeente[2:]}XX"
