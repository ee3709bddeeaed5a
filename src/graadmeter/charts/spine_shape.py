"""What a spine chart is made of: one area on many subjects, each beside the spread of all areas."""

from dataclasses import dataclass

from graadmeter.charts.datum import Datum
from graadmeter.domain.comparison import Standing
from graadmeter.domain.text import Lang, Text

_FEWEST = 4
"""From so many areas with a figure on there are quarters of areas to show."""


@dataclass(frozen=True, slots=True)
class Among:
    """What the areas are that a figure is shown among: all of them, the lowest and the highest."""

    all: Text
    lowest: Text
    highest: Text


MUNICIPALITIES = Among(
    Text("alle gemeenten", "all municipalities"),
    Text("laagste gemeente", "lowest municipality"),
    Text("hoogste gemeente", "highest municipality"),
)
WIJKEN = Among(
    Text("alle wijken", "all neighbourhoods"),
    Text("laagste wijk", "lowest neighbourhood"),
    Text("hoogste wijk", "highest neighbourhood"),
)


@dataclass(frozen=True, slots=True)
class SpineRow:
    """One subject: the area's figure, the reference's, those of all areas, and the class of the area's."""

    name: str
    unit: str
    """What the figure counts and of when, in small print."""
    own: Datum
    reference: Datum
    others: tuple[Datum, ...]
    standing: Standing | None
    """Against the reference; None when that was not tested."""
    polarity: int = 0
    """1 when higher is better, -1 when lower is, 0 when neither."""
    group: str = ""
    """What the row stands under, the same for rows in a row; '' for no heading."""

    @property
    def spread(self) -> tuple[float, ...]:
        """The figures of the areas that show one, lowest first."""
        return tuple(sorted(datum.figure for datum in self.others if datum.shown))

    @property
    def quartiles(self) -> tuple[float, float] | None:
        """Between which figures the middle half of the areas lies, by linear interpolation; None with under four."""
        values = self.spread
        if len(values) < _FEWEST:
            return None
        return quantile(values, 0.25), quantile(values, 0.75)

    @property
    def drawn(self) -> bool:
        """Whether there is something to draw: the area and the reference both show a figure."""
        return self.own.shown and self.reference.shown


@dataclass(frozen=True, slots=True)
class Spine:
    """The rows of one chart; every row has its own scale with the reference in the middle."""

    id: str
    subtitle: str
    area_name: str
    reference_name: str
    rows: tuple[SpineRow, ...]
    lang: Lang
    among: Among = MUNICIPALITIES


def quantile(values: tuple[float, ...], share: float) -> float:
    """The figure below which a share of the values lies, by linear interpolation; the values go from low to high."""
    place = share * (len(values) - 1)
    low = int(place)
    high = min(low + 1, len(values) - 1)
    return values[low] + (place - low) * (values[high] - values[low])
