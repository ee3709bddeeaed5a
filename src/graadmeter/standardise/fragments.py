"""SQL expressions that several event queries share: municipality code, 18th birthday, person key, sex."""

from graadmeter.domain.bsn import UNBORN, UNKNOWN

GEMEENTE = "'GM' || r.gemeente"

NUMMER = "CAST(r.toewijzingnummer AS BIGINT)"

VOLGNUMMER = "row_number() OVER (ORDER BY r.bestand, r.regel)"
"""Order in which the session holds the records, so that a correction sent on the same day comes after its original."""

GESLACHT = "CASE r.geslacht WHEN '1' THEN 'm' WHEN '2' THEN 'v' ELSE 'o' END"

BIRTHDAY_18 = (
    "CASE WHEN month(r.geboortedatum) = 2 AND day(r.geboortedatum) = 29 "
    "THEN make_date(year(r.geboortedatum) + 18, 3, 1) "
    "ELSE make_date(year(r.geboortedatum) + 18, month(r.geboortedatum), day(r.geboortedatum)) END"
)
"""The rule of `domain.ages.eighteenth_birthday`; a test holds the two together."""

SPECIAL = f"r.bsn IN ('{UNKNOWN}', '{UNBORN}')"
"""Unknown and unborn, in whichever order a protocol defines them: neither is a person."""


def before_18(day: str) -> str:
    """Whether `day` lies before the 18th birthday; NULL when either date is unknown."""
    return f"{day} < {BIRTHDAY_18}"


def quarter(day: str) -> str:
    """The quarter index of `day`."""
    return f"year({day}) * 4 + quarter({day}) - 1"


def person(domein: str = "r.domein") -> str:
    """The raw person key: the BSN, or for a special BSN the assignment, so that nobody is merged with a stranger.

    The CBS protocol falls back on sex, birth date, postcode and start. Claims carry none of these, while an assignment
    belongs to one person; so the fallback is municipality, domain and assignment number.
    """
    return f"CASE WHEN {SPECIAL} THEN {GEMEENTE} || '|' || {domein} || '|' || {NUMMER} ELSE r.bsn END"
