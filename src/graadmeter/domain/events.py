"""Event tables: what the messages and extracts of one delivery session say, with every code mapped.

`standardise` makes them with raw ids in the columns of `IDENTIFIERS`, `pseudonymise` replaces those ids, `store` keeps
the result per session, and `standardise.model` builds the uniform model from the events of all current sessions. Their
columns are all the store may know of a person; a birth date, name or address is no column of any of them.
"""

from graadmeter.domain.tables import Column, Table, Type

_T, _I, _B, _D, _F = Type.TEXT, Type.INT, Type.BIGINT, Type.DATE, Type.BOOL

IDENTIFIERS = {
    "persoon": "persoon",
    "huishouden": "huishouden",
    "voorziening_id": "voorziening",
    "referentie": "verzoek",
    "referentienummer": "declaratie",
    "vorig_referentienummer": "declaratie",
    "bericht": "bericht",
}
"""Columns that hold an id before and a pseudonym after pseudonymisation, with the purpose the pseudonym is made for."""

_SESSIE = Column("sessie", _T, "delivery session")
_GEMEENTE = Column("gemeente", _T, "responsible municipality: GM0141")
_KWARTAAL = Column("kwartaal", _I, "quarter index of the delivery")
_PERSOON = Column("persoon", _T, "pseudonym of the BSN, or of the assignment when the BSN is unknown")
_NUMMER = Column("toewijzingnummer", _B, "assignment number, without leading zeros")
_DOMEIN = Column("domein", _T, "jw or wmo")
_AANBIEDER = Column("aanbieder", _T, "AGB code of the provider")
_DAGTEKENING = Column("dagtekening", _D, "date of the message")
_BERICHT = Column("bericht", _T, "pseudonym of the message: parties, kind, identification and date")
_STATUS = Column("status_aanlevering", _T, "COD467: 3 withdraws the record with the same key")
_PRODUCT = (
    Column("categorie", _T, "JZ020 or WMO020 category as delivered", nullable=True),
    Column("productcode", _T, "product code as delivered", nullable=True),
)
_KIND = (
    Column("soort", _T, "jeugdhulp, bescherming, reclassering, preventief, vervoer, wmo or bijstand"),
    Column("vorm", _T, "CBS hulpvorm, CBS measure or Wmo main group; empty when the product tells none", nullable=True),
)
_DYSLEXIE = Column("dyslexie", _F, "dyslexia care")
_VOLGNUMMER = Column("volgnummer", _I, "order in which the session holds the records: by file name, then row")
_KEY = (_SESSIE, _DOMEIN, _GEMEENTE, _NUMMER)

TOEWIJZING = Table(
    "toewijzing",
    "one row per version of an assignment (301)",
    (
        *_KEY,
        _PERSOON,
        _AANBIEDER,
        Column("referentie", _T, "pseudonym of the provider's reference, to its request (315)", nullable=True),
        *_PRODUCT,
        *_KIND,
        _DYSLEXIE,
        _BERICHT,
        _DAGTEKENING,
        _VOLGNUMMER,
        Column("toewijzingsdatum", _D, "date of the version"),
        Column("toewijzingstijd", _T, "time of the version"),
        Column("reden_wijziging", _T, "WJ002: 13 removes the assignment", nullable=True),
        Column("ingangsdatum", _D, "first day of the assignment"),
        Column("einddatum", _D, "last day of the assignment", nullable=True),
        Column("einde_voor_18", _F, "last day lies before the 18th birthday", nullable=True),
        Column("volume", _B, "assigned volume", nullable=True),
        Column("eenheid", _T, "WJ756 unit", nullable=True),
        Column("frequentie", _T, "WMO757 frequency", nullable=True),
        Column("budget", _B, "assigned budget in eurocents", nullable=True),
    ),
)

START = Table(
    "start",
    "one row per start of care (305)",
    (
        *_KEY,
        _AANBIEDER,
        *_PRODUCT,
        _BERICHT,
        _DAGTEKENING,
        _VOLGNUMMER,
        _STATUS,
        Column("begindatum", _D, "first day of care"),
        Column("begin_voor_18", _F, "first day lies before the 18th birthday", nullable=True),
        Column("begin_voor_23", _F, "first day lies before the 23rd birthday", nullable=True),
    ),
)

STOP = Table(
    "stop",
    "one row per end of care (307)",
    (
        *_KEY,
        _AANBIEDER,
        *_PRODUCT,
        _BERICHT,
        _DAGTEKENING,
        _VOLGNUMMER,
        _STATUS,
        Column("begindatum", _D, "first day of the care that ends"),
        Column("reden_beeindiging", _T, "JZ588 or WMO588: 20 is a temporary stop"),
        Column("einddatum", _D, "last day of care"),
        Column("einde_voor_18", _F, "last day lies before the 18th birthday", nullable=True),
    ),
)

VERZOEK = Table(
    "verzoek",
    "one row per requested product (315)",
    (
        _SESSIE,
        _DOMEIN,
        _GEMEENTE,
        _AANBIEDER,
        Column("referentie", _T, "pseudonym of the provider's reference"),
        _BERICHT,
        _DAGTEKENING,
        _VOLGNUMMER,
        Column("verwijzer", _T, "COD327 referrer"),
    ),
)

PRESTATIE = Table(
    "prestatie",
    "one row per claim line (323), debit and credit",
    (
        *_KEY,
        _AANBIEDER,
        _PERSOON,
        Column("referentienummer", _T, "pseudonym of the line's own number"),
        Column("vorig_referentienummer", _T, "credit: pseudonym of the line it cancels", nullable=True),
        *_PRODUCT,
        *_KIND,
        _BERICHT,
        _DAGTEKENING,
        _VOLGNUMMER,
        Column("debet_credit", _T, "COD043: D or C"),
        Column("periode_begin", _D, "first day of the period of care"),
        Column("periode_eind", _D, "last day of the period of care"),
        Column("volume", _B, "delivered volume"),
        Column("eenheid", _T, "WJ756 unit"),
        Column("bedrag", _B, "claimed amount in eurocents"),
    ),
)

AFKEURING = Table(
    "afkeuring",
    "one row per message that its receiver refused as a whole (302-316, 325)",
    (_SESSIE, _BERICHT),
)

AFGEWEZEN = Table(
    "afgewezen",
    "one row per claim line that the municipality refused (325)",
    (
        *_KEY,
        _AANBIEDER,
        Column("bericht", _T, "pseudonym of the message the line was claimed in"),
        Column("referentienummer", _T, "pseudonym of the line's own number"),
        *_PRODUCT,
        Column("periode_begin", _D, "first day of the period of care", nullable=True),
        Column("periode_eind", _D, "last day of the period of care", nullable=True),
        Column("volume", _B, "delivered volume", nullable=True),
        Column("eenheid", _T, "WJ756 unit", nullable=True),
        Column("bedrag", _B, "claimed amount in eurocents"),
        Column("debet_credit", _T, "COD043: D or C"),
    ),
)

VOORZIENING = Table(
    "voorziening",
    "one row per provision in the regional extract",
    (
        _SESSIE,
        _GEMEENTE,
        _KWARTAAL,
        _PERSOON,
        Column("wet", _T, "jeugdwet, wmo or participatiewet"),
        Column("toewijzingnummer", _B, "assignment it adds to; empty = a trajectory by itself", nullable=True),
        Column("voorziening_id", _T, "pseudonym of the own number; only without an assignment", nullable=True),
        Column("productcode", _T, "product code as delivered", nullable=True),
        *_KIND,
        _DYSLEXIE,
        Column("leveringsvorm", _T, "ZIN or PGB"),
        Column("aanbieder", _T, "AGB code of the provider", nullable=True),
        Column("begindatum", _D, "first day"),
        Column("begin_voor_18", _F, "first day lies before the 18th birthday", nullable=True),
        Column("begin_voor_23", _F, "first day lies before the 23rd birthday", nullable=True),
        Column("einddatum", _D, "last day", nullable=True),
        Column("einde_voor_18", _F, "last day lies before the 18th birthday", nullable=True),
        Column("verwijzer", _T, "COD327 referrer", nullable=True),
        Column("crisis", _F, "started as crisis care"),
    ),
)

PERSOON = Table(
    "persoon",
    "what a session tells of a person, birth date already reduced to year and quarters",
    (
        _SESSIE,
        _KWARTAAL,
        _PERSOON,
        Column("geslacht", _T, "m, v or o (unknown)"),
        Column("geboortejaar", _I, "year of birth", nullable=True),
        Column("kw_laatste_jeugd", _I, "quarter with the last day before the 18th birthday", nullable=True),
        Column("kw_18", _I, "quarter of the 18th birthday", nullable=True),
    ),
)

WOONSITUATIE = Table(
    "woonsituatie",
    "where a client lived in the quarter: one row per person",
    (
        _SESSIE,
        _PERSOON,
        _GEMEENTE,
        _KWARTAAL,
        Column("wijk", _T, "wijk of the authority holder; WK....XX when unknown"),
        Column("woongemeente", _T, "municipality of the wijk as delivered; empty when unknown", nullable=True),
        Column("huishouden", _T, "pseudonym of municipality and household number", nullable=True),
    ),
)

BEVOLKING = Table(
    "bevolking",
    "inhabitants on 1 January",
    (
        _SESSIE,
        _KWARTAAL,
        _GEMEENTE,
        Column("wijk", _T, "WK code; WK....XX when not an area of the vintage"),
        Column("jaar", _I, "year"),
        Column("leeftijd", _I, "age in whole years"),
        Column("geslacht", _T, "m or v"),
        Column("aantal", _I, "inhabitants"),
    ),
)

LEVERING = Table(
    "levering",
    "rows used and not used per raw table of the session",
    (
        _SESSIE,
        _GEMEENTE,
        _KWARTAAL,
        Column("tabel", _T, "raw table"),
        Column("gebruikt", _B, "rows used"),
        Column("afgekeurd", _B, "rows not used"),
    ),
)

TELLING = Table(
    "telling",
    "what could not be mapped, counted, so that nothing is lost silently",
    (
        _SESSIE,
        Column("onderwerp", _T, "what could not be mapped: see `standardise.counts`"),
        Column("sleutel", _T, "the code or raw table concerned"),
        Column("aantal", _B, "rows"),
    ),
)

EVENTS = (
    TOEWIJZING,
    START,
    STOP,
    VERZOEK,
    PRESTATIE,
    AFKEURING,
    AFGEWEZEN,
    VOORZIENING,
    PERSOON,
    WOONSITUATIE,
    BEVOLKING,
    LEVERING,
    TELLING,
)


def engine_name(table: Table) -> str:
    """The name under which the engine knows the events of all current sessions: `event_toewijzing`."""
    return f"event_{table.name}"
