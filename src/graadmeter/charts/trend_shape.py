"""What a trend is made of: points, series and breaks in the counting."""

from dataclasses import dataclass
from enum import StrEnum

from graadmeter.charts.datum import Datum
from graadmeter.domain.text import Lang


class Role(StrEnum):
    """What a series is in its picture; decides its colour and line."""

    FOCAL = "focal"
    CHOSEN = "chosen"
    COMPARATOR = "comparator"


@dataclass(frozen=True, slots=True)
class Point:
    """One period of a series."""

    label: str
    """The period as a table names it: '4e kwartaal 2025'."""
    tick: str
    """What stands under the axis, '' for nothing: '2025'."""
    datum: Datum
    phrase: str = ""
    """The period within a sentence, after 'in': 'het 4e kwartaal van 2025'; '' when the label will do."""
    further: bool = False
    """Whether the figure is further provisional: nearly everything is in, corrections may still come."""
    estimate: Datum | None = None
    """What the figure will probably come to, with its band: an estimate, never a figure."""
    known: int = 0
    """With an estimate: the percentage of a final figure that is usually known by now."""

    @property
    def said(self) -> str:
        """The period within a sentence."""
        return self.phrase or self.label


@dataclass(frozen=True, slots=True)
class Series:
    """A line: its name and its points, one per period, hidden ones included."""

    name: str
    role: Role
    points: tuple[Point, ...]

    @property
    def estimates(self) -> tuple[int, ...]:
        """The indexes of the points that have an estimated final figure."""
        return tuple(index for index, point in enumerate(self.points) if point.estimate is not None)

    @property
    def shown(self) -> tuple[int, ...]:
        """The indexes of the points that have a value."""
        return tuple(index for index, point in enumerate(self.points) if point.datum.shown)


@dataclass(frozen=True, slots=True)
class Break:
    """The counting changed before the point with index `before`, for this reason."""

    before: int
    reason: str


@dataclass(frozen=True, slots=True)
class Goal:
    """What somebody wants the main series to become: a value in its unit, by when, and on which side to lie."""

    value: float
    when: str
    """'2027', '4e kwartaal 2027'."""
    at_most: bool


@dataclass(frozen=True, slots=True)
class Trend:
    """A development to be shown; every series has the same periods and unit."""

    id: str
    subtitle: str
    series: tuple[Series, ...]
    lang: Lang
    breaks: tuple[Break, ...] = ()
    noun: str = ""
    """What changes, for the title: 'het aantal begonnen trajecten'; '' for the general word of the unit."""
    goals: tuple[Goal, ...] = ()
    season: int = 1
    """Periods in a year: 4 for quarters, so that the last is compared with the same quarter a year before."""

    @property
    def main(self) -> Series:
        """The series that title and sentence speak of."""
        return self.series[0]
