"""The product catalogue as one row per domain and code, for the neighbour `p` of row checks."""

from collections.abc import Iterable

import pyarrow as pa

from graadmeter.domain.periods import Period
from graadmeter.domain.products import Product

_SCHEMA = pa.schema(
    [
        ("domein", pa.string()),
        ("productcode", pa.string()),
        ("categorie", pa.string()),
        ("soort", pa.string()),
        ("vorm", pa.string()),
        ("eenheid", pa.string()),
        ("tarief_cent", pa.int64()),
        ("van", pa.date32()),
        ("tot", pa.date32()),
    ]
)


def product_rows(products: Iterable[Product], gemeente: str, quarter: Period) -> pa.Table:
    """The products one municipality may use: per domain and code the entry that holds in `quarter`, else the latest.

    Entries of the municipality go before those of all. `van` and `tot` span all entries of the code that it may use;
    `tot` is NULL when one of them has no end.
    """
    usable: dict[tuple[str, str], list[Product]] = {}
    for product in products:
        if product.gemeente in {"", gemeente}:
            usable.setdefault((product.domein, product.productcode), []).append(product)
    return pa.Table.from_pylist([_row(found, quarter) for _, found in sorted(usable.items())], schema=_SCHEMA)


def _row(found: list[Product], quarter: Period) -> dict[str, object]:
    best = max(found, key=lambda product: (_holds(product, quarter), bool(product.gemeente), product.valid_from))
    ends = [product.valid_until for product in found]
    return {
        "domein": best.domein,
        "productcode": best.productcode,
        "categorie": best.categorie,
        "soort": best.soort,
        "vorm": best.vorm or None,
        "eenheid": best.eenheid or None,
        "tarief_cent": best.tarief_cent,
        "van": min(product.valid_from for product in found),
        "tot": None if None in ends else max(end for end in ends if end is not None),
    }


def _holds(product: Product, quarter: Period) -> bool:
    ended = product.valid_until is not None and product.valid_until < quarter.first_day
    return product.valid_from <= quarter.last_day and not ended
