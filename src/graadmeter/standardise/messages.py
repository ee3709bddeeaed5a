"""Events from iJw and iWmo messages: assignment (301), start (305), stop (307), request (315) and claim line (323)."""

from graadmeter.standardise.fragments import GEMEENTE, NUMMER, VOLGNUMMER, before_18, person

_ID = f"r.domein, {GEMEENTE} AS gemeente"
_KEY = f"{_ID}, {NUMMER} AS toewijzingnummer"
_MESSAGE = f"r.dagtekening, {VOLGNUMMER} AS volgnummer"
_REFERENCE = f"r.domein || '|' || {GEMEENTE} || '|' || r.aanbieder || '|'"

_KIND = """
    CASE WHEN c.soort = 'vervoer' THEN c.soort
        ELSE coalesce(s.soort, c.soort, CASE r.domein WHEN 'wmo' THEN 'wmo' ELSE 'jeugdhulp' END) END AS soort,
    CASE WHEN c.soort = 'vervoer' THEN NULL
        WHEN s.soort IS NULL OR r.domein = 'wmo' THEN coalesce(s.vorm, c.vorm) ELSE s.vorm END AS vorm"""
"""Category 42 is transport whatever the product says: it is never a trajectory, only cost."""


def _kinds(dag: str) -> str:
    return f"""
LEFT JOIN std_soort s ON s.domein = r.domein AND s.productcode = r.productcode AND s.dag = {dag}
LEFT JOIN std_categorie c ON c.domein = r.domein AND c.categorie = r.categorie"""


TOEWIJZING = f"""
SELECT {_KEY}, {person()} AS persoon, r.aanbieder, {_REFERENCE} || r.referentie AS referentie,
    r.categorie, r.productcode, {_KIND}, coalesce(s.dyslexie, FALSE) AS dyslexie,
    {_MESSAGE}, r.toewijzingsdatum, r.toewijzingstijd, r.reden_wijziging, r.ingangsdatum, r.einddatum,
    {before_18("r.einddatum")} AS einde_voor_18, r.volume, r.eenheid, r.frequentie, r.budget
FROM std_toewijzing r {_kinds("r.ingangsdatum")}
"""

START = f"""
SELECT * FROM (
    SELECT {_KEY}, r.aanbieder, r.categorie, r.productcode, {_MESSAGE}, r.status_aanlevering,
        r.begindatum, {before_18("r.begindatum")} AS begin_voor_18
    FROM std_start r
) WHERE toewijzingnummer IS NOT NULL
"""

STOP = f"""
SELECT * FROM (
    SELECT {_KEY}, r.aanbieder, r.categorie, r.productcode, {_MESSAGE}, r.status_aanlevering,
        r.begindatum, r.reden_beeindiging, r.einddatum, {before_18("r.einddatum")} AS einde_voor_18
    FROM std_stop r
) WHERE toewijzingnummer IS NOT NULL
"""

VERZOEK = f"""
SELECT {_ID}, r.aanbieder, {_REFERENCE} || r.referentie AS referentie, {_MESSAGE}, r.verwijzer_type AS verwijzer
FROM std_verzoek r
"""

PRESTATIE = f"""
SELECT {_KEY}, r.aanbieder, {person()} AS persoon, {_REFERENCE} || r.referentienummer AS referentienummer,
    {_REFERENCE} || r.vorig_referentienummer AS vorig_referentienummer,
    r.categorie, r.productcode, {_KIND}, {_MESSAGE}, r.debet_credit,
    r.periode_begin, r.periode_eind, r.volume, r.eenheid, r.bedrag
FROM std_prestatie r {_kinds("r.periode_begin")}
"""
