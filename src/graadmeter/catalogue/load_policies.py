"""Loads the disclosure policies: one YAML file per policy in `policies/`."""

from datetime import date
from functools import cache
from typing import Any

from graadmeter.catalogue.member_kin import mergeable_dimensions
from graadmeter.catalogue.policy_rules import read_rules
from graadmeter.catalogue.units import read_yaml, text_of, unit_files
from graadmeter.domain.areas import Level
from graadmeter.domain.errors import CatalogueError
from graadmeter.domain.periods import PeriodType
from graadmeter.domain.policies import MemberMerging, Merging, Method, MoneyRule, Policy, Weights
from graadmeter.domain.text import Text

_KEYS = (
    *("id", "version", "title", "reason", "source", "valid_from", "valid_until", "threshold", "interval"),
    *(
        "zeros_shown",
        "complement",
        "money",
        "fallback",
        "weights",
        "merging",
        "member_merging",
        "rules",
        "method",
        "cap",
    ),
)


_LEAST_ROUNDED = 5


@cache
def policies() -> dict[str, Policy]:
    """Every policy by its id; raises CatalogueError when a file is incomplete or makes no sense."""
    loaded = [named(file.name, read_yaml(file)) for file in unit_files("policies", ".yaml")]
    return {policy.id: policy for policy in loaded}


def named(name: str, content: dict[str, Any]) -> Policy:
    """The policy in the file called `name`; raises CatalogueError when it is not valid or has another name inside."""
    try:
        policy = policy_of(content)
    except (KeyError, TypeError, ValueError) as error:
        raise CatalogueError(
            Text(f"Beleid {name} klopt niet: {error}.", f"Policy {name} is not valid: {error}.")
        ) from error
    if policy.id != name.removesuffix(".yaml"):
        raise CatalogueError(
            Text(f"Beleid {name} heet van binnen '{policy.id}'.", f"Policy {name} calls itself '{policy.id}'.")
        )
    return policy


def policy_of(content: dict[str, Any]) -> Policy:
    """The policy that a mapping describes; raises KeyError, TypeError or ValueError when it does not."""
    for key in content:
        if key not in _KEYS:
            raise ValueError(f"'{key}' is not one of {', '.join(_KEYS)}")
    policy = Policy(
        id=content["id"],
        version=content["version"],
        title=text_of(content["title"]),
        reason=text_of(content["reason"]),
        source=content["source"].strip(),
        valid_from=_day(content["valid_from"]),
        valid_until=_day(content["valid_until"]) if content["valid_until"] is not None else None,
        threshold=content["threshold"],
        interval=content["interval"],
        zeros_shown=content["zeros_shown"],
        complement=content["complement"],
        money=MoneyRule(**content["money"]),
        fallback=Level(content["fallback"]) if content["fallback"] is not None else None,
        weights=_weights(content["weights"]),
        merging=_merging(content["merging"]) if content.get("merging") is not None else None,
        member_merging=_member_merging(content["member_merging"])
        if content.get("member_merging") is not None
        else None,
        rules=read_rules(str(content["id"]), content.get("rules", [])),
        method=Method(content.get("method", Method.HIDE)),
        cap=content.get("cap", 0),
    )
    _require_roundable(policy)
    if policy.method is Method.CBS and policy.threshold < _LEAST_ROUNDED:
        raise ValueError("method cbs needs a threshold of at least 5: smaller counts would become 0")
    if policy.threshold < 1 or policy.interval < 1 or policy.money.interval_percent < 1:
        raise ValueError("threshold, interval and interval_percent must be at least 1")
    return policy


def _require_roundable(policy: Policy) -> None:
    """What method afronden needs: room to bring totals together, and no rule that hides figures."""
    if policy.method is not Method.ROUND:
        if policy.cap:
            raise ValueError("'cap' belongs to method afronden")
        return
    if policy.cap < policy.threshold - 1:
        raise ValueError("method afronden needs a cap of at least the threshold less 1: a small count moves that far")
    merging = policy.merging is not None or policy.member_merging is not None
    if policy.rules or merging or not policy.zeros_shown:
        raise ValueError("method afronden goes without rules and merging, and with zeros_shown")


def _weights(content: dict[str, Any]) -> Weights:
    return Weights(
        levels=_by_level(content["levels"]),
        periods={kind: float(content["periods"][kind.value]) for kind in PeriodType},
        total=float(content["total"]),
        latest=float(content["latest"]),
    )


def _merging(content: dict[str, Any]) -> Merging:
    merging = Merging(Level(content["level"]), tuple(content.get("indicators", ())))
    if merging.level is not Level.WIJK:
        raise ValueError("merging: only areas of the level wijk can be merged")
    return merging


def _member_merging(content: dict[str, Any]) -> MemberMerging:
    levels = tuple(Level(name) for name in content["levels"])
    merging = MemberMerging(tuple(content["dimensions"]), levels, tuple(content.get("indicators", ())))
    if not merging.dimensions or not set(merging.dimensions) <= set(mergeable_dimensions()):
        raise ValueError(f"member_merging: dimensions are some of {', '.join(mergeable_dimensions())}")
    if not levels or not set(levels) <= {Level.REGION, Level.MUNICIPALITY}:
        raise ValueError("member_merging: levels are regio, gemeente or both")
    return merging


def _by_level(content: dict[str, Any]) -> dict[Level, float]:
    """The weight of every level; a group of wijken weighs what a wijk weighs where nothing else is said."""
    return {level: float(content[level.value]) for level in Level if level is not Level.WIJK_GROUP} | {
        Level.WIJK_GROUP: float(content.get(Level.WIJK_GROUP.value, content[Level.WIJK.value]))
    }


def _day(value: object) -> date:
    if not isinstance(value, date):
        raise TypeError(f"'{value}' is not a date")
    return value
