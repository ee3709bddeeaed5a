"""Who owns whom: providers that belong to one holding (concern), from one day to another."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Ownership:
    """A provider that belongs to a holding."""

    provider: str
    """AGB code."""
    holding: str
    """What the region calls the holding."""
    valid_from: date
    valid_until: date | None = None


def holding_of(owned: Iterable[Ownership], provider: str, day: date) -> str:
    """The holding of a provider on a day; the provider itself when none is known."""
    for one in owned:
        if one.provider == provider and one.valid_from <= day <= (one.valid_until or date.max):
            return one.holding
    return provider
