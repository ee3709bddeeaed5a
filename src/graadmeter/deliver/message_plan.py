"""Turns delivery layouts into plans for walking a message: which element fills which column, decided once per message.

Nothing here knows a particular message; the layouts say it all. A message is read at three depths: what it says once
(header, claim), what it says per client (the `group`: the last `Client` on the way to the record), and per record.
"""

from dataclasses import dataclass
from functools import cache
from itertools import count

from graadmeter.catalogue.layouts import layouts
from graadmeter.deliver.message_codes import BERICHTCODES, RELEASE
from graadmeter.deliver.message_steps import Step, StepTree, Tags
from graadmeter.domain.layouts import Layout, Source

NAMESPACE = "http://www.istandaarden.nl/i{domain}/{release}/{schema}/schema"
GROUP = "Client"
HEADER = (
    "Header/BerichtCode",
    "Header/BerichtVersie",
    "Header/BerichtSubversie",
    "Header/Afzender",
    "Header/Ontvanger",
)
"""Read from every message."""
_FIXED = {"-": "domein", "#": "bericht"}
"""What a message is, by the path that stands for it."""


@dataclass(frozen=True, slots=True)
class TablePlan:
    """How one raw table is filled from one message."""

    layout: Layout
    group: tuple[Tags, ...]
    """Path from Bericht to the group; empty when the record stands outside any."""
    records: tuple[tuple[Tags, ...], ...]
    """Paths from the group to the record."""
    group_steps: dict[str, Step]
    record_steps: dict[str, Step]
    width: int
    """Slots of a row: first the columns in order, then one per inner element."""
    from_message: tuple[tuple[int, int], ...]
    """(column, slot among what the message says once)."""
    fixed: tuple[tuple[int, str], ...]
    """(column, `domein`, `gemeente`, `aanbieder` or `bericht`)."""
    present: int
    """Without a group: the slot that is filled when the message has the record."""


@dataclass(frozen=True, slots=True)
class MessagePlan:
    """How one message of one domain is read."""

    domain: str
    message: str
    code: str
    header: tuple[int, ...]
    """Slots of HEADER, in its order."""
    steps: dict[str, Step]
    width: int
    tables: tuple[TablePlan, ...]

    @property
    def label(self) -> str:
        """How people call the message: JW301."""
        return f"{self.domain.upper()}{self.message}"


@cache
def message_plans() -> dict[str, MessagePlan]:
    """Every plan by the name of its root element."""
    plans = [_message_plan(domain, message) for domain, codes in BERICHTCODES.items() for message in codes]
    return {f"{{{_namespace(plan.domain, plan.label.lower())}}}Bericht": plan for plan in plans}


def _namespace(domain: str, schema: str) -> str:
    return NAMESPACE.format(domain=domain, release=RELEASE, schema=schema)


def _message_plan(domain: str, message: str) -> MessagePlan:
    namespaces = (_namespace(domain, domain + message), _namespace(domain, "basisschema"))
    slots = count()
    once = StepTree(namespaces, slots)
    header = tuple(once.leaf(path) for path in HEADER)
    found = [layout for layout in layouts().values() if layout.source is Source.XML and message in layout.messages]
    tables = tuple(_table_plan(layout, namespaces, once) for layout in found)
    return MessagePlan(domain, message, BERICHTCODES[domain][message], header, once.steps, next(slots), tables)


def _table_plan(layout: Layout, namespaces: tuple[str, str], once: StepTree) -> TablePlan:
    paths = [record.split("/") for record in layout.records]
    path = paths[0]
    depth = len(path) - path[::-1].index(GROUP) if GROUP in path else 0
    prefix = "/".join(["", *path[:depth], ""]) if depth else layout.record
    slots = count(len(layout.fields))
    group, record = StepTree(namespaces, slots), StepTree(namespaces, slots)
    from_message, fixed = [], []
    for column, field in enumerate(layout.fields):
        if field.path[0] in "-@#":
            fixed.append((column, field.path[1:] or _FIXED[field.path]))
        elif field.path[0] == "^":
            group.leaf(field.path[1:], column)
        elif depth and field.path.startswith(prefix):
            group.leaf(field.path.removeprefix(prefix), column)
        elif field.path[0] == "/":
            from_message.append((column, once.leaf(field.path[1:])))
        elif depth:
            record.leaf(field.path, column)
        else:
            from_message.append((column, once.leaf(f"{layout.record}/{field.path}")))
    return TablePlan(
        layout=layout,
        group=tuple(group.tags(name) for name in path[:depth]),
        records=tuple(tuple(group.tags(name) for name in record[depth:]) for record in paths) if depth else (),
        group_steps=group.steps,
        record_steps=record.steps,
        from_message=tuple(from_message),
        fixed=tuple(fixed),
        present=-1 if depth else once.slot_of(path),
        width=next(slots),
    )
