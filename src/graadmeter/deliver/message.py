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
    """A message being read; nothing of it may be used before `finish` has agreed with it."""

    plan: MessagePlan
    rows: list[list[Values]] = field(init=False)
    """Per table of the plan; a row's first values are the table's columns."""
    repeated: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Makes room for the rows of each table."""
        self.rows = [[] for _ in self.plan.tables]

    def take_group(self, table: int, group: etree._Element) -> None:
        """Adds the records of one client."""
        plan = self.plan.tables[table]
        shared: Values = [None] * plan.width
        walk(group, plan.group_steps, shared, self.repeated)
        for record in below(group, plan.record):
            row = shared.copy()
            walk(record, plan.record_steps, row, self.repeated)
            self.rows[table].append(row)

    def finish(self, root: etree._Element) -> None:
        """Adds what the message says once; raises RefusedError when the message contradicts itself."""
        said: Values = [None] * self.plan.width
        walk(root, self.plan.steps, said, self.repeated)
        if self.repeated:
            raise RefusedError(REPEATED, element=self.repeated[0])
        code, version, subversion, sender, receiver = (said[slot] for slot in self.plan.header)
        if code != self.plan.code:
            raise RefusedError(MESSAGE_CODE, message=self.plan.label, expected=self.plan.code)
        if (version, subversion) != VERSION:
            raise RefusedError(MESSAGE_VERSION)
        gemeente, aanbieder = _parties(sender, receiver)
        fixed = {"domein": self.plan.domain, "gemeente": gemeente, "aanbieder": aanbieder}
        for table, rows in zip(self.plan.tables, self.rows, strict=True):
            _complete(table, rows, said, fixed)


def _complete(table: TablePlan, rows: list[Values], said: Values, fixed: dict[str, str | None]) -> None:
    if not table.group and said[table.present] is not None:
        rows.append([None] * table.width)
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


def tree_rows(root: etree._Element, plan: MessagePlan) -> Message:
    """The message whose whole tree is at hand; raises RefusedError when it contradicts itself.

    Of a message that no layout reads only the plan is given.
    """
    message = Message(plan)
    if not plan.tables:
        return message
    for number, table in enumerate(plan.tables):
        if table.group:
            for group in below(root, table.group):
                message.take_group(number, group)
    message.finish(root)
    return message
