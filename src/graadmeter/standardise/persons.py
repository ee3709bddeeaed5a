"""What a session tells of persons: sex, year of birth and the quarters around the 18th birthday; no birth date.

Where records of one session differ, the municipality (301, extract) goes before the provider (305, 307, 315), and the
latest message goes before earlier ones.
"""

from graadmeter.standardise.extract import PERSOON as EXTRACT_PERSON
from graadmeter.standardise.fragments import BIRTHDAY_18, GESLACHT, person, quarter

_FACTS = f"{GESLACHT} AS geslacht, r.geboortedatum, {BIRTHDAY_18} AS achttien"


def _told(table: str, rank: int) -> str:
    return f"SELECT {rank} AS rang, {person()} AS persoon, r.dagtekening, {_FACTS} FROM std_{table} r"


_ALL = " UNION ALL ".join(
    [
        _told("toewijzing", 1),
        f"SELECT 1 AS rang, {EXTRACT_PERSON} AS persoon, NULL AS dagtekening, {_FACTS} FROM std_voorziening r",
        _told("start", 2),
        _told("stop", 2),
    ]
)

PERSOON = f"""
SELECT rang, persoon, geslacht, CAST(year(geboortedatum) AS INTEGER) AS geboortejaar,
    {quarter("(achttien - 1)")} AS kw_laatste_jeugd, {quarter("achttien")} AS kw_18
FROM ({_ALL})
WHERE persoon IS NOT NULL
QUALIFY row_number() OVER (
    PARTITION BY persoon ORDER BY rang, dagtekening DESC NULLS LAST, geboortedatum DESC NULLS LAST, geslacht
) = 1
"""
