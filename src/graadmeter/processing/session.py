"""Makes the stored events of a session: check, standardise, pseudonymise, store; only what was not made yet."""

from collections.abc import Mapping
from pathlib import Path

from graadmeter.catalogue.fingerprint import catalogue_hash, software
from graadmeter.check import earlier
from graadmeter.deliver import papers
from graadmeter.deliver.assess import write_down
from graadmeter.deliver.columns.load import FOLDER, load_maps
from graadmeter.deliver.erased import erased
from graadmeter.deliver.receive_all import Queue
from graadmeter.deliver.session import ACCEPTED, Session
from graadmeter.domain.deliveries import Manifest
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.engine.port import Engine
from graadmeter.engine.processes import step
from graadmeter.processing.judging import history_of, judged, schemas_of
from graadmeter.pseudonymise.apply import pseudonymise
from graadmeter.release import edition
from graadmeter.standardise.records import standardise
from graadmeter.store import identity, keys, records, signing
from graadmeter.store.journal import Journal
from graadmeter.store.logbook import Logbook
from graadmeter.store.workspace import Workspace, load


def municipality(work: tuple[Path, Queue, Logbook]) -> None:
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
    terms = repr(workspace.terms.about(manifest.deliverer, manifest.period))
    rules = (catalogue_hash(), software(), identity.standards_hash(workspace), key.id, *agreed, terms)
    rules += tuple(schemas.hash for schemas in (schemas_of(workspace),) if schemas)
    maps = load_maps(workspace.root / FOLDER, manifest.deliverer)
    given = edition.hash_of(papers.content_hash(manifest.files), *rules, *map(repr, maps), *before)
    made = journal.output_of("session", name, given)
    if made is not None and made == (records.session_hash(warehouse, name) or "") and session.is_assessed:
        return made
    history = earlier.combine([history_of(warehouse, one, stored) for stored, one in before.items()])
    with log.step("controleren", name, more=True):
        result = judged(engine, workspace, session, history, workspace.terms)
    records.remove_session(warehouse, name)
    made = ""
    if result.verdict in ACCEPTED:
        with log.step("standaardiseren", name, more=True):
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
        with log.step("pseudonimiseren", name, more=True):
            events = pseudonymise(events, key=key)
        with log.step("opslaan", name, more=True):
            made = records.write_session(warehouse, name, events)
    with log.step("verantwoorden", name):
        write_down(session, result, signing.load_or_create(workspace.signing_key_file).sign)
    journal.record("session", name, given=given, made=made)
    return made
