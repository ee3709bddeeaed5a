"""Claim lines of the Gemeentelijk Gegevensmodel (Declaratieregel) as rows of the claims extract.

The granted provision gives client, law, product and whether it is a personal budget; its assignment the number and the
provider; the supply (Levering) volume and unit. A line without a volume is a claim in euros: unit 83, whose volume is
the amount (iStandaarden IV042). The rows keep file and line of the claim line.
"""

from graadmeter.deliver.ggm_parts import law, one

CLAIMS = ("ggm_declaratieregel", "ggm_levering")

CLAIM_ROWS = f"""
SELECT '{{gemeente}}' AS gemeente, '{{kwartaal}}' AS kwartaal, c.bsn, {law("g.wet")} AS wet,
    d.declaratieregel_code AS regelnummer, coalesce(d.toewijzingnummer, t.toewijzingnummer) AS toewijzingnummer,
    CASE WHEN g.leveringsvorm = 'ZIN' THEN coalesce(t.leverancier, g.leverancier) END AS aanbieder,
    substr(v.productcode, 1, 2) AS categorie, v.productcode, d.datum_start AS periode_begin,
    d.datum_einde AS periode_eind, coalesce(CASE WHEN l.eenheid IS NOT NULL THEN l.omvang END, ltrim(b.cent, '-'))
    AS volume, CASE WHEN l.omvang IS NOT NULL THEN coalesce(l.eenheid, '83') ELSE '83' END AS eenheid,
    b.cent AS bedrag, g.leveringsvorm, g.beschikte_voorziening_code AS voorziening_id, d.bestand, d.regel
FROM ggm_declaratieregel d
CROSS JOIN LATERAL (
    SELECT CAST(CAST(TRY_CAST(replace(d.bedrag, ',', '.') AS DECIMAL(18, 2)) * 100 AS BIGINT) AS VARCHAR) AS cent
) b
LEFT JOIN {one("ggm_beschikte_voorziening", "beschikte_voorziening_code")} g USING (beschikte_voorziening_code)
LEFT JOIN {one("ggm_beschikking", "beschikking_code")} h ON h.beschikking_code = g.beschikking_code
LEFT JOIN {one("ggm_client", "client_code")} c ON c.client_code = h.client_code
LEFT JOIN {one("ggm_voorziening", "voorziening_code")} v ON v.voorziening_code = g.voorziening_code
LEFT JOIN {one("ggm_levering", "levering_code")} l ON l.levering_code = d.levering_code
LEFT JOIN {one("ggm_toewijzing", "beschikte_voorziening_code")} t
    ON t.beschikte_voorziening_code = d.beschikte_voorziening_code
WHERE coalesce(d.datum_start <= '{{last}}', TRUE)
ORDER BY d.bestand, d.regel
"""
"""Lines of care up to the quarter's last day; a line delivered before counts once, by its number."""
