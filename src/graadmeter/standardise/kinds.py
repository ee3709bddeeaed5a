"""From product code to kind of care, through the dated product catalogue: `(code, domain, municipality, day)`.

A region's own products go before the national list, products of one municipality before those of all, later ones before
earlier ones. A code the catalogue lacks keeps what its category tells: for the Wmo the main group (CBS, 'Wmo-
maatwerkarrangementen': WMO020 to main group), for the Jeugdwet the kind of care and, for the categories of 2015, the
form. Otherwise the form stays empty.
"""

from collections.abc import Sequence
from datetime import date

import pyarrow as pa

from graadmeter.catalogue.products import base_products
from graadmeter.domain.products import Product

_WMO_FORMS = {
    "huishouden": ("01",),
    "ondersteuning": ("02", "03", "04", "06", "07", "09", "10"),
    "verblijf": ("15", "16", "17", "18"),
    "hulpmiddelen": ("05", "08", "11", "12", "13", "14"),
}
_JW_KINDS = {"42": "vervoer", "47": "reclassering", "48": "bescherming", "49": "preventief"}
_JW_FORMS = {"31": "01", "32": "02", "33": "03", "34": "04", "35": "11", "36": "12", "37": "13", "38": "14"}

_FOREVER = date(9999, 12, 31)

_SCHEMA = pa.schema(
    [
        pa.field("landelijk", pa.bool_()),
        pa.field("volgorde", pa.int32()),
        pa.field("productcode", pa.string()),
        pa.field("domein", pa.string()),
        pa.field("gemeente", pa.string()),
        pa.field("soort", pa.string()),
        pa.field("vorm", pa.string()),
        pa.field("dyslexie", pa.bool_()),
        pa.field("van", pa.date32()),
        pa.field("tot", pa.date32()),
    ]
)


def product_table(products: Sequence[Product], gemeente: str) -> pa.Table:
    """The products that can hold in one municipality, as the table `std_product`."""
    national = frozenset(base_products())
    rows = [
        {
            "landelijk": product in national,
            "volgorde": position,
            "productcode": product.productcode,
            "domein": product.domein,
            "gemeente": product.gemeente,
            "soort": product.soort,
            "vorm": product.vorm or None,
            "dyslexie": product.dyslexie,
            "van": product.valid_from,
            "tot": product.valid_until or _FOREVER,
        }
        for position, product in enumerate(products)
        if product.gemeente in {"", gemeente}
    ]
    return pa.Table.from_pylist(rows, schema=_SCHEMA)


def category_table() -> pa.Table:
    """What a category alone tells, as the table `std_categorie`: domain, category, kind and form."""
    rows: list[tuple[str, str, str, str | None]] = [
        *(("wmo", code, "wmo", form) for form, codes in _WMO_FORMS.items() for code in codes),
        *(("jw", code, kind, None) for code, kind in _JW_KINDS.items()),
        *(("jw", code, "jeugdhulp", form) for code, form in _JW_FORMS.items()),
    ]
    names = ("domein", "categorie", "soort", "vorm")
    return pa.table({name: [row[at] for row in rows] for at, name in enumerate(names)})


USED = """
SELECT DISTINCT domein, productcode, ingangsdatum AS dag FROM std_toewijzing WHERE productcode IS NOT NULL
UNION SELECT DISTINCT domein, productcode, periode_begin FROM std_prestatie WHERE productcode IS NOT NULL
UNION SELECT DISTINCT CASE wet WHEN 'wmo' THEN 'wmo' ELSE 'jw' END, productcode, begindatum
FROM std_voorziening WHERE productcode IS NOT NULL AND wet <> 'participatiewet'
"""

KINDS = f"""
WITH gebruikt AS ({USED})
SELECT g.domein, g.productcode, g.dag, p.soort, p.vorm, p.dyslexie
FROM gebruikt g
JOIN std_product p ON p.domein = g.domein AND p.productcode = g.productcode AND g.dag BETWEEN p.van AND p.tot
QUALIFY row_number() OVER (
    PARTITION BY g.domein, g.productcode, g.dag ORDER BY p.landelijk, p.gemeente DESC, p.van DESC, p.volgorde
) = 1
"""
"""The table `std_soort`: per code and day in use the one product that holds."""
