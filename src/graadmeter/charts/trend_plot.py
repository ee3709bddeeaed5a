"""The inner field of a trend: its edges, the places of its periods and the scale of its values."""

from dataclasses import dataclass

from graadmeter.charts.scale import Scale


@dataclass(frozen=True, slots=True)
class Plot:
    """The inner field: its edges in pixels, the places of the periods and the scale of the values."""

    left: float
    right: float
    top: float
    bottom: float
    x: tuple[float, ...]
    y: Scale

    @property
    def step(self) -> float:
        """The distance between two periods."""
        return (self.right - self.left) / max(len(self.x) - 1, 1)
