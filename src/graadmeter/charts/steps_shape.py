"""What a picture of steps is made of: how one count of people becomes another, a cause at a time."""

from collections.abc import Iterator
from dataclasses import dataclass

from graadmeter.charts.datum import Datum
from graadmeter.domain.text import Lang


@dataclass(frozen=True, slots=True)
class Place:
    """One step: whom it adds and takes off, and the figure after it. None is what the step cannot do."""

    name: str
    entered: Datum | None
    left: Datum | None
    figure: Datum


@dataclass(frozen=True, slots=True)
class Steps:
    """From one figure to another; both ends are shown, what lies between may be hidden."""

    id: str
    subtitle: str
    start: str
    """What the first figure is called: 'Regiomonitor, 4e kwartaal 2024'."""
    first: Datum
    end: str
    rules: tuple[str, str]
    """The short names of the last and the first: 'CBS', 'Regiomonitor'."""
    places: tuple[Place, ...]
    counted: str
    """What is counted: 'jeugdigen'."""
    about: str
    """Of whom: 'Twente'."""
    small: int
    """Below this no difference between two figures is named."""
    lang: Lang
    remarks: tuple[str, ...] = ()

    @property
    def last(self) -> Datum:
        """The figure at the end."""
        return self.places[-1].figure if self.places else self.first

    def runs(self) -> Iterator["Run"]:
        """The steps, with those between which the figure is hidden taken together."""
        before, gathered = self.first, []
        for place in self.places:
            gathered.append(place)
            if place.figure.shown:
                yield Run(tuple(gathered), before, place.figure)
                before, gathered = place.figure, []


@dataclass(frozen=True, slots=True)
class Run:
    """Steps that the picture shows as one, from a figure that is shown to the next."""

    places: tuple[Place, ...]
    before: Datum
    after: Datum

    @property
    def net(self) -> int:
        """By how much the figure changes."""
        return round(self.after.figure - self.before.figure)
