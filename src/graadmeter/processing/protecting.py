"""Protecting everything that one run tells: the open cells, figures by other rules, and parts for insiders."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from graadmeter.domain.indicators import Indicator
from graadmeter.domain.policies import Policy
from graadmeter.domain.progress import Progress
from graadmeter.domain.region import Region
from graadmeter.processing.parts import Levels
from graadmeter.processing.ruling import Ruled, protect_ruled
from graadmeter.protect.by_rule.run import ProtectedRules
from graadmeter.protect.group_rows import with_groups
from graadmeter.protect.outcome import ProtectedRelease
from graadmeter.protect.run import protect
from graadmeter.release import read


@dataclass(frozen=True, slots=True)
class Safe:
    """What may be told, and to whom."""

    cells: ProtectedRelease
    by_rule: ProtectedRules
    measured: pa.Table
    """Unprotected cells, those of groups of wijken among them."""
    region: Region
    """With those groups."""


def protect_all(
    measured: pa.Table,
    ruled: Ruled,
    region: Region,
    levels: Levels,
    *,
    indicators: Mapping[str, Indicator],
    policies: Mapping[str, Policy],
    contributions: pa.Table,
    releases: Path,
    edition: str,
    progress: Progress,
    processes: int,
) -> Safe:
    """The protected figures after the `releases` before. Raises what `protect.run.protect` raises.

    Figures by other rules are not proven to hold against insiders: where there are any, no new year of them is told.
    """
    cells, place = with_groups(measured, indicators, policies, region), region.with_groups()
    protected = protect(
        cells,
        indicators,
        policies,
        place,
        progress,
        earlier=read.shown_before(releases),
        insiders=levels.insiders,
        withstood=levels.withstood,
        contributions=contributions,
        processes=processes,
    )
    may_tell = ruled if levels.insiders is None else ruled.without()
    told = read.rules_before(releases)
    by_rule = protect_ruled(may_tell, protected.cells, place, indicators, policies, edition=edition, before=told)
    return Safe(protected, by_rule, cells, place)
