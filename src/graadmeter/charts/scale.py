"""From values to pixels, and round values for grid lines."""

from dataclasses import dataclass
from math import ceil, floor, log10

_NOTHING = 1e-9
"""A smaller span is no span; the figures have one decimal at most."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A linear scale from the values `low`..`high` to the pixels `start`..`end`, with its round values."""

    low: float
    high: float
    start: float
    end: float
    ticks: tuple[float, ...]

    def __call__(self, value: float) -> float:
        """The pixel of a value."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


def scale(low: float, high: float, start: float, end: float, *, most: int = 5) -> Scale:
    """A scale widened to round values, with at most `most` steps; equal bounds are widened by one step."""
    span = high - low
    step = _step(span if span > _NOTHING else max(abs(high), 1.0), most)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    last = max(last, first + 1)
    ticks = tuple(round(index * step, 10) for index in range(first, last + 1))
    return Scale(ticks[0], ticks[-1], start, end, ticks)


def _step(span: float, most: int) -> float:
    rough = span / most
    power = 10.0 ** floor(log10(rough))
    return next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= rough - 1e-12)
