"""Event and model tables of what providers and Veilig Thuis deliver by protocol, apart from municipal trajectories.

The same care reaches a region twice: from the municipality (messages, extract) and from the provider (CBS records).
So that nothing counts twice, the tables here are never added to `traject`; they stand beside it, to compare with.
"""

from graadmeter.domain.tables import Column, Table, Type

_T, _I, _B, _D, _F = Type.TEXT, Type.INT, Type.BIGINT, Type.DATE, Type.BOOL

_OF_SESSION = (
    Column("sessie", _T, "delivery session"),
    Column("aanleveraar", _T, "who delivered: AGB code, VT05 or GM0141"),
    Column("kwartaal", _I, "quarter index of the delivery"),
)
_PERIODE = (
    Column("periode", _T, "half-year or quarter the record is about"),
    Column("kw_periode", _I, "its last quarter"),
)


def _may(name: str, kind: Type, meaning: str) -> Column:
    return Column(name, kind, meaning, nullable=True)


_PERSON = (
    _may("gemeente", _T, "responsible municipality; empty when only a postcode was delivered"),
    Column("geslacht", _T, "m, v or o (unknown)"),
    Column("geboortejaar", _I, "year of birth"),
)
_ENDING = (
    _may("einddatum", _D, "last day"),
    _may("einde_voor_18", _F, "last day lies before the 18th birthday"),
    _may("reden_einde", _T, "reason of ending, by the list of its register"),
)
_PLACEMENT = (
    _may("machtiging", _T, "71 closed placement, 72 out-of-home placement"),
    _may("machtiging_begin", _D, "first day of the authorisation"),
    _may("machtiging_einde", _D, "last day of the authorisation"),
)
_PROBATION = (
    _may("doorverwezen", _F, "referred on at the end"),
    _may("erkende_interventie", _F, "recognised intervention"),
)
_OUTCOMES = tuple(
    column
    for number in (1, 2)
    for column in (
        _may(f"informant_{number}", _T, f"outcome {number}: J young person, O parent or carer"),
        _may(f"nut_{number}", _I, f"outcome {number}: usefulness, 1-10"),
        _may(f"zonder_hulp_{number}", _T, f"outcome {number}: BIJ_ZONDER_HULP"),
    )
)

BIJ_RECORD = Table(
    "bij_record",
    "one row per CBS record on youth help, protection or probation, as delivered for one period",
    (
        *_OF_SESSION,
        *_PERIODE,
        Column("register", _T, "jeugdhulp, bescherming or reclassering"),
        Column("volgnummer", _I, "order in which the session holds the records"),
        Column("persoon", _T, "pseudonym of the BSN; without one, of what the protocol names instead"),
        *_PERSON,
        Column("vorm", _T, "CBS form of help or measure"),
        _may("verwijzer", _T, "COD327 referrer"),
        _may("crisis", _F, "started as crisis"),
        _may("begindatum", _D, "first day; empty after a hand-over"),
        _may("begin_voor_18", _F, "first day lies before the 18th birthday"),
        *_ENDING,
        _may("overgedragen", _D, "last day here, when handed over"),
        _may("overgenomen", _D, "first day here, after a hand-over"),
        *_PLACEMENT,
        *_PROBATION,
        *_OUTCOMES,
    ),
)

_VT_PERSON = (
    _may("persoon", _T, "pseudonym of the BSN of a person involved; empty when unknown"),
    _may("voor_18", _F, "the person involved is under 18 on the day of report or start"),
)
_NATURE = _may("aard", _B, "nature of the violence: bit n is code n of VT_AARD")
_REASON = _may("aanleiding", _B, "reason: bit n is code n of VT_AANLEIDING")
_REPORT = (
    _REASON,
    _NATURE,
    Column("melder", _T, "VT_HOEDANIGHEID of who reported"),
    Column("datum_melding", _D, "day of the report"),
    Column("datum_besluit", _D, "day of the triage decision"),
    Column("besluit", _T, "VT_BESLUIT"),
    _may("overdracht", _B, "direct hand-over: bit n is code n of VT_OVERDRACHT"),
)
_INQUIRY = (
    Column("datum_start", _D, "first day"),
    Column("datum_afronding", _D, "day of completion"),
    _may("uitkomst", _B, "outcome: bit n is code n of VT_UITKOMST"),
    _NATURE,
    _may("vervolg", _B, "follow-up: bit n is code n of VT_OVERDRACHT"),
)
_ADVICE = (_REASON, _NATURE, Column("hoedanigheid", _T, "VT_HOEDANIGHEID of who asked"))

VT_MELDING = Table(
    "vt_melding",
    "one row per report to Veilig Thuis and person involved",
    (
        *_OF_SESSION,
        *_PERIODE,
        Column("melding", _T, "pseudonym of the report"),
        _may("casus", _T, "pseudonym of the main case"),
        _may("onderzoek", _T, "pseudonym of the investigation"),
        *_REPORT,
        *_VT_PERSON,
    ),
)
VT_ONDERZOEK = Table(
    "vt_onderzoek",
    "one row per investigation by Veilig Thuis and person involved",
    (*_OF_SESSION, *_PERIODE, Column("onderzoek", _T, "pseudonym of the investigation"), *_INQUIRY, *_VT_PERSON),
)
VT_ADVIES = Table(
    "vt_advies",
    "one row per advice by Veilig Thuis",
    (*_OF_SESSION, *_PERIODE, Column("advies", _T, "pseudonym of the advice"), *_ADVICE),
)
_STATUTORY = (
    Column("gemeente", _T, "municipality of residence"),
    Column("geboortejaar", _I, "year of birth"),
    Column("aanbieder", _T, "AGB code"),
    Column("soort", _T, "jeugdhulp, bescherming or reclassering"),
    Column("vorm", _T, "CBS form of help or measure"),
    _may("verwijzer", _T, "COD327 referrer"),
    _may("toewijzingsdatum", _D, "day of the assignment"),
    _may("beoogd_begin", _D, "intended first day"),
    Column("begindatum", _D, "actual first day"),
    _may("einddatum", _D, "last day"),
    _may("reden_einde", _T, "reason of ending as delivered"),
    _may("bedrag", _B, "amount charged, eurocents"),
    _may("volume", _B, "volume delivered"),
)
ART8F = Table(
    "art8f",
    "one row per statutory record (Regeling Jeugdwet art. 8f)",
    (*_OF_SESSION, Column("persoon", _T, "pseudonym of the BSN"), *_STATUTORY),
)

PROTOCOL_EVENTS = (BIJ_RECORD, VT_MELDING, VT_ONDERZOEK, VT_ADVIES, ART8F)

_NUMBER = Column("persoon", _B, "see persoon")

PROTOCOL_MODEL = (
    Table(
        "bij_traject",
        "one row per trajectory as its provider reported it to CBS; never added to traject",
        (
            Column("bij_traject", _B, "number within this warehouse"),
            _NUMBER,
            *_PERSON,
            Column("register", _T, "jeugdhulp, bescherming or reclassering"),
            Column("vorm", _T, "CBS form of help or measure"),
            _may("verwijzer", _T, "COD327 referrer of the earliest record"),
            _may("crisis", _F, "the earliest record started as crisis"),
            Column("aanbieder", _T, "who delivered last"),
            Column("begin", _D, "first day; after a hand-over whose beginning is not known, the first day here"),
            Column("begin_bekend", _F, "whether begin is the first day of the measure or help"),
            _may("begin_voor_18", _F, "begun before the 18th birthday"),
            *_ENDING,
            Column("overdrachten", _I, "how often it was handed over to another institution"),
            Column("kw_gemeld", _I, "last quarter of the latest period that holds it"),
            *_PLACEMENT,
            *_PROBATION,
        ),
    ),
    Table(
        "bij_uitkomst",
        "one row per outcome measurement in a CBS record on youth help",
        (
            _NUMBER,
            Column("aanbieder", _T, "who delivered it"),
            Column("vorm", _T, "CBS form of help"),
            Column("begindatum", _D, "first day of the record"),
            Column("meting", _I, "1 or 2"),
            _may("informant", _T, "J young person, O parent or carer"),
            _may("nut", _I, "usefulness, 1-10"),
            _may("zonder_hulp", _T, "BIJ_ZONDER_HULP"),
        ),
    ),
    Table(
        "vt_melding",
        "one row per report to Veilig Thuis",
        (
            Column("melding", _B, "number within this warehouse"),
            Column("aanleveraar", _T, "Veilig Thuis organisation"),
            _may("casus", _B, "number of the main case"),
            _may("onderzoek", _B, "see vt_onderzoek"),
            *_REPORT,
            Column("betrokkenen", _I, "persons involved, known or not"),
            Column("minderjarigen", _I, "of them known to be under 18"),
        ),
    ),
    Table(
        "vt_onderzoek",
        "one row per investigation by Veilig Thuis",
        (
            Column("onderzoek", _B, "number within this warehouse"),
            Column("aanleveraar", _T, "Veilig Thuis organisation"),
            *_INQUIRY,
            Column("betrokkenen", _I, "persons involved, known or not"),
        ),
    ),
    Table(
        "vt_betrokkene",
        "one row per known person in a report or investigation",
        (
            _NUMBER,
            _may("melding", _B, "see vt_melding"),
            _may("onderzoek", _B, "see vt_onderzoek"),
            _may("voor_18", _F, "under 18 on the day of report or start"),
        ),
    ),
    Table(
        "vt_advies",
        "one row per advice by Veilig Thuis",
        (Column("advies", _B, "number"), Column("aanleveraar", _T, "Veilig Thuis organisation"), *_ADVICE),
    ),
    Table("art8f", "one row per statutory record, as last delivered", (_NUMBER, *_STATUTORY)),
)

PROTOCOL_IDENTIFIERS = {"melding": "melding", "casus": "melding", "onderzoek": "onderzoek", "advies": "advies"}
"""Columns beside `persoon` that hold an id before and a pseudonym after pseudonymisation, with their purpose."""
