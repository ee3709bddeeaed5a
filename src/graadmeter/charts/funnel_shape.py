"""What a funnel is made of: areas of different size around one reference, with the limits that chance allows."""

from dataclasses import dataclass

from graadmeter.charts.datum import Datum
from graadmeter.domain.comparison import STANDINGS, Standing
from graadmeter.domain.text import Lang
from graadmeter.statistics.funnel import share_limits
from graadmeter.statistics.normal import CONFIDENCE_998

_CURVE = 40
"""So many steps draw a limit."""


@dataclass(frozen=True, slots=True)
class FunnelDot:
    """One area: its share and the number below the line."""

    name: str
    datum: Datum
    base: float
    standing: Standing | None = None
    """The class that the release gives it against the reference, from exact numbers; None when it gives none."""


@dataclass(frozen=True, slots=True)
class Funnel:
    """Shares of areas by the number that they are shares of, all of one period."""

    id: str
    subtitle: str
    reference_name: str
    reference: Datum
    dots: tuple[FunnelDot, ...]
    """Areas with a figure; the others are named in `hidden`."""
    hidden: tuple[str, ...]
    dots_are: str
    """What a dot is, in the singular."""
    value_name: str
    """Head of the column with the figures: the period."""
    base_name: str
    """What stands below the line: the inhabitants aged 0 to 17."""
    lang: Lang

    @property
    def widest(self) -> float:
        """The largest base."""
        return max(dot.base for dot in self.dots)

    @property
    def span(self) -> tuple[float, float]:
        """The lowest and highest value that the field must hold: figures, and limits at the sizes of the areas."""
        values = [dot.datum.figure for dot in self.dots]
        ends = [self.limits(dot.base, CONFIDENCE_998) for dot in self.dots]
        return min(*values, *(low for low, _ in ends), self.reference.figure), max(*values, *(high for _, high in ends))

    def limits(self, base: float, confidence: float) -> tuple[float, float]:
        """Lowest and highest figure that chance allows at a base, in the unit of the figures."""
        factor = self.reference.unit.multiplier
        low, high = share_limits(self.reference.figure / factor, base, confidence)
        return float(low) * factor, float(high) * factor

    def curve(self, confidence: float) -> list[tuple[float, float, float]]:
        """Base, lowest and highest along the funnel, the narrow end last."""
        start = min(dot.base for dot in self.dots) / 2
        steps = [start + (self.widest * 1.06 - start) * (at / _CURVE) ** 2 for at in range(_CURVE + 1)]
        return [(base, *self.limits(base, confidence)) for base in steps]

    def outside(self, dot: FunnelDot, confidence: float) -> int:
        """1 above the limits at the size of an area, -1 below them, 0 within; the class of the release decides."""
        if dot.standing is not None:
            way = STANDINGS.index(dot.standing) - STANDINGS.index(Standing.SIMILAR)
            reached = abs(way) > (confidence == CONFIDENCE_998)
            return ((way > 0) - (way < 0)) * reached
        low, high = self.limits(dot.base, confidence)
        return (dot.datum.figure > high) - (dot.datum.figure < low)
