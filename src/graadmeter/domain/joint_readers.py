"""Readers who see several parts of a release together: what they could combine is attacked as a whole."""

from collections.abc import Iterable
from dataclasses import dataclass

from graadmeter.domain.levels import Audience


@dataclass(frozen=True, slots=True, order=True)
class JointReader:
    """One person or organisation that gets more than one part."""

    name: str
    parts: tuple[tuple[Audience, str], ...]
    """Of each part whose readers it is made for and its code, in order: the folder it stands in."""

    def codes(self, audience: Audience) -> frozenset[str]:
        """The codes of the parts made for this audience."""
        return frozenset(code for kind, code in self.parts if kind is audience)


def municipalities_together(readers: Iterable[JointReader]) -> tuple[frozenset[str], ...]:
    """The municipalities that one reader sees together, each set once, in a fixed order.

    Who sees the part of the region sees every figure of every municipality: from him nothing can be kept.
    """
    found = {one.codes(Audience.MUNICIPALITY) for one in readers if not one.codes(Audience.REGION)}
    return tuple(sorted((codes for codes in found if len(codes) > 1), key=sorted))


def linked_parts(readers: Iterable[JointReader], provider: str) -> frozenset[tuple[Audience, str]]:
    """All parts seen by readers of this provider's mirror, and by readers of mirrors that these see too, and so on.

    A provider has one mirror for all its readers: mirrors that hang together must be told as if to one of them.
    """
    found = {(Audience.PROVIDER, provider)}
    waiting = list(readers)
    while True:
        near = [
            one
            for one in waiting
            if any(kind is Audience.PROVIDER and (kind, code) in found for kind, code in one.parts)
        ]
        if not near:
            return frozenset(found)
        found.update(part for one in near for part in one.parts)
        waiting = [one for one in waiting if one not in near]
