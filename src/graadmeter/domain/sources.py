"""Which delivered raw tables fill a model table: what tells 'nothing' from 'not delivered'."""

from collections.abc import Mapping
from dataclasses import dataclass

from graadmeter.domain.fact_tables import FACT_MODEL, FACTS
from graadmeter.domain.living_tables import WOONVORM
from graadmeter.domain.model import MODEL
from graadmeter.domain.tables import Table

COUNTABLE: Mapping[str, Table] = {shape.name: shape for shape in (*MODEL, *FACT_MODEL)}
"""Every model table that definitions may count, by name."""


@dataclass(frozen=True, slots=True)
class Source:
    """The raw tables that fill a model table."""

    raw: tuple[str, ...]
    regional: bool = False
    """Delivered by organisations that serve the whole region: a delivery of one says it for all municipalities."""
    by_rows: bool = False
    """Told by the rows of the model table itself: the raw table may have been delivered without what it holds."""
    assumed: bool = False
    """Where no delivery of any of the raw tables is told of, nothing is missing: rows made up, as in examples."""


_CARE = ("toewijzing", "start", "stop", "voorziening", "ggm_beschikte_voorziening")
_BIJ = ("bij_jeugdhulp", "bij_jeugdbescherming", "bij_jeugdreclassering")

SOURCES: Mapping[str, Source] = {
    "traject": Source(_CARE, assumed=True),
    "hulpepisode": Source(_CARE, assumed=True),
    "declaratieregel": Source(("prestatie",)),
    WOONVORM.name: Source((WOONVORM.name,), by_rows=True),
    **{fact.name: Source((fact.name,)) for fact in FACTS},
    "bij_traject": Source(_BIJ, regional=True),
    "bij_uitkomst": Source(_BIJ[:1], regional=True),
    **{name: Source((name,), regional=True) for name in ("vt_melding", "vt_onderzoek", "vt_advies", "art8f")},
}
"""Model table -> what fills it; for the tables that are not here nothing can be missing."""


def has_column(table: str, column: str) -> bool:
    """Whether a model table has a column of its own."""
    return table in COUNTABLE and column in COUNTABLE[table].names
