"""Shapes of reference tables: what others publish about areas and inhabitants, with source, vintage and status."""

from enum import StrEnum

from graadmeter.domain.tables import Column, Table, Type

_T, _I, _B, _D = Type.TEXT, Type.INT, Type.BIGINT, Type.DOUBLE


class ValueStatus(StrEnum):
    """What can be said of one reference value; the value is what the `status` column holds."""

    VALUE = "waarde"
    """As published, zero and negative numbers included."""
    PROVISIONAL = "voorlopig"
    RECOMPUTED = "herrekend"
    """Not as published: computed from counts, because the published figure cannot be right."""
    UNKNOWN = "onbekend"
    """Unknown, unreliable or confidential at the source, which does not tell which."""
    IMPOSSIBLE = "onmogelijk"
    """Cannot exist on logical grounds."""
    UNPUBLISHED = "nog_niet_gepubliceerd"
    """The source has room for the subject, but no figure of any area."""
    IMPLAUSIBLE = "onaannemelijk"
    """Published, withheld here: outside what is possible and not to be recomputed."""
    NOT_DELIVERED = "niet_aangeleverd"
    """The municipality did not report to the source."""


class WaitStatus(StrEnum):
    """What a waiting time rests on; the value is what the `status` column holds."""

    MEASURED = "gemeten"
    """A plain number of weeks."""
    STATED = "opgegeven"
    """Words: a range, a bound or a description, whether or not a number could be made of it."""
    STOP = "stop"
    """No new clients are taken."""
    UNKNOWN = "onbekend"


class Basis(StrEnum):
    """What the weights of an area crosswalk count."""

    ADDRESSES = "adressen"
    INHABITANTS = "inwoners"


_BRON = Column("bron", _T, "file or table the row was read from")
_VINTAGE = Column("vintage", _I, "year of the area borders")
_YEAR = Column("vintage", _I, "year of the area borders and of the figure")
_GEBIED = Column("gebied", _T, "area code without padding: GM0141, WK014110, BU01411001")
_NIVEAU = Column("niveau", _T, "land, gemeente, wijk, buurt, pc4")
_STATUS = Column("status", _T, "one of ValueStatus")

STATLINE = Table(
    "statline",
    "one value of one subject of a StatLine table",
    (
        _BRON,
        Column("tabel", _T, "table id: 84799NED"),
        Column("gebied", _T, "area code without padding", nullable=True),
        Column("vintage", _I, "year of the area borders; empty when the table does not tell it", nullable=True),
        Column("periode", _T, "CBS period code: 2020JJ00, 2020HJ01, 2020W101, 20200115", nullable=True),
        Column("groep", _T, "titles of the groups above the subject, joined by ' > '"),
        Column("onderwerp", _T, "v3: key without its moving number; v4: measure code"),
        Column("titel", _T, "title of the subject"),
        Column("dimensies", _T, "other dimensions, sorted: Geslacht=3000|Leeftijd=10000"),
        Column("eenheid", _T, "unit as published"),
        Column("waarde", _D, "value in that unit", nullable=True),
        Column("tekst", _T, "value of a subject that is text", nullable=True),
        _STATUS,
    ),
)
KWB = Table(
    "kwb",
    "one key figure of one area, named the same in every vintage",
    (
        _BRON,
        _YEAR,
        _GEBIED,
        _NIVEAU,
        Column("onderwerp", _T, "id in catalogue/key_figures/kwb.csv"),
        Column("eenheid", _T, "%, per 1000 or aantal"),
        Column("waarde", _D, "value in that unit", nullable=True),
        _STATUS,
    ),
)
SPEND = Table(
    "lasten",
    "Iv3 expenditure of one municipality on one task field",
    (
        _BRON,
        Column("vintage", _I, "year of the budget or accounts, and of the municipal borders"),
        _GEBIED,
        Column("verslag", _T, "begroting or jaarrekening"),
        Column("taakveld", _T, "task field as reported; empty when the report is missing", nullable=True),
        Column(
            "groep", _T, "group that can be compared over the years, by catalogue/crosswalks/iv3.csv", nullable=True
        ),
        Column("bedrag_cent", _B, "euro cents; may be negative", nullable=True),
        _STATUS,
    ),
)
POPULATION = Table(
    "inwoners",
    "inhabitants of one area on 1 January, by sex and age",
    (
        _BRON,
        _YEAR,
        _GEBIED,
        _NIVEAU,
        Column("geslacht", _T, "totaal, man or vrouw"),
        Column("leeftijd_van", _I, "youngest age"),
        Column("leeftijd_tot", _I, "oldest age, included; empty = no upper bound", nullable=True),
        Column("inwoners", _B, "persons", nullable=True),
        _STATUS,
    ),
)
AREAS = Table(
    "gebieden",
    "areas of one vintage",
    (
        _BRON,
        _VINTAGE,
        Column("code", _T, "area code without padding"),
        _NIVEAU,
        Column("naam", _T, "name"),
        Column("ouder", _T, "municipality it lies in; empty for the country and for municipalities"),
    ),
)
MERGERS = Table(
    "herindelingen",
    "municipal codes that came or went between two years",
    (
        _BRON,
        Column("jaar", _I, "first year with the new situation"),
        Column("code", _T, "municipality"),
        Column("naam", _T, "name"),
        Column("wijziging", _T, "nieuw or vervallen"),
    ),
)
CROSSWALK = Table(
    "gebiedswissel",
    "which share of an area of one vintage lies in which area of another",
    (
        _BRON,
        Column("van", _T, "area of the earlier vintage"),
        Column("van_vintage", _I, "its vintage"),
        Column("naar", _T, "area of the later vintage"),
        Column("naar_vintage", _I, "its vintage"),
        Column("gewicht", _D, "share of `van`, 0-1; the shares of one `van` sum to 1"),
        Column("grondslag", _T, "one of Basis"),
        Column("aantal", _B, "addresses or inhabitants the share rests on"),
    ),
)
CLASSIFICATION = Table(
    "gebiedsindeling",
    "the class or region one municipality belongs to",
    (
        _BRON,
        _VINTAGE,
        _GEBIED,
        Column("indeling", _T, "jeugdregio, ggd, grootteklasse, ..."),
        Column("code", _T, "code of the region or class"),
        Column("naam", _T, "its name"),
    ),
)
GEOMETRY = Table(
    "geometrie",
    "borders of one area",
    (
        _BRON,
        _VINTAGE,
        _GEBIED,
        Column("naam", _T, "name; empty when the file holds none"),
        Column("stelsel", _T, "WGS84 (degrees) or RD (metres, EPSG:28992)"),
        Column("west", _D, "bounding box, in the units of `stelsel`"),
        Column("zuid", _D, "bounding box"),
        Column("oost", _D, "bounding box"),
        Column("noord", _D, "bounding box"),
        Column("km2", _D, "area in square kilometres"),
        Column("punten", _I, "vertices"),
        Column("geometrie", _T, "GeoJSON geometry, always a MultiPolygon"),
    ),
)
WAITING = Table(
    "wachttijden",
    "one waiting time as a provider states it; provider names are data and never printed in a message",
    (
        _BRON,
        Column("regel", _I, "row in the feed, from 1"),
        Column("aanbieder", _T, "provider"),
        Column("aanbod", _T, "what is offered, activities joined by '; ' when it has no name", nullable=True),
        Column("doelgroepen", _T, "target groups, sorted, joined by '; '"),
        Column("plaatsen", _T, "places, sorted, joined by '; '"),
        Column("soort", _T, "intake or behandeling"),
        Column("weken", _D, "weeks", nullable=True),
        Column("weken_van", _D, "lower end, when stated", nullable=True),
        Column("weken_tot", _D, "upper end, when stated", nullable=True),
        Column("vermelding", _T, "the words of the source", nullable=True),
        Column("kenmerk", _T, "the feed's own mark: concrete, unknown, route"),
        Column("peildatum", _T, "date of the statement: 2026-08-13 or 2026-05", nullable=True),
        Column("status", _T, "one of WaitStatus"),
    ),
)
TASK_FIELDS = Table(
    "taakvelden",
    "one Iv3 task field of one year",
    (
        _BRON,
        Column("vintage", _I, "year"),
        Column("taakveld", _T, "task field: 6.71, 6.751"),
        Column("naam", _T, "its title"),
        Column("groep", _T, "group by catalogue/crosswalks/iv3.csv", nullable=True),
    ),
)
TABLE_INFO = Table(
    "tabelgegevens",
    "what StatLine says of one of its tables",
    (
        _BRON,
        Column("tabel", _T, "table id: 84799NED"),
        Column("titel", _T, "title"),
        Column("periode", _T, "period it covers, in words"),
        Column("bijgewerkt", _T, "when it was last changed, as published"),
    ),
)
PUBLISHED = Table(
    "publicaties",
    "one figure typed over from a publication, with its words",
    (
        _BRON,
        Column("publicatie", _T, "table or page it was published in"),
        Column("gebied", _T, "area as the publication names it"),
        Column("vintage", _I, "first year the period names", nullable=True),
        Column("periode", _T, "period as the publication names it"),
        Column("onderwerp", _T, "subject"),
        Column("eenheid", _T, "unit; empty when the publication leaves it to the subject"),
        Column("waarde", _D, "value in that unit", nullable=True),
        Column("opmerking", _T, "remark"),
        _STATUS,
    ),
)
