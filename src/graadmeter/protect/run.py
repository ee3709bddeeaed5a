"""Protects all figures of a region at once: the only door from measured cells to cells that may be published."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.cells import KEY_COLUMNS, PUBLISHED
from graadmeter.domain.errors import DisclosureError
from graadmeter.domain.indicators import Indicator
from graadmeter.domain.metadata import Publication
from graadmeter.domain.progress import Progress, silent
from graadmeter.domain.text import Text
from graadmeter.engine.arrow import shaped
from graadmeter.engine.processes import spread, step
from graadmeter.protect.audit.release import audit_release
from graadmeter.protect.audit.report import AuditReport
from graadmeter.protect.blocks.block import Block, block
from graadmeter.protect.blocks.pieces import pieces, same_pieces
from graadmeter.protect.blocks.plan import Plan, plan
from graadmeter.protect.blocks.proofs import claims_of
from graadmeter.protect.blocks.withhold import withhold
from graadmeter.protect.figures.derived import derived_rows, hidden_figures, published_figures, reasons_of
from graadmeter.protect.figures.left_over import left_over
from graadmeter.protect.figures.published import everywhere, hidden_rows, published, reasons
from graadmeter.protect.figures.taken_off import taken_off
from graadmeter.protect.grid.facts import Facts
from graadmeter.protect.grid.naming import name_of
from graadmeter.protect.ledger.run import protect_again
from graadmeter.protect.outcome import ProtectedRelease, together
from graadmeter.protect.request import Request
from graadmeter.protect.rules.ruled_figures import ruled_figures
from graadmeter.protect.search.suppression import Suppression


def protect(request: Request, progress: Progress = silent, *, processes: int = 2) -> ProtectedRelease:
    """The protected cells of what is asked, with a proof for each that is hidden.

    What earlier releases showed is known to everybody, and changes since that are too small are not shown: such
    figures keep their old value, with the status carried. Rules on money hide every amount where there are no
    contributions. The same cells give the same result, whatever the number of processes. Raises DisclosureError when
    a figure cannot be protected or the audit finds one that could be worked out, CatalogueError when definitions and
    cells do not fit or a policy holds no longer.
    """
    measured, indicators = request.measured, request.indicators
    require_open(indicators[name] for name in pc.unique(measured["indicator"]).to_pylist() if name in indicators)
    if not measured.num_rows:
        return _nothing(request)
    if request.earlier:
        return protect_again(request, progress, processes=processes)
    asked = request.in_force()
    rules = asked.policies
    apart = derived_rows(measured, indicators)
    counts = measured.filter(pa.array(~apart))
    planned = plan(replace(asked, measured=counts))
    cut = [pieces(block(planned, members, year)) for members, year in planned.blocks()]
    blocks = [one for every in cut for one in every]
    done = _suppressed([(one, None) for one in blocks], processes, progress)
    tight = {one.year for one, found in zip(blocks, done, strict=True) if len(found.exposed)}
    if tight:
        tasks = _with_zeros(planned, cut, done, tight)
        blocks, done = [one for one, _ in tasks], _suppressed(tasks, processes, progress)
    _require_all(planned.facts, blocks, done)
    hidden = everywhere(planned, blocks, [one.hidden for one in done])
    rows, figures = hidden_rows(planned.facts, hidden) | planned.thin, measured.filter(pa.array(apart))
    few = hidden_figures(figures, indicators, rules, planned.facts, hidden)
    few |= left_over(figures, indicators, rules, planned) | ruled_figures(
        figures, indicators, rules, asked.region, asked.contributions
    )
    few = taken_off(figures, indicators, rules, planned, few)
    cells = together(
        published(counts, planned.facts, rows, planned.merged), published_figures(figures, indicators, few), apart
    )
    claims = [claims_of(planned, one, found) for one, found in zip(blocks, done, strict=True)]
    report = audit_release(cells, request, claims=claims, progress=progress, processes=processes)
    report.require_passed()
    sensitive = everywhere(planned, blocks, [one.system.sensitive for one in blocks])
    why = reasons(counts, planned.facts, rows, sensitive, planned.merged, thin=planned.thin)
    why = together(why, reasons_of(figures, few), apart)
    return ProtectedRelease(cells, report.as_json(), why)


def _nothing(request: Request) -> ProtectedRelease:
    """What comes of no figures at all: a region may round all that it publishes."""
    report = AuditReport({}, [], {}, earlier=tuple(one.edition for one in request.earlier))
    why = request.measured.select(list(KEY_COLUMNS)).append_column("protection", pa.array([], pa.string()))
    return ProtectedRelease(shaped(request.measured, PUBLISHED), report.as_json(), why)


def require_open(indicators: Iterable[Indicator]) -> None:
    """Raises DisclosureError when an indicator is for the region's own eyes."""
    for indicator in indicators:
        if indicator.metadata.publication is Publication.INTERNAL:
            raise DisclosureError(
                Text(
                    f"Indicator {indicator.id} is alleen voor intern gebruik en hoort niet in een uitgave.",
                    f"Indicator {indicator.id} is for internal use and does not belong in a release.",
                )
            )


_Task = tuple[Block, Suppression | None]
"""A block and what was found of it before."""


def _suppressed(tasks: Sequence[_Task], processes: int, progress: Progress) -> list[Suppression]:
    """The suppression of every block, the largest begun first."""
    order = sorted(range(len(tasks)), key=lambda number: -int(tasks[number][0].system.sensitive.sum()))
    work = [tasks[number] for number in order]
    progress("protect", 0, len(work))
    found = spread(_suppress, work, processes=processes, progress=lambda count: progress("protect", count, len(work)))
    by_block = dict(zip(order, found, strict=True))
    return [by_block[number] for number in range(len(tasks))]


def _with_zeros(
    planned: Plan, cut: Sequence[Sequence[Block]], done: Sequence[Suppression], tight: set[int]
) -> list[_Task]:
    """The pieces of all blocks, those of `tight` years such that zeros may be hidden too: else a count was exposed.

    All of a year, since an outsider who sees a hidden figure must not know whether it can be zero. With what was found
    before of each, but of pieces that now hold other cells.
    """
    found = iter(done)
    tasks: list[_Task] = []
    for kind, every in zip(planned.blocks(), cut, strict=True):
        before = [next(found) for _ in every]
        if kind[1] in tight:
            free = pieces(block(planned, *kind, zeros=True))
            same = same_pieces(free, every)
            tasks += [(one, None if at is None else before[at]) for one, at in zip(free, same, strict=True)]
        else:
            tasks += zip(every, before, strict=True)
    return tasks


def _suppress(task: _Task) -> Suppression:
    one, before = task
    found = withhold(one.system, one, after=before)
    step()
    return found


def _require_all(facts: Facts, blocks: list[Block], done: list[Suppression]) -> None:
    exposed = [
        name_of(facts, one.place, cell) for one, found in zip(blocks, done, strict=True) for cell in found.exposed
    ]
    if exposed:
        some = "; ".join(exposed[:3])
        raise DisclosureError(
            Text(
                f"Er wordt niets gepubliceerd: {len(exposed)} kleine aantallen zijn niet af te schermen, welke andere "
                f"cijfers er ook verborgen worden ({some}). Laat deze uitsplitsing weg of voeg gebieden samen.",
                f"Nothing is published: {len(exposed)} small counts cannot be protected, whatever other figures are "
                f"hidden ({some}). Leave this breakdown out or merge areas.",
            )
        )
