"""One message as rows: what it says once, per client and per record, put together by its plan."""

from dataclasses import dataclass, field

from lxml import etree

from graadmeter.deliver.message_codes import VERSION
from graadmeter.deliver.message_plan import MessagePlan, TablePlan
from graadmeter.deliver.message_steps import Values, below, walk
from graadmeter.deliver.notice import RefusedError
from graadmeter.deliver.notices.message import MESSAGE_CODE, MESSAGE_VERSION, REPEATED

_GEMEENTE, _AGB = 4, 8
"""Digits in the code of a municipality and of a provider."""


@dataclass(slots=True)
class Message:
    """A message being read; nothing of it may be used before `complete` has agreed with it."""

    plan: MessagePlan
    said: Values
    """What the message says once; filled by `take_root`."""
    rows: list[list[Values]]
    """Per table of the plan; a row's first values are the table's columns."""
    repeated: list[str] = field(default_factory=list)
    """Elements that occur once too often."""

    def take_group(self, table: int, group: etree._Element) -> None:
        """Adds the records of one client."""
        plan = self.plan.tables[table]
        shared: Values = [None] * plan.width
        walk(group, plan.group_steps, shared, self.repeated)
        for path in plan.records:
            for record in below(group, path):
                row = shared.copy()
                walk(record, plan.record_steps, row, self.repeated)
                self.rows[table].append(row)

    def take_root(self, root: etree._Element) -> None:
        """Adds what the message says once."""
        walk(root, self.plan.steps, self.said, self.repeated)
        for table, rows in zip(self.plan.tables, self.rows, strict=True):
            if not table.group and self.said[table.present] is not None:
                rows.append([None] * table.width)

    def complete(self) -> None:
        """Puts what the message says once into every row; raises RefusedError when the message contradicts itself."""
        if self.repeated:
            raise RefusedError(REPEATED, element=self.repeated[0])
        code, version, subversion, sender, receiver = [self.said[slot] for slot in self.plan.header]
        if code != self.plan.code:
            raise RefusedError(MESSAGE_CODE, message=self.plan.label, expected=self.plan.code)
        if (version, subversion) != VERSION:
            raise RefusedError(MESSAGE_VERSION)
        gemeente, aanbieder = _parties(sender, receiver)
        fixed = {"domein": self.plan.domain, "gemeente": gemeente, "aanbieder": aanbieder, "bericht": self.plan.message}
        for table, rows in zip(self.plan.tables, self.rows, strict=True):
            _complete(table, rows, self.said, fixed)


def new_message(plan: MessagePlan) -> Message:
    """A message nothing was read of yet."""
    return Message(plan, [None] * plan.width, [[] for _ in plan.tables])


def tree_message(root: etree._Element, plan: MessagePlan) -> Message:
    """Everything a whole tree holds, not yet complete."""
    message = new_message(plan)
    for number, table in enumerate(plan.tables):
        if table.group:
            for group in below(root, table.group):
                message.take_group(number, group)
    message.take_root(root)
    return message


def _complete(table: TablePlan, rows: list[Values], said: Values, fixed: dict[str, str | None]) -> None:
    once = [(column, said[slot]) for column, slot in table.from_message]
    once += [(column, fixed[name]) for column, name in table.fixed]
    for row in rows:
        for column, value in once:
            row[column] = value


def _parties(sender: str | None, receiver: str | None) -> tuple[str | None, str | None]:
    """(gemeente, aanbieder): a code of four digits is a municipality's, one of eight a provider's."""
    if len(sender or "") == _GEMEENTE or len(receiver or "") == _AGB:
        return sender, receiver
    return receiver, sender
