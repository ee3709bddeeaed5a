"""What a municipality itself says of its figures; published with them as it was written."""

from dataclasses import dataclass
from datetime import date

from graadmeter.domain.text import Text


@dataclass(frozen=True, slots=True)
class Explanation:
    """One explanation: of which municipality, of which indicator ('' for all its figures), when and by whom."""

    area: str
    indicator: str
    day: date
    signed: str
    """An office or a function, never a person's name."""
    text: Text
