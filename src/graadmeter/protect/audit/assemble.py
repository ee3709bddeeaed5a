"""Turns the counts of a year and the sums between them into a puzzle to attack."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from graadmeter.domain.areas import Area, Level
from graadmeter.domain.indicators import Indicator
from graadmeter.protect.arrays import Ints
from graadmeter.protect.audit.figures import Figure, Spot
from graadmeter.protect.audit.otherwise import every_sum
from graadmeter.protect.audit.puzzle import Puzzle, Question
from graadmeter.protect.audit.reading import Reading
from graadmeter.protect.audit.sums import Sum
from graadmeter.protect.audit.words import in_words
from graadmeter.protect.system import UNBOUNDED


@dataclass(frozen=True)
class Assembled:
    """A puzzle, and which of its cells is which count."""

    puzzle: Puzzle
    number: Mapping[Spot, int]
    equations: int
    inequalities: int
    sums: Sequence[Sum]
    """Of each row of the puzzle."""


def assemble(
    reading: Reading, indicators: Mapping[str, Indicator], areas: Sequence[Area], *, zeros: bool = False
) -> Assembled:
    """The puzzle of one year's counts; `zeros`: whether it is told that zeros of this year may be hidden."""
    figures = list(reading.figures.values())
    number = {figure.spot: place for place, figure in enumerate(figures)}
    sums = [one for one in every_sum(reading.figures, indicators, areas) if one.tie != "cover" or one.over >= 0]
    sums += [
        Sum("share", "rest", reading.figures[below], (reading.figures[top],), "")
        for top, below in reading.shares
        if top != below and reading.figures[top].truth <= reading.figures[below].truth
    ]
    _share_zeros(sums)
    _set_floors(figures, zeros=zeros)
    terms = [[number[term.spot] for term in (*one.parts, *one.wholes)] for one in sums]
    sizes = np.array([len(one) for one in terms], dtype=np.int64)
    start = np.concatenate(([0], np.cumsum(sizes))).astype(np.int64)
    signs = [[1] * len(one.parts) + [-1] * len(one.wholes) for one in sums]
    over = np.array([one.over for one in sums], dtype=np.int64)
    same = np.array([one.tie == "same" for one in sums], dtype=np.bool_)
    rest = np.array([one.tie == "rest" for one in sums], dtype=np.bool_)
    puzzle = Puzzle(
        truth=np.array([figure.truth for figure in figures], dtype=np.int64),
        known=np.array([_known(figure, zeros=zeros) for figure in figures], dtype=np.bool_),
        floor=np.array([figure.floor for figure in figures], dtype=np.int64),
        ceiling=np.array([_ceiling(figure) for figure in figures], dtype=np.int64),
        start=start,
        cell=np.array([cell for one in terms for cell in one], dtype=np.int64),
        coef=np.array([sign for one in signs for sign in one], dtype=np.int64),
        low=np.where(same, over, np.where(rest, -UNBOUNDED, 0)),
        high=np.where(same, over, np.where(rest, 0, UNBOUNDED)),
        questions=[*_figure_questions(figures, zeros=zeros), *_rest_questions(sums, number, reading)],
        part=_parts(figures, areas),
        name=lambda cell: figures[cell].name,
        words=lambda row: in_words(sums[row]),
    )
    return Assembled(puzzle, number, int(same.sum()), int((~same).sum()), sums)


def _share_zeros(sums: Sequence[Sum]) -> None:
    """What may be nothing and hidden under one name may be so under every name; so may what is merged under one."""
    pairs = [(one.whole, one.parts[0]) for one in sums if one.kind == "twin"]
    for figure in (figure for pair in pairs for figure in pair):
        figure.may_be_zero |= figure.merged
    before = -1
    while sum(one.may_be_zero or other.may_be_zero for one, other in pairs) > before:
        before = sum(one.may_be_zero or other.may_be_zero for one, other in pairs)
        for one, other in pairs:
            one.may_be_zero = other.may_be_zero = one.may_be_zero or other.may_be_zero


def _known(figure: Figure, *, zeros: bool) -> bool:
    """Whether it is told: so is a zero without a row, unless zeros may be hidden and all rows with it are hidden."""
    if figure.known or figure.truth or figure.printed or figure.merged or not figure.policy.zeros_shown:
        return figure.known
    return figure.told or not (zeros or figure.may_be_zero)


def _set_floors(figures: Sequence[Figure], *, zeros: bool) -> None:
    """Where all zeros of a year are shown, a hidden count is at least 1; of a negative amount little is known."""
    some_zero = zeros or any(_hides_zero(figure) for figure in figures)
    for figure in figures:
        if figure.truth < 0:
            figure.floor = 2 * figure.truth
        else:
            free = some_zero or figure.merged or figure.may_be_zero
            above = figure.truth - figure.above if figure.above else 0
            figure.floor = max(1 if figure.policy.zeros_shown and not free else 0, figure.least, above)


def _hides_zero(figure: Figure) -> bool:
    """Of what was shown before only the change is hidden, which tells nothing of zeros."""
    hidden = figure.printed and not figure.known and not figure.merged and not figure.may_be_zero
    return hidden and figure.truth == 0 and not figure.earlier


def _ceiling(figure: Figure) -> int:
    return 0 if figure.truth < 0 else max(figure.ceiling, figure.truth)


def _room(figure: Figure) -> int:
    """How wide the range can be at most: where three children live, everybody knows that at most three get help."""
    return max(_ceiling(figure) - figure.floor, 0)


def _figure_questions(figures: Sequence[Figure], *, zeros: bool) -> list[Question]:
    """What is hidden; a count that has no row of its own matters only when it is small."""
    one = np.ones(1, dtype=np.int64)
    return [
        Question(np.array([place]), one, min(figure.need, _room(figure)), figure.name, whole=not figure.money)
        for place, figure in enumerate(figures)
        if not _known(figure, zeros=zeros) and (figure.printed or figure.sensitive)
    ]


def _rest_questions(sums: Sequence[Sum], number: Mapping[Spot, int], reading: Reading) -> list[Question]:
    """What a total has beyond its parts, or a denominator beyond its numerator, may be too small to be known."""
    questions = []
    for total, member in reading.groups:
        whole = reading.figures[total]
        need = min(whole.policy.interval, _room(whole))
        pair = np.array([number[total], number[member]])
        questions.append(
            Question(pair, np.array([1, -1]), need, f"all of {whole.name} in {reading.figures[member].name}")
        )
    for one in sums:
        limit = reading.shares[one.parts[0].spot, one.whole.spot] if one.kind == "share" else one.whole.policy.threshold
        if one.tie == "rest" and 0 < -one.over < limit:
            cell = np.array([number[one.whole.spot], *(number[part.spot] for part in one.parts)])
            coef = np.array([1, *(-1 for _ in one.parts)])
            need = min(one.whole.policy.interval, _room(one.whole))
            questions.append(Question(cell, coef, need, f"rest of {one.whole.name}"))
    return questions


def _parts(figures: Sequence[Figure], areas: Sequence[Area]) -> Ints:
    """The municipality of each figure of a wijk or a group of wijken; -1 for others."""
    number = {area.code: place for place, area in enumerate(areas)}
    small = (Level.WIJK, Level.WIJK_GROUP)
    town = {area.code: number[area.parent] if area.level in small else -1 for area in areas}
    return np.array([town[figure.spot.area] for figure in figures], dtype=np.int64)
