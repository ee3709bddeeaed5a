"""What a product code stands for: its law, kind of care and form, with the days and municipality it holds for."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Product:
    """One dated entry of the product catalogue."""

    productcode: str
    domein: str
    """jw or wmo."""
    categorie: str
    """JZ020 or WMO020 product category."""
    soort: str
    """jeugdhulp, bescherming, reclassering, preventief, vervoer or wmo."""
    vorm: str
    """CBS hulpvorm, CBS measure or Wmo main group; empty when the list gives none."""
    dyslexie: bool
    eenheid: str
    """WJ756 unit it is paid by; empty when not agreed."""
    tarief_cent: int | None
    """Agreed price per unit in eurocents."""
    gemeente: str
    """GM code it holds for; empty = every municipality."""
    valid_from: date
    valid_until: date | None
    source: str
