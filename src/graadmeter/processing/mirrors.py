"""Counts every provider as if it were a municipality, and makes its mirror: the same definitions, the same engine."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.areas import Area, Level
from graadmeter.domain.cells import TOTAL
from graadmeter.domain.holdings import holding_of
from graadmeter.domain.indicators import Indicator, Measure, Population, Unit
from graadmeter.domain.joint_readers import JointReader
from graadmeter.domain.levels import AccessLevel, Audience
from graadmeter.domain.mirror import SEEN_NOTHING, SERIES
from graadmeter.domain.periods import quarter
from graadmeter.domain.region import Region
from graadmeter.domain.sources import COUNTABLE, has_column
from graadmeter.domain.status import CellStatus
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.engine.port import Engine
from graadmeter.measure.run import measure
from graadmeter.processing.beside_mirrors import Beside
from graadmeter.protect.audit.mirror import Attack, figures_of
from graadmeter.protect.figures.mirror import Key, Public, Reader, figures_by_series, mirror
from graadmeter.protect.figures.parts import reserved_by_rules
from graadmeter.release.closed import Part
from graadmeter.store import records
from graadmeter.store.workspace import Workspace

_OF_PROVIDERS = tuple(name for name in COUNTABLE if has_column(name, "aanbieder") and has_column(name, "gemeente"))
"""The model tables of which every row can be laid with a provider instead of a municipality."""
_CODES = "gm_aanbieders"


def mirror_parts(
    workspace: Workspace,
    indicators: Mapping[str, Indicator],
    cells: pa.Table,
    *,
    measured: pa.Table,
    edition: str,
    readers: Sequence[JointReader] = (),
) -> Iterator[Part]:
    """The part of every provider with figures, each audited. `cells` are the protected ones of the release.

    Who sees a mirror together with other parts (`readers`) knows what is `measured` of these. Raises DisclosureError
    when a part would tell of a peer.
    """
    region, policies = workspace.region, workspace.policies
    last = quarter(region.last_quarter).last_day
    owner = {one.provider: holding_of(workspace.concerns, one.provider, last) for one in workspace.concerns}
    for level in workspace.levels:
        if level.audience is Audience.PROVIDER:
            away = reserved_by_rules(indicators, policies, level.id, last)
            wanted = mirrored(level, {name: one for name, one in indicators.items() if name not in away})
            counted = _by_provider(wanted, workspace, edition=edition)
            threshold = max((policies[one.policy].threshold for one in wanted.values()), default=1)
            beside = Beside(readers, measured, region)
            yield from parts_of(level, counted, cells, region, owner=owner, threshold=threshold, beside=beside)


def mirrored(level: AccessLevel, indicators: Mapping[str, Indicator]) -> dict[str, Indicator]:
    """The indicators of a mirror, not broken down, without what providers have no rows of their own for."""
    found = {}
    for name in level.indicators or sorted(indicators):
        own = [
            replace(one, breakdowns=(), members={}, top=None)
            for one in (indicators[name].measures if name in indicators else ())
            if _is_own(one)
        ]
        if own:
            at = (Level.MUNICIPALITY,)
            found[name] = replace(indicators[name], measures=tuple(own), levels=at, breakdown_levels=at)
    return found


def _is_own(measure: Measure) -> bool:
    """Whether a provider's own rows are all that is needed: no inhabitants, households, rankings or amounts."""
    units = {count.of for count in measure.counts} | {measure.unit}
    return (
        measure.total
        and measure.top is None
        and not isinstance(measure.share_of, Population)
        and all(count.table in _OF_PROVIDERS for count in measure.counts)
        and not units & {Unit.HOUSEHOLDS, Unit.PROVIDERS, Unit.EURO}
    )


def parts_of(
    level: AccessLevel,
    counted: pa.Table,
    cells: pa.Table,
    region: Region,
    *,
    owner: Mapping[str, str],
    threshold: int,
    beside: Beside | None = None,
) -> Iterator[Part]:
    """The part of every provider in `counted` (MEASURED, with providers in the place of municipalities).

    `owner` is the holding of each provider that belongs to one, `beside` what readers of its mirror see besides.
    """
    if level.peers is None:
        return
    series, public = figures_by_series(counted), _public(cells, region)
    rows = figures_of(counted.to_pylist())
    told = {key: _told(one) for key, one in public.items()}
    for code in sorted({one.provider for every in series.values() for one in every if one.value}):
        seen = beside.of(code) if beside is not None else SEEN_NOTHING
        table = mirror(Reader(code, owner, seen), series, public, level.peers, threshold=threshold)
        report = Attack(code, level.peers, threshold, rows, told, owner, seen).on(table)
        report.require_passed(f"{level.audience.value}/{code}")
        yield Part(level, code, region.providers.get(code, code), None, report.as_json(), table)


def _public(cells: pa.Table, region: Region) -> dict[Key, Public]:
    """What the open release shows of the region, by series; and whose figures it shows by name."""
    shown = cells.filter(pc.and_(pc.equal(cells["area"], region.code), pc.is_valid(cells["value"])))
    shown = shown.filter(pc.not_equal(shown["status"], CellStatus.CARRIED.value))
    found: dict[Key, Public] = {}
    provider = SERIES.index("aanbieder")
    rows = zip(shown["value"].to_pylist(), zip(*(shown[name].to_pylist() for name in SERIES), strict=True), strict=True)
    for value, key in rows:
        total = (*key[:provider], TOTAL, *key[provider + 1 :])
        before = found.get(total, Public())
        if key[provider] == TOTAL:
            found[total] = replace(before, region=value)
        else:
            found[total] = replace(before, named=before.named | {key[provider]})
    return found


def _told(public: Public) -> dict[str, float]:
    """The same for the audit: the region under '', providers under their code."""
    own = {} if public.region is None else {"": public.region}
    return own | dict.fromkeys(public.named, 0.0)


def _by_provider(indicators: Mapping[str, Indicator], workspace: Workspace, *, edition: str) -> pa.Table:
    """MEASURED, with providers in the place of municipalities, from the stored model."""
    with DuckDBEngine(temp_directory=str(workspace.warehouse / "spill")) as engine:
        records.register_model(engine, workspace.warehouse)
        codes = _laid_by_provider(engine)
        return measure(engine, indicators, of_providers(workspace.region, codes), edition=edition)


def _laid_by_provider(engine: Engine) -> Sequence[str]:
    """Lays the rows of the model with their provider as municipality; the codes of all providers, ascending.

    What one municipality delivered is delivered for every provider: a provider has rows in all of them.
    """
    codes: set[str] = set()
    for name in _OF_PROVIDERS:
        rows = engine.query(f"SELECT * FROM {name} WHERE aanbieder IS NOT NULL")
        provider = rows["aanbieder"].cast(rows.schema.field("gemeente").type)
        engine.register(name, rows.set_column(rows.column_names.index("gemeente"), "gemeente", provider))
        codes |= set(provider.unique().to_pylist())
    engine.register(_CODES, pa.table({"code": pa.array(sorted(codes), pa.string())}))
    told = engine.query(f"SELECT l.*, a.code FROM levering l CROSS JOIN {_CODES} a")
    engine.unregister(_CODES)
    at = told.column_names.index("gemeente")
    engine.register("levering", told.set_column(at, "gemeente", told["code"]).drop_columns("code"))
    return sorted(codes)


def of_providers(region: Region, codes: Sequence[str]) -> Region:
    """The region with its providers as areas."""
    whole = Area(region.code, region.vintage, Level.REGION, region.name)
    areas = [Area(code, region.vintage, Level.MUNICIPALITY, code, region.code) for code in codes]
    return replace(region, areas=(whole, *areas), peer_groups=(), explanations=(), targets=(), providers={})
