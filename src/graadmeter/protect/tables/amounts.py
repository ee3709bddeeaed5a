"""Protection of any table of amounts by who contributes to them: for use outside the monitor, without files."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from graadmeter.domain.cells import TOTAL
from graadmeter.domain.disclosure_rules import Contributor, Rule, RuleKind
from graadmeter.domain.errors import DisclosureError, UsageError
from graadmeter.domain.text import Text
from graadmeter.protect.arrays import Ints
from graadmeter.protect.audit.certificates import Certificate, Checker
from graadmeter.protect.audit.examine import examine
from graadmeter.protect.audit.rules import lacking
from graadmeter.protect.audit.shares import Part
from graadmeter.protect.rules.registry import OF_SERIES
from graadmeter.protect.rules.view import Parts, View
from graadmeter.protect.search.suppress import THOROUGH, suppress
from graadmeter.protect.system import System
from graadmeter.protect.tables.counts import ProtectedTable, Table, puzzle_of

_WHO = Contributor.PROVIDER


@dataclass(frozen=True, slots=True)
class Largest:
    """Per cell of a table of amounts the three largest contributions, totals too; 0 when there are fewer."""

    first: Sequence[int]
    second: Sequence[int]
    third: Sequence[int]


def protect_amounts(
    table: Table, largest: Largest, *, dominance: tuple[int, int] | None = None, p_percent: int | None = None
) -> ProtectedTable:
    """Hides the amounts that the rules call too small, and what else is needed that none can be worked out.

    `dominance` is (n, k): the n largest have more than k % of an amount; `p_percent`: the second contributor can tell
    the first to within so many percent. A hidden amount can be so much higher that the rule would allow it. Amounts are
    whole numbers from 0. Raises UsageError without a rule or with contributions that are more than their amount,
    DisclosureError when an amount cannot be protected or the audit, which is other code, finds one.
    """
    rules = _rules(dominance, p_percent)
    parts = _parts(table, largest)
    above = _above(table.value, parts, rules)
    system = System.of_counts(table.value, table.tied(), threshold=1, least=0)
    low = np.where(above > 0, table.value - above, 0)
    need = np.where(above > 0, 2 * above, 1)
    system = replace(system, sensitive=above > 0, need=need, floor=np.maximum(low, 0))
    found = suppress(system, work=THOROUGH)
    if len(found.exposed):
        raise _unsafe(table, int(found.exposed[0]), len(found.exposed))
    _require_rules(table, largest, rules, system, found.hidden)
    puzzle = puzzle_of(replace(table, known=~found.hidden), system, found.hidden)
    puzzle = replace(puzzle, questions=[replace(one, whole=False) for one in puzzle.questions])
    fitting = Checker(puzzle).fitting([Certificate(move.cell, move.step, move.parts) for move in found.moves])
    findings = examine(puzzle, fitting)
    if not findings.passed:
        cell = next(iter(np.flatnonzero(found.hidden)))
        raise _unsafe(table, int(cell), len(findings.leaks))
    kinds = np.where(found.hidden, np.where(system.sensitive, "primary", "secondary"), "shown")
    status = tuple(np.where((table.value == 0) & ~found.hidden, "zero", kinds).tolist())
    return ProtectedTable(table, status, found.hidden, found.moves, findings)


def _rules(dominance: tuple[int, int] | None, p_percent: int | None) -> list[Rule]:
    always, who = date.min, (_WHO,)
    found = []
    if dominance is not None:
        numbers = {"largest": dominance[0], "percent": dominance[1]}
        found.append(Rule(RuleKind.DOMINANCE, "", always, numbers=numbers, among=who))
    if p_percent is not None:
        found.append(Rule(RuleKind.P_PERCENT, "", always, numbers={"percent": p_percent}, among=who))
    if not found:
        raise UsageError(Text("Noem een regel: dominance of p_percent.", "Name a rule: dominance or p_percent."))
    return found


def _parts(table: Table, largest: Largest) -> Parts:
    first, second, third = (np.array(one, dtype=np.int64) for one in (largest.first, largest.second, largest.third))
    wrong = (first + second + third > table.value) | (first < second) | (second < third) | (third < 0)
    if wrong.any():
        name = table.cell_name(int(np.flatnonzero(wrong)[0]))
        raise UsageError(
            Text(
                f"De bijdragen van {name} zijn samen meer dan het bedrag, of staan niet van groot naar klein.",
                f"The contributions of {name} are together more than the amount, or not from large to small.",
            )
        )
    return Parts(table.value, first, second, third, np.full(len(table.value), -1, dtype=np.int64))


def _above(value: Ints, parts: Parts, rules: Sequence[Rule]) -> Ints:
    """How far above the truth each amount must be possible; 0 where no rule hides it."""
    here = np.ones(len(value), dtype=np.bool_)
    view = View(value, here, TOTAL, money=True, zeros_shown=True, inhabitants=value, parts={_WHO: parts})
    above = np.zeros(len(value), dtype=np.int64)
    for rule in rules:
        above = np.maximum(above, OF_SERIES[rule.kind](view, rule).above)
    return above


def _require_rules(table: Table, largest: Largest, rules: Sequence[Rule], system: System, hidden: np.ndarray) -> None:
    """Reckons every rule once more, by the code of the audit; raises DisclosureError where something is too open."""
    columns = zip(table.value.tolist(), largest.first, largest.second, largest.third, strict=True)
    for cell, (value, *sizes) in enumerate(columns):
        part = Part(value, value, (int(sizes[0]), int(sizes[1]), int(sizes[2])), "")
        short = max(lacking(part, rule) for rule in rules)
        wide = int(system.need[cell]) >= 2 * short and int(system.floor[cell]) >= value - short
        if short and not (hidden[cell] and wide):
            raise _unsafe(table, cell, 1)


def _unsafe(table: Table, cell: int, many: int) -> DisclosureError:
    name = table.cell_name(cell)
    return DisclosureError(
        Text(
            f"{many} bedragen zijn niet af te schermen, zoals {name}. Laat deze uitsplitsing weg of voeg cellen samen.",
            f"{many} amounts cannot be protected, such as {name}. Leave this breakdown out or merge cells.",
        )
    )
