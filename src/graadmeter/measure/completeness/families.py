"""Which published figure each family of growth estimates."""

from dataclasses import dataclass

from graadmeter.domain.cells import TOTAL
from graadmeter.domain.growth_tables import Family


@dataclass(frozen=True, slots=True)
class Figure:
    """The total of one measure of an indicator."""

    indicator: str
    unit: str
    stroom: str
    divisor: int
    """What the numbers of the growth table are divided by to get the unit."""
    table: str
    """Raw table without which a quarter counts as not delivered; '' when any table will do."""


FIGURES = {
    Family.YOUTH_BEGUN: Figure("trajecten", "trajecten", "begonnen", 1, ""),
    Family.CLAIMED: Figure("uitgaven", "euro", TOTAL, 100, "prestatie"),
}
