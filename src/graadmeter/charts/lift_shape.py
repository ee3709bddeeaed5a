"""What a chart of lifts is made of: how much more or less often two things go together than by chance."""

from dataclasses import dataclass

from graadmeter.charts.datum import Datum
from graadmeter.domain.text import Lang


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
    def hidden(self) -> int:
        """How many pairs are not shown."""
        return sum(not row.datum.shown for row in self.rows)

    @property
    def never(self) -> int:
        """How many pairs occur with nobody."""
        return sum(row.datum.shown and row.datum.figure == 0 for row in self.rows)
