"""Protection of any table of counts with the sums between its cells: for use outside the monitor, without files."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from graadmeter.domain.errors import DisclosureError
from graadmeter.domain.text import Text
from graadmeter.protect.arrays import Bools, Ints
from graadmeter.protect.audit.certificates import Certificate, Checker
from graadmeter.protect.audit.examine import Findings, examine
from graadmeter.protect.audit.insider import without_proof
from graadmeter.protect.audit.puzzle import Puzzle, Question, from_system
from graadmeter.protect.search.alone import against_insiders
from graadmeter.protect.search.moves import Move
from graadmeter.protect.search.suppress import LONG, THOROUGH, Suppression, suppress
from graadmeter.protect.search.twins import twins
from graadmeter.protect.system import Rows, System

_SMALL = 3_000
"""Cells up to which a second attempt, with other prices, costs next to nothing."""
_LARGE = 100_000
"""Cells from which on a step of the solver takes several times as long."""
_MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class Table:
    """Cells with their codes, and equations `sum(coef * value) = 0` over them."""

    names: tuple[str, ...]
    dimensions: tuple[str, ...]
    codes: tuple[tuple[str, ...], ...]
    """Per cell its code in each dimension."""
    value: Ints
    """Per cell its count; 0 where `known` is False."""
    known: Bools
    """Per cell whether the count is there: in published tables hidden ones are not."""
    rows: Rows
    equations: tuple[str, ...]
    """What each equation is called."""

    @classmethod
    def of_counts(cls, value: Sequence[int], equations: Sequence[Sequence[tuple[int, int]]]) -> Self:
        """A table of cells 0, 1, ... from its counts and, per equation, its (cell, coefficient) pairs."""
        owner = [number for number, terms in enumerate(equations) for _ in terms]
        cells, coefs = ([term[side] for terms in equations for term in terms] for side in (0, 1))
        none = np.int64
        return cls(
            names=tuple(str(number) for number in range(len(value))),
            dimensions=(),
            codes=tuple(() for _ in value),
            value=np.array(value, dtype=np.int64),
            known=np.ones(len(value), dtype=np.bool_),
            rows=Rows.equations(np.array(owner, none), np.array(cells, none), np.array(coefs, none)),
            equations=tuple(str(number) for number in range(len(equations))),
        )

    def off(self) -> Ints:
        """The equations that do not hold, of those whose cells are all known."""
        rows = self.rows
        total = np.zeros(len(rows), dtype=np.int64)
        np.add.at(total, rows.owner, rows.coef * self.value[rows.cell])
        unknown = np.bincount(rows.owner, weights=~self.known[rows.cell], minlength=len(rows))
        return np.flatnonzero((total != 0) & (unknown == 0))

    def cell_name(self, cell: int) -> str:
        """How a cell is named in messages."""
        return " ".join((self.names[cell], *(code for code in self.codes[cell])))

    def in_words(self, row: int) -> Text:
        """An equation with what is published in it; of hidden cells no value."""
        rows = self.rows
        terms = range(int(rows.start[row]), int(rows.start[row + 1]))
        told = " ".join(self._term(term) for term in list(terms)[:_MOST_NAMED])
        more = f" ... ({len(terms) - _MOST_NAMED} +)" if len(terms) > _MOST_NAMED else ""
        name = self.equations[row]
        return Text(f"som {name}: {told}{more} = 0", f"sum {name}: {told}{more} = 0")

    def _term(self, term: int) -> str:
        cell, coef = int(self.rows.cell[term]), int(self.rows.coef[term])
        sign = "+" if coef > 0 else "-"
        times = "" if abs(coef) == 1 else f"{abs(coef)} x "
        shown = f" = {self.value[cell]}" if self.known[cell] else " = ?"
        return f"{sign} {times}[{self.cell_name(cell)}{shown}]"


@dataclass(frozen=True, slots=True)
class ProtectedTable:
    """Which cells are hidden, why, and the proof."""

    table: Table
    status: tuple[str, ...]
    """Per cell: shown, zero (shown), primary (hidden, small) or secondary (hidden for the sake of others)."""
    hidden: Bools
    moves: tuple[Move, ...]
    """Other tables that fit everything shown."""
    findings: Findings
    """What the audit made of it."""

    @property
    def hidden_value(self) -> int:
        """The sum of the counts that are hidden for the sake of others."""
        return int(self.table.value[np.array(self.status) == "secondary"].sum())


def protect_table(
    table: Table, *, threshold: int, interval: int = 1, least: int = 0, alone: Bools | None = None
) -> ProtectedTable:
    """Hides the counts from 1 to below the threshold and what else is needed that none can be worked out.

    A hidden count can then be any of at least `interval` + 1 whole numbers. `least` is the least that readers deem
    possible of a hidden count: 1 for readers who reason that zeros are shown. `alone` marks cells that somebody is the
    only one in and knows it: he may not work out another small count either. Raises DisclosureError when some count
    cannot be protected, or when the audit, which is other code, finds one that can be worked out.
    """
    system = System.of_counts(table.value, table.rows, threshold=threshold, interval=interval, least=least)
    found = _cheapest(system)
    if alone is not None:
        found = against_insiders(system, found, alone)
    if len(found.exposed):
        raise _unsafe(table, found.exposed)
    shown = replace(table, known=~found.hidden)
    puzzle = puzzle_of(shown, system, found.hidden)
    proofs = [Certificate(move.cell, move.step, move.parts) for move in found.moves]
    fitting = Checker(puzzle).fitting(proofs)
    findings = examine(puzzle, fitting)
    if not findings.passed:
        raise _leaking(findings)
    if alone is not None:
        same = twins(table.rows, system.frozen)
        pairs = without_proof(np.flatnonzero(system.sensitive), alone & found.hidden, fitting)
        _require_alone(table, [(one, other) for one, other in pairs if same[one] != same[other]])
    kinds = np.where(found.hidden, np.where(system.sensitive, "primary", "secondary"), "shown")
    status = tuple(np.where((table.value == 0) & ~found.hidden, "zero", kinds).tolist())
    return ProtectedTable(table, status, found.hidden, found.moves, findings)


def _cheapest(system: System) -> Suppression:
    """Small tables get a second attempt in which large figures are dearer still, which sometimes hides less."""
    first = suppress(system, work=LONG if len(system) < _LARGE else THOROUGH)
    if len(system) > _SMALL:
        return first
    dearer = replace(system, cost=system.cost * np.sqrt(np.maximum(system.value, 1)))
    second = suppress(dearer, work=LONG)
    return min(first, second, key=lambda one: (len(one.exposed), int(system.value[one.hidden].sum())))


def puzzle_of(table: Table, system: System, hidden: Bools) -> Puzzle:
    """What an attacker sees of the table, in its own names."""
    questions = [
        Question(np.array([cell]), np.array([1]), int(system.need[cell]), table.cell_name(int(cell)))
        for cell in np.flatnonzero(hidden)
    ]
    return replace(from_system(system, hidden), questions=questions, name=table.cell_name, words=table.in_words)


def _require_alone(table: Table, pairs: Sequence[tuple[int, int]]) -> None:
    """Raises DisclosureError when somebody who is alone in a count may work out another."""
    if pairs:
        one, other = (table.cell_name(cell) for cell in pairs[0])
        raise DisclosureError(
            Text(
                f"Wie alleen is in een aantal, kan {len(pairs)} keer een ander klein aantal herleiden; als eerste wie "
                f"alleen is in {one} dat van {other}. Er is niets geschreven. Voeg cellen samen of rond af.",
                f"Who is alone in a count may work out another small count, {len(pairs)} times; the first is that of "
                f"{other} by who is alone in {one}. Nothing was written. Merge cells or round.",
            )
        )


def _unsafe(table: Table, exposed: Ints) -> DisclosureError:
    some = "; ".join(table.cell_name(int(cell)) for cell in exposed[:3])
    return DisclosureError(
        Text(
            f"{len(exposed)} kleine aantallen zijn niet af te schermen, welke andere cijfers er ook verborgen worden: "
            f"{some}. Laat deze uitsplitsing weg of voeg cellen samen.",
            f"{len(exposed)} small counts cannot be protected, whatever other figures are hidden: {some}. Leave this "
            "breakdown out or merge cells.",
        )
    )


def _leaking(findings: Findings) -> DisclosureError:
    first = findings.leaks[0]
    return DisclosureError(
        Text(
            f"De controle kon {len(findings.leaks)} verborgen aantallen herleiden, als eerste {first.name}. Er is "
            "niets geschreven. Meld dit; zie CONTRIBUTING.md.",
            f"The audit worked out {len(findings.leaks)} hidden counts, the first being {first.name}. Nothing was "
            "written. Please report this; see CONTRIBUTING.md.",
        )
    )
