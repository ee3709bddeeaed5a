"""The audit of one year of published cells; no sum reaches from one year into another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
import pyarrow as pa

from graadmeter.domain.cells import KEY_COLUMNS
from graadmeter.domain.text import Text
from graadmeter.protect.arrays import Ints
from graadmeter.protect.audit.assemble import assemble
from graadmeter.protect.audit.certificates import Certificate, Checker
from graadmeter.protect.audit.examine import Findings, examine
from graadmeter.protect.audit.figures import Spot, What
from graadmeter.protect.audit.holders import Inside, attack_from_inside, left_alone, owners
from graadmeter.protect.audit.means import told_by_means
from graadmeter.protect.audit.persons import told_by_persons
from graadmeter.protect.audit.reading import read, small_shown
from graadmeter.protect.audit.rows import Row, rows_of
from graadmeter.protect.audit.rules import Rules
from graadmeter.protect.audit.shares import Shares, attack_by_contributors
from graadmeter.protect.grid.lines import Series
from graadmeter.protect.request import Request


@dataclass(frozen=True)
class Claims:
    """The engine's tables for one year: entry e says that in `table[e]` the count at `spot[e]` differs by so much."""

    year: int
    series: tuple[Series, ...]
    areas: tuple[str, ...]
    periods: tuple[str, ...]
    table: Ints
    place: Ints
    """Along the flattened grid of series, areas and periods."""
    step: Ints
    parts: Ints
    zeros: bool
    """Whether zeros of this year may be hidden, so that a hidden count need not be at least 1."""
    changes: bool = False
    """Whether the tables prove that no small correction can be worked out, not that no small count can."""
    adrift: Ints = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    """Where counts stand whose new value, which is not shown, an outsider is taken not to know at all."""


@dataclass(frozen=True)
class Task:
    """What the audit of a year needs."""

    published: pa.Table
    asked: Request
    """Of this year."""
    claims: Sequence[Claims]
    day: date
    """The last day of the newest figures of the release: what rules hold."""


@dataclass(frozen=True)
class YearFindings:
    """What came of it."""

    mistakes: tuple[Text, ...]
    findings: Findings | None
    """None when the cells are so wrong that an attack makes no sense."""
    counts: int
    hidden: int
    equations: int
    inequalities: int
    tables: int
    """Tables of the engine that were checked."""
    fractional: int
    """Of these the ones with fractions."""
    zeros: bool = False
    """Whether zeros may be among what is hidden."""
    kept: bool = False
    """Whether the year shows nothing that the release before did not show."""
    carried: int = 0
    """Figures that stand in it as an earlier release showed them, though they changed."""
    changes: Findings | None = None
    """What came of the attack on the changes since earlier releases; None where none is hidden."""
    loose: bool = False
    """Whether an outsider is taken not to know which hidden figures changed."""
    contributors: Inside | None = None
    """What came of the attacks by those who are alone in amounts; None where no rule asks."""
    inside: Inside | None = None
    """What came of the attacks by those who know their own figures; None where there are no such attackers."""


def audit_year(task: Task) -> YearFindings:
    """Reads the cells, derives the sums, attacks, and checks the proofs."""
    odd = other_rows(task)
    if odd is not None:
        return odd
    rows = rows_of(task.published, task.asked.measured, task.asked.indicators, task.asked.policies)
    reading = read(rows)
    rules_of(task, rows).apply(reading)
    mistakes = [*reading.mistakes, *small_shown(reading)]
    if task.asked.insiders is not None:
        mistakes += left_alone(rows, task.asked.region.areas, task.asked.insiders, task.asked.together)
    mistakes += told_by_means(rows, task.asked)
    zeros = any(claim.zeros for claim in task.claims)
    built = assemble(reading, task.asked.indicators, task.asked.region.areas, zeros=zeros)
    mistakes += told_by_persons(reading.figures)
    claimed = [one for claim in task.claims for one in certificates_of(built.number, claim)]
    checker = Checker(built.puzzle)
    fitting = checker.fitting(claimed)
    inside = None
    if task.asked.insiders is not None and not mistakes:
        owner = owners(list(reading.figures.values()), task.asked.region.areas, task.asked.insiders)
        inside = attack_from_inside(built.puzzle, fitting, owner, task.asked.together)
    figures = list(reading.figures.values())
    return YearFindings(
        mistakes=(*mistakes, *refused(checker, len(claimed) - len(fitting))),
        findings=None if mistakes else examine(built.puzzle, fitting),
        counts=len(built.puzzle.truth),
        hidden=len(built.puzzle.unknown),
        equations=built.equations,
        inequalities=built.inequalities,
        tables=len(claimed),
        fractional=sum(one.parts > 1 for one in claimed),
        zeros=zeros,
        inside=inside,
        contributors=None if mistakes else attack_by_contributors(built.puzzle, fitting, figures),
    )


def rules_of(task: Task, rows: Sequence[Row]) -> Rules:
    """The rules of the policies for these rows of a year."""
    return Rules(
        rows, task.asked.region.areas, Shares(task.asked.contributions), day=task.day, access=task.asked.access
    )


def other_rows(task: Task) -> YearFindings | None:
    """The complaint that the published rows are not the measured ones, when they are not."""
    keys = list(KEY_COLUMNS)
    if task.published.select(keys).equals(task.asked.measured.select(keys)):
        return None
    odd = Text("de gepubliceerde en gemeten rijen verschillen", "published and measured rows differ")
    return YearFindings((odd,), None, 0, 0, 0, 0, 0, 0)


def refused(checker: Checker, wrong: int) -> list[Text]:
    """What the engine's proofs leave to be desired."""
    found = []
    if wrong:
        found.append(
            Text(f"{wrong} bewijzen passen niet bij de cijfers", f"{wrong} proofs do not fit the published cells")
        )
    found += [
        Text(f"{name}: geen bewijs dat het niet te herleiden is", f"{name}: no proof that it cannot be worked out")
        for name in checker.unproven()
    ]
    return found


def certificates_of(number: Mapping[Spot, int], claims: Claims) -> list[Certificate]:
    """The tables of the engine in the numbers of a puzzle."""
    places, at = np.unique(claims.place, return_inverse=True)
    cells = np.array([number[spot] for spot in spots_of(claims, places)], dtype=np.int64)[at]
    order = np.argsort(claims.table, kind="stable")
    cells, step = cells[order], claims.step[order]
    edges = np.searchsorted(claims.table[order], np.arange(len(claims.parts) + 1))
    return [
        Certificate(cells[edges[table] : edges[table + 1]], step[edges[table] : edges[table + 1]], int(parts))
        for table, parts in enumerate(claims.parts.tolist())
    ]


def spots_of(claims: Claims, places: Ints) -> list[Spot]:
    """What stands at these places of the grid of the claims."""
    shape = (len(claims.series), len(claims.areas), len(claims.periods))
    axes = zip(*(axis.tolist() for axis in np.unravel_index(places, shape)), strict=True)
    what = [What(one.count, one.dimension, one.member) for one in claims.series]
    return [Spot(what[series], claims.areas[area], claims.periods[period]) for series, area, period in axes]
