"""Everything about one delivery that checks may look at: its rows, their neighbours, and tables in the engine."""

from collections.abc import Mapping
from types import TracebackType
from typing import Self

import pyarrow as pa

from graadmeter.check import volumes
from graadmeter.check.context import CheckContext
from graadmeter.check.earlier_tables import EARLIER, earlier_schema
from graadmeter.check.ledger import Ledger
from graadmeter.check.lookup import Groups, Numbered, chosen, groups, numbered
from graadmeter.check.neighbours.matching import positions_of
from graadmeter.check.neighbours.registry import FIRST, NEIGHBOURS
from graadmeter.check.parameters import PREFIX, filled, names_in, values_of
from graadmeter.check.refused import undone
from graadmeter.check.typed import whole
from graadmeter.check.view import view_of, with_case_number
from graadmeter.engine.port import Engine

VOLUME = "volume"
"""What the quarter holds beside the quarters before; a predicate that names it is asked once per line of that."""
_EARLIER, _ALL = "eerder_", "alle_"
_LARGE = 500_000
"""Rows from which on memory counts for more than time."""


class Desk:
    """The delivery as it stands: rows that were set aside are left out of neighbours and of tables in the engine."""

    def __init__(self, engine: Engine, context: CheckContext, ledgers: Mapping[str, Ledger]) -> None:
        """`ledgers` by raw table, after their field checks."""
        self.context = context
        self.parameters = values_of(context)
        self._engine = engine
        self._ledgers = ledgers
        self._views = {table: view_of(ledger) for table, ledger in ledgers.items()}
        self._numbers: dict[tuple[str, str], Numbered] = {}
        self._columns: dict[tuple[str, str, str], pa.Array] = {}
        self._tables = {*ledgers, *(mark + name for mark in (_EARLIER, _ALL) for name in EARLIER)}
        self._put: set[str] = set()
        self._now: dict[str, pa.Table] = {}
        self._all: dict[str, pa.Table] = {}
        self._neighbours: dict[str, pa.Table] = {}
        self._positions: dict[tuple[str, str], pa.Array] = {}
        self._groups: dict[tuple[str, tuple[str, ...]], Groups] = {}
        self._volumes: pa.Table | None = None

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Makes the engine forget every table."""
        self._clear_engine()

    def now(self, table: str) -> pa.Table:
        """The usable rows of this delivery."""
        if table not in self._now:
            ledger, view = self._ledgers[table], self._views[table]
            usable = ledger.usable
            self._now[table] = view if usable.all() else view.filter(pa.array(usable))
        return self._now[table]

    def earlier(self, table: str) -> pa.Table:
        """The rows of earlier deliveries; none when they are not known."""
        return self.context.earlier.get(_EARLIER + table, earlier_schema(table).empty_table())

    def all(self, table: str) -> pa.Table:
        """Earlier rows and usable rows of this delivery, with the columns they share and `zaak` where there is one."""
        if table not in self._all:
            schema = earlier_schema(table)
            now = [self.now(table).select(schema.names).cast(schema)]
            if table == "prestatie" and "afgewezen_prestatie" in self._ledgers:
                now.append(undone(self.now("afgewezen_prestatie").select(schema.names).cast(schema)))
            both = pa.concat_tables([self.earlier(table), *now])
            self._all[table] = with_case_number(both.combine_chunks())
        return self._all[table]

    def volumes(self) -> pa.Table:
        """What the quarter holds, shaped as `check.volumes.SHAPE`."""
        if self._volumes is None:
            now = volumes.of_rows({table: self.now(table) for table in self._ledgers}, self.context.gemeente)
            before = volumes.compared(now, self.earlier(VOLUME), self.context.quarter.first)
            gone = volumes.disappeared(self.now("voorziening"), self.earlier("voorziening"), self.context.quarter)
            self._volumes = pa.concat_tables([before, gone])
        return self._volumes

    def groups(self, table: str, key: tuple[str, ...]) -> Groups:
        """Which usable rows share their values in `key`."""
        if (table, key) not in self._groups:
            columns = [self._numbered(table, name) for name in key]
            self._groups[table, key] = groups(columns, self._ledgers[table].usable)
        return self._groups[table, key]

    def column(self, table: str, key: tuple[str, ...], alias: str, name: str) -> pa.Array:
        """The column `alias.name` beside every row of `table`; raises KeyError when there is no such column."""
        if alias == "r" and name == "volg":
            return pa.array(self.groups(table, key).number)
        if alias == FIRST:
            groups, here = self.groups(table, key), whole(self._views[table][name])
            return here.take(pa.array(groups.first)) if groups.any_shared else here
        if (table, alias, name) in self._columns:
            return self._columns[table, alias, name]
        made = self._column(table, alias, name)
        if len(made) < _LARGE:
            self._columns[table, alias, name] = made
        return made

    def _column(self, table: str, alias: str, name: str) -> pa.Array:
        if alias == "r":
            return whole(self._views[table][name])
        theirs, beside = whole(self.neighbour(alias)[name]), self._beside(table, alias)
        is_wide = pa.types.is_string(theirs.type) and len(beside) >= _LARGE
        return chosen(theirs.dictionary_encode() if is_wide else theirs, beside)

    def _numbered(self, table: str, name: str) -> Numbered:
        if (table, name) not in self._numbers:
            self._numbers[table, name] = numbered(whole(self._views[table][name]))
        return self._numbers[table, name]

    def rows(self, sql: str) -> pa.Table:
        """What a query yields in which checks' names stand."""
        for name in sorted(names_in(sql) & self._tables - self._put):
            self._engine.register(PREFIX + name, self._table(name))
            self._put.add(name)
        return self._engine.query(filled(sql, self.parameters, self._tables))

    def rest(self) -> None:
        """Forgets what was made beside the rows of large tables: made again it costs time, kept it costs memory."""
        large = {table for table, ledger in self._ledgers.items() if ledger.rows >= _LARGE}
        self._positions = {key: made for key, made in self._positions.items() if key[0] not in large}
        self._numbers = {key: made for key, made in self._numbers.items() if key[0] not in large}
        self._groups = {key: made for key, made in self._groups.items() if key[0] not in large}
        if large:
            pa.default_memory_pool().release_unused()

    def refresh(self) -> None:
        """Forgets what was made from rows that have been set aside since."""
        self._clear_engine()
        self._now.clear()
        self._all.clear()
        self._neighbours.clear()
        self._columns.clear()
        self._positions.clear()
        self._groups.clear()
        self._volumes = None

    def _table(self, name: str) -> pa.Table:
        if name.startswith(_EARLIER):
            return self.earlier(name.removeprefix(_EARLIER))
        return self.all(name.removeprefix(_ALL)) if name.startswith(_ALL) else self.now(name)

    def neighbour(self, name: str) -> pa.Table:
        """The rows of a neighbour."""
        if name not in self._neighbours:
            self._neighbours[name] = NEIGHBOURS[name].make(self)
        return self._neighbours[name]

    def _beside(self, table: str, name: str) -> pa.Array:
        if (table, name) not in self._positions:
            positions = positions_of(NEIGHBOURS[name], self._views[table], self.neighbour(name))
            self._positions[table, name] = positions
        return self._positions[table, name]

    def _clear_engine(self) -> None:
        for name in self._put:
            self._engine.unregister(PREFIX + name)
        self._put.clear()


def known_names(context: CheckContext, raw: Mapping[str, pa.Table]) -> set[str]:
    """What `Check.uses` may ask for and is known: earlier tables, `wijken`, `aanbieders`, raw tables that hold rows."""
    delivered = {table for table, rows in raw.items() if rows.num_rows}
    lists = {"wijken": context.wijken, "aanbieders": context.providers}
    return {*context.earlier, *delivered, *(name for name, known in lists.items() if known)}
