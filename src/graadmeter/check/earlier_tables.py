"""The tables of earlier deliveries a check may look at: their columns, without any of a person."""

import pyarrow as pa

from graadmeter.domain.tables import Column, Table, Type
from graadmeter.engine.arrow import schema_of

_DOMEIN = Column("domein", Type.TEXT, "jw or wmo")
_NUMMER = Column("nummer", Type.BIGINT, "assignment number")
_AANBIEDER = Column("aanbieder", Type.TEXT, "AGB code", nullable=True)
_KEY = (_DOMEIN, _NUMMER, _AANBIEDER)
_PRODUCT = (
    Column("categorie", Type.TEXT, "product category", nullable=True),
    Column("productcode", Type.TEXT, "product code", nullable=True),
)
_BEGIN = Column("begindatum", Type.DATE, "first day of care")
_STATUS = Column("status_aanlevering", Type.TEXT, "COD467: 3 withdraws")
_VOLUME = Column("volume", Type.BIGINT, "volume", nullable=True)
_EENHEID = Column("eenheid", Type.TEXT, "WJ756 unit", nullable=True)
_KW = Column("kw", Type.INT, "quarter index of the delivery")

EARLIER = {
    table.name: table
    for table in (
        Table(
            "toewijzing",
            "latest version per assignment",
            (
                *_KEY,
                *_PRODUCT,
                Column("toewijzingsdatum", Type.DATE, "date of the version"),
                Column("toewijzingstijd", Type.TEXT, "time of the version"),
                Column("reden_wijziging", Type.TEXT, "WJ002", nullable=True),
                Column("ingangsdatum", Type.DATE, "first day"),
                Column("einddatum", Type.DATE, "last day", nullable=True),
                _VOLUME,
                _EENHEID,
                Column("frequentie", Type.TEXT, "WMO757", nullable=True),
                Column("budget", Type.BIGINT, "eurocents", nullable=True),
            ),
        ),
        Table("start", "every start message", (*_KEY, _BEGIN, _STATUS)),
        Table(
            "stop",
            "every stop message",
            (
                *_KEY,
                _BEGIN,
                Column("reden_beeindiging", Type.TEXT, "JZ588 or WMO588"),
                Column("einddatum", Type.DATE, "last day of care"),
                _STATUS,
            ),
        ),
        Table(
            "prestatie",
            "every claim line",
            (
                *_KEY,
                *_PRODUCT,
                Column("periode_begin", Type.DATE, "first day of the period of care"),
                Column("periode_eind", Type.DATE, "last day of the period of care"),
                _VOLUME,
                _EENHEID,
                Column("bedrag", Type.BIGINT, "eurocents"),
                Column("debet_credit", Type.TEXT, "D or C"),
            ),
        ),
        Table(
            "voorziening",
            "provisions with an assignment in the latest earlier extract",
            (_KW, _DOMEIN, _NUMMER, Column("einddatum", Type.DATE, "last day", nullable=True)),
        ),
        Table(
            "bevolking",
            "inhabitants on 1 January",
            (
                Column("wijk", Type.TEXT, "WK code"),
                Column("jaar", Type.INT, "year"),
                Column("leeftijd", Type.INT, "age in years"),
                Column("geslacht", Type.TEXT, "m or v"),
                Column("aantal", Type.INT, "inhabitants"),
            ),
        ),
        Table(
            "volume",
            "how much each earlier quarter held",
            (
                _KW,
                Column("maat", Type.TEXT, "aanbieder, product, wijk, tabel or regels"),
                Column("code", Type.TEXT, "AGB code, product code or law, WK code, raw table"),
                Column("aantal", Type.BIGINT, "provisions, clients, rows, or debit lines"),
            ),
        ),
    )
}
"""By raw table; `volume` is derived. All rows are of the delivering municipality."""


def earlier_schema(name: str) -> pa.Schema:
    """The Arrow schema of one of `EARLIER`; every column may be empty, as in rows that are not yet judged."""
    return pa.schema([pa.field(field.name, field.type) for field in schema_of(EARLIER[name])])
