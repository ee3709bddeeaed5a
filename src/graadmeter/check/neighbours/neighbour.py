"""What a neighbour is: rows found by key, made from the usable rows of this delivery and from earlier ones."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

import pyarrow as pa

from graadmeter.check.context import CheckContext


class Rows(Protocol):
    """The tables neighbours are made from."""

    context: CheckContext

    def now(self, table: str) -> pa.Table:
        """The usable rows of this delivery, as `check.view` shapes them."""
        ...

    def earlier(self, table: str) -> pa.Table:
        """The rows of earlier deliveries, shaped as `check.earlier_tables`; empty when not known."""
        ...

    def all(self, table: str) -> pa.Table:
        """Both, with the columns of `check.earlier_tables`, earlier ones first."""
        ...

    def neighbour(self, name: str) -> pa.Table:
        """The rows of another neighbour."""
        ...


@dataclass(frozen=True, slots=True)
class Neighbour:
    """One neighbour: at most one row of it belongs to a row."""

    name: str
    meaning: str
    on: tuple[str, ...]
    """Fields of the row."""
    make: Callable[[Rows], pa.Table]
    """The neighbour's rows; its first columns are the key, in the order of `on`."""
    columns: Mapping[str, str]
    """What may be named: column and meaning."""
