"""What may be said of an effect, by rule: the words follow from the intervals and are never typed."""

from enum import Enum

import numpy as np

from graadmeter.domain.text import Text
from graadmeter.statistics.normal import CONFIDENCE_95, two_sided

CONFIDENCE_80 = 0.8
"""The confidence from which on an effect is called plausible."""

POWER = 0.8
"""The chance with which an effect must be seen to be called detectable."""


class Verdict(Enum):
    """What may be said of an effect: the word, and why in one sentence."""

    SHOWN = (
        Text("aangetoond", "shown"),
        Text(
            "Met 95 % zekerheid is er een effect, en een tweede methode wijst dezelfde kant op.",
            "With 95 % confidence there is an effect, and a second method points the same way.",
        ),
    )
    PLAUSIBLE = (
        Text("aannemelijk", "plausible"),
        Text(
            "Met 80 % zekerheid is er een effect. Dat is te weinig om het aangetoond te noemen.",
            "With 80 % confidence there is an effect. That is too little to call it shown.",
        ),
    )
    UNKNOWN = (
        Text("niet vast te stellen", "cannot be established"),
        Text(
            "Er kan een effect zijn of geen: de cijfers kunnen het niet van toeval onderscheiden.",
            "There may be an effect or none: the figures cannot tell it from chance.",
        ),
    )

    @property
    def word(self) -> Text:
        """The word on the page."""
        return self.value[0]

    @property
    def why(self) -> Text:
        """The rule behind the word."""
        return self.value[1]


def verdict(wide: tuple[float, float], narrow: tuple[float, float], second: float | None = None) -> Verdict:
    """The word for an effect with its 95 % interval (`wide`) and 80 % interval (`narrow`).

    Shown: the wide interval is clear of zero and the effect by a second method has the same sign. Plausible: the narrow
    one is, and no second method says otherwise; without a second method nothing is more than plausible.
    """
    sign = _sign(narrow)
    if sign == 0 or (second is not None and np.sign(second) != sign):
        return Verdict.UNKNOWN
    return Verdict.SHOWN if second is not None and _sign(wide) == sign else Verdict.PLAUSIBLE


def smallest_detectable(spread: float, smallest_p: float = 0.0, confidence: float = CONFIDENCE_95) -> float:
    """The effect that would be found in 80 of 100 cases, when estimates vary by `spread`; to be told beforehand.

    Endless when `smallest_p`, the smallest chance that can be reached, is too large for the confidence.
    """
    if round(1 - confidence - smallest_p, 12) < 0:
        return np.inf
    return (two_sided(confidence) + two_sided(2 * POWER - 1)) * spread


def place(rank: int, of: int) -> Text:
    """How extreme the effect is among placebos: "de meest uitzonderlijke van 14"."""
    if rank == 1:
        return Text("de meest uitzonderlijke van {of}", "the most extreme of {of}").fill(of=of)
    return Text("nummer {rank} van {of} in uitzonderlijkheid", "number {rank} of {of} by how extreme it is").fill(
        rank=rank, of=of
    )


def _sign(interval: tuple[float, float]) -> int:
    """1 or -1 when the interval lies wholly above or below zero, else 0."""
    low, high = interval
    return int(low > 0) - int(high < 0)
