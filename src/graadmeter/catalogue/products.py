"""Loads product catalogues: the national base list in `products/`, and a region's own file over it."""

import csv
from collections.abc import Iterable
from datetime import date
from functools import cache

from graadmeter.catalogue.units import read_csv, unit_files
from graadmeter.domain.products import Product


@cache
def base_products() -> tuple[Product, ...]:
    """The products that hold for every region."""
    return tuple(_product(row) for file in unit_files("products", ".csv") for row in read_csv(file))


def region_products(lines: Iterable[str]) -> tuple[Product, ...]:
    """The products in a region's own catalogue, from the lines of its CSV file (same columns)."""
    return tuple(_product(row) for row in csv.DictReader(lines))


def _product(row: dict[str, str]) -> Product:
    return Product(
        productcode=row["productcode"],
        domein=row["domein"],
        categorie=row["categorie"],
        soort=row["soort"],
        vorm=row["vorm"],
        dyslexie=row["dyslexie"] == "J",
        eenheid=row["eenheid"],
        tarief_cent=int(row["tarief_cent"]) if row["tarief_cent"] else None,
        gemeente=row["gemeente"],
        valid_from=date.fromisoformat(row["from"]),
        valid_until=date.fromisoformat(row["until"]) if row["until"] else None,
        source=row["source"],
    )
