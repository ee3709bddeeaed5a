"""The dated product catalogue: which entry holds on which day."""

from datetime import date

from graadmeter.catalogue.products import base_products
from graadmeter.domain.products import Product
from graadmeter.standardise.kinds import category_table, product_table

BASE_CODE = "45A01"


def product(form: str, since: str, until: str | None = None, *, code: str = "Z1", gemeente: str = "") -> Product:
    return Product(
        productcode=code,
        domein="jw",
        categorie="45",
        soort="jeugdhulp",
        vorm=form,
        dyslexie=False,
        eenheid="",
        tarief_cent=None,
        gemeente=gemeente,
        valid_from=date.fromisoformat(since),
        valid_until=date.fromisoformat(until) if until else None,
        source="test",
    )


def found(
    products: list[Product], day: str, *, code: str = "Z1", gemeente: str = "GM0141"
) -> tuple[str | None, bool] | None:
    """Form and validity of the one run that covers the day."""
    when = date.fromisoformat(day)
    rows = [
        row
        for row in product_table(tuple(products), gemeente).to_pylist()
        if row["productcode"] == code and row["van"] <= when <= row["tot"]
    ]
    assert len(rows) <= 1, "runs never overlap"
    return (rows[0]["vorm"], rows[0]["geldig"]) if rows else None


def test_a_code_means_what_the_entry_of_the_day_says() -> None:
    both = [product("02", "2020-01-01", "2022-12-31"), product("04", "2023-01-01")]
    assert found(both, "2022-12-31") == ("02", True)
    assert found(both, "2023-01-01") == ("04", True)


def test_a_later_open_entry_goes_before_an_earlier_open_one() -> None:
    both = [product("02", "2020-01-01"), product("04", "2023-01-01")]
    assert found(both, "2022-12-31") == ("02", True)
    assert found(both, "2024-01-01") == ("04", True)


def test_before_its_first_day_a_code_means_what_it_meant_first_but_is_not_valid() -> None:
    assert found([product("02", "2020-01-01")], "2015-06-01") == ("02", False)


def test_between_and_after_entries_a_code_keeps_its_last_meaning_but_is_not_valid() -> None:
    both = [product("02", "2020-01-01", "2020-12-31"), product("04", "2022-01-01", "2022-12-31")]
    assert found(both, "2021-06-01") == ("02", False)
    assert found(both, "2024-06-01") == ("04", False)


def test_the_regions_own_entry_goes_before_the_national_one_on_its_days() -> None:
    mine = product("13", "2023-01-01", "2023-12-31", code=BASE_CODE)
    for products in ([mine, *base_products()], [*base_products(), mine]):
        assert found(products, "2022-12-31", code=BASE_CODE) == ("02", True)
        assert found(products, "2023-06-01", code=BASE_CODE) == ("13", True)
        assert found(products, "2024-01-01", code=BASE_CODE) == ("02", True)


def test_a_municipalitys_own_entry_holds_there_only() -> None:
    both = [product("02", "2020-01-01"), product("04", "2020-01-01", gemeente="GM0141")]
    assert found(both, "2024-01-01") == ("04", True)
    assert found(both, "2024-01-01", gemeente="GM0153") == ("02", True)


def test_a_code_of_another_municipality_is_unknown() -> None:
    assert found([product("04", "2020-01-01", gemeente="GM0141")], "2024-01-01", gemeente="GM0153") is None


def test_no_products_is_an_empty_table() -> None:
    assert product_table((), "GM0141").num_rows == 0


def test_every_wmo_category_has_a_main_group() -> None:
    rows = {(row["domein"], row["categorie"]): row for row in category_table().to_pylist()}
    assert {code for domain, code in rows if domain == "wmo"} == {f"{number:02d}" for number in range(1, 19)}
    assert rows["wmo", "07"]["vorm"] == "ondersteuning"
    assert rows["jw", "42"] == {"domein": "jw", "categorie": "42", "soort": "vervoer", "vorm": None}
