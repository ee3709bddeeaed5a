"""The whole path: deliver, check, standardise, pseudonymise, store, measure, protect, release. Read this first.

Every stage is a function from values to values; only this module knows their order, and only it may touch person
records. A run does what is not done yet: the journal remembers what each result was made from.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

import pyarrow as pa

from graadmeter.catalogue.fingerprint import catalogue_hash, software
from graadmeter.catalogue.load_indicators import indicators
from graadmeter.catalogue.load_policies import policies
from graadmeter.check import earlier
from graadmeter.check.result import CheckResult
from graadmeter.deliver import inbox, papers
from graadmeter.deliver.assess import accepted, assess_session, write_down
from graadmeter.deliver.columns.load import FOLDER, load_maps
from graadmeter.deliver.erased import erased
from graadmeter.deliver.receive_all import Clock, Queue, Refusal, by_municipality, receive_all
from graadmeter.deliver.schemas import Schemas, load_schemas
from graadmeter.deliver.session import ACCEPTED, Session
from graadmeter.domain.deliveries import Manifest
from graadmeter.domain.indicators import Indicator
from graadmeter.domain.progress import Progress
from graadmeter.domain.terms import Terms
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.engine.port import Engine
from graadmeter.engine.processes import spread, step
from graadmeter.measure.run import measure
from graadmeter.protect.run import protect
from graadmeter.pseudonymise.apply import pseudonymise
from graadmeter.release import build, edition, lineage, publish, read
from graadmeter.standardise import model
from graadmeter.standardise.records import standardise
from graadmeter.store import identity, keys, records, signing
from graadmeter.store.journal import Journal
from graadmeter.store.logbook import NO_LOG, Logbook
from graadmeter.store.workspace import Workspace, load


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to: the release, whether it is new, and what could not even be received."""

    release: Path
    is_new: bool
    refused: tuple[Refusal, ...]


def run(
    workspace: Workspace, *, clock: Clock, progress: Progress, processes: int = 2, log: Logbook = NO_LOG
) -> Outcome:
    """Takes the workspace from inbox to release. Interrupted at any moment, the next run ends in the same release.

    Raises WorkspaceError when nothing counts or another run is at work, DisclosureError when protection failed.
    """
    with workspace.lock():
        sources = inbox.deliveries_in(workspace.inbox)
        permit = workspace.agreements.permit
        with log.step("ontvangen", aangeboden=len(sources)):
            refused = receive_all(sources, workspace.deliveries, clock=clock, progress=progress, permit=permit)
        process(workspace, progress=progress, processes=processes, log=log)
        release, is_new = publish_figures(workspace, progress=progress, processes=processes, log=log)
    return Outcome(release, is_new, refused)


def process(workspace: Workspace, *, progress: Progress, processes: int, log: Logbook = NO_LOG) -> None:
    """Checks, standardises, pseudonymises and stores what was not stored yet, a whole municipality per process."""
    keys.load_or_create(workspace.key_file)
    signing.load_or_create(workspace.signing_key_file)
    work = [(workspace.root, queue, log) for queue in by_municipality(workspace.deliveries)]
    total = sum(len(queue) for _, queue, _ in work)
    spread(_municipality, work, processes=processes, progress=lambda done: progress("process", done, total))


def _municipality(work: tuple[Path, Queue, Logbook]) -> None:
    """One municipality's sessions by quarter, since later ones are held against earlier ones."""
    workspace, queue, log = load(work[0]), work[1], work[2]
    counted: dict[str, Manifest] = {}
    with DuckDBEngine(threads=1) as engine:
        for candidates in queue:
            for session in candidates:  # the newest that is not refused counts
                made = _session(engine, workspace, session, counted, log)
                if made:
                    counted[made] = session.manifest
                    break
            step()


def _session(
    engine: Engine, workspace: Workspace, session: Session, before: Mapping[str, Manifest], log: Logbook
) -> str:
    """The hash of the session's stored events, '' when it is refused; from equal input nothing is made again."""
    manifest, key, journal = session.manifest, keys.load(workspace.key_file), Journal(workspace.journal_file)
    name, warehouse, products, region = manifest.session, workspace.warehouse, workspace.products, workspace.region
    if erased(session.folder) is not None:
        return records.session_hash(warehouse, name) or ""
    agreed = sorted(workspace.agreements.tables_of(manifest.deliverer, manifest.received_on))
    rules = (catalogue_hash(), software(), identity.standards_hash(workspace), key.id, *agreed)
    rules += tuple(schemas.hash for schemas in (_schemas(workspace),) if schemas)
    maps = load_maps(workspace.root / FOLDER, manifest.deliverer)
    given = edition.hash_of(papers.content_hash(manifest.files), *rules, *map(repr, maps), *before)
    made = journal.output_of("session", name, given)
    if made is not None and made == (records.session_hash(warehouse, name) or "") and session.is_assessed:
        return made
    history = earlier.combine([_history(warehouse, one, stored) for stored, one in before.items()])
    with log.step("controleren", name):
        result = _judged(engine, workspace, session, history, workspace.terms)
    records.remove_session(warehouse, name)
    made = ""
    if result.verdict in ACCEPTED:
        with log.step("standaardiseren", name):
            events = standardise(
                engine,
                result.good,
                session=name,
                gemeente=manifest.deliverer,
                quarter=manifest.quarter,
                products=products,
                areas=region.areas,
                counts=result.tables,
            )
        with log.step("pseudonimiseren", name):
            events = pseudonymise(events, key=key)
        with log.step("opslaan", name):
            made = records.write_session(warehouse, name, events)
    write_down(session, result, signing.load_or_create(workspace.signing_key_file).sign)
    journal.record("session", name, given=given, made=made)
    return made


def judged_again(
    workspace: Workspace, *, session: str = "", rules_on: date | None = None
) -> Iterator[tuple[Session, CheckResult]]:
    """What the checks say now of every session that counts (or of one), from its received bytes; nothing is written.

    `rules_on` is the day whose rules are used, None the last day of each quarter. Erased deliveries are passed over.
    """
    terms = replace(workspace.terms, rules_on=rules_on)
    with DuckDBEngine(threads=1) as engine:
        for queue in by_municipality(workspace.deliveries):
            before: list[Mapping[str, pa.Table]] = []
            for one in (one for candidates in queue for one in candidates if one.verdict in ACCEPTED):
                if one.superseded_by:
                    continue
                manifest, stored = one.manifest, records.session_hash(workspace.warehouse, one.manifest.session)
                if session in {"", manifest.session} and erased(one.folder) is None:
                    yield one, _judged(engine, workspace, one, earlier.combine(before), terms)
                if stored is not None:
                    before.append(_history(workspace.warehouse, manifest, stored))


def _judged(
    engine: Engine, workspace: Workspace, session: Session, history: Mapping[str, pa.Table], terms: Terms
) -> CheckResult:
    """What the checks say of a session, held against `history` under the region's agreements."""
    manifest = session.manifest
    return assess_session(
        engine,
        session,
        products=workspace.products,
        region=workspace.region,
        earlier=history,
        agreed=workspace.agreements.tables_of(manifest.deliverer, manifest.received_on),
        terms=terms,
        maps=load_maps(workspace.root / FOLDER, manifest.deliverer),
        schemas=_schemas(workspace),
    )


def _schemas(workspace: Workspace) -> Schemas | None:
    """The official schemas of messages, when the workspace names a folder."""
    return load_schemas(workspace.schemas) if workspace.schemas else None


@cache
def _history(warehouse: Path, manifest: Manifest, _stored: str) -> Mapping[str, pa.Table]:
    """What later sessions are held against; remembered, since every later session asks for it."""
    return earlier.of_session(records.read_session(warehouse, manifest.session), manifest.quarter)


def publish_figures(
    workspace: Workspace, *, progress: Progress, processes: int, log: Logbook = NO_LOG
) -> tuple[Path, bool]:
    """The release of what was delivered, and whether it is new: from one input there is only one."""
    publish.clean(workspace.releases)
    counted, region = accepted(workspace.deliveries), workspace.region.with_unknown_wijken()
    previous = read.latest(workspace.releases)
    inputs = edition.inputs_of(region, counted, identity.configuration_hash(workspace))
    if previous and inputs.edition(previous.previous) == previous.edition:
        return previous.folder, False
    name = inputs.edition(previous.edition if previous else "")
    with DuckDBEngine(temp_directory=str(workspace.warehouse / "spill")) as engine:
        progress("model", 0, 1)
        with log.step("samenvoegen", name, leveringen=len(counted)):
            records.register_events(engine, workspace.warehouse, [one.manifest.session for one in counted])
            model.build(engine, last_quarter=region.last_quarter)
            records.write_model(engine, workspace.warehouse)
        progress("measure", 0, 1)
        with log.step("tellen", name):
            measured = measure(engine, indicators(), region, edition=name)
            origin = lineage.lineage(engine, region)
    with log.step("beschermen", name):
        protected = protect(measured, indicators(), policies(), region, progress, processes=processes)
    progress("release", 0, 1)
    draft = build.Draft(
        protected.cells, protected.audit, measured, origin, indicators(), policies(), region, inputs, counted
    )
    with log.step("publiceren", name):
        return build.build(workspace.releases, draft, previous=previous), True


def unmapped(workspace: Workspace, sessions: Iterable[str]) -> dict[str, dict[tuple[str, str], int]]:
    """Per session what could not be mapped: rows by subject and code (see `standardise.counts`)."""
    return {session: records.unmapped(workspace.warehouse, session) for session in sessions}


def count(workspace: Workspace, chosen: Mapping[str, Indicator], *, release: str) -> pa.Table:
    """Unprotected cells of the stored model; for the region's own analyst, never for a release."""
    with DuckDBEngine() as engine:
        records.register_model(engine, workspace.warehouse)
        return measure(engine, chosen, workspace.region, edition=release)
