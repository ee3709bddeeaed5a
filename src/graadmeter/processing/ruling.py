"""Youth help by the rules of others: inside for the region's own analyst, and for a release counted and protected."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pyarrow as pa

from graadmeter.catalogue.finality import stage_of
from graadmeter.catalogue.load_rules import rule_sets
from graadmeter.domain.counting_rules import Switches
from graadmeter.domain.finality import Stage
from graadmeter.domain.indicators import Indicator
from graadmeter.domain.periods import PeriodType, periods_between
from graadmeter.domain.policies import Policy
from graadmeter.domain.region import Region
from graadmeter.domain.rule_paths import RulePath, paths
from graadmeter.engine.opening import DEFAULT, open_engine
from graadmeter.engine.port import Engine
from graadmeter.measure.rules.delivered_years import delivered_years
from graadmeter.measure.rules.figures import RuleFigures
from graadmeter.measure.rules.flows import count_flows
from graadmeter.measure.rules.run import count_rules
from graadmeter.protect.by_rule.run import ProtectedRules, protect_rules
from graadmeter.store import records
from graadmeter.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Ruled:
    """Figures under every rule, not protected yet, and the ways between them by year."""

    counted: pa.Table
    ways: Mapping[int, tuple[RulePath, ...]]

    def without(self) -> "Ruled":
        """No new years: what is left is what was published before."""
        return Ruled(self.counted.slice(0, 0), {})


def count_ruled(engine: Engine, region: Region) -> Ruled:
    """The years delivered whole that are no longer provisional, by the rules of the catalogue; for `protect_ruled`."""
    years = [
        period.year
        for period in periods_between(region.first_quarter, region.last_quarter)
        if period.type is PeriodType.YEAR and stage_of(period, region.last_quarter) is not Stage.PROVISIONAL
    ]
    whole = delivered_years(engine, region, years)
    ways = {year: found for year in whole if (found := paths(rule_sets(), year))}
    return Ruled(count_flows(engine, ways, region), ways)


def protect_ruled(
    ruled: Ruled,
    cells: pa.Table,
    region: Region,
    indicators: Mapping[str, Indicator],
    policies: Mapping[str, Policy],
    *,
    edition: str,
    before: pa.Table,
) -> ProtectedRules:
    """What may be published of them beside these protected cells; years published `before` stay as they were."""
    return protect_rules(
        ruled.counted,
        ruled.ways,
        cells,
        region,
        indicators=indicators,
        policies=policies,
        edition=edition,
        before=before,
    )


def count_by_rules(workspace: Workspace, wanted: Iterable[Switches], *, engine: str = DEFAULT) -> RuleFigures:
    """Unprotected counts of youth help under these switches; for the region's own analyst, never for a release."""
    with open_engine(engine, scratch=str(workspace.warehouse / "spill")) as opened:
        records.register_model(opened, workspace.warehouse)
        return count_rules(opened, wanted, workspace.region)
