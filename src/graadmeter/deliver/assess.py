"""Holds a session against the rules and writes down for its deliverer what came of it."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyarrow as pa

from graadmeter.catalogue.code_lists import code_lists
from graadmeter.catalogue.fingerprint import rule_set, software
from graadmeter.catalogue.layouts import layouts
from graadmeter.catalogue.load_checks import checks
from graadmeter.check.context import CheckContext
from graadmeter.check.corrections import corrected
from graadmeter.check.report_html import build as report_html
from graadmeter.check.report_xlsx import build as report_xlsx
from graadmeter.check.result import CheckResult
from graadmeter.check.run import run_checks
from graadmeter.deliver import explanation
from graadmeter.deliver.agreed import only_agreed
from graadmeter.deliver.ggm import with_provisions
from graadmeter.deliver.papers import content_hash, read_findings, read_receipt
from graadmeter.deliver.raw import RawDelivery
from graadmeter.deliver.reader import read_session
from graadmeter.deliver.residence import with_municipalities
from graadmeter.deliver.schemas import Schemas
from graadmeter.deliver.session import Session, current_sessions, write_outcome
from graadmeter.domain.column_maps import ColumnMap
from graadmeter.domain.deliveries import Accepted, Receipt
from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.periods import parse_period
from graadmeter.domain.products import Product
from graadmeter.domain.region import Region
from graadmeter.domain.terms import Terms
from graadmeter.domain.text import Lang, Text
from graadmeter.engine.port import Engine


def assess(
    engine: Engine,
    raw: RawDelivery,
    *,
    deliverer: str,
    period: str,
    products: tuple[Product, ...],
    region: Region | None = None,
    earlier: Mapping[str, pa.Table] | None = None,
    terms: Terms | None = None,
    places: Mapping[str, str] | None = None,
    before_sending: bool = False,
) -> CheckResult:
    """What the checks of the catalogue say of a delivery by `deliverer` (GM code) about the quarter `period`.

    Without a `region` its wijken are not known; without `earlier` (tables as `check.earlier.combine` makes them)
    nothing is known of deliveries before, and checks that need it say 'unknown'. `terms` hold the region's known
    faults and corrections, `places` the municipality by four digits of a postcode. Raises WorkspaceError when a
    correction no longer fits, unless it is asked before sending.
    """
    held = terms or Terms()
    raw = with_provisions(engine, raw, deliverer=deliverer, period=parse_period(period))
    raw = with_municipalities(raw, places or {})
    tables, told = corrected(raw.tables, held, deliverer=deliverer, period=period, may_be_stale=before_sending)
    context = CheckContext(
        gemeente=deliverer,
        quarter=parse_period(period),
        products=products,
        code_lists=code_lists(),
        wijken=frozenset(area.code for area in region.wijken_of(deliverer)) if region else frozenset(),
        providers=frozenset(region.providers) if region else frozenset(),
        earlier=earlier or {},
        fictitious=region.fictitious if region else False,
        terms=held,
        read_findings=(*raw.findings, *told),
        unread=_unread(raw),
    )
    return run_checks(engine, tables, layouts(), checks(), context)


def _unread(raw: RawDelivery) -> dict[str, int]:
    unread: Counter[str] = Counter()
    for count in raw.lines:
        unread[count.table] += count.rejected
    return dict(unread)


def assess_session(
    engine: Engine,
    session: Session,
    *,
    products: tuple[Product, ...],
    region: Region,
    earlier: Mapping[str, pa.Table],
    agreed: Collection[str] | None = None,
    terms: Terms | None = None,
    maps: Sequence[ColumnMap] = (),
    schemas: Schemas | None = None,
    places: Mapping[str, str] | None = None,
) -> CheckResult:
    """The same for a received session, read from its folder; of tables that are not `agreed` no row is used.

    Tables are read by the confirmed column `maps` of the deliverer that fit them, messages held against the official
    `schemas` when given. Known faults are held against the
    day of receipt, unless `terms` name another.
    """
    manifest, raw = session.manifest, read_session(session.folder, maps=maps, schemas=schemas)
    raw = raw if agreed is None else only_agreed(raw, agreed)
    held = terms or Terms()
    held = replace(held, today=held.today or date.fromisoformat(manifest.received_at[:10]))
    return assess(
        engine,
        raw,
        deliverer=manifest.deliverer,
        period=manifest.period,
        products=products,
        region=region,
        earlier=earlier,
        terms=held,
        places=places,
    )


def write_down(session: Session, result: CheckResult, sign: Callable[[bytes], bytes] | None = None) -> None:
    """Findings, reports and (signed) receipt in the session's folder; the receipt last.

    It names the rules and software that judged, which may be newer than those at the time of receipt.
    """
    manifest = session.manifest
    receipt = Receipt(
        session=manifest.session,
        verdict=result.verdict,
        tables=result.tables,
        findings=sum(result.counts.values()),
        sha256=content_hash(manifest.files),
        rule_set=rule_set(),
        received_at=manifest.received_at,
        files=manifest.files,
        software=software(),
        counts=result.counts,
    )
    page = report_html(result, manifest, explanation=explanation.read(session.folder / "received"))
    sheets = report_xlsx(result, manifest, Lang.NL)
    write_outcome(session.folder, result.findings, receipt, sheets, sign, report_page=page)


def accepted(deliveries: Path) -> list[Accepted]:
    """The sessions that count, by municipality and quarter; raises WorkspaceError when there is none."""
    found = []
    for manifest in current_sessions(deliveries):
        receipt = read_receipt(deliveries / manifest.session)
        if receipt is not None:
            codes = {finding.code for finding in read_findings(deliveries / manifest.session)}
            found.append(Accepted(manifest, receipt, tuple(sorted(codes))))
    if not found:
        raise WorkspaceError(
            Text(
                "Er is geen bruikbare aanlevering. Zet aanleveringen in 'inbox' of bekijk 'graadmeter status'.",
                "There is no usable delivery. Put deliveries in 'inbox' or see 'graadmeter status'.",
            )
        )
    return found
