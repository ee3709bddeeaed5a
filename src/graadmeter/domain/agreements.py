"""Agreements on delivery: who may hand in which tables, why, on which ground, who sees what, how long it stays."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from graadmeter.domain.errors import DeliveryRefusedError
from graadmeter.domain.periods import parse_period
from graadmeter.domain.text import Text

_YEAR = 12


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement, as the workspace states it."""

    name: str
    deliverers: frozenset[str]
    """Codes: GM0141 for a municipality, AGB code for a provider."""
    tables: Mapping[str, int]
    """Raw table -> months that what was stored of it is kept after the end of its period."""
    received: int
    """The same for the bytes as they were received."""
    purpose: str
    legal_basis: str
    access: Mapping[str, str]
    """Who (such as 'openbaar') -> the finest level they may see: regio, gemeente, wijk or persoon."""
    valid_from: date
    valid_until: date
    """Last day."""

    def holds_for(self, deliverer: str, day: date) -> bool:
        """Whether `deliverer` may hand something in under it on `day`."""
        return deliverer in self.deliverers and self.valid_from <= day <= self.valid_until


@dataclass(frozen=True, slots=True)
class Agreements:
    """All agreements of a workspace, in their order."""

    all: tuple[Agreement, ...]

    def permit(self, deliverer: str, day: date) -> None:
        """Raises DeliveryRefusedError, with the reason, when no agreement covers what `deliverer` hands in on `day`."""
        if any(one.holds_for(deliverer, day) for one in self.all):
            return
        own = [one for one in self.all if deliverer in one.deliverers]
        raise DeliveryRefusedError(_expired(deliverer, day, own) if own else _NONE.fill(deliverer=deliverer))

    def tables_of(self, deliverer: str, day: date) -> frozenset[str]:
        """The raw tables that may be used of what `deliverer` handed in on `day`."""
        return frozenset(table for one in self.all if one.holds_for(deliverer, day) for table in one.tables)

    def terms_of(self, deliverer: str) -> tuple[int, Mapping[str, int]]:
        """Months that received bytes are kept, and months per table; the longest of the deliverer's agreements.

        Agreements that have ended keep setting terms. Without any, nothing may be kept: 0 months.
        """
        own = [one for one in self.all if deliverer in one.deliverers]
        tables = {table: max(one.tables.get(table, 0) for one in own) for one in own for table in one.tables}
        return max((one.received for one in own), default=0), tables


def kept_until(period: str, months: int) -> date:
    """The first day on which what was kept `months` after the end of `period` is past its term."""
    end = parse_period(period).last_day
    month = end.year * _YEAR + end.month + months
    return date(month // _YEAR, month % _YEAR + 1, 1)


def _expired(deliverer: str, day: date, own: list[Agreement]) -> Text:
    terms = ", ".join(f"'{one.name}' ({one.valid_from.isoformat()} - {one.valid_until.isoformat()})" for one in own)
    return _NOT_NOW.fill(deliverer=deliverer, day=day.isoformat(), terms=terms)


_NONE = Text(
    "Er is geen afspraak met {deliverer}. Er is niets ontvangen. Leg in afspraken.yaml vast wat {deliverer} mag "
    "aanleveren en lever opnieuw.",
    "There is no agreement with {deliverer}. Nothing was received. State in afspraken.yaml what {deliverer} may "
    "deliver, and deliver again.",
)
_NOT_NOW = Text(
    "Er is geen afspraak met {deliverer} die geldt op {day}; wel: {terms}. Er is niets ontvangen. Verleng de afspraak "
    "in afspraken.yaml en lever opnieuw.",
    "There is no agreement with {deliverer} that holds on {day}; there is: {terms}. Nothing was received. Extend the "
    "agreement in afspraken.yaml and deliver again.",
)
