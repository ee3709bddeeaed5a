"""`graadmeter attack`: tries to work out the hidden counts of a published table, as an outsider would."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import numpy as np
from cyclopts import Parameter

from graadmeter.cli.console import Call
from graadmeter.cli.table_files import read_cells
from graadmeter.domain.errors import DisclosureError
from graadmeter.domain.text import Text
from graadmeter.protect.audit.insider import tied_cells
from graadmeter.protect.audit.leaks import Leak
from graadmeter.protect.audit.outsider import attack_published
from graadmeter.protect.audit.puzzle import Puzzle
from graadmeter.protect.system import System
from graadmeter.protect.tables.counts import Table, puzzle_of

_NAMED = 5


def attack(
    *,
    cells: Path,
    equations: Path,
    least: int = 0,
    insider: bool = False,
    call: Annotated[Call, Parameter(parse=False)],
) -> int:
    """Says what can be worked out, and from which sums; 7 when something can."""
    table = read_cells(cells, equations, gaps=True)
    puzzle = _puzzle(table, least)
    findings = attack_published(puzzle)
    for leak in findings.leaks:
        call.say(_leak(leak))
    tied = tied_cells(puzzle) if insider else []
    for one, other in tied[:_NAMED]:
        call.say(
            Text(
                f"Wie [{table.cell_name(one)}] kent, kent ook [{table.cell_name(other)}].",
                f"Who knows [{table.cell_name(one)}] knows [{table.cell_name(other)}] as well.",
            )
        )
    call.say(_verdict(findings.questions, len(findings.leaks), len(tied), insider=insider), style="bold")
    return DisclosureError.exit_code if findings.leaks or tied else 0


def _puzzle(table: Table, least: int) -> Puzzle:
    hidden = ~table.known
    system = System.of_counts(table.value, table.rows, threshold=1, least=least)
    system = replace(system, frozen=~hidden, need=np.ones(len(hidden), dtype=np.int64))
    return replace(puzzle_of(table, system, hidden), low=table.low, high=table.high)


def _leak(leak: Leak) -> Text:
    exact = f"{leak.low:.0f}" if leak.exact else f"{leak.low:.0f} - {leak.high:.0f}"
    return Text(
        f"[{leak.name}] is te herleiden: {exact}. " + "; ".join(text.nl for text in leak.because),
        f"[{leak.name}] can be worked out: {exact}. " + "; ".join(text.en for text in leak.because),
    )


def _verdict(questions: int, leaks: int, tied: int, *, insider: bool) -> Text:
    more = Text(f" {tied} voor wie er één kent.", f" {tied} for who knows one.") if insider else Text("", "")
    return Text(
        f"{questions} verborgen aantallen aangevallen, {leaks} te herleiden.{more.nl}",
        f"{questions} hidden counts attacked, {leaks} can be worked out.{more.en}",
    )
