"""What a chart with two amounts per row is made of."""

from dataclasses import dataclass

from graadmeter.charts.datum import Datum
from graadmeter.domain.text import Lang


@dataclass(frozen=True, slots=True)
class Pair:
    """One row: its name, the two figures, and for a combination which of the parts are in it."""

    name: str
    first: Datum
    second: Datum
    members: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class Pairs:
    """Two amounts side by side per row, such as persons and households; rows may be combinations of parts."""

    id: str
    subtitle: str
    rows: tuple[Pair, ...]
    rows_are: str
    """Head of the first column."""
    names: tuple[str, str]
    """What the two figures count: ('personen', 'huishoudens')."""
    lang: Lang
    parts: tuple[str, ...] = ()
    """Short names of the parts that rows combine: ('Jeugdwet', 'Participatiewet', 'Wmo')."""
