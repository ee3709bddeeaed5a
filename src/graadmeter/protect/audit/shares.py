"""Who contributes how much to an amount, as the audit reads it; and the attack by who is alone in amounts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa

from graadmeter.domain.cells import TOTAL
from graadmeter.domain.contributions import fixed_text
from graadmeter.domain.disclosure_rules import Contributor
from graadmeter.domain.indicators import METHOD_DIMENSIONS
from graadmeter.protect.arrays import Bools
from graadmeter.protect.audit.attack import widen
from graadmeter.protect.audit.certificates import Certificate
from graadmeter.protect.audit.effort import Effort
from graadmeter.protect.audit.examine import learn_tables
from graadmeter.protect.audit.figures import Figure
from graadmeter.protect.audit.holders import Inside
from graadmeter.protect.audit.leaks import Leak, leaks
from graadmeter.protect.audit.puzzle import Puzzle
from graadmeter.protect.audit.ranges import Ranges
from graadmeter.protect.audit.rows import Row


@dataclass(frozen=True, slots=True)
class Part:
    """The largest parts of one amount, in eurocents, without their signs."""

    amount: int
    """What all parts add up to, with their signs."""
    whole: int
    largest: tuple[int, int, int]
    leader: str


class Shares:
    """The parts of every amount, by figure and kind of contributor."""

    def __init__(self, table: pa.Table | None) -> None:
        self._parts: dict[tuple[str, ...], Part] = {}
        names = ("indicator", "unit", "fixed", "dimension", "member", "area", "period", "contributor")
        for row in table.to_pylist() if table is not None else ():
            largest = (row["first"], row["second"], row["third"])
            part = Part(row["amount"], row["whole"], largest, row["leader"])
            self._parts[tuple(row[name] for name in names)] = part

    def of(self, row: Row, kind: Contributor) -> Part | None:
        """The parts of the amount of a row (or under it), None when they are not known."""
        top, line = row.line.top, row.line
        where = (TOTAL, TOTAL) if top.dimension in METHOD_DIMENSIONS else (top.dimension, top.member)
        fixed = fixed_text(line.measure.fixed)
        return self._parts.get((line.indicator, line.unit.value, fixed, *where, row.area, row.period, kind.value))


def attack_by_contributors(puzzle: Puzzle, tables: Sequence[Certificate], figures: Sequence[Figure]) -> Inside | None:
    """Who is alone in amounts knows these exactly, and asks for the other amounts that are too small to be known.

    None when no rule says that anybody is. `tables` fit what is published.
    """
    whose = np.array([figure.leader for figure in figures], dtype=object)
    asked: Bools = np.array([figure.money and figure.sensitive for figure in figures], dtype=np.bool_)
    names = sorted(set(whose[~puzzle.known]) - {""})
    if not names:
        return None
    found: list[Leak] = []
    count = 0
    for name in names:
        own: Bools = whose == name
        questions = [one for one in puzzle.questions if asked[one.cell].all() and not own[one.cell].any()]
        view = replace(puzzle, known=puzzle.known | own, questions=questions)
        count += len(questions)
        ranges = Ranges.of(questions, view.truth)
        learn_tables(ranges, [one for one in tables if not own[one.cell].any()])
        effort = Effort()
        widen(view, ranges, effort)
        found += [replace(leak, name=f"{leak.name} (aanbieder)") for leak in leaks(view, ranges, effort)]
    return Inside(len(names), count, tuple(found))
