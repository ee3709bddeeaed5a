"""Events from the messages that carry a product to be mapped: assignments (301) and claim lines (323).

The queries read raw tables with the columns of `derived`. `geldig` is empty for a code that the catalogue lacks.
"""

from graadmeter.domain.returns import SENT_AS
from graadmeter.standardise.refusals import message_key

_ID = "r.domein, r.gm AS gemeente"
_KEY = f"{_ID}, r.nummer AS toewijzingnummer"
_MESSAGE = "r.dagtekening, r.volgnummer"
_OF = {table: message_key(f"'{number}'") + " AS bericht" for table, number in SENT_AS.items()}
_REFERENCE = "r.domein || '|' || r.gm || '|' || r.aanbieder || '|'"

_KIND = """
    CASE WHEN c.soort = 'vervoer' THEN c.soort
        ELSE coalesce(p.soort, c.soort, CASE r.domein WHEN 'wmo' THEN 'wmo' ELSE 'jeugdhulp' END) END AS soort,
    CASE WHEN c.soort = 'vervoer' THEN NULL
        WHEN p.soort IS NULL OR r.domein = 'wmo' THEN coalesce(p.vorm, c.vorm) ELSE p.vorm END AS vorm,
    p.geldig"""
"""Category 42 is transport whatever the product says: it is never a trajectory, only cost."""


def _products(dag: str) -> str:
    return f"""
LEFT JOIN std_product p ON p.domein = r.domein AND p.productcode = r.productcode AND {dag} BETWEEN p.van AND p.tot
LEFT JOIN std_categorie c ON c.domein = r.domein AND c.categorie = r.categorie"""


TOEWIJZING = f"""
SELECT {_KEY}, r.persoon, r.aanbieder, {_REFERENCE} || r.referentie AS referentie,
    r.categorie, r.productcode, {_KIND}, coalesce(p.dyslexie, FALSE) AS dyslexie,
    {_OF["toewijzing"]}, {_MESSAGE}, r.toewijzingsdatum, r.toewijzingstijd, r.reden_wijziging,
    r.ingangsdatum, r.einddatum, r.einddatum < r.achttien AS einde_voor_18, r.volume, r.eenheid, r.frequentie, r.budget
FROM std_toewijzing r {_products("r.ingangsdatum")}
"""

PRESTATIE = f"""
SELECT {_KEY}, r.aanbieder, r.persoon, {_REFERENCE} || r.referentienummer AS referentienummer,
    {_REFERENCE} || r.vorig_referentienummer AS vorig_referentienummer,
    r.categorie, r.productcode, {_KIND}, {_OF["prestatie"]}, {_MESSAGE}, r.debet_credit,
    r.periode_begin, r.periode_eind, r.volume, r.eenheid, r.bedrag
FROM std_prestatie r {_products("r.periode_begin")}
"""
