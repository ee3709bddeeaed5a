"""What the checks say of received sessions, held against what was delivered before and the region's agreements."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pyarrow as pa

from graadmeter.check import earlier
from graadmeter.check.result import CheckResult
from graadmeter.deliver.assess import assess_session
from graadmeter.deliver.columns.load import FOLDER, load_maps
from graadmeter.deliver.erased import erased
from graadmeter.deliver.receive_all import by_municipality
from graadmeter.deliver.reference.entries import REFERENCE, municipality_of_postcode
from graadmeter.deliver.schemas import Schemas, load_schemas
from graadmeter.deliver.session import ACCEPTED, Session
from graadmeter.domain.deliveries import Manifest
from graadmeter.domain.terms import Terms
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.engine.port import Engine
from graadmeter.store import records
from graadmeter.store.workspace import Workspace


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
                    yield one, judged(engine, workspace, one, earlier.combine(before), terms)
                if stored is not None:
                    before.append(history_of(workspace.warehouse, manifest, stored))


def judged(
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
        schemas=schemas_of(workspace),
        places=places_of(workspace.root / REFERENCE),
    )


def schemas_of(workspace: Workspace) -> Schemas | None:
    """The official schemas of messages, when the workspace names a folder."""
    return load_schemas(workspace.schemas) if workspace.schemas else None


@cache
def places_of(library: Path) -> Mapping[str, str]:
    """The municipality by four digits of a postcode, as the reference library knows it when the first asks."""
    return municipality_of_postcode(library)


@cache
def history_of(warehouse: Path, manifest: Manifest, _stored: str) -> Mapping[str, pa.Table]:
    """What later sessions are held against; remembered, since every later session asks for it."""
    return earlier.of_session(records.read_session(warehouse, manifest.session), manifest.quarter)
