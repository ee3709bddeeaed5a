"""The audit of a whole release before it is written: year by year, from the published cells."""

from collections.abc import Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.indicators import Indicator
from graadmeter.domain.policies import Policy
from graadmeter.domain.progress import Progress, silent
from graadmeter.domain.region import Region
from graadmeter.engine.processes import spread, step
from graadmeter.protect.audit.report import AuditReport, figures_of
from graadmeter.protect.audit.year import Claims, Task, YearFindings, audit_year


def audit_release(
    published: pa.Table,
    measured: pa.Table,
    indicators: Mapping[str, Indicator],
    policies: Mapping[str, Policy],
    region: Region,
    *,
    claims: Sequence[Claims],
    progress: Progress = silent,
    processes: int = 1,
) -> AuditReport:
    """Attacks the cells in the shape PUBLISHED and checks the proofs in `claims`.

    `measured` (MEASURED, the same rows) says what the hidden figures are: the audit must know them to see how near an
    attacker comes.
    """
    years = pc.utf8_slice_codeunits(published["period"], 0, 4)
    names = sorted(pc.unique(years).to_pylist())
    tasks = [
        Task(
            published.filter(pc.equal(years, name)),
            measured.filter(pc.equal(years, name)),
            indicators,
            policies,
            region.areas,
            [claim for claim in claims if claim.year == int(name)],
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
    )


def _audit(task: Task) -> YearFindings:
    found = audit_year(task)
    step()
    return found
