"""The uniform model: the person-level tables of the warehouse, after pseudonymisation, that every indicator counts.

Quarter columns (`kw_...`, `..._van`, `..._tot`) are quarter indexes, year * 4 + quarter - 1. Exact dates of birth do
not exist here: whether an event fell before the 18th birthday is decided while the birth date is still known.
"""

from graadmeter.domain.tables import Column, Table, Type

_T, _I, _B, _D, _F = Type.TEXT, Type.INT, Type.BIGINT, Type.DATE, Type.BOOL

PERSOON = Table(
    "persoon",
    "one row per pseudonymised person",
    (
        Column("persoon", _B, "dense number that stands for the keyed pseudonym within this warehouse"),
        Column("geslacht", _T, "m, v or o (unknown)"),
        Column("geboortejaar", _I, "year of birth", nullable=True),
        Column("kw_laatste_jeugd", _I, "quarter with the last day before the 18th birthday", nullable=True),
        Column("kw_18", _I, "quarter of the 18th birthday", nullable=True),
    ),
)

TRAJECT = Table(
    "traject",
    "one row per trajectory: overlapping ones of the same person, form and provider are merged (CBS rule)",
    (
        Column("traject", _B, "number within this warehouse"),
        Column("persoon", _B, "see persoon"),
        Column("gemeente", _T, "responsible municipality (woonplaatsbeginsel): GM0141"),
        Column("wet", _T, "jeugdwet, wmo or participatiewet"),
        Column("soort", _T, "jeugdhulp, bescherming, reclassering, preventief, wmo or bijstand"),
        Column("hulpvorm", _T, "CBS form of youth help 01-04, 11-14; only for jeugdhulp", nullable=True),
        Column("maatregel", _T, "CBS measure code; only for bescherming, reclassering, preventief", nullable=True),
        Column("wmo_vorm", _T, "huishouden, ondersteuning, verblijf or hulpmiddelen; only for wmo", nullable=True),
        Column("voorziening", _T, "kind of provision, for stacking: hulpvorm, maatregel, wmo_vorm or bijstand"),
        Column("productcode", _T, "product code as assigned", nullable=True),
        Column("verblijf", _F, "youth help with residence (hulpvorm 11-14)"),
        Column("dyslexie", _F, "dyslexia care"),
        Column("crisis", _F, "started as crisis care"),
        Column("verwijzer", _T, "COD327 referrer 01-06, 08, or 99 unknown"),
        Column("aanbieder", _T, "AGB code of the provider", nullable=True),
        Column("leveringsvorm", _T, "ZIN (in kind) or PGB"),
        Column("begin", _D, "first day of care"),
        Column("einde", _D, "last day of care; empty while running", nullable=True),
        Column("reden_einde", _T, "end reason as delivered", nullable=True),
        Column("kw_begin", _I, "quarter of begin"),
        Column("kw_einde", _I, "quarter of einde; empty while running", nullable=True),
        Column("begin_jeugd", _F, "begun before the 18th birthday"),
        Column("einde_jeugd", _F, "ended before the 18th birthday"),
        Column("jeugd_van", _I, "first quarter with an active day before the 18th birthday", nullable=True),
        Column("jeugd_tot", _I, "last such quarter", nullable=True),
        Column("volw_van", _I, "first quarter with an active day from the 18th birthday on", nullable=True),
        Column("volw_tot", _I, "last such quarter", nullable=True),
        Column("jong_van", _I, "first quarter with an active day, when begun before the 23rd birthday", nullable=True),
        Column("jong_tot", _I, "last quarter with an active day before the 23rd birthday", nullable=True),
    ),
)

WOONSITUATIE = Table(
    "woonsituatie",
    "where a client lived in a quarter, as the regional extract says; one row per person, municipality and quarter",
    (
        Column("persoon", _B, "see persoon"),
        Column("gemeente", _T, "responsible municipality"),
        Column("kwartaal", _I, "quarter index"),
        Column("wijk", _T, "wijk of the authority holder; WK....XX when unknown"),
        Column("huishouden", _B, "dense number of the household", nullable=True),
    ),
)

DECLARATIEREGEL = Table(
    "declaratieregel",
    "one row per claimed line, credit lines already set off against what they correct",
    (
        Column("persoon", _B, "see persoon"),
        Column("gemeente", _T, "municipality that pays"),
        Column("wet", _T, "jeugdwet or wmo"),
        Column("aanbieder", _T, "AGB code"),
        Column("productcode", _T, "product code"),
        Column("soort", _T, "jeugdhulp, bescherming, reclassering, preventief, vervoer or wmo"),
        Column("hulpvorm", _T, "form or measure for jeugdwet", nullable=True),
        Column("wmo_vorm", _T, "main group for wmo", nullable=True),
        Column("vervoer", _F, "transport (product category 42)"),
        Column("kw", _I, "quarter of the period of care"),
        Column("volume", _B, "delivered volume in the product's unit"),
        Column("bedrag_cent", _B, "net amount in eurocents"),
    ),
)

BEVOLKING = Table(
    "bevolking",
    "inhabitants on 1 January",
    (
        Column("gemeente", _T, "GM code"),
        Column("wijk", _T, "WK code"),
        Column("jaar", _I, "year"),
        Column("leeftijd", _I, "age in whole years on 1 January (95 = 95 and older)"),
        Column("geslacht", _T, "m or v"),
        Column("aantal", _I, "inhabitants"),
    ),
)

HERKOMST = Table(
    "herkomst",
    "which delivery sessions each trajectory rests on",
    (Column("traject", _B, "see traject"), Column("sessie", _T, "session id")),
)

LEVERING = Table(
    "levering",
    "what was delivered: one row per session and raw table",
    (
        Column("sessie", _T, "session id"),
        Column("gemeente", _T, "deliverer"),
        Column("kwartaal", _I, "quarter index"),
        Column("tabel", _T, "raw table"),
        Column("gebruikt", _B, "rows used"),
        Column("afgekeurd", _B, "rows not used"),
    ),
)

MODEL = (PERSOON, TRAJECT, WOONSITUATIE, DECLARATIEREGEL, BEVOLKING, HERKOMST, LEVERING)
