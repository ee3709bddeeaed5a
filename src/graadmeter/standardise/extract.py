"""Events from the regional extract of provisions, and from the population file.

A wijk is known by code and vintage: `std_wijk` holds the codes of the workspace's vintage with their municipality. A
wijk of another vintage or of another municipality is unknown here, so that the wijken of a municipality and its
'unknown' add up to the municipality.
"""

from graadmeter.standardise.fragments import GEMEENTE, NUMMER, before_18, person

_DOMEIN = "CASE r.wet WHEN 'wmo' THEN 'wmo' WHEN 'jeugdwet' THEN 'jw' ELSE 'pw' END"

PERSOON = f"""CASE WHEN r.toewijzingnummer IS NULL AND {person(_DOMEIN)} IS NULL
    THEN {GEMEENTE} || '|voorziening|' || r.voorziening_id ELSE {person(_DOMEIN)} END"""
"""A special BSN without an assignment: the provision itself stands for the person."""

_KWARTAAL = "CAST(left(r.kwartaal, 4) AS INTEGER) * 4 + CAST(right(r.kwartaal, 2) AS INTEGER) - 1"

VOORZIENING = f"""
SELECT {GEMEENTE} AS gemeente, {_KWARTAAL} AS kwartaal, {PERSOON} AS persoon, r.wet, {NUMMER} AS toewijzingnummer,
    CASE WHEN r.toewijzingnummer IS NULL THEN {GEMEENTE} || '|' || r.voorziening_id END AS voorziening_id,
    r.productcode,
    CASE r.wet WHEN 'wmo' THEN 'wmo' WHEN 'participatiewet' THEN 'bijstand'
        ELSE coalesce(s.soort, 'jeugdhulp') END AS soort,
    CASE r.wet WHEN 'jeugdwet' THEN coalesce(s.vorm, CASE WHEN coalesce(s.soort, 'jeugdhulp') = 'jeugdhulp'
        THEN r.hulpvorm END) WHEN 'wmo' THEN s.vorm END AS vorm,
    coalesce(s.dyslexie, FALSE) AS dyslexie, r.leveringsvorm, r.aanbieder,
    r.begindatum, {before_18("r.begindatum")} AS begin_voor_18,
    r.einddatum, {before_18("r.einddatum")} AS einde_voor_18, r.verwijzer, coalesce(r.crisis = 'J', FALSE) AS crisis
FROM std_voorziening r
LEFT JOIN std_soort s ON s.domein = {_DOMEIN} AND s.productcode = r.productcode AND s.dag = r.begindatum
"""

WOONSITUATIE = f"""
SELECT persoon, gemeente, kwartaal, coalesce(min(wijk), 'WK' || substr(gemeente, 3) || 'XX') AS wijk,
    min(huishouden) AS huishouden
FROM (
    SELECT {PERSOON} AS persoon, {GEMEENTE} AS gemeente, {_KWARTAAL} AS kwartaal, w.wijk,
        {GEMEENTE} || '|' || r.huishouden AS huishouden
    FROM std_voorziening r
    LEFT JOIN std_wijk w ON w.wijk = r.wijk AND w.gemeente = {GEMEENTE}
)
GROUP BY persoon, gemeente, kwartaal
"""
"""A person with several provisions has one wijk: a known one goes before unknown, and the lowest code decides."""

BEVOLKING = f"""
SELECT gemeente, wijk, jaar, leeftijd, geslacht, CAST(sum(aantal) AS INTEGER) AS aantal
FROM (
    SELECT {GEMEENTE} AS gemeente, coalesce(w.wijk, 'WK' || r.gemeente || 'XX') AS wijk, year(r.peildatum) AS jaar,
        r.leeftijd, r.geslacht, r.aantal
    FROM std_bevolking r
    LEFT JOIN std_wijk w ON w.wijk = r.wijk AND w.gemeente = {GEMEENTE}
)
GROUP BY ALL
"""
