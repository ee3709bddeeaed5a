"""What a comparison of areas is made of."""

from dataclasses import dataclass

from graadmeter.charts.datum import Datum
from graadmeter.domain.text import Lang, Text

MUNICIPALITIES = Text("gemeente", "municipality")


@dataclass(frozen=True, slots=True)
class DotRow:
    """One area; `chosen` marks the one the reader came for."""

    name: str
    datum: Datum
    chosen: bool = False


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
