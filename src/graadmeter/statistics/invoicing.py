"""Uniform invoicing: how many claim lines of a provider follow the agreements. Own definition: none is official.

A line is uniform when all five hold: the product code is one of the agreed list on that day, the unit is the one agreed
for that product, the period lies within one calendar month, the claim was sent within the agreed time after it, and the
line is neither a credit nor cancelled by one. The score is the share of lines that are; each criterion is shown
beside it, so that a provider sees what to do.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graadmeter.domain.intervals import wilson

CRITERIA = ("product", "eenheid", "periode", "op_tijd", "zonder_correctie")
"""What an agreed line fulfils, in the order in which it is shown."""


@dataclass(frozen=True, slots=True)
class Lines:
    """So many claim lines of a provider, alike in which criteria they fulfil."""

    provider: str
    fulfilled: frozenset[str]
    lines: int


@dataclass(frozen=True, slots=True)
class Score:
    """The score of one provider, in shares between 0 and 1."""

    provider: str
    lines: int
    uniform: int
    """Lines that fulfil every criterion."""
    score: float
    low: float
    high: float
    """The score with its 95 % Wilson interval."""
    by_criterion: Mapping[str, float]


def scores(lines: Iterable[Lines]) -> list[Score]:
    """The score of every provider with claim lines, by provider."""
    of_provider: dict[str, list[Lines]] = {}
    for one in lines:
        if one.lines > 0:
            of_provider.setdefault(one.provider, []).append(one)
    return [_score(provider, own) for provider, own in sorted(of_provider.items())]


def _score(provider: str, own: list[Lines]) -> Score:
    total = sum(one.lines for one in own)
    held = {name: sum(one.lines for one in own if name in one.fulfilled) for name in CRITERIA}
    uniform = sum(one.lines for one in own if one.fulfilled.issuperset(CRITERIA))
    low, high = wilson(uniform, total)
    by_criterion = {name: held[name] / total for name in CRITERIA}
    return Score(provider, total, uniform, uniform / total, low, high, by_criterion)
