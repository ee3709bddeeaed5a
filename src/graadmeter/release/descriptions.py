"""What a release says about itself: the definitions, labels and areas that its cells refer to, as JSON values."""

from collections.abc import Mapping, Sequence
from typing import Any

from graadmeter.catalogue.code_lists import code_lists
from graadmeter.catalogue.dimensions import DIMENSION_LABELS, dimension_members
from graadmeter.catalogue.finality import stage_of
from graadmeter.catalogue.load_rules import causes, rule_sets
from graadmeter.catalogue.norms import norms
from graadmeter.domain.areas import Level
from graadmeter.domain.comparison import Comparator, Direction, Judgement, Reason, Standing
from graadmeter.domain.disclosure_rules import Rule
from graadmeter.domain.estimates import Basis
from graadmeter.domain.finality import Stage
from graadmeter.domain.indicators import Count, Indicator, Measure, Population, Unit
from graadmeter.domain.member_groups import MemberGroup
from graadmeter.domain.periods import periods_between, quarter
from graadmeter.domain.policies import Method, Policy
from graadmeter.domain.region import Region
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Text

_UNITS = {
    Unit.PERSONS: Text("personen", "persons"),
    Unit.HOUSEHOLDS: Text("huishoudens", "households"),
    Unit.TRAJECTORIES: Text("trajecten", "trajectories"),
    Unit.PROVIDERS: Text("aanbieders", "providers"),
    Unit.NUMBER: Text("aantal", "number"),
    Unit.EURO: Text("euro", "euros"),
    Unit.DAYS: Text("dagen", "days"),
    Unit.BALANCE: Text("saldo", "balance"),
    Unit.RATIO: Text("per", "per"),
    Unit.EURO_PER: Text("euro per", "euros per"),
    Unit.INDEX: Text("index", "index"),
    Unit.PERCENT: Text("procent", "per cent"),
    Unit.PER_1000: Text("per 1.000 inwoners", "per 1,000 inhabitants"),
}


def catalogue(
    indicators: Mapping[str, Indicator],
    policies: Mapping[str, Policy],
    *,
    carrying: bool = False,
    merging: bool = False,
    member_groups: Sequence[MemberGroup] = (),
) -> dict[str, Any]:
    """Definitions of all indicators, how they are protected, and the labels of all codes in the cells.

    `carrying`: whether some figures are those of an earlier release, which the first release of a region cannot have;
    `merging`: whether the region has groups of wijken; `member_groups`: its groups of age bands and care forms.
    """
    used = {indicator.policy for indicator in indicators.values()}
    absent = {CellStatus.CARRIED: not carrying, CellStatus.MERGED: not (merging or member_groups)}
    statuses = [status for status in CellStatus if not absent.get(status)]
    levels = [level for level in Level if merging or level is not Level.WIJK_GROUP]
    return {
        "indicators": [_indicator(indicators[name]) for name in sorted(indicators)],
        "policies": {name: _policy(policies[name]) for name in sorted(used)},
        "dimensions": {
            name: {
                "label": _text(DIMENSION_LABELS[name]),
                "codes": {code: _text(label) for code, label in {**members, **_joint(member_groups, name)}.items()},
            }
            for name, members in dimension_members().items()
        },
        "units": {unit.value: _text(label) for unit, label in _UNITS.items()},
        "levels": {level.value: _text(level.label) for level in levels},
        "stages": {stage.value: _text(stage.label) for stage in Stage},
        "bases": {basis.value: _text(basis.label) for basis in Basis},
        "comparison": {
            "statuses": {reason.value: _text(reason.label) for reason in Reason},
            "classes": {standing.value: _text(standing.label) for standing in Standing},
            "directions": {direction.value: _text(direction.label) for direction in Direction},
            "judgements": {judgement.value: _text(judgement.label) for judgement in Judgement},
            "comparators": {comparator.value: _text(comparator.label) for comparator in Comparator},
        },
        "statuses": {status.value: _text(status.label) for status in statuses},
        "rules": _rules(),
        "norms": _norms(indicators),
        "interventions": {code: _text(one.label) for code, one in code_lists()["INTERVENTIE"].items()},
    }


def _joint(groups: Sequence[MemberGroup], dimension: str) -> dict[str, Text]:
    """What the groups of members of a dimension are called: as the region says, in English by their members."""
    labels = dimension_members()[dimension]
    return {
        one.code: Text(one.name, " and ".join(labels[member].en for member in one.members))
        for one in groups
        if one.dimension == dimension
    }


def _norms(indicators: Mapping[str, Indicator]) -> dict[str, Any]:
    """The norms that indicators are held against, and whether the text that sets them was seen."""
    groups = [indicator.metadata.groups for indicator in indicators.values()]
    used: set[str] = {name for group in groups for name in _listed(group.get("statistics", {}).get("norms"))}
    return {
        name: {
            "title": _text(norms()[name].title),
            "target_percent": norms()[name].target_percent,
            "source": norms()[name].source,
            "verified": norms()[name].verified,
        }
        for name in sorted(used)
    }


def _listed(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list | tuple) else []


def _rules() -> dict[str, Any]:
    """In words, without a figure, how others count and what makes the difference: see docs/counting-rules.md."""
    return {
        "sets": [
            {
                "id": rule.id,
                "title": _text(rule.title),
                "explanation": _text(rule.explanation),
                "source": rule.source,
                "own": sorted(rule.own),
            }
            for rule in rule_sets().values()
        ],
        "causes": [
            {"id": told.cause.value, "title": _text(told.title), "explanation": _text(told.explanation)}
            for told in causes().values()
        ],
    }


def region(region: Region) -> dict[str, Any]:
    """Name, quarters, areas and provider names of the region."""
    return {
        "name": region.name,
        "code": region.code,
        "vintage": region.vintage,
        "first_quarter": quarter(region.first_quarter).code,
        "last_quarter": quarter(region.last_quarter).code,
        "stages": _stages(region),
        "fictitious": region.fictitious,
        "areas": [
            {
                "code": area.code,
                "vintage": area.vintage,
                "level": area.level.value,
                "name": area.name,
                "parent": area.parent,
                "tile": list(area.tile),
                **({"parts": list(area.parts)} if area.parts else {}),
            }
            for area in region.areas
        ],
        "peer_groups": [{"name": one.name, "municipalities": list(one.municipalities)} for one in region.peer_groups],
        "providers": dict(region.providers),
        **_explanations(region),
        **_predecessors(region),
        **_targets(region),
    }


def _explanations(region: Region) -> dict[str, Any]:
    """What municipalities say of their figures; no key where none says anything."""
    found = [
        {
            "area": one.area,
            "indicator": one.indicator,
            "day": one.day.isoformat(),
            "signed": one.signed,
            "text": _text(one.text),
        }
        for one in region.explanations
    ]
    return {"explanations": found} if found else {}


def _predecessors(region: Region) -> dict[str, Any]:
    """From which earlier areas areas were formed; no key where the region tells of none."""
    found = [{"area": one.area, "since": one.since, "name": one.name, "code": one.code} for one in region.predecessors]
    return {"predecessors": found} if found else {}


def _targets(region: Region) -> dict[str, Any]:
    """What the region and its municipalities want figures to become; no key where nobody decided on anything."""
    found = [
        {
            "indicator": one.indicator,
            "unit": one.unit.value,
            "area": one.area,
            "bound": one.bound.value,
            "value": one.value,
            "period": one.period.code,
            "decided_by": one.decided_by,
            "source": _text(one.source),
        }
        for one in region.targets
    ]
    return {"targets": found} if found else {}


def _stages(region: Region) -> dict[str, str]:
    """How final each period is that is not final yet; a period that is not named is final."""
    of_period = {
        period.code: stage_of(period, region.last_quarter)
        for period in periods_between(region.first_quarter, region.last_quarter)
    }
    return {code: stage.value for code, stage in of_period.items() if stage is not Stage.FINAL}


def _indicator(indicator: Indicator) -> dict[str, Any]:
    return {
        "id": indicator.id,
        "version": indicator.version,
        "theme": indicator.theme,
        "title": _text(indicator.title),
        "counts_what": _text(indicator.counts_what),
        "says_not": _text(indicator.says_not),
        "definition": _text(indicator.definition),
        "sentence": _text(indicator.sentence),
        "caveats": [_text(caveat) for caveat in indicator.caveats],
        "source": indicator.source,
        "basis": indicator.metadata.basis.value,
        "metadata": {name: dict(fields) for name, fields in indicator.metadata.groups.items()},
        "polarity": indicator.polarity,
        "measures": [_measure(measure) for measure in indicator.measures],
        "levels": [level.value for level in indicator.levels],
        "breakdown_levels": [level.value for level in indicator.breakdown_levels],
        "periods": [period.value for period in indicator.periods],
        "policy": indicator.policy,
        "additive": list(indicator.additive),
    }


def _policy(policy: Policy) -> dict[str, Any]:
    """What a reader may know of the protection: the rules, not where they were applied."""
    return {
        "version": policy.version,
        "title": _text(policy.title),
        "reason": _text(policy.reason),
        "threshold": policy.threshold,
        "interval": policy.interval,
        "zeros_shown": policy.zeros_shown,
        "source": policy.source,
        **({"rules": [_rule(rule) for rule in policy.rules]} if policy.rules else {}),
        **({"method": policy.method.value} if policy.method is not Method.HIDE else {}),
        **({"cap": policy.cap} if policy.method is Method.ROUND else {}),
    }


def _rule(rule: Rule) -> dict[str, Any]:
    """Which rule holds and why; not its numbers, which would help to guess how far a hidden amount can be."""
    return {
        "rule": rule.kind.value,
        "source": rule.source,
        "valid_from": rule.valid_from.isoformat(),
        "valid_until": rule.valid_until.isoformat() if rule.valid_until is not None else None,
        "indicators": list(rule.indicators),
        "levels": [level.value for level in rule.levels],
    }


def _measure(measure: Measure) -> dict[str, Any]:
    return {
        "unit": measure.unit.value,
        "count": _count(measure.count),
        "share_of": _share_of(measure.share_of),
        "minus": None if measure.minus is None else _count(measure.minus),
        "statistic": measure.statistic or None,
        "method": measure.method or None,
        "words": None if measure.words is None else _text(measure.words),
        "fixed": dict(measure.fixed),
        "breakdowns": list(measure.breakdowns),
        "members": {name: list(codes) for name, codes in measure.members.items()},
        "split": list(measure.split),
        "total": measure.total,
        "additive": list(measure.additive),
        "top": measure.top,
    }


def _count(count: Count) -> dict[str, Any]:
    return {
        "of": count.of.value,
        "table": count.table,
        "where": count.where,
        "age": count.age.value,
        "moment": count.moment.value,
        "dates": [count.start, *count.ends] if count.start else [],
        "value": count.value or None,
        "distinct": count.distinct or None,
    }


def _share_of(base: Count | Population | None) -> dict[str, Any] | None:
    if isinstance(base, Population):
        return {"of": "inwoners", "age": base.age.value}
    return None if base is None else _count(base)


def _text(text: Text) -> dict[str, str]:
    return {"nl": text.nl, "en": text.en}
