"""Which members of a dimension may carry one figure together: bands of age that touch, forms of help of one kind."""

from collections.abc import Sequence

from graadmeter.catalogue.code_lists import code_lists
from graadmeter.domain.slices import ON_REQUEST
from graadmeter.domain.text import Text

_LISTS = {"leeftijdsgroep": "LEEFTIJDSGROEP", "hulpvorm": "HULPVORM"}
"""The dimensions whose members can be taken together, and the code list of each."""


def mergeable_dimensions() -> tuple[str, ...]:
    """The dimensions whose members can be taken together."""
    return tuple(_LISTS)


def ordered_members(dimension: str, codes: Sequence[str]) -> tuple[str, ...]:
    """The codes in the order of their code list; raises ValueError with one that is not in it."""
    known = _known(dimension)
    return tuple(sorted(dict.fromkeys(codes), key=known.index))


def kin_of(dimension: str) -> dict[str, frozenset[str]]:
    """For each member, in the order of the code list, those that it may be joined with."""
    known = _known(dimension)
    return {
        code: frozenset(
            other
            for at, other in enumerate(known)
            if other != code and (abs(at - place) == 1 if dimension == "leeftijdsgroep" else other[0] == code[0])
        )
        for place, code in enumerate(known)
    }


def unlike(dimension: str, members: Sequence[str]) -> Text | None:
    """Why these members (in order of their code list) may not go together; None when they may.

    Ages go together when their bands touch. Forms of help go together when they are of one kind in the protocol
    Beleidsinformatie Jeugd of CBS, whose codes begin with it: 0 without residence, 1 with residence. All members of a
    dimension together are its total, and one is no group.
    """
    known = _known(dimension)
    if not 1 < len(members) < len(known):
        return Text("een groep is minstens twee en niet alle codes", "a group is at least two codes, and not all")
    if dimension == "leeftijdsgroep":
        first = known.index(members[0])
        if list(members) != known[first : first + len(members)]:
            return Text("deze leeftijden sluiten niet op elkaar aan", "these ages do not touch")
    elif len({code[0] for code in members}) > 1:
        return Text(
            "deze vormen zijn niet van een soort (met of zonder verblijf)",
            "these forms are not of one kind (with or without residence)",
        )
    return None


def _known(dimension: str) -> list[str]:
    """The codes that can be taken together, in the order of their list; the bands of elderly together are the total."""
    return [code for code in code_lists()[_LISTS[dimension]] if code not in ON_REQUEST.get(dimension, ())]
