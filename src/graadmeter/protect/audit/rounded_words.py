"""Says what can be worked out of rounded figures, and which line of which policy would prevent it."""

from collections.abc import Sequence
from dataclasses import dataclass

from graadmeter.domain.errors import DisclosureError
from graadmeter.domain.policies import Policy
from graadmeter.domain.text import Text

_MOST = 5


@dataclass(frozen=True, slots=True)
class Known:
    """A small count that a reader works out too well."""

    name: str
    """Of the figure, and of the reader when he is no outsider."""
    indicator: str
    policy: Policy
    low: float
    high: float


class WorkedOutError(DisclosureError):
    """Figures are rounded as they should be, and a reader can work out a small count all the same."""


def too_well_known(known: Sequence[Known], *, cap: int, shown_before: bool) -> WorkedOutError:
    """The refusal, with the way out: the least `cap` with which nothing is known (0: none was found).

    What an earlier release rounded cannot be rounded otherwise any more (`figures.apart`); then no policy helps.
    """
    first, many = known[0], len(known)
    between = "; ".join(f"{one.name} ({one.low:.0f} - {one.high:.0f})" for one in known[:_MOST])
    names = ", ".join(sorted({one.indicator for one in known}))
    out = _way_out(names, first.policy, cap, shown_before=shown_before)
    return WorkedOutError(
        Text(
            f"Er wordt niets gepubliceerd: {many} kleine aantallen zijn na afronden te herleiden: {between}. {out.nl}",
            f"Nothing is published: {many} small counts can be worked out after rounding: {between}. {out.en}",
        )
    )


def _way_out(names: str, policy: Policy, cap: int, *, shown_before: bool) -> Text:
    if shown_before:
        return Text(
            f"Een eerdere uitgave toont deze cijfers met beleid {policy.id}, dat daarom vaststaat. Laat de "
            f"uitsplitsing van {names} weg, of het niveau 'gemeente' als alleen een gemeente ze kan herleiden.",
            f"An earlier release shows these figures by policy {policy.id}, which therefore stays. Leave out the "
            f"breakdown of {names}, or the level 'gemeente' if only a municipality can work them out.",
        )
    otherwise = Text(
        f"geef {names} een beleid met 'method: afschermen', of laat de uitsplitsing weg",
        f"give {names} a policy with 'method: afschermen', or leave the breakdown out",
    )
    if not cap:
        return Text(
            f"Een ruimere afronding helpt niet: {otherwise.nl}.", f"Wider rounding does not help: {otherwise.en}."
        )
    return Text(
        f"Zet in beleid/{policy.id}.yaml 'cap: {cap}' in plaats van {policy.cap}: dan kunnen grote aantallen verder "
        f"afwijken en is van deze cijfers niets te herleiden. Of {otherwise.nl}.",
        f"Put 'cap: {cap}' instead of {policy.cap} in beleid/{policy.id}.yaml: large counts may then be further off, "
        f"and nothing can be worked out from these figures. Or {otherwise.en}.",
    )
