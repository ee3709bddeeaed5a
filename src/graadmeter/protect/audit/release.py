"""The audit of a whole release before it is written: year by year, from the published cells."""

from collections.abc import Collection, Sequence
from dataclasses import replace

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.areas import Level
from graadmeter.domain.periods import parse_period
from graadmeter.domain.progress import Progress, silent
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Text
from graadmeter.engine.processes import spread, step
from graadmeter.protect.audit.again import audit_again
from graadmeter.protect.audit.report import AuditReport, figures_of
from graadmeter.protect.audit.year import Claims, Task, YearFindings, audit_year
from graadmeter.protect.request import Request


def audit_release(
    published: pa.Table,
    request: Request,
    *,
    claims: Sequence[Claims],
    late: Sequence[Text] = (),
    waiting: Sequence[Text] = (),
    outside: Collection[int] = (),
    progress: Progress = silent,
    processes: int = 1,
) -> AuditReport:
    """Attacks the cells in the shape PUBLISHED and checks the proofs in `claims`.

    The measured cells of the `request` (the same rows) say what the hidden figures are: the audit must know them to see
    how near an attacker comes. What earlier releases showed is known to the attacker as well; `late` names the
    figures among it that are too small by now, which nothing can hide any more, and `waiting` says in words why new
    figures are not shown yet (where nothing new is told the attack finds out by itself). Insiders are attackers too, in
    all years but those `outside`: of these nobody may be told more than the release tells.
    """
    years = pc.utf8_slice_codeunits(published["period"], 0, 4)
    names = sorted(pc.unique(years).to_pylist())
    day = max(parse_period(code).last_day for code in pc.unique(published["period"]).to_pylist())
    everywhere, elsewhere = request, replace(request, insiders=None)
    tasks = [
        Task(
            published.filter(pc.equal(years, name)),
            (elsewhere if int(name) in outside else everywhere).of_year(name),
            [claim for claim in claims if claim.year == int(name)],
            day,
        )
        for name in names
    ]
    progress("audit", 0, len(tasks))
    found = spread(_audit, tasks, processes=processes, progress=lambda done: progress("audit", done, len(tasks)))
    used = sorted({request.indicators[name].policy for name in pc.unique(published["indicator"]).to_pylist()})
    return AuditReport(
        years={int(name): one for name, one in zip(names, found, strict=True)},
        policies=[request.policies[name] for name in used],
        figures=figures_of(published),
        earlier=tuple(one.edition for one in request.earlier),
        late=late,
        waiting=waiting,
        together=request.together,
        merged=_merged(published, wijken=True),
        merged_members=_merged(published, wijken=False),
    )


def _merged(published: pa.Table, *, wijken: bool) -> int:
    """How many figures a group carries: of wijken, or of members of a dimension in larger areas."""
    rows = published.filter(pc.equal(published["status"], CellStatus.MERGED.value))
    return int(pc.sum(pc.equal(pc.equal(rows["level"], Level.WIJK.value), wijken)).as_py() or 0)


def _audit(task: Task) -> YearFindings:
    found = audit_again(task) if task.asked.earlier else audit_year(task)
    step()
    return found
