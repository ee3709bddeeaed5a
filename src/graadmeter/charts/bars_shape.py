"""What a bar chart is made of."""

from dataclasses import dataclass

from graadmeter.charts.datum import Datum
from graadmeter.domain.text import Lang


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its name and figure; `chosen` marks the one the reader came for."""

    name: str
    datum: Datum
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    """Amounts or shares side by side, all in the same unit and period."""

    id: str
    subtitle: str
    rows: tuple[Bar, ...]
    rows_are: str
    """Head of the first column: 'vorm van jeugdhulp'."""
    value_name: str
    """Head of the column with the figures: 'jongeren, 2025'."""
    lang: Lang
    ordered: bool = False
    """True when the rows have an order of their own (age groups); otherwise the largest comes first."""
    overlapping: bool = False
    """True when one person can be in several rows."""
    counted: str = ""
    """What a plain number counts, for the title: 'personen'; '' when the figure carries its unit."""
    remarks: tuple[str, ...] = ()
    """Further notes on reading it."""
