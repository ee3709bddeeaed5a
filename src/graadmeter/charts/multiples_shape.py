"""What small multiples are made of."""

from dataclasses import dataclass

from graadmeter.charts.datum import Datum
from graadmeter.domain.text import Lang


@dataclass(frozen=True, slots=True)
class Panel:
    """One area with its figures, a datum per period."""

    name: str
    data: tuple[Datum, ...]


@dataclass(frozen=True, slots=True)
class Multiples:
    """Developments of several areas in the same unit over the same periods."""

    id: str
    subtitle: str
    panels: tuple[Panel, ...]
    reference: Panel | None
    """Drawn in every panel, for comparison; None when nothing is to be compared with."""
    labels: tuple[str, ...]
    """The periods as a table names them."""
    phrases: tuple[str, ...]
    """The periods as they stand in a sentence."""
    panels_are: str
    """What a panel is, in the singular: gemeente."""
    things: str
    """The same in the plural."""
    lang: Lang
    own_scale: bool = False
    """Whether every panel has a scale of its own, since their units cannot be held side by side."""
