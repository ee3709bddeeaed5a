"""Never two methods on the same figures: what one rounds and another shows to the last digit is not rounded at all."""

from collections.abc import Mapping

from graadmeter.domain.errors import CatalogueError
from graadmeter.domain.indicators import Count, Indicator
from graadmeter.domain.policies import Method, Policy
from graadmeter.domain.text import Text


def rounded_indicators(indicators: Mapping[str, Indicator], policies: Mapping[str, Policy]) -> frozenset[str]:
    """The indicators whose counts are published as multiples of five."""
    return frozenset(name for name, one in indicators.items() if policies[one.policy].method is Method.CBS)


def require_one_method(indicators: Mapping[str, Indicator], policies: Mapping[str, Policy]) -> None:
    """Raises CatalogueError when indicators that count the same, or a share of it, are protected in two ways.

    Also when they are so through others: every indicator that hangs on another by a common count has its method.
    """
    seen: dict[Count, str] = {}
    root = {name: name for name in indicators}

    def top(name: str) -> str:
        while root[name] != name:
            name = root[name]
        return name

    for name in sorted(indicators):
        for count in (count for one in indicators[name].measures if not one.is_derived for count in one.counts):
            other = seen.setdefault(count, name)
            first, second = sorted((top(name), top(other)))
            root[second] = first
    method = {name: policies[one.policy].method for name, one in indicators.items()}
    for name in sorted(indicators):
        if method[name] is not method[top(name)]:
            raise _refusal(top(name), name, method)


def _refusal(one: str, other: str, method: Mapping[str, Method]) -> CatalogueError:
    told = f"{one} ({method[one].value}), {other} ({method[other].value})"
    return CatalogueError(
        Text(
            f"Twee manieren van afschermen op dezelfde cijfers: {told}. Ze tellen hetzelfde, of een deel ervan, "
            "rechtstreeks of via andere indicatoren. Geef ze beleid met dezelfde 'method'.",
            f"Two methods of protection on the same figures: {told}. They count the same, or a part of it, directly or "
            "through other indicators. Give them policies with the same 'method'.",
        )
    )
