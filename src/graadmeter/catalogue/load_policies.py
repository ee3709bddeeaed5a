"""Loads the disclosure policies: one YAML file per policy in `policies/`."""

from datetime import date
from functools import cache
from importlib.resources.abc import Traversable
from typing import Any

from graadmeter.catalogue.units import read_yaml, text_of, unit_files
from graadmeter.domain.areas import Level
from graadmeter.domain.errors import CatalogueError
from graadmeter.domain.periods import PeriodType
from graadmeter.domain.policies import MoneyRule, Policy, Weights
from graadmeter.domain.text import Text


@cache
def policies() -> dict[str, Policy]:
    """Every policy by its id; raises CatalogueError when a file is incomplete or makes no sense."""
    loaded = [_checked(file, read_yaml(file)) for file in unit_files("policies", ".yaml")]
    return {policy.id: policy for policy in loaded}


def _checked(file: Traversable, content: dict[str, Any]) -> Policy:
    try:
        policy = policy_of(content)
    except (KeyError, TypeError, ValueError) as error:
        raise CatalogueError(
            Text(f"Beleid {file.name} klopt niet: {error}.", f"Policy {file.name} is not valid: {error}.")
        ) from error
    if policy.id != file.name.removesuffix(".yaml"):
        raise CatalogueError(
            Text(
                f"Beleid {file.name} heet van binnen '{policy.id}'.", f"Policy {file.name} calls itself '{policy.id}'."
            )
        )
    return policy


def policy_of(content: dict[str, Any]) -> Policy:
    """The policy that a mapping describes; raises KeyError, TypeError or ValueError when it does not."""
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
    )
    if policy.threshold < 1 or policy.interval < 1 or policy.money.interval_percent < 1:
        raise ValueError("threshold, interval and interval_percent must be at least 1")
    return policy


def _weights(content: dict[str, Any]) -> Weights:
    return Weights(
        levels={level: float(content["levels"][level.value]) for level in Level},
        periods={kind: float(content["periods"][kind.value]) for kind in PeriodType},
        total=float(content["total"]),
        latest=float(content["latest"]),
    )


def _day(value: object) -> date:
    if not isinstance(value, date):
        raise TypeError(f"'{value}' is not a date")
    return value
