"""The attack by somebody who knows a part of the table: what can a municipality that knows its own figures work out?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from graadmeter.domain.areas import Area, Level
from graadmeter.domain.indicators import Unit
from graadmeter.domain.text import Text
from graadmeter.protect.arrays import Bools
from graadmeter.protect.audit.attack import widen
from graadmeter.protect.audit.certificates import Certificate
from graadmeter.protect.audit.effort import Effort
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


def left_alone(
    rows: Iterable[Row], areas: Sequence[Area], level: Level, together: Sequence[frozenset[str]] = ()
) -> list[Text]:
    """Means and quantiles that are shown, and are about too few when the own persons of one reader are taken off.

    A reader knows one area of the level, or a set of them `together`: somebody may be in two of these, so that more can
    be left than the sums say.
    """
    above = {area.code: area.parent for area in areas if area.level is level}
    derived = [row for row in rows if row.line.measure.is_derived]
    behind = {(id(row.line), row.area, row.period): row for row in derived}  # rows of one series share their line
    found = []
    for who in [*(frozenset({code}) for code in above), *together]:
        own: dict[tuple[int, str, str], list[Row]] = {}
        for row in derived:
            if row.area in who and row.contributors:
                own.setdefault((id(row.line), above[row.area], row.period), []).append(row)
        for key, parts in own.items():
            whole = behind.get(key)
            if whole is not None and whole.shown is not None and _too_few(whole, parts):
                found.append(_subtracted(whole, who))
    return found


def _too_few(whole: Row, parts: Sequence[Row]) -> bool:
    policy, money = whole.line.policy, whole.line.top.of.of is Unit.EURO
    least = max(policy.threshold, policy.money.persons) if money else policy.threshold
    known, everybody = [one.contributors or 0 for one in parts], whole.contributors or 0
    return everybody > max(known) and everybody - sum(known) < least


def _subtracted(whole: Row, who: frozenset[str]) -> Text:
    name = f"{whole.line.indicator} {whole.line.unit} {whole.line.top.member} {whole.area} {whole.period}"
    reader = " + ".join(sorted(who))
    return Text(
        f"{name}: {reader} kan zichzelf eraf trekken en houdt te weinig anderen over",
        f"{name}: {reader} can take itself off, which leaves too few others",
    )


def attack_from_inside(
    puzzle: Puzzle, tables: Sequence[Certificate], owner: Sequence[str], together: Sequence[frozenset[str]] = ()
) -> Inside:
    """Each holder knows his own cells exactly and asks for those of other holders; so does who knows those `together`.

    `tables` fit what is published; those in which nothing of his own differs fit what he knows too.
    """
    whose = np.array(owner, dtype=object)
    found: list[Leak] = []
    readers = [frozenset({name}) for name in sorted(set(owner) - {""})] + list(together)
    asked = 0
    for who in readers:
        name = " + ".join(sorted(who))
        own: Bools = np.array([one in who for one in owner], dtype=np.bool_)
        others = (whose != "") & ~own
        view = replace(
            puzzle, known=puzzle.known | own, questions=[one for one in puzzle.questions if others[one.cell].all()]
        )
        asked += len(view.questions)
        fitting = [one for one in tables if not own[one.cell].any()]
        found += [replace(leak, name=f"{leak.name} ({name})") for leak in _attacked(view, fitting)]
    return Inside(len(readers), asked, tuple(found))


def _attacked(view: Puzzle, tables: Sequence[Certificate]) -> list[Leak]:
    effort = Effort()
    ranges = Ranges.of(view.questions, view.truth)
    learn_tables(ranges, tables)
    widen(view, ranges, effort)
    return leaks(view, ranges, effort)
