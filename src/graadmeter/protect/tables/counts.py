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
from graadmeter.protect.search.suppress import LONG, THOROUGH, suppress
from graadmeter.protect.search.suppression import Suppression
from graadmeter.protect.search.twins import twins
from graadmeter.protect.system import UNBOUNDED, Rows, System

_SMALL = 20_000
"""Cells up to which there is a second attempt with other prices: some seconds more, and up to 4 % less hidden."""
_LARGE = 100_000
"""Cells from which on a step of the solver takes several times as long."""
_MOST_NAMED = 8


Limits = tuple[int | None, int | None]
"""The least and the most that a sum is known to be; None: no limit to that side. (0, 0) is an equation."""


@dataclass(frozen=True, slots=True)
class Table:
    """Cells with their codes, and sums `low <= sum(coef * value) <= high` over them; most are equations, both 0."""

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
    low: Ints
    """Per sum the least that everybody knows it to be; -UNBOUNDED: no limit."""
    high: Ints

    @classmethod
    def of_counts(
        cls, value: Sequence[int], equations: Sequence[Sequence[tuple[int, int]]], limits: Sequence[Limits] = ()
    ) -> Self:
        """A table of cells 0, 1, ... from its counts and, per equation, its (cell, coefficient) pairs.

        `limits`, if any, has one element per equation, for sums only known to lie somewhere: a published share, a
        total that is at least its largest part.
        """
        low, high = limit_arrays(limits or [(0, 0)] * len(equations))
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
            low=low,
            high=high,
        )

    @property
    def tight(self) -> Bools:
        """Which sums are equations."""
        same: Bools = (self.low == 0) & (self.high == 0)
        return same

    def tied(self) -> Rows:
        """The sums with the room that their limits leave around what they are now; all cells must be known."""
        rows, now = self.rows, self._now()
        below = np.where(self.low > -UNBOUNDED, now - self.low, UNBOUNDED)
        above = np.where(self.high < UNBOUNDED, self.high - now, UNBOUNDED)
        return replace(rows, below=below, above=above)

    def off(self) -> Ints:
        """The sums that do not hold, of those whose cells are all known."""
        now = self._now()
        unknown = np.bincount(self.rows.owner, weights=~self.known[self.rows.cell], minlength=len(self.rows))
        return np.flatnonzero(((now < self.low) | (now > self.high)) & (unknown == 0))

    def _now(self) -> Ints:
        now = np.zeros(len(self.rows), dtype=np.int64)
        np.add.at(now, self.rows.owner, self.rows.coef * self.value[self.rows.cell])
        return now

    def cell_name(self, cell: int) -> str:
        """How a cell is named in messages."""
        return " ".join((self.names[cell], *(code for code in self.codes[cell])))

    def in_words(self, row: int) -> Text:
        """An equation with what is published in it; of hidden cells no value."""
        rows = self.rows
        terms = range(int(rows.start[row]), int(rows.start[row + 1]))
        told = " ".join(self._term(term) for term in list(terms)[:_MOST_NAMED])
        more = f" ... ({len(terms) - _MOST_NAMED} +)" if len(terms) > _MOST_NAMED else ""
        name, limits = self.equations[row], self._limits(row)
        return Text(f"som {name}: {told}{more} {limits.nl}", f"sum {name}: {told}{more} {limits.en}")

    def _limits(self, row: int) -> Text:
        low, high = int(self.low[row]), int(self.high[row])
        if low == high:
            return Text(f"= {low}", f"= {low}")
        if high >= UNBOUNDED:
            return Text(f">= {low}", f">= {low}")
        if low <= -UNBOUNDED:
            return Text(f"<= {high}", f"<= {high}")
        return Text(f"van {low} tot en met {high}", f"from {low} to {high}")

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
    system = System.of_counts(table.value, table.tied(), threshold=threshold, interval=interval, least=least)
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
        same = twins(system.rows, system.frozen)
        pairs = without_proof(np.flatnonzero(system.sensitive), alone & found.hidden, fitting)
        _require_alone(table, [(one, other) for one, other in pairs if same[one] != same[other]])
    kinds = np.where(found.hidden, np.where(system.sensitive, "primary", "secondary"), "shown")
    status = tuple(np.where((table.value == 0) & ~found.hidden, "zero", kinds).tolist())
    return ProtectedTable(table, status, found.hidden, found.moves, findings)


def _cheapest(system: System) -> Suppression:
    """All but large tables get a second attempt in which large figures are dearer still, which often hides less."""
    first = suppress(system, work=LONG if len(system) < _LARGE else THOROUGH)
    if len(system) > _SMALL:
        return first
    dearer = replace(system, cost=system.cost * np.sqrt(np.maximum(system.value, 1)))
    second = suppress(dearer, work=LONG)
    return min(first, second, key=lambda one: (len(one.exposed), int(system.value[one.hidden].sum())))


def limit_arrays(limits: Sequence[Limits]) -> tuple[Ints, Ints]:
    """The least and the most of each sum, as arrays."""
    low = [-UNBOUNDED if least is None else least for least, _ in limits]
    high = [UNBOUNDED if most is None else most for _, most in limits]
    return np.array(low, dtype=np.int64), np.array(high, dtype=np.int64)


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
    text = Text(
        f"{len(exposed)} kleine aantallen zijn niet af te schermen, welke andere cijfers er ook verborgen worden: "
        f"{some}. Er is niets geschreven. Laat deze uitsplitsing weg of voeg cellen samen.",
        f"{len(exposed)} small counts cannot be protected, whatever other figures are hidden: {some}. Nothing was "
        "written. Leave this breakdown out or merge cells.",
    )
    if table.tight.all():
        return DisclosureError(text)
    return DisclosureError(
        Text(
            f"{text.nl} Of laat sommen met grenzen (low, high) weg: een aandeel van een klein aantal verraadt het.",
            f"{text.en} Or leave sums with limits (low, high) out: a share of a small count gives it away.",
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
