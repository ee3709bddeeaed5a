"""The audit of a whole release before it is written: year by year, from the published cells."""

from collections.abc import Collection, Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.areas import Level
from graadmeter.domain.disclosure_rules import OPEN
from graadmeter.domain.indicators import Indicator
from graadmeter.domain.periods import parse_period
from graadmeter.domain.policies import Policy
from graadmeter.domain.progress import Progress, silent
from graadmeter.domain.region import Region
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Text
from graadmeter.engine.processes import spread, step
from graadmeter.protect.audit.again import audit_again
from graadmeter.protect.audit.report import AuditReport, figures_of
from graadmeter.protect.audit.year import Claims, Task, YearFindings, audit_year
from graadmeter.protect.earlier import Earlier


def audit_release(
    published: pa.Table,
    measured: pa.Table,
    indicators: Mapping[str, Indicator],
    policies: Mapping[str, Policy],
    region: Region,
    *,
    claims: Sequence[Claims],
    earlier: Sequence[Earlier] = (),
    late: Sequence[Text] = (),
    waiting: Sequence[Text] = (),
    insiders: Level | None = None,
    outside: Collection[int] = (),
    contributions: pa.Table | None = None,
    access: str = OPEN,
    progress: Progress = silent,
    processes: int = 1,
) -> AuditReport:
    """Attacks the cells in the shape PUBLISHED and checks the proofs in `claims`.

    `measured` (MEASURED, the same rows) says what the hidden figures are: the audit must know them to see how near an
    attacker comes. What `earlier` releases (oldest first) showed is known to the attacker as well; `late` names the
    figures among it that are too small by now, which nothing can hide any more, and `waiting` says in words why new
    figures are not shown yet (where nothing new is told the attack finds out by itself). With `insiders` every area of
    that level is an attacker too, who knows its own figures, in all years but those `outside`: of these nobody may be
    told more than the release tells.
    """
    years = pc.utf8_slice_codeunits(published["period"], 0, 4)
    names = sorted(pc.unique(years).to_pylist())
    day = max(parse_period(code).last_day for code in pc.unique(published["period"]).to_pylist())
    tasks = [
        Task(
            published.filter(pc.equal(years, name)),
            measured.filter(pc.equal(years, name)),
            indicators,
            policies,
            region.areas,
            [claim for claim in claims if claim.year == int(name)],
            [Earlier(one.edition, _of_year(one.cells, name)) for one in earlier],
            None if int(name) in outside else insiders,
            contributions if contributions is None else _of_year(contributions, name),
            access,
            day,
        )
        for name in names
    ]
    progress("audit", 0, len(tasks))
    found = spread(_audit, tasks, processes=processes, progress=lambda done: progress("audit", done, len(tasks)))
    used = sorted({indicators[name].policy for name in pc.unique(published["indicator"]).to_pylist()})
    return AuditReport(
        years={int(name): one for name, one in zip(names, found, strict=True)},
        policies=[policies[name] for name in used],
        figures=figures_of(published),
        earlier=tuple(one.edition for one in earlier),
        late=late,
        waiting=waiting,
        merged=pc.sum(pc.equal(published["status"], CellStatus.MERGED.value)).as_py() or 0,
    )


def _of_year(cells: pa.Table, year: str) -> pa.Table:
    return cells.filter(pc.equal(pc.utf8_slice_codeunits(cells["period"].cast(pa.string()), 0, 4), year))


def _audit(task: Task) -> YearFindings:
    found = audit_again(task) if task.earlier else audit_year(task)
    step()
    return found
