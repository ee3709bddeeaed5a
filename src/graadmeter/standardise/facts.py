"""Fact tables: raw rows to events and events to the model, by what `domain.fact_tables` says of each column."""

from collections.abc import Iterator, Mapping

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.bsn import UNBORN, UNKNOWN
from graadmeter.domain.fact_tables import FACTS
from graadmeter.domain.facts import Fact, FactColumn, Keep
from graadmeter.engine.port import Engine
from graadmeter.standardise.derived import SPECIAL, eighteen
from graadmeter.standardise.inputs import registered
from graadmeter.standardise.steps.protocols import PERSOON as PROTOCOL_PERSONS
from graadmeter.standardise.steps.step import Step

_NOBODY = f"('{UNKNOWN}', '{UNBORN}')"


def fact_events(engine: Engine, good: Mapping[str, pa.Table]) -> Iterator[tuple[Fact, pa.Table]]:
    """The rows of every fact table that was delivered, without the columns of the session itself."""
    for fact in FACTS:
        rows = good[fact.name]
        if len(rows):
            if "geboortedatum" in rows.column_names:
                rows = rows.append_column("achttien", eighteen(rows["geboortedatum"]))
            with registered(engine, {fact.name: rows}):
                yield fact, engine.query(_event_sql(fact))


def told_persons(good: Mapping[str, pa.Table]) -> pa.Table:
    """What fact tables tell of persons: person key, birth date, sex and 18th birthday; for `persons.PERSOON`."""
    names = ("bsn", "geboortedatum", "geslacht")
    found = [good[fact.name] for fact in FACTS if set(names) <= set(good[fact.name].column_names)]
    rows = pa.concat_tables([rows.select(names) for rows in found])
    rows = rows.filter(pc.and_(pc.is_valid(rows["bsn"]), pc.invert(pc.is_in(rows["bsn"], SPECIAL))))
    rows = rows.append_column("achttien", eighteen(rows["geboortedatum"]))
    return rows.rename_columns(["persoon", *rows.column_names[1:]])


def _event_sql(fact: Fact) -> str:
    columns = ", ".join(f"{_kept(one)} AS {one.column.name}" for one in fact.columns)
    return f"SELECT 'GM' || r.gemeente AS gemeente, {columns} FROM std_{fact.name} r"


def _kept(one: FactColumn) -> str:
    field = f"r.{one.field}"
    return {
        Keep.VALUE: f"CAST({field} AS {one.column.type.value})",
        Keep.PERSON: f"CASE WHEN {field} NOT IN {_NOBODY} THEN {field} END",
        Keep.KEY: f"'GM' || r.gemeente || '|' || {field}",
        Keep.YES: f"coalesce({field} = 'J', FALSE)",
        Keep.AGE: _age(field),
        Keep.BEFORE_18: f"{field} < r.achttien",
    }[one.keep]


def _age(day: str) -> str:
    born = "r.geboortedatum"
    yet = f"month({day}) * 100 + day({day}) < month({born}) * 100 + day({born})"
    return f"CAST(year({day}) - year({born}) - CASE WHEN {yet} THEN 1 ELSE 0 END AS INTEGER)"


def _persons() -> str:
    known = [f"SELECT persoon FROM event_{fact.name}" for fact in FACTS if fact.person]
    return " UNION ".join([*known, PROTOCOL_PERSONS])


PERSOON = Step("m_feitpersoon", f"SELECT persoon FROM ({_persons()}) WHERE persoon IS NOT NULL")
"""Everybody that a fact or protocol table knows, for the numbering of persons."""


def _model(fact: Fact) -> Step:
    own = [one.column.name for one in fact.columns]
    keys = ", ".join(dict.fromkeys(("gemeente", *fact.key)))
    numbered = ", ".join(_numbered(one) for one in fact.columns)
    order = ", ".join(f"{name} NULLS LAST" for name in ("kwartaal DESC", "sessie DESC", *own))
    return Step(
        fact.name,
        f"""
    SELECT gemeente, kwartaal, {numbered}
    FROM (
        FROM event_{fact.name}
        QUALIFY row_number() OVER (PARTITION BY {keys} ORDER BY {order}) = 1
    ) r
    {_person_join(fact)}
    ORDER BY ALL
    """,
    )


def _numbered(one: FactColumn) -> str:
    name = one.column.name
    if one.keep is Keep.PERSON:
        return f"n.persoon AS {name}"
    if one.keep is Keep.KEY:
        return f"CASE WHEN r.{name} IS NOT NULL THEN dense_rank() OVER (ORDER BY r.{name} NULLS LAST) END AS {name}"
    return f"r.{name}"


def _person_join(fact: Fact) -> str:
    return "LEFT JOIN m_persoonsnummer n ON n.pseudoniem = r.persoon" if fact.person else ""


STEPS = tuple(_model(fact) for fact in FACTS)
