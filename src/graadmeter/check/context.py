"""What a delivery is held against: who delivered, for which quarter, and what is already known."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

import pyarrow as pa

from graadmeter.domain.findings import Finding
from graadmeter.domain.periods import Period
from graadmeter.domain.products import Product
from graadmeter.domain.terms import Terms


@dataclass(frozen=True, slots=True)
class CheckContext:
    """Everything a check may know beside the rows themselves."""

    gemeente: str
    """GM code of the deliverer: GM0141."""
    quarter: Period
    """The quarter the delivery speaks of."""
    products: tuple[Product, ...] = ()
    """National list and the region's own; own entries go first."""
    code_lists: Mapping[str, Collection[str]] = field(default_factory=dict)
    """Valid codes by the id of their list; `catalogue.code_lists.code_lists()` fits."""
    wijken: frozenset[str] = frozenset()
    """WK codes of the deliverer in the workspace's vintage; empty = not known, and checks on them say 'unknown'."""
    providers: frozenset[str] = frozenset()
    """AGB codes of the region's providers; empty = not known, and checks on them say 'unknown'."""
    earlier: Mapping[str, pa.Table] = field(default_factory=dict)
    """Tables `eerder_...` as `check.earlier` makes them. An absent one is not known, an empty one is known as empty."""
    fictitious: bool = False
    """Whether the region is synthetic, so that BSNs nobody can have are right."""
    terms: Terms = field(default_factory=Terms)
    """What the region has agreed, and the days that decide what holds."""
    read_findings: tuple[Finding, ...] = ()
    """What the reader already found; they become part of the result and of its verdict."""
    unread: Mapping[str, int] = field(default_factory=dict)
    """Rows per raw table that the reader could not make a row of; they were delivered and are not used."""
    examples: int = 200
    """Findings of one check on one table that are written out; all are counted."""
    notes: int = 20
    """The same for findings that ask nothing of the deliverer."""
