"""Groups of members of a dimension (age bands, care forms) that carry one figure together, kept over time."""

from dataclasses import dataclass

_JOINT = ".."
"""Stands between the members in the code of a group, and in no other code."""


def member_group_code(members: tuple[str, ...]) -> str:
    """The code of a group, which names its members: so that one code never means two things."""
    return _JOINT.join(members)


def members_of(code: str) -> tuple[str, ...]:
    """The members that a code stands for; none for a code that is no group."""
    return tuple(code.split(_JOINT)) if _JOINT in code else ()


@dataclass(frozen=True, slots=True)
class MemberGroup:
    """Members of one dimension that are published together, in the years for which the region decided so."""

    name: str
    """What readers see."""
    dimension: str
    members: tuple[str, ...]
    """Codes, in the order of the code list; at least two."""
    first_year: int
    last_year: int | None = None
    """None: until further notice."""

    @property
    def code(self) -> str:
        """The code of the group among those of its members."""
        return member_group_code(self.members)

    def holds_in(self, year: int) -> bool:
        """Whether the group is in force in a year."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)
