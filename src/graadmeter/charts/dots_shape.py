"""What a comparison of areas is made of."""

from dataclasses import dataclass

from graadmeter.charts.datum import Datum
from graadmeter.domain.comparison import STANDINGS, Comparator, Standing
from graadmeter.domain.text import Lang, Text

NATION = Comparator.NATION.label
ALIKE = Comparator.SIZE_CLASS.label

MUNICIPALITIES = Text("gemeente", "municipality")


@dataclass(frozen=True, slots=True)
class DotRow:
    """One area; `chosen` marks the one the reader came for."""

    name: str
    datum: Datum
    chosen: bool = False
    standing: Standing | None = None
    """The class that the release gives it against the reference; None when it gives none."""
    untested: bool = False
    """Whether the release says that it cannot be tested, so that the interval decides nothing either."""
    alike: Datum | None = None
    """The figure of municipalities of its size."""
    way: str = ""
    """The tested direction of five years, in words; '' when there is none."""

    def against(self, reference: Datum) -> int | None:
        """1 when demonstrably higher than the reference, -1 when lower, 0 within chance, None when not known.

        The class that the release gives decides; without a word of the release the interval does.
        """
        if self.untested:
            return None
        if self.standing is None:
            return self.datum.against(reference)
        place = STANDINGS.index(self.standing) - STANDINGS.index(Standing.SIMILAR)
        return (place > 0) - (place < 0)


@dataclass(frozen=True, slots=True)
class DotPlot:
    """Areas against one reference area, all in the same unit and period."""

    id: str
    subtitle: str
    reference_name: str
    reference: Datum
    rows: tuple[DotRow, ...]
    value_name: str
    """Head of the column with the figures: the period."""
    lang: Lang
    rows_are: Text = MUNICIPALITIES
    """What a row is, in the singular."""
    nation: Datum | None = None
    """The figure of the nation, where one may stand beside these."""

    @property
    def others(self) -> tuple[Datum, ...]:
        """Every figure of others that is drawn beside the areas."""
        alike = (row.alike for row in self.rows)
        return tuple(datum for datum in (self.nation, *alike) if datum is not None and datum.shown)
