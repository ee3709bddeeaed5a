"""The attack on figures under several rules: from the rows that would be published, with sums of its own.

It shares no sums with `system.py`. A reader knows which figure holds which, what a step can do, and how many persons
count in two municipalities; a number that the release shows is known, and so is all that the rows show.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from graadmeter.domain.counting_rules import Switches
from graadmeter.domain.policies import Policy
from graadmeter.domain.rule_figures import Part
from graadmeter.domain.rule_paths import RulePath, within
from graadmeter.domain.text import Text
from graadmeter.protect.audit.certificates import Certificate, Checker
from graadmeter.protect.audit.examine import Findings, examine
from graadmeter.protect.audit.puzzle import Puzzle, Question
from graadmeter.protect.by_rule.links import HELP
from graadmeter.protect.by_rule.sheet import Counted
from graadmeter.protect.system import UNBOUNDED

Name = tuple[Any, ...]
Row = Mapping[str, Any]


@dataclass
class _Board:
    """Cells by name, sums between bounds, and what may not be worked out."""

    truth: dict[Name, int] = field(default_factory=dict)
    known: set[Name] = field(default_factory=set)
    shown: set[Name] = field(default_factory=set)
    """Known from the release: what follows from these alone is not told by the rules."""
    sums: list[tuple[dict[Name, int], int, int]] = field(default_factory=list)
    gaps: dict[tuple[Name, Name], int] = field(default_factory=dict)
    """(larger, smaller) -> the number of persons in the one and not in the other.

    Of two figures that differ in place or merging only, by how much they differ.
    """

    def equal(self, terms: dict[Name, int]) -> None:
        now = sum(coef * self.truth[name] for name, coef in terms.items())
        self.sums.append((terms, now, now))

    def part(self, small: Name, large: Name) -> None:
        self.gaps[large, small] = self.truth[large] - self.truth[small]
        self.sums.append(({large: 1, small: -1}, 0, UNBOUNDED))


def attack(
    rows: Sequence[Row], truth: Counted, policy: Policy, claims: Iterable[tuple[Mapping[Name, int], int]] = ()
) -> Findings | str:
    """What can be worked out from the published rows (RULES) of one year, or the first plain mistake in words.

    `claims` are tables that are said to fit, as steps by name and their parts: whether they do is checked, and those
    that do not are forgotten.
    """
    board = _Board()
    _lay(board, truth)
    mistake = _read(board, rows, truth, policy) or _small_gap(board, policy)
    if mistake:
        return mistake
    _over_areas(board, list(truth.shown))
    puzzle = _puzzle(board, policy)
    place = {name: at for at, name in enumerate(board.truth)}
    checker = Checker(puzzle)
    proofs = [_certificate(steps, parts, place) for steps, parts in claims]
    return examine(puzzle, checker.fitting([one for one in proofs if len(one.cell)]))


def _lay(board: _Board, truth: Counted) -> None:
    """All numbers of the year, with what is true within one area."""
    counted = truth.rows
    for area, figures in truth.shown.items():
        for (who, switches), value in figures.items():
            board.truth["figure", area, who, switches] = value
            board.shown.add(("figure", area, who, switches))
        for way in truth.ways:
            here: Name = ("figure", area, HELP, way.start.switches)
            board.truth.setdefault(here, counted[area, way.end.id, 0]["figure"])
            for place, step in enumerate(way.steps, 1):
                row, there = counted[area, way.end.id, place], ("figure", area, HELP, step.after)
                board.truth.setdefault(there, row["figure"])
                _move(board, (here, there), (area, step.before, step.after), (row["entered"], row["left"]))
                here = there
        _compare(board, area)
    board.known |= board.shown


def _compare(board: _Board, area: str) -> None:
    """Which figures of an area hold which others, and which are of nearly the same persons."""
    mine = [name for name in board.truth if name[:2] == ("figure", area)]
    for few in mine:
        for many in mine:
            alike = few[2] in {HELP, many[2]}
            if few != many and alike and within(few[3], many[3]):
                board.part(few, many)
            elif few[2] == many[2] and _moved(few[3], many[3]) and board.truth[few] <= board.truth[many]:
                board.gaps[many, few] = board.truth[many] - board.truth[few]


def _moved(one: Switches, other: Switches) -> bool:
    """Whether two figures count the same help of the same days, but elsewhere or merged otherwise."""
    what = [(how.age, how.period, how.financing, how.closing) for how in (one, other)]
    return what[0] == what[1] and one != other


def _move(board: _Board, sides: tuple[Name, Name], step: Name, flows: tuple[int, int]) -> None:
    """What is known of one step: who come and go make the difference, and go or come from among those counted."""
    (here, there), (came, went) = sides, flows
    terms = {here: 1, there: -1}
    _, before, after = step
    if not within(after, before):
        board.truth["entered", *step] = came
        terms["entered", *step] = 1
    if not within(before, after):
        board.truth["left", *step] = went
        terms["left", *step] = -1
    board.equal(terms)
    if len(terms) == 4:  # noqa: PLR2004 - both come and go
        board.part(("left", *step), here)
        board.part(("entered", *step), there)
    elif {here, there} <= board.shown:
        board.shown |= set(terms)


def _read(board: _Board, rows: Sequence[Row], truth: Counted, policy: Policy) -> str:
    """Takes in what the rows show; says what is wrong with one."""
    by_end, areas = {way.end.id: way for way in truth.ways}, set(truth.shown)
    for row in rows:
        name = _name(row, by_end[row["end"]])
        if row["area"] not in areas:
            if row["value"] is not None:
                return f"{row['area']} {row['part']}: of an area that is left out"
            continue
        if name not in board.truth:
            return f"{row['area']} {row['part']}: no such number"
        if row["value"] is None:
            continue
        if row["value"] != board.truth[name]:
            return f"{row['area']} {row['part']}: not the number that was counted"
        if (0 if policy.zeros_shown else -1) < row["value"] < policy.threshold:
            return f"{row['area']} {row['part']}: a small count"
        board.known.add(name)
    return ""


def _name(row: Row, way: RulePath) -> Name:
    if row["place"] == 0:
        return ("figure", row["area"], HELP, way.start.switches)
    step = way.steps[row["place"] - 1]
    if row["part"] == Part.FIGURE:
        return ("figure", row["area"], HELP, step.after)
    return (row["part"], row["area"], step.before, step.after)


def _small_gap(board: _Board, policy: Policy) -> str:
    """Two figures that are shown and differ by a few persons of the one who are not in the other."""
    for (large, small), gap in board.gaps.items():
        if 0 < gap < policy.threshold and {large, small} <= board.known and not {large, small} <= board.shown:
            return f"{large[1]}: two figures that are shown differ by a small count"
    return ""


def _over_areas(board: _Board, areas: Sequence[str]) -> None:
    region, *towns = areas
    for name in [name for name in board.truth if name[1] == region] if towns else ():
        parts = [(name[0], town, *name[2:]) for town in towns]
        if all(one in board.truth for one in parts):
            board.equal({**dict.fromkeys(parts, 1), name: -1})


def _puzzle(board: _Board, policy: Policy) -> Puzzle:
    names = list(board.truth)
    place = {name: at for at, name in enumerate(names)}
    truth = np.array([board.truth[name] for name in names], dtype=np.int64)
    least = 1 if all(name in board.known for name in names if board.truth[name] == 0) else 0
    sizes = [len(terms) for terms, _, _ in board.sums]
    flat = [(place[name], coef) for terms, _, _ in board.sums for name, coef in sorted(terms.items(), key=str)]
    return Puzzle(
        truth=truth,
        known=np.array([name in board.known | board.shown for name in names], dtype=np.bool_),
        floor=np.minimum(truth, least),
        ceiling=np.full(len(names), UNBOUNDED, dtype=np.int64),
        start=np.concatenate(([0], np.cumsum(sizes))).astype(np.int64),
        cell=np.array([cell for cell, _ in flat], dtype=np.int64),
        coef=np.array([coef for _, coef in flat], dtype=np.int64),
        low=np.array([low for _, low, _ in board.sums], dtype=np.int64),
        high=np.array([high for _, _, high in board.sums], dtype=np.int64),
        questions=list(_questions(board, place, policy)),
        part=np.full(len(names), -1, dtype=np.int64),
        name=lambda cell: _words(names[cell]),
        words=lambda row: _sum_words(board.sums[row][0]),
    )


def _questions(board: _Board, place: Mapping[Name, int], policy: Policy) -> Iterator[Question]:
    seen = board.known | board.shown
    for name, at in place.items():
        if name not in seen:
            yield Question(np.array([at]), np.array([1]), policy.interval, _words(name))
    for (large, small), gap in board.gaps.items():
        if 0 < gap < policy.threshold and not {large, small} <= seen:
            cells = np.array([place[large], place[small]])
            yield Question(cells, np.array([1, -1]), policy.interval, f"{_words(large)} less {_words(small)}")


def _certificate(steps: Mapping[Name, int], parts: int, place: Mapping[Name, int]) -> Certificate:
    pairs = sorted((place[name], step) for name, step in steps.items() if name in place)
    cell, step = (np.array([pair[side] for pair in pairs], dtype=np.int64) for side in (0, 1))
    return Certificate(cell, step, parts)


def _words(name: Name) -> str:
    kind, area, *what = name
    return f"{kind} {area} " + " > ".join(str(one) if isinstance(one, str) else _settings(one) for one in what)


def _settings(one: Any) -> str:
    flags = [word for word, on in (("merged", one.merging), ("closed", one.closing)) if on]
    return "/".join([one.age.value, one.period.value, one.area.value, one.financing.value, *flags])


def _sum_words(terms: Mapping[Name, int]) -> Text:
    told = " ".join(f"{'+' if coef > 0 else '-'} [{_words(name)}]" for name, coef in terms.items())
    return Text(f"som: {told}", f"sum: {told}")
