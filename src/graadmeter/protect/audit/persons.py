"""What the persons behind trajectories tell of how few trajectories are left: nobody who gets help is without one."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from graadmeter.domain.cells import TOTAL
from graadmeter.domain.indicators import Unit
from graadmeter.domain.member_groups import members_of
from graadmeter.domain.text import Text
from graadmeter.protect.audit.figures import Figure, Spot, What


def told_by_persons(figures: Mapping[Spot, Figure]) -> list[Text]:
    """The small counts of trajectories that lie too near between their persons and what others leave of the total.

    What follows without any persons is for the attack to find. A total that an earlier release showed is known for
    good: what it tells cannot be taken back.
    """
    found = []
    for total, members in ((total, members) for total, members in _breakdowns(figures) if not total.earlier):
        rest = total.truth - sum(one.truth for one in members if one.known)
        hidden = {one.spot: _least(figures, one) for one in members if not one.known}
        spare = rest - sum(hidden.values())
        alone = rest - sum(_floor(one) for one in members if not one.known)
        found += [
            Text(
                f"{one.name}: er zijn niet meer personen dan trajecten, en dat zegt te veel van wat er overblijft",
                f"{one.name}: there are no more persons than trajectories, which tells too much of what is left",
            )
            for one in members
            if one.spot in hidden and one.sensitive and one.truth and spare < one.need <= alone
        ]
    return found


def _breakdowns(figures: Mapping[Spot, Figure]) -> Iterator[tuple[Figure, Sequence[Figure]]]:
    """Shown totals of trajectories, each with the members along one dimension where these add up to it."""
    parts: dict[tuple[Spot, str], list[Figure]] = defaultdict(list)
    for spot, figure in figures.items():
        what = spot.what
        plain = what.of.of is Unit.TRAJECTORIES and not (what.of.value or what.of.distinct)
        if plain and what.dimension != TOTAL and not members_of(what.member):
            parts[spot._replace(what=What(what.of)), what.dimension].append(figure)
    for (spot, _), members in parts.items():
        total = figures.get(spot)
        if total is not None and total.known and sum(one.truth for one in members) == total.truth:
            yield total, members


def _least(figures: Mapping[Spot, Figure], hidden: Figure) -> int:
    """What everybody knows a hidden count of trajectories to be at least."""
    what = hidden.spot.what
    persons = figures.get(hidden.spot._replace(what=what._replace(of=replace(what.of, of=Unit.PERSONS))))
    return persons.truth if persons is not None and persons.known else _floor(hidden)


def _floor(hidden: Figure) -> int:
    return min(hidden.floor, hidden.truth)
