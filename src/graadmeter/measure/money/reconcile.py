"""Claims beside what municipalities report to Iv3, per group of task fields, and what makes the difference.

Iv3 holds all spending; claims hold what providers claimed for single clients. Per group the difference is divided over
causes that are known, and a rest that is not; together they are the difference to the cent. Groups are those of
`catalogue.crosswalks`, which bridge the breaks of 2023 and 2025.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from graadmeter.catalogue.claim_groups import claim_groups
from graadmeter.domain.text import Text
from graadmeter.statistics.bennet import whole_parts


class Cause(StrEnum):
    """Why Iv3 and claims differ."""

    NEVER_CLAIMED = "zonder_declaraties"
    """The group is paid without claims per client: teams, policy, income, personal budgets."""
    NOT_DELIVERED = "niet_geleverde_kwartalen"
    """Quarters without delivered claims, at the mean of the delivered quarters of the year."""
    TO_COME = "nog_te_declareren"
    """Claims still to be expected for the year, by the estimate of incomplete quarters."""
    REST = "niet_verklaard"
    """Lump sums and subsidies to providers, personal budgets, overhead, years that were booked otherwise."""

    @property
    def label(self) -> Text:
        """What the cause is, in words."""
        return _LABELS[self]


_LABELS = {
    Cause.NEVER_CLAIMED: Text("taken zonder declaraties", "tasks without claims"),
    Cause.NOT_DELIVERED: Text("kwartalen zonder levering (geschat)", "quarters not delivered (estimated)"),
    Cause.TO_COME: Text("nog te declareren (geschat)", "claims still to come (estimated)"),
    Cause.REST: Text(
        "niet verklaard: lumpsum, subsidie, pgb, overhead, ander boekjaar",
        "not explained: lump sums, subsidies, personal budgets, overhead, other year",
    ),
}


@dataclass(frozen=True, slots=True)
class Year:
    """What is known of one area and year; eurocents."""

    spend: Mapping[str, int]
    """Iv3 by group."""
    claims: Mapping[str, int]
    """Claimed by group."""
    quarters: int
    """Quarters with delivered claims, 0 to 4."""
    to_come: int
    """Claims still to be expected."""


@dataclass(frozen=True, slots=True)
class GroupLine:
    """One group: Iv3, claims, and the causes of the difference, which add up to `spend - claims`."""

    group: str
    spend: int
    claims: int
    causes: Mapping[Cause, int]


_QUARTERS = 4


def reconcile(year: Year) -> Sequence[GroupLine]:
    """Every group that has spend or claims, by name."""
    claimed = {item.groep for item in claim_groups()}
    to_come = _divided(year.to_come, year.claims)
    lines = []
    for group in sorted(year.spend.keys() | year.claims.keys()):
        spend, claims = year.spend.get(group, 0), year.claims.get(group, 0)
        causes = dict.fromkeys(Cause, 0)
        if group in claimed or claims:
            if year.quarters:
                causes[Cause.NOT_DELIVERED] = round(claims * (_QUARTERS - year.quarters) / year.quarters)
            causes[Cause.TO_COME] = to_come.get(group, 0)
            causes[Cause.REST] = spend - claims - causes[Cause.NOT_DELIVERED] - causes[Cause.TO_COME]
        else:
            causes[Cause.NEVER_CLAIMED] = spend - claims
        lines.append(GroupLine(group, spend, claims, causes))
    return lines


def _divided(amount: int, over: Mapping[str, int]) -> dict[str, int]:
    """The amount in proportion to others, in whole cents that add up to it; nothing where the others are nothing."""
    positive = {name: value for name, value in over.items() if value > 0}
    total = sum(positive.values())
    return whole_parts({name: amount * value / total for name, value in positive.items()}, amount) if total else {}
