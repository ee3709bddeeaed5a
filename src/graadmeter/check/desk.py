"""The tables of one delivery as the engine knows them while it is checked; all are forgotten at the end."""

from collections.abc import Iterable
from types import TracebackType
from typing import Self

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.check.context import CheckContext
from graadmeter.check.earlier_tables import EARLIER, earlier_schema
from graadmeter.check.latest import latest_versions
from graadmeter.check.ledger import Ledger
from graadmeter.check.parameters import PREFIX, filled, values_of
from graadmeter.check.products import product_rows
from graadmeter.check.typed import eleven_rest, typed
from graadmeter.domain.tables import Type
from graadmeter.engine.port import Engine

NEIGHBOUR_T = "toewijzing_nu"
NEIGHBOUR_P = "product"
_NOW, _EARLIER, _ALL = "", "eerder_", "alle_"


class Desk:
    """Puts tables before the engine under names of their own and fills those names into SQL."""

    def __init__(self, engine: Engine, context: CheckContext, tables: Iterable[str], named: set[str]) -> None:
        """`tables` are all raw tables; `named` the tables that checks name, so that no other is put forward."""
        self._engine = engine
        self._context = context
        self._values = values_of(context)
        self._raw = tuple(tables)
        self._named = named
        self._known = {mark + table for mark in (_NOW, _EARLIER, _ALL) for table in (*self._raw, *EARLIER)}
        self._known |= {NEIGHBOUR_T, NEIGHBOUR_P}
        self._views: dict[str, pa.Table] = {}
        self._put: set[str] = set()

    def __enter__(self) -> Self:
        """Itself, with what is known of earlier deliveries and products put forward."""
        for name in sorted(self._named & {_EARLIER + table for table in EARLIER}):
            self._register(name, self._earlier(name.removeprefix(_EARLIER)))
        context = self._context
        self._register(NEIGHBOUR_P, product_rows(context.products, context.gemeente))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Makes the engine forget every table."""
        for name in self._put:
            self._engine.unregister(PREFIX + name)

    def rows(self, sql: str) -> pa.Table:
        """The rows of one query in which checks' names stand."""
        return self._engine.query(filled(sql, self._values, self._known))

    def put_all(self, ledger: Ledger) -> None:
        """Puts every row of a table forward."""
        table = ledger.layout.table
        self._views[table] = _view(ledger)
        self._register(table, self._views[table])

    def put_used(self, ledger: Ledger) -> None:
        """Puts the rows still in use forward, and what is joined from them."""
        table = ledger.layout.table
        view = self._views[table]
        if ledger.stopped.any():
            view = view.filter(pa.array(~ledger.stopped))
            self._register(table, view)
        if table == "toewijzing" or _ALL + table in self._named:
            both = pa.concat_tables([_shared(view, table), self._earlier(table)])
            self._register(_ALL + table, both)
            if table == "toewijzing":
                self._register(NEIGHBOUR_T, latest_versions(both))

    def _earlier(self, table: str) -> pa.Table:
        return self._context.earlier.get(_EARLIER + table, earlier_schema(table).empty_table())

    def _register(self, name: str, table: pa.Table) -> None:
        self._engine.register(PREFIX + name, table)
        self._put.add(name)


def _view(ledger: Ledger) -> pa.Table:
    """The rows as checks see them: position, file, typed fields, the assignment number as a number, the domain."""
    columns = {
        "rij": pa.array(np.arange(ledger.rows)),
        "bestand": ledger.places["bestand"],
        **ledger.values,
    }
    if "toewijzingnummer" in columns:
        columns["nummer"] = typed(columns["toewijzingnummer"], Type.BIGINT)
    if "bsn" in columns:
        columns["bsn_rest"] = eleven_rest(columns["bsn"])
    if "domein" not in columns and "wet" in columns:
        law = columns["wet"]
        domain = pc.if_else(pc.equal(law, "jeugdwet"), "jw", pa.scalar(None, pa.string()))
        columns["domein"] = pc.if_else(pc.equal(law, "wmo"), "wmo", domain)
    if "peildatum" in columns:
        columns["jaar"] = pc.year(columns["peildatum"]).cast(pa.int32())
    return pa.table(columns)


def _shared(view: pa.Table, table: str) -> pa.Table:
    schema = earlier_schema(table)
    return view.select(schema.names).cast(schema)
