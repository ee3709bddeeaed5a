"""What an area was before: the areas that it was formed from when municipalities merged or wijken were recoded."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Predecessor:
    """One earlier area of which `area` holds the whole or a part since the first of January of a year."""

    area: str
    """The code of the area as it is now."""
    name: str
    """What the earlier one was called."""
    since: int
    """The first year of the area as it is now."""
    code: str = ""
    """The code of the earlier one, where it is known; codes are used again, so it means nothing without the year."""
