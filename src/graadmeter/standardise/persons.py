"""What a session tells of persons: sex, year of birth and the quarters around the 18th birthday; no birth date.

The municipality tells it, in the assignment (301) or the extract: nobody has a trajectory without one of the two. A
fact table tells it of others. Where
records of one session differ, the latest message goes before earlier ones, and a message before the extract.
"""

_FACTS = "persoon, geboortedatum, geslacht, achttien"

PERSOON = f"""
SELECT persoon, CASE geslacht WHEN '1' THEN 'm' WHEN '2' THEN 'v' ELSE 'o' END AS geslacht,
    year(geboortedatum) AS geboortejaar,
    year(achttien - 1) * 4 + quarter(achttien - 1) - 1 AS kw_laatste_jeugd,
    year(achttien) * 4 + quarter(achttien) - 1 AS kw_18
FROM (
    SELECT {_FACTS}, dagtekening FROM std_toewijzing
    UNION ALL SELECT {_FACTS}, NULL FROM std_voorziening
    UNION ALL SELECT {_FACTS}, NULL FROM std_feitpersoon
)
WHERE persoon IS NOT NULL
QUALIFY row_number() OVER (
    PARTITION BY persoon ORDER BY dagtekening DESC NULLS LAST, geboortedatum DESC NULLS LAST, geslacht
) = 1
"""
