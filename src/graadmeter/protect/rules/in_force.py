"""Which rules of the policies hold for a release: those of its readers, on the last day that it has figures of."""

from collections.abc import Mapping

from graadmeter.domain.disclosure_rules import Contributor
from graadmeter.domain.errors import CatalogueError
from graadmeter.domain.indicators import Indicator
from graadmeter.domain.periods import quarter
from graadmeter.domain.policies import Policy
from graadmeter.domain.region import Region
from graadmeter.domain.text import Text


def in_force(
    policies: Mapping[str, Policy], indicators: Mapping[str, Indicator], region: Region, access: str
) -> dict[str, Policy]:
    """The policies with only the rules that hold for a release of the region to these readers.

    Raises CatalogueError when a policy that an indicator uses holds no longer on the last day of the release.
    """
    day = quarter(region.last_quarter).last_day
    for name in sorted({one.policy for one in indicators.values()} & set(policies)):
        until = policies[name].valid_until
        if until is not None and until < day:
            raise CatalogueError(
                Text(
                    f"Beleid {name} geldt tot en met {until}; de cijfers lopen tot {day}. Leg nieuw beleid vast.",
                    f"Policy {name} holds until {until}; the figures run until {day}. Lay down a new policy.",
                )
            )
    return {name: policy.in_force(day, access) for name, policy in policies.items()}


def contributors_asked(policies: Mapping[str, Policy], indicators: Mapping[str, Indicator]) -> list[Contributor]:
    """Whose parts of amounts the rules look at of the policies that are used, in a fixed order."""
    used = {one.policy for one in indicators.values()}
    asked = {kind for name, policy in policies.items() if name in used for rule in policy.rules for kind in rule.among}
    return [kind for kind in Contributor if kind in asked]
