"""The audit of one year after earlier releases: what do they and this one together give away?

Two attacks. On the figures: with everything that was ever shown as known. On what changed: with everything as known
that was hidden before, for it may be guessed not to have changed. An old figure that stays on show, and a figure that
is shown anew, are compared with every earlier release.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Text
from graadmeter.protect.arrays import Bools, Ints
from graadmeter.protect.audit.assemble import Assembled, assemble
from graadmeter.protect.audit.certificates import Certificate, Checker
from graadmeter.protect.audit.examine import Findings, examine
from graadmeter.protect.audit.figures import Figure
from graadmeter.protect.audit.history import (
    history_of,
    not_shown_before,
    remember,
    tells_nothing_new,
    without_carried,
)
from graadmeter.protect.audit.holders import Inside, attack_from_inside, left_alone, owners
from graadmeter.protect.audit.means import told_by_means
from graadmeter.protect.audit.persons import told_by_persons
from graadmeter.protect.audit.puzzle import Puzzle, Question
from graadmeter.protect.audit.reading import read, small_shown
from graadmeter.protect.audit.rows import rows_of
from graadmeter.protect.audit.shares import attack_by_contributors
from graadmeter.protect.audit.silent import silent, without
from graadmeter.protect.audit.year import (
    Claims,
    Task,
    YearFindings,
    certificates_of,
    other_rows,
    refused,
    rules_of,
    spots_of,
)


def audit_again(task: Task) -> YearFindings:
    """As `audit_year`, with what `task.asked.earlier` showed as known too."""
    odd = other_rows(task)
    if odd is not None:
        return odd
    history = history_of(task.published, task.asked.earlier)
    carried = task.published["status"].to_pylist().count(CellStatus.CARRIED.value)
    if tells_nothing_new(task.published, history) and not (task.asked.insiders and task.asked.joined):
        return YearFindings((), None, 0, 0, 0, 0, 0, 0, kept=True, carried=carried)
    rows = rows_of(without_carried(task.published), task.asked.measured, task.asked.indicators, task.asked.policies)
    reading = read(rows)
    rules_of(task, rows).apply(reading)
    remember(reading, rows, history)
    built = assemble(
        reading, task.asked.indicators, task.asked.region.areas, zeros=any(claim.zeros for claim in task.claims)
    )
    figures = list(reading.figures.values())
    _share_between_twins(built)
    adrift = _adrift(built, task.claims)
    wrong = [*reading.mistakes, *small_shown(reading), *not_shown_before(task.published, history), *_near(figures)]
    wrong += [*told_by_persons(reading.figures), *told_by_means(rows, task.asked, history.shown)]
    if task.asked.insiders is not None:
        wrong += left_alone(rows, task.asked.region.areas, task.asked.insiders, task.asked.together)
    level_puzzle, change_puzzle = _levels(built, figures, adrift), _changes(built, figures)
    if task.asked.insiders is None:
        settled = silent(built, figures, rows, task.published, history)
        level_puzzle, change_puzzle = without(level_puzzle, settled), without(change_puzzle, settled)
    level = _Attack.on(built, level_puzzle, [one for one in task.claims if not one.changes])
    changes = _Attack.on(built, change_puzzle, [one for one in task.claims if one.changes])
    inside = None
    if task.asked.insiders is not None and not wrong:
        owner = owners(figures, task.asked.region.areas, task.asked.insiders)
        together = task.asked.together
        inside = level.from_inside(owner, together).beside(changes.from_inside(owner, together))
    return YearFindings(
        mistakes=(*wrong, *level.complaints, *changes.complaints),
        findings=None if wrong else level.findings(),
        counts=len(figures),
        hidden=len(level.puzzle.unknown),
        equations=built.equations,
        inequalities=built.inequalities,
        tables=level.tables + changes.tables,
        fractional=level.fractional + changes.fractional,
        zeros=any(claim.zeros for claim in task.claims),
        carried=carried,
        changes=None if wrong or not changes.puzzle.questions else changes.findings(),
        loose=bool(adrift.any()),
        inside=inside,
        contributors=None if wrong else attack_by_contributors(level.puzzle, level.fitting, figures),
    )


@dataclass(frozen=True)
class _Attack:
    """A puzzle with the proofs that fit it."""

    puzzle: Puzzle
    complaints: Sequence[Text]
    fitting: Sequence[Certificate]
    tables: int
    fractional: int

    @classmethod
    def on(cls, built: Assembled, puzzle: Puzzle, claims: Sequence[Claims]) -> "_Attack":
        """The puzzle, and what the proofs in `claims` leave to be desired."""
        claimed = [one for claim in claims for one in certificates_of(built.number, claim)]
        checker = Checker(puzzle)
        fitting = checker.fitting(claimed)
        complaints = refused(checker, len(claimed) - len(fitting))
        return cls(puzzle, complaints, fitting, len(claimed), sum(one.parts > 1 for one in claimed))

    def findings(self) -> Findings:
        """What the attack comes to."""
        return examine(self.puzzle, self.fitting)

    def from_inside(self, owner: Sequence[str], together: Sequence[frozenset[str]]) -> Inside:
        """What the attacks by those who know their own figures come to, or those `together`."""
        return attack_from_inside(self.puzzle, self.fitting, owner, together)


def _adrift(built: Assembled, claims: Sequence[Claims]) -> Bools:
    """The figures of which an outsider is taken not to know the new value at all."""
    marked = np.zeros(len(built.puzzle.truth), dtype=np.bool_)
    for claim in claims:
        marked[[built.number[spot] for spot in spots_of(claim, claim.adrift)]] = True
    return marked


def _share_between_twins(built: Assembled) -> None:
    """What was shown of a count under one name is known of it under every name."""
    for one in built.sums:
        if one.kind == "twin":
            for figure, other in ((one.whole, one.parts[0]), (one.parts[0], one.whole)):
                figure.seen |= other.seen
                if other.earlier and (not figure.earlier or (other.printed and not figure.printed)):
                    figure.earlier, figure.vague = other.earlier, other.vague


def _near(figures: Sequence[Figure]) -> list[Text]:
    """Figures that are shown anew and differ too little from what an earlier release showed."""
    found = []
    for figure in figures:
        edition = next((edition for count, edition in figure.earlier if figure.is_near(count)), "")
        if figure.known and figure.moved and edition:
            found.append(
                Text(
                    f"{figure.name}: verschilt te weinig van uitgave {edition} om naast dat cijfer te tonen",
                    f"{figure.name}: differs too little from release {edition} to be shown beside that figure",
                )
            )
    return found


def _levels(built: Assembled, figures: Sequence[Figure], adrift: Bools) -> Puzzle:
    """What can be worked out of figures that no release ever showed."""
    puzzle = built.puzzle
    ever = np.array([bool(figure.earlier) for figure in figures], dtype=np.bool_)
    adrift = adrift & (_moved(figures) | _vague(figures)) & ~puzzle.known
    return replace(
        _stretched(puzzle, figures, adrift),
        known=puzzle.known | (ever & ~adrift),
        questions=[one for one in puzzle.questions if not ever[one.cell].all()],
    )


def _changes(built: Assembled, figures: Sequence[Figure]) -> Puzzle:
    """What can be worked out of new values that stand behind the old ones."""
    puzzle = built.puzzle
    moved, ever = _moved(figures), np.array([bool(figure.earlier) for figure in figures], dtype=np.bool_)
    fresh = np.array([not figure.seen for figure in figures], dtype=np.bool_)
    secret = moved & ~puzzle.known
    asked = [one for one in puzzle.questions if ever[one.cell].all() and secret[one.cell].any()]
    slack, stray = _unsure(built, figures, moved, ever)
    return replace(
        _stretched(puzzle, figures, secret),
        known=puzzle.known | ~(moved | fresh | stray | _vague(figures)),
        questions=[_since(one, figures) for one in asked],
        low=puzzle.low - slack,
        high=puzzle.high + slack,
    )


def _since(question: Question, figures: Sequence[Figure]) -> Question:
    if len(question.cell) > 1:
        return question
    figure = figures[int(question.cell[0])]
    count, edition = figure.earlier[-1]
    need = max(question.need, abs(figure.truth - count)) if figure.is_sum else question.need
    return replace(question, need=need, name=f"{question.name} ({edition})")


def _moved(figures: Sequence[Figure]) -> Bools:
    return np.array([figure.moved for figure in figures], dtype=np.bool_)


def _vague(figures: Sequence[Figure]) -> Bools:
    return np.array([figure.vague for figure in figures], dtype=np.bool_)


def _stretched(puzzle: Puzzle, figures: Sequence[Figure], chosen: Bools) -> Puzzle:
    """The puzzle in which the chosen cells may be anything from nothing to more than they were."""
    before = np.array([figure.earlier[-1][0] if figure.earlier else 0 for figure in figures], dtype=np.int64)
    floor = np.where(chosen, np.minimum(puzzle.floor, 0), puzzle.floor)
    return replace(puzzle, floor=floor, ceiling=np.where(chosen, np.maximum(puzzle.ceiling, before), puzzle.ceiling))


def _unsure(built: Assembled, figures: Sequence[Figure], moved: Bools, ever: Bools) -> tuple[Ints, Bools]:
    """Of each sum how far it can be off, and which figures that were always hidden did change, by the sums.

    Where everything was shown and the changes do not add up, what is left over changed, and nobody can rely on it.
    """
    puzzle = built.puzzle
    change = np.array([one.truth - one.earlier[-1][0] if one.earlier else 0 for one in figures], dtype=np.int64)
    need = np.array([figure.need for figure in figures], dtype=np.int64)
    hidden = np.array([figure.seen and not figure.earlier for figure in figures], dtype=np.bool_)
    row = np.repeat(np.arange(len(puzzle.low)), np.diff(puzzle.start))
    total, unseen, never, widest = (np.zeros(len(puzzle.low), dtype=np.int64) for _ in range(4))
    np.add.at(total, row, puzzle.coef * np.where(moved, change, 0)[puzzle.cell])
    np.add.at(unseen, row, ~ever[puzzle.cell])
    np.add.at(never, row, ~((ever & ~_vague(figures)) | hidden)[puzzle.cell])
    np.maximum.at(widest, row, need[puzzle.cell])
    same = puzzle.low == puzzle.high
    off = same & (total != 0) & (never == 0)
    stray = hidden & (np.bincount(puzzle.cell, weights=off[row], minlength=len(figures)) > 0)
    while True:
        reached = same & (np.bincount(row, weights=stray[puzzle.cell], minlength=len(same)) > 0)
        more = stray | (hidden & (np.bincount(puzzle.cell, weights=reached[row], minlength=len(figures)) > 0))
        if np.array_equal(more, stray):
            return np.where(off & (unseen == 0), widest, 0), stray
        stray = more
