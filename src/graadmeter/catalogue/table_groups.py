"""Groups of raw tables that a check may hold for, so that a new table of a group is checked from its first day."""

from collections.abc import Iterable, Iterator, Mapping

from graadmeter.catalogue.layouts import layouts
from graadmeter.domain.checks import Example
from graadmeter.domain.layouts import Layout, Source

_OWN_CHECKS = frozenset({"voorziening", "bevolking"})
"""Tables of the quarter that checks name apart."""


def quarter_tables(*fields: str) -> tuple[str, ...]:
    """The tables of other domains that a municipality delivers per quarter and that have these fields, by name."""
    return tuple(name for name, layout in sorted(layouts().items()) if _of_quarter(layout) and _has(layout, fields))


def the_same(tables: Iterable[str]) -> Mapping[str, str]:
    """For `Check.also`: the rule holds for these tables as it stands."""
    return dict.fromkeys(tables, "")


def shown(tables: Iterable[str], **values: str) -> Iterator[Example]:
    """An example of one row with these values for each of the tables."""
    return (Example((values,), table=table) for table in tables)


def _of_quarter(layout: Layout) -> bool:
    own = layout.source is Source.CSV and layout.table not in _OWN_CHECKS
    return own and _has(layout, ("gemeente", "kwartaal"))


def _has(layout: Layout, fields: Iterable[str]) -> bool:
    return {field.name for field in layout.fields}.issuperset(fields)
