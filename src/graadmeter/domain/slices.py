"""By what counted rows can be told apart: which column a dimension is, and the columns that measuring adds."""

from graadmeter.domain.tables import Column, Type

ROW_DIMENSIONS = {
    "hulpvorm": "hulpvorm",
    "maatregel": "soort",
    "wmo_vorm": "wmo_vorm",
    "verwijzer": "verwijzer",
    "aanbieder": "aanbieder",
    "kostensoort": "kostensoort",
    "financiering": "leveringsvorm",
    "informant": "informant",
    "instrument": "instrument",
    "vraag": "vraag",
    "stap": "stap",
    "onderwijssoort": "onderwijssoort",
    "ondersteuning": "ondersteuning",
    "verzuim": "verzuim",
    "regeling": "regeling",
    "productgroep": "productgroep",
}
"""Dimension -> column of the counted table: every row has one member, a person may have several."""

PERSON_DIMENSIONS = ("geslacht", "leeftijdsgroep")
"""Dimensions of the person in the period: a person has at most one member in a period."""

ONLY_IN = {"maatregel": ("traject",)}
"""Dimensions whose column means something else in other tables: the only tables that they fit."""

COMPOSITION_DIMENSIONS = ("aantal_voorzieningen", "wettengroep")
"""What a person or household has all together in the period: exactly one member."""

EXACT_MEMBERS = {
    "financiering": {
        "alleen_ZIN": frozenset({"ZIN"}),
        "alleen_PGB": frozenset({"PGB"}),
        "beide": frozenset({"ZIN", "PGB"}),
    }
}
"""Members for who has just these codes in the period: everybody is in exactly one. Every row has one of the codes."""

SUMMED = {"aantal_voorzieningen": {"2+": ("2", "3", "4", "5", "6+")}}
"""Members that are the sum of others of their dimension, in each of which nobody is who is in another."""

ON_REQUEST = {"leeftijdsgroep": ("70-74", "75+"), "aantal_voorzieningen": tuple(SUMMED["aantal_voorzieningen"])}
"""Members that are given only where a definition names them: elderly (most figures are about the young), and sums."""

UNKNOWN = "onbekend"
"""A member that is given only where it occurs: what a known member would hide or drop is shown instead."""

RESIDUAL = {
    "hulpvorm": UNKNOWN,
    "wmo_vorm": UNKNOWN,
    "leeftijdsgroep": UNKNOWN,
    "geslacht": "o",
    "verwijzer": "99",
    "productgroep": UNKNOWN,
}
"""The member of a dimension that holds every row whose value is empty or not in the code list."""

LAW_LETTERS = {"jeugdwet": "J", "participatiewet": "P", "wmo": "W"}
"""The letter of each law in the code of a `wettengroep`, in the order in which the code is written."""

MOST_PROVISIONS = 6
"""From this number of provisions on, `aantal_voorzieningen` is one class ('6+')."""

_PRODUCT_GROUP = Column("productgroep", Type.TEXT, "the first two signs of the product code", nullable=True)

DERIVED = {
    "traject": (
        Column(
            "herhaald",
            Type.BOOL,
            "another youth help trajectory of the person, in any municipality, ended in the 5 years before the begin, "
            "with at least one day between (CBS: herhaald beroep)",
        ),
        Column(
            "nieuwe_start",
            Type.BOOL,
            "another youth help trajectory of the person, in any municipality, begins in the 12 months after the end, "
            "with at least one day between",
        ),
        Column(
            "start_in_half_jaar",
            Type.BOOL,
            "the same within the 6 months after the end; on the last day of a month where that month is shorter",
        ),
        Column("jaar_gevolgd", Type.BOOL, "ended at least 4 quarters before the last quarter of the region"),
        _PRODUCT_GROUP,
    ),
    "onderwijs": (
        Column("met_jeugdhulp", Type.BOOL, "the pupil had youth help in the quarter; false when the person is unknown"),
    ),
    "declaratieregel": (Column("kostensoort", Type.TEXT, "see the code list KOSTENSOORT"), _PRODUCT_GROUP),
}
"""Per model table the columns that exist while measuring only; predicates and breakdowns may use them."""


def summed_members(dimension: str, member: str) -> tuple[str, ...]:
    """The members that a member is the sum of; none for a member of its own."""
    return SUMMED.get(dimension, {}).get(member, ())
