"""Protecting everything that one run tells: the open cells, figures by other rules, and parts for insiders."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow as pa

from graadmeter.domain.indicators import Indicator
from graadmeter.domain.policies import Policy
from graadmeter.domain.progress import Progress
from graadmeter.domain.region import Region
from graadmeter.processing.additive import Additive
from graadmeter.processing.parts import Levels
from graadmeter.processing.ruling import Ruled, protect_ruled
from graadmeter.protect.audit.fives import require_rounded
from graadmeter.protect.by_rule.run import ProtectedRules
from graadmeter.protect.figures.apart import require_never_otherwise
from graadmeter.protect.figures.fives import as_if_exact, in_fives
from graadmeter.protect.figures.listed import as_if_listed, without_hidden_providers
from graadmeter.protect.figures.one_method import require_one_method, rounded_indicators
from graadmeter.protect.grid.group_rows import with_groups
from graadmeter.protect.grid.member_rows import with_member_groups
from graadmeter.protect.outcome import ProtectedRelease
from graadmeter.protect.request import Request
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
    hidden: Path,
    edition: str,
    progress: Progress,
    processes: int,
    secret: bytes,
) -> Safe:
    """The protected figures after the `releases` before, of which `hidden` has what they hid.

    Raises what `protect.run.protect` raises.

    Figures by other rules are not proven to hold against insiders, nor beside counts that are rounded with the
    `secret`: where there are any of these, no new year of them is told.
    """
    require_one_method(indicators, policies)
    require_never_otherwise(indicators, policies, read.roundings_before(releases))
    own = with_member_groups(measured, indicators, policies, region)
    cells, place = with_groups(own, indicators, policies, region), region.with_groups()
    before = as_if_listed(read.shown_before(releases, hidden), cells)
    request = Request(
        cells,
        indicators,
        policies,
        place,
        earlier=before,
        insiders=levels.insiders,
        together=levels.together,
        joined=levels.joined,
        withstood=levels.withstood,
        contributions=contributions,
    )
    additive = Additive.of(request, secret=secret)
    rest = additive.rest_of(cells)
    known = as_if_exact(additive.before_of_rest(before), rest, indicators, policies)
    protected = protect(replace(request, measured=rest, earlier=known), progress, processes=processes)
    protected = additive.beside(published_as_asked(protected, rest, indicators, policies))
    protected = replace(protected, cells=without_hidden_providers(protected.cells))
    may_tell = ruled if levels.insiders is None and not additive.chosen else ruled.without()
    told = read.rules_before(releases)
    by_rule = protect_ruled(may_tell, protected.cells, place, indicators, policies, edition=edition, before=told)
    return Safe(protected, by_rule, cells, place)


def published_as_asked(
    protected: ProtectedRelease, measured: pa.Table, indicators: Mapping[str, Indicator], policies: Mapping[str, Policy]
) -> ProtectedRelease:
    """The protected figures as their policies publish them: rounded where they say so, and audited again."""
    chosen = rounded_indicators(indicators, policies)
    if not chosen:
        return protected
    shown = in_fives(protected.cells, measured, indicators, policies)
    require_rounded(shown, protected.cells, measured, indicators, policies=policies, chosen=chosen)
    return replace(protected, cells=shown, audit={**protected.audit, "in_multiples_of_five": sorted(chosen)})
