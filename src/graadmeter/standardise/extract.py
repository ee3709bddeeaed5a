"""Events from the regional extract of provisions, and from the population file.

A wijk is known by code and vintage: `std_wijk` holds the codes of the workspace's vintage with their municipality. A
wijk of another vintage or of another municipality is unknown here, so that the wijken of a municipality and its
'unknown' add up to the municipality.
"""

VOORZIENING = """
SELECT r.gm AS gemeente, r.persoon, r.wet, r.nummer AS toewijzingnummer,
    CASE WHEN r.nummer IS NULL THEN r.gm || '|' || r.voorziening_id END AS voorziening_id, r.productcode,
    CASE r.wet WHEN 'wmo' THEN 'wmo' WHEN 'participatiewet' THEN 'bijstand'
        ELSE coalesce(p.soort, 'jeugdhulp') END AS soort,
    CASE r.wet WHEN 'jeugdwet' THEN coalesce(p.vorm, CASE WHEN coalesce(p.soort, 'jeugdhulp') = 'jeugdhulp'
        THEN r.hulpvorm END) WHEN 'wmo' THEN p.vorm END AS vorm,
    p.geldig, coalesce(p.dyslexie, FALSE) AS dyslexie, r.leveringsvorm, r.aanbieder,
    r.begindatum, r.begindatum < r.achttien AS begin_voor_18, r.begindatum < r.drieentwintig AS begin_voor_23,
    r.einddatum, r.einddatum < r.achttien AS einde_voor_18, r.verwijzer, coalesce(r.crisis = 'J', FALSE) AS crisis
FROM std_voorziening r
LEFT JOIN std_product p ON p.domein = CASE r.wet WHEN 'wmo' THEN 'wmo' WHEN 'jeugdwet' THEN 'jw' END
    AND p.productcode = r.productcode AND r.begindatum BETWEEN p.van AND p.tot
"""

WOONSITUATIE = """
SELECT r.persoon, r.gm AS gemeente,
    coalesce(min(w.wijk), 'WK' || substr(r.gm, 3) || 'XX') AS wijk,
    coalesce(min(r.gm) FILTER (substr(r.wijk, 3, 4) = substr(r.gm, 3)), 'GM' || min(substr(r.wijk, 3, 4)))
        AS woongemeente, r.gm || '|' || min(r.huishouden) AS huishouden
FROM (
    SELECT persoon, gm, wijk, huishouden FROM std_voorziening
    UNION ALL SELECT bsn, 'GM' || gemeente, coalesce(wijk, 'WK' || substr(buurt, 3, 6)), huishouden FROM std_adres
    WHERE bsn NOT IN ('999999999', '000000000')
) r
LEFT JOIN std_wijk w ON w.wijk = r.wijk AND w.gemeente = r.gm
GROUP BY r.persoon, r.gm
"""
"""A person with several provisions has one wijk: a known one goes before unknown, and the lowest code decides.

`woongemeente` is the municipality of the wijk as delivered: the delivering one when any wijk is its own.

`adres` adds clients whose wijk no extract tells."""

BEVOLKING = """
SELECT r.gm AS gemeente, coalesce(w.wijk, 'WK' || r.gemeente || 'XX') AS wijk, year(r.peildatum) AS jaar,
    r.leeftijd, r.geslacht, CAST(sum(r.aantal) AS INTEGER) AS aantal
FROM std_bevolking r
LEFT JOIN std_wijk w ON w.wijk = r.wijk AND w.gemeente = r.gm
GROUP BY 1, 2, 3, 4, 5
"""

WOONVORM = BEVOLKING.replace("\nFROM", ", CAST(sum(r.in_instelling) AS INTEGER) AS in_instelling\nFROM")
"""The same inhabitants, and how many of them live in an institution."""
