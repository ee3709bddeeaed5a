"""The whole path: deliver, check, standardise, pseudonymise, store, measure, protect, release. Read this first.

Every stage is a function from values to values; only this module and `processing` know their order and may touch person
records. A run does what is not done yet: the journal remembers what each result was made from.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from graadmeter.catalogue.indicator_metadata import open_only
from graadmeter.deliver import inbox
from graadmeter.deliver.assess import accepted
from graadmeter.deliver.receive_all import Clock, Refusal, by_municipality, receive_all
from graadmeter.deliver.reference.public import public_figures
from graadmeter.domain.indicators import Indicator
from graadmeter.domain.progress import Progress
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.engine.opening import DEFAULT, open_engine, try_engine
from graadmeter.engine.port import Engine
from graadmeter.engine.processes import spread
from graadmeter.measure.completeness.estimate import estimates
from graadmeter.measure.contributions import contributions
from graadmeter.measure.run import measure
from graadmeter.measure.starts import starts
from graadmeter.processing.measuring import measure_kept
from graadmeter.processing.parts import Levels
from graadmeter.processing.protecting import protect_all
from graadmeter.processing.release_inputs import release_inputs
from graadmeter.processing.ruling import count_ruled
from graadmeter.processing.session import municipality
from graadmeter.protect.rules.in_force import contributors_asked
from graadmeter.release import build, hidden, lineage, publish, read
from graadmeter.standardise import model
from graadmeter.store import keys, records, signing
from graadmeter.store.logbook import NO_LOG, Logbook
from graadmeter.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to: the release, whether it is new, and what could not even be received."""

    release: Path
    is_new: bool
    refused: tuple[Refusal, ...]


def run(
    workspace: Workspace,
    *,
    clock: Clock,
    progress: Progress,
    processes: int = 2,
    log: Logbook = NO_LOG,
    engine: str = DEFAULT,
) -> Outcome:
    """Takes the workspace from inbox to release. Interrupted at any moment, the next run ends in the same release.

    `engine` is the address of what counts; the release is the same with any. Raises EngineError when it cannot be used,
    WorkspaceError when nothing counts or another run is at work, DisclosureError when protection failed.
    """
    try_engine(engine, scratch=_spill(workspace))
    with workspace.lock():
        sources = inbox.deliveries_in(workspace.inbox)
        permit = workspace.agreements.permit
        with log.step("ontvangen", aangeboden=len(sources)):
            refused = receive_all(sources, workspace.deliveries, clock=clock, progress=progress, permit=permit)
        process(workspace, progress=progress, processes=processes, log=log)
        release, new = publish_figures(workspace, clock, progress=progress, processes=processes, log=log, engine=engine)
    return Outcome(release, new, refused)


def process(workspace: Workspace, *, progress: Progress, processes: int, log: Logbook = NO_LOG) -> None:
    """Checks, standardises, pseudonymises and stores what was not stored yet, a whole municipality per process."""
    keys.load_or_create(workspace.key_file)
    signing.load_or_create(workspace.signing_key_file)
    work = [(workspace.root, queue, log) for queue in by_municipality(workspace.deliveries)]
    total = sum(len(queue) for _, queue, _ in work)
    spread(municipality, work, processes=processes, progress=lambda done: progress("process", done, total))


def publish_figures(
    workspace: Workspace, clock: Clock | None = None, *,
    progress: Progress, processes: int, log: Logbook = NO_LOG, engine: str = DEFAULT,
) -> tuple[Path, bool]:  # fmt: skip
    """The release of what was delivered, and whether it is new: from one input there is only one."""
    publish.clean(workspace.releases)
    counted, region = accepted(workspace.deliveries), workspace.region.with_unknown_wijken()
    wanted, policies, previous = open_only(workspace.indicators), workspace.policies, read.latest(workspace.releases)
    inputs = release_inputs(workspace, counted, wanted, policies)
    if previous and inputs.edition(previous.previous) == previous.edition:
        return previous.folder, False
    name = inputs.edition(previous.edition if previous else "")
    with DuckDBEngine(temp_directory=_spill(workspace)) as own:
        progress("model", 0, 1)
        with log.step("samenvoegen", name, leveringen=len(counted)):
            records.register_events(own, workspace.warehouse, [one.manifest.session for one in counted])
            model.build(own, last_quarter=region.last_quarter)
            records.write_model(own, workspace.warehouse)
        progress("measure", 0, 1)
        with log.step("tellen", name), _counting(workspace, engine, own) as counting:
            made_by, kept = f"{inputs.software} {inputs.catalogue}", workspace.warehouse
            measured = measure_kept(counting, own, wanted, region, edition=name, made_by=made_by, warehouse=kept)
            origin, begun = lineage.lineage(own, region), starts(own, region)
            growing, ruled = estimates(own, region), count_ruled(own, region)
            paid = contributions(counting, wanted, region, contributors_asked(policies, wanted), workspace.concerns)
    levels, others = Levels.of(workspace), public_figures(workspace.root / "reference")
    with log.step("beschermen", name):
        safe = protect_all(
            measured, ruled, region, levels, indicators=wanted, policies=policies, contributions=paid,
            releases=workspace.releases, hidden=workspace.hidden, edition=name, progress=progress,
            processes=processes, secret=keys.load_or_create(workspace.key_file).secret,
        )  # fmt: skip
    progress("release", 0, 1)
    draft = build.Draft(
        safe.cells.cells, safe.cells.audit, safe.measured, origin, wanted, policies, safe.region, inputs, counted,
        growing, begun, others, safe.by_rule, day=clock(workspace.releases / name).date() if clock else None,
    )  # fmt: skip
    with log.step("publiceren", name):
        hidden.keep_hidden(workspace.hidden, name, safe.measured, safe.cells.cells)
        levels.write(name, safe.cells, safe.measured, wanted, safe.region)
        return build.build(workspace.releases, draft, previous=previous), True


def count(workspace: Workspace, chosen: Mapping[str, Indicator], *, release: str, engine: str = DEFAULT) -> pa.Table:
    """Unprotected cells of the stored model; for the region's own analyst, never for a release."""
    with open_engine(engine, scratch=_spill(workspace)) as opened:
        records.register_model(opened, workspace.warehouse)
        return measure(opened, chosen, workspace.region, edition=release)


@contextmanager
def _counting(workspace: Workspace, address: str, own: Engine) -> Iterator[Engine]:
    """The engine that counts: our own, which made the model, or another that is given the stored one."""
    if address == DEFAULT:
        yield own
        return
    with open_engine(address, scratch=_spill(workspace)) as other:
        records.register_model(other, workspace.warehouse)
        yield other


def _spill(workspace: Workspace) -> str:
    """Where an engine puts what does not fit in memory."""
    return str(workspace.warehouse / "spill")
