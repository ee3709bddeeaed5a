"""Builds a release: from protected cells and what explains them to a published, immutable folder."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.compare.by_rule import compare_by_rule
from graadmeter.compare.run import Public, compare
from graadmeter.domain.cells import KEY_COLUMNS, PUBLISHED
from graadmeter.domain.deliveries import Accepted
from graadmeter.domain.estimates import ESTIMATES
from graadmeter.domain.indicators import Indicator
from graadmeter.domain.interventions import STARTS
from graadmeter.domain.policies import Policy
from graadmeter.domain.region import Region
from graadmeter.engine.arrow import schema_of, shaped
from graadmeter.evaluate.run import evaluate
from graadmeter.protect.by_rule.run import ProtectedRules
from graadmeter.protect.figures.apart import additive_indicators
from graadmeter.protect.figures.estimates import visible_estimates
from graadmeter.protect.figures.one_method import rounded_indicators
from graadmeter.release import descriptions, guard, places
from graadmeter.release.audit_text import audit_markdown
from graadmeter.release.changes import changes
from graadmeter.release.definition_changes import definition_changes
from graadmeter.release.edition import Inputs
from graadmeter.release.formats import csv_bytes, json_bytes, parquet_bytes
from graadmeter.release.inhabitants import inhabitants
from graadmeter.release.manifest import delivery_list, manifest
from graadmeter.release.publish import publish
from graadmeter.release.read import Release


@dataclass(frozen=True, slots=True)
class Draft:
    """All that goes into a release; nothing here has been written yet."""

    cells: pa.Table
    """Protected cells (PUBLISHED)."""
    audit: Mapping[str, object]
    """The report of the disclosure audit, as JSON values."""
    measured: pa.Table
    """Unprotected cells (MEASURED); only the guard looks at them, and who lists the inhabitants, which are public."""
    lineage: pa.Table
    indicators: Mapping[str, Indicator]
    policies: Mapping[str, Policy]
    region: Region
    inputs: Inputs
    deliveries: Sequence[Accepted]
    estimates: pa.Table = field(default_factory=lambda: schema_of(ESTIMATES).empty_table())
    """Unprotected estimates of final figures (ESTIMATES); only those that follow from published figures go out."""
    starts: pa.Table = field(default_factory=lambda: schema_of(STARTS).empty_table())
    """Since when municipalities have which kind of intervention (STARTS)."""
    public: Public = field(default_factory=Public)
    """What others publish, to compare with."""
    by_rule: ProtectedRules = field(default_factory=ProtectedRules.none)
    """Protected figures under several counting rules, and how they were attacked."""
    day: date | None = None
    """When the release is made, as it is told; it stands in the manifest and nowhere else."""

    @property
    def thresholds(self) -> dict[str, int]:
        """The smallest publishable count of each indicator."""
        return {name: self.policies[one.policy].threshold for name, one in self.indicators.items()}

    @property
    def in_fives(self) -> frozenset[str]:
        """The indicators whose counts are published as multiples of five."""
        return rounded_indicators(self.indicators, self.policies)

    @property
    def additive(self) -> frozenset[str]:
        """The indicators whose counts are rounded such that totals add up."""
        return additive_indicators(self.indicators, self.policies)

    @property
    def exact_estimates(self) -> pa.Table:
        """The estimates but those of rounded figures: an estimate beside one would say that it is the true count."""
        own = pc.is_in(self.estimates["indicator"], pa.array(sorted(self.additive), pa.string()))
        return self.estimates.filter(pc.invert(own))


def build(releases: Path, draft: Draft, *, previous: Release | None) -> Path:
    """The folder `releases/<edition>`, published in one step.

    Raises DisclosureError when a file would show a person or a small count, ReleaseError when the edition exists.
    """
    before = previous.edition if previous else ""
    edition = draft.inputs.edition(before)
    files = contents(draft, previous=previous)
    number = int(previous.manifest["number"]) + 1 if previous else 1
    own_words = manifest(edition, number=number, previous=before, inputs=draft.inputs, files=files, day=draft.day)
    whole = {**files, places.MANIFEST: json_bytes(own_words)}
    guard.inspect(
        whole,
        thresholds=draft.thresholds,
        measured=draft.measured,
        in_fives=draft.in_fives,
        additive=draft.additive,
    )
    return publish(releases, edition, whole)


def contents(draft: Draft, *, previous: Release | None) -> dict[str, bytes]:
    """The bytes of every file but the manifest, by path in the folder."""
    cells = shaped(draft.cells, PUBLISHED).sort_by([(name, "ascending") for name in KEY_COLUMNS])
    persons = inhabitants(draft.measured, draft.indicators)
    compared = compare(cells, persons, draft.indicators, draft.region, draft.public)
    estimates = visible_estimates(draft.exact_estimates, cells, draft.thresholds, draft.region.vintage)
    by_rule = compare_by_rule(draft.by_rule.table, draft.public.by_rule)
    evaluated = evaluate(cells, persons, draft.starts, draft.region)
    catalogue = _catalogue(draft, carrying=previous is not None)
    audit = {**draft.audit, "counting_rules": draft.by_rule.report}
    return {
        places.CELLS: parquet_bytes(cells),
        places.CELLS_CSV: csv_bytes(cells),
        places.CATALOGUE: json_bytes(catalogue),
        places.REGION: json_bytes(descriptions.region(draft.region)),
        places.LINEAGE: parquet_bytes(draft.lineage),
        places.DELIVERIES: json_bytes(delivery_list(draft.deliveries)),
        places.CHANGES: csv_bytes(_changes(cells, draft, previous)),
        places.DEFINITION_CHANGES: csv_bytes(definition_changes(catalogue, previous.catalogue if previous else None)),
        places.COMPLETENESS: parquet_bytes(estimates),
        places.INHABITANTS: parquet_bytes(persons),
        places.COMPARISON: parquet_bytes(compared.table),
        places.COMPARISON_CSV: csv_bytes(compared.table),
        places.NEIGHBOURS: csv_bytes(compared.neighbours),
        places.RULES: parquet_bytes(draft.by_rule.table),
        places.RULES_CSV: csv_bytes(draft.by_rule.table),
        places.RULE_COMPARISON: parquet_bytes(by_rule),
        places.RULE_COMPARISON_CSV: csv_bytes(by_rule),
        places.INTERVENTIONS: parquet_bytes(evaluated.results),
        places.INTERVENTIONS_CSV: csv_bytes(evaluated.results),
        places.INTERVENTION_COURSE: parquet_bytes(evaluated.course),
        places.AUDIT_JSON: json_bytes(audit),
        places.AUDIT_TEXT: audit_markdown(audit).encode(),
    }


def _catalogue(draft: Draft, *, carrying: bool) -> dict[str, Any]:
    return descriptions.catalogue(
        draft.indicators,
        draft.policies,
        carrying=carrying,
        merging=bool(draft.region.groups),
        member_groups=draft.region.member_groups,
    )


def _changes(cells: pa.Table, draft: Draft, previous: Release | None) -> pa.Table:
    now = {one.manifest.session: one.manifest.deliverer for one in draft.deliveries}
    before = {entry["session"]: entry["deliverer"] for entry in previous.deliveries} if previous else {}
    old = previous.cells if previous else None
    return changes(cells, old, region=draft.region, now=now, before=before)
