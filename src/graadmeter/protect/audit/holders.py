"""The attack by somebody who knows a part of the table: what can a municipality that knows its own figures work out?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from graadmeter.domain.areas import Area, Level
from graadmeter.domain.indicators import Unit
from graadmeter.domain.text import Text
from graadmeter.protect.arrays import Bools
from graadmeter.protect.audit.attack import Effort, widen
from graadmeter.protect.audit.certificates import Certificate
from graadmeter.protect.audit.examine import learn_tables
from graadmeter.protect.audit.figures import Figure
from graadmeter.protect.audit.leaks import Leak, leaks
from graadmeter.protect.audit.puzzle import Puzzle
from graadmeter.protect.audit.ranges import Ranges
from graadmeter.protect.audit.rows import Row


@dataclass(frozen=True)
class Inside:
    """What all holders of own figures together came to."""

    holders: int
    questions: int
    """Hidden figures of others that were attacked, each once for every holder."""
    leaks: tuple[Leak, ...]

    def beside(self, other: "Inside") -> "Inside":
        """The two together, of the same holders."""
        return Inside(self.holders, self.questions + other.questions, (*self.leaks, *other.leaks))


def owners(figures: Sequence[Figure], areas: Sequence[Area], level: Level) -> list[str]:
    """The code of the area of `level` that knows each figure; '' for what belongs to none, such as the region."""
    parent = {area.code: area.parent for area in areas}
    at_level = {area.code for area in areas if area.level is level}
    known: dict[str, str] = {}
    for code in {figure.spot.area for figure in figures}:
        up = code
        while up and up not in at_level:
            up = parent.get(up, "")
        known[code] = up
    return [known[figure.spot.area] for figure in figures]


def left_alone(rows: Iterable[Row], areas: Sequence[Area], level: Level) -> list[Text]:
    """Means and quantiles that are shown, and are about too few when the own persons of one area are taken off."""
    above = {area.code: area.parent for area in areas if area.level is level}
    derived = [row for row in rows if row.line.measure.is_derived]
    behind = {(id(row.line), row.area, row.period): row for row in derived}  # rows of one series share their line
    found = []
    for row in derived:
        whole = behind.get((id(row.line), above.get(row.area, ""), row.period))
        if whole is None or whole.shown is None or not row.contributors or not whole.contributors:
            continue
        policy, money = row.line.policy, row.line.top.of.of is Unit.EURO
        least = max(policy.threshold, policy.money.persons) if money else policy.threshold
        if 0 < whole.contributors - row.contributors < least:
            name = f"{row.line.indicator} {row.line.unit} {row.line.top.member} {whole.area} {row.period}"
            found.append(
                Text(
                    f"{name}: {row.area} kan zichzelf eraf trekken en houdt te weinig anderen over",
                    f"{name}: {row.area} can take itself off, which leaves too few others",
                )
            )
    return found


def attack_from_inside(puzzle: Puzzle, tables: Sequence[Certificate], owner: Sequence[str]) -> Inside:
    """Each holder knows his own cells exactly and asks for those of other holders.

    `tables` fit what is published; those in which nothing of his own differs fit what he knows too.
    """
    whose = np.array(owner, dtype=object)
    found: list[Leak] = []
    names = sorted(set(owner) - {""})
    asked = 0
    for name in names:
        own: Bools = whose == name
        others = (whose != "") & ~own
        view = replace(
            puzzle, known=puzzle.known | own, questions=[one for one in puzzle.questions if others[one.cell].all()]
        )
        asked += len(view.questions)
        fitting = [one for one in tables if not own[one.cell].any()]
        found += [replace(leak, name=f"{leak.name} ({name})") for leak in _attacked(view, fitting)]
    return Inside(len(names), asked, tuple(found))


def _attacked(view: Puzzle, tables: Sequence[Certificate]) -> list[Leak]:
    effort = Effort()
    ranges = Ranges.of(view.questions, view.truth)
    learn_tables(ranges, tables)
    widen(view, ranges, effort)
    return leaks(view, ranges, effort)
