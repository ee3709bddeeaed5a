"""What a chart of lifts is made of: how much more or less often two things go together than by chance."""

from dataclasses import dataclass

from graadmeter.charts.datum import Datum
from graadmeter.domain.text import Lang

_MOST_DRAWN, _LEAST_DRAWN = 12, 8
"""A picture of more rows does not fit a sheet of paper, and is three screens of a phone."""


@dataclass(frozen=True, slots=True)
class Lift:
    """One pair; the figure is 1 when the two go together as often as by chance, 2 when twice as often."""

    name: str
    datum: Datum


@dataclass(frozen=True, slots=True)
class Lifts:
    """Pairs in one period; those that are not shown are counted, not listed, since nearly all pairs are rare."""

    id: str
    subtitle: str
    rows: tuple[Lift, ...]
    rows_are: str
    """Head of the first column."""
    period: str
    lang: Lang

    @property
    def shown(self) -> tuple[Lift, ...]:
        """The pairs with a figure above nought, the most telling first."""
        known = [row for row in self.rows if row.datum.shown and row.datum.figure > 0]
        return tuple(sorted(known, key=lambda row: (-row.datum.figure, row.name)))

    @property
    def drawn(self) -> tuple[tuple[Lift, ...], tuple[Lift, ...]]:
        """The pairs in the picture: the most and the least telling; those between them stand in the table only."""
        shown = self.shown
        if len(shown) <= _MOST_DRAWN + _LEAST_DRAWN:
            return shown, ()
        return shown[:_MOST_DRAWN], shown[-_LEAST_DRAWN:]

    @property
    def between(self) -> int:
        """How many pairs with a figure the picture leaves out."""
        return len(self.shown) - sum(map(len, self.drawn))

    @property
    def hidden(self) -> int:
        """How many pairs are not shown."""
        return sum(not row.datum.shown for row in self.rows)

    @property
    def never(self) -> int:
        """How many pairs occur with nobody."""
        return sum(row.datum.shown and row.datum.figure == 0 for row in self.rows)
