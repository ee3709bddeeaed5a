"""CBS records, Veilig Thuis and the statutory record: raw rows to events. Postcode and birth date end here."""

from collections.abc import Iterator, Mapping

import pyarrow as pa

from graadmeter.domain.bsn import UNBORN, UNKNOWN
from graadmeter.domain.protocol_tables import ART8F, BIJ_RECORD, VT_ADVIES, VT_MELDING, VT_ONDERZOEK
from graadmeter.domain.tables import Table
from graadmeter.engine.arrow import shaped
from graadmeter.engine.port import Engine
from graadmeter.standardise.derived import placed
from graadmeter.standardise.inputs import registered

_NOBODY = f"('{UNKNOWN}', '{UNBORN}')"
"""Unknown and unborn. CBS youth and Veilig Thuis give the two the other way round; neither is a person."""
_BORN = "replace(r.geboortedatum, '-', '')"
_YEAR, _MONTH, _DAY = (f"CAST(substr({_BORN}, {at}, {size}) AS INTEGER)" for at, size in ((1, 4), (5, 2), (7, 2)))
_EIGHTEEN = f"""CASE WHEN {_MONTH} = 0 OR {_DAY} = 0 THEN NULL WHEN {_MONTH} = 2 AND {_DAY} = 29
    THEN make_date({_YEAR} + 18, 3, 1) ELSE make_date({_YEAR} + 18, {_MONTH}, {_DAY}) END"""
"""NULL when the day or month of birth is not known: then nobody can tell on which side of it a day lies."""
_HALF = "CASE substr(r.periode, 5, 3) WHEN 'HJ0' THEN 2 ELSE 1 END"
_PERIOD = f"""r.periode, CAST(CAST(substr(r.periode, 1, 4) AS INTEGER) * 4
    + CAST(substr(r.periode, 8, 1) AS INTEGER) * {_HALF} - 1 AS INTEGER) AS kw_periode"""
_SEX = "CASE r.geslacht WHEN 'M' THEN 'm' WHEN 'V' THEN 'v' ELSE 'o' END AS geslacht"


def _bij(register: str, form: str, first: str, own: Mapping[str, str]) -> str:
    """The query of one register; `own` gives the columns that others do not have."""
    absent = {column.name: f"CAST(NULL AS {column.type.value})" for column in BIJ_RECORD.columns}
    columns = ", ".join(f"{sql} AS {name}" for name, sql in {**_absent_only(absent), **own}.items())
    return f"""
SELECT {_PERIOD}, '{register}' AS register, r.volgnummer, CASE WHEN r.bsn IN {_NOBODY} THEN
        concat_ws('|', 'BIJ', r.geslacht, {_BORN}, replace(r.woonplaats, ' ', ''), {first}, r.{form}) ELSE r.bsn END
        AS persoon,
    'GM' || coalesce(r.gemeente, CASE WHEN length(r.woonplaats) = 4 THEN r.woonplaats END) AS gemeente,
    {_SEX}, {_YEAR} AS geboortejaar, r.{form} AS vorm, r.begindatum, r.begindatum < {_EIGHTEEN} AS begin_voor_18,
    r.einddatum, r.einddatum < {_EIGHTEEN} AS einde_voor_18, r.reden_einde, {columns}
FROM std_bij r
"""


_OWN = (
    *("verwijzer", "crisis", "overgedragen", "overgenomen", "machtiging", "machtiging_begin", "machtiging_einde"),
    *("doorverwezen", "erkende_interventie"),
    *(f"{name}_{number}" for number in (1, 2) for name in ("informant", "nut", "zonder_hulp")),
)


def _absent_only(absent: Mapping[str, str]) -> dict[str, str]:
    return {name: absent[name] for name in _OWN}


_HANDED = {name: f"r.{name}" for name in ("overgedragen", "overgenomen")}
_OUTCOMES = {
    f"{name}_{number}": f"r.uitkomst{number}_{name}"
    for number in (1, 2)
    for name in ("informant", "nut", "zonder_hulp")
}
_FIRST = "CAST(r.begindatum AS VARCHAR)"
_HERE = "CAST(coalesce(r.begindatum, r.overgenomen) AS VARCHAR)"
_BIJ = {
    "bij_jeugdhulp": _bij(
        "jeugdhulp", "hulpvorm", _FIRST, {"verwijzer": "r.verwijzer", "crisis": "r.crisis = '01'", **_OUTCOMES}
    ),
    "bij_jeugdbescherming": _bij(
        "bescherming",
        "maatregel",
        _HERE,
        _HANDED | {name: f"r.{name}" for name in ("machtiging", "machtiging_begin", "machtiging_einde")},
    ),
    "bij_jeugdreclassering": _bij(
        "reclassering",
        "maatregel",
        _HERE,
        _HANDED | {"doorverwezen": "r.doorverwijzing = '52'", "erkende_interventie": "r.erkende_interventie = '01'"},
    ),
}


def _bits(field: str) -> str:
    """Several codes joined by `+` as one number: bit n stands for code n."""
    each = f"list_distinct(string_split(r.{field}, '+'))"
    return f"CAST(list_sum(list_transform({each}, lambda c: 1::BIGINT << CAST(c AS INTEGER))) AS BIGINT) AS {field}"


def _key(field: str, name: str) -> str:
    return f"r.aanleveraar || '|' || r.{field} AS {name}"


def _involved(day: str) -> str:
    known = f"r.bsn IS NOT NULL AND r.bsn NOT IN {_NOBODY}"
    return f"CASE WHEN {known} THEN r.bsn END AS persoon, r.{day} < {_EIGHTEEN} AS voor_18"


_QUERIES = {
    "vt_melding": (
        VT_MELDING,
        f"""SELECT {_PERIOD}, {_key("meldingnummer", "melding")}, {_key("hoofdnummer", "casus")},
    {_key("onderzoeksnummer", "onderzoek")}, {_bits("aanleiding")}, {_bits("aard")}, r.melder, r.datum_melding,
    r.datum_besluit, r.besluit, {_bits("overdracht")}, {_involved("datum_melding")} FROM std_vt_melding r""",
    ),
    "vt_onderzoek": (
        VT_ONDERZOEK,
        f"""SELECT {_PERIOD}, {_key("onderzoeksnummer", "onderzoek")}, r.datum_start, r.datum_afronding,
    {_bits("uitkomst")}, {_bits("aard")}, {_bits("vervolg")}, {_involved("datum_start")} FROM std_vt_onderzoek r""",
    ),
    "vt_advies": (
        VT_ADVIES,
        f"""SELECT {_PERIOD}, {_key("adviesnummer", "advies")}, {_bits("aanleiding")}, {_bits("aard")}, r.hoedanigheid
    FROM std_vt_advies r""",
    ),
    "art8f": (
        ART8F,
        f"""SELECT * REPLACE ('GM' || gemeente AS gemeente), bsn AS persoon FROM std_art8f
    WHERE bsn NOT IN {_NOBODY}""",
    ),
}


def protocol_events(
    engine: Engine, good: Mapping[str, pa.Table], *, session: str, deliverer: str, quarter: int
) -> Iterator[tuple[str, pa.Table]]:
    """(name, rows) of the event tables of `domain.protocol_tables` that were delivered, in their shape."""
    same = {"sessie": session, "aanleveraar": deliverer, "kwartaal": quarter}
    records = [_asked(engine, "bij", good[name], sql, same) for name, sql in _BIJ.items() if len(good[name])]
    if records:
        yield BIJ_RECORD.name, pa.concat_tables([_shaped(rows, BIJ_RECORD, same) for rows in records])
    for name, (table, sql) in _QUERIES.items():
        if len(good[name]):
            yield table.name, _shaped(_asked(engine, name, good[name], sql, same), table, same)


def _asked(engine: Engine, name: str, rows: pa.Table, sql: str, same: Mapping[str, object]) -> pa.Table:
    numbered = rows.append_column("volgnummer", placed(rows))
    known = numbered.append_column("aanleveraar", pa.repeat(pa.scalar(same["aanleveraar"], pa.string()), len(rows)))
    with registered(engine, {name: known}):
        return engine.query(sql)


def _shaped(rows: pa.Table, table: Table, same: Mapping[str, object]) -> pa.Table:
    for name, value in same.items():
        if name not in rows.column_names:
            kind = pa.string() if isinstance(value, str) else pa.int32()
            rows = rows.append_column(name, pa.repeat(pa.scalar(value, kind), len(rows)))
    return shaped(rows, table)
