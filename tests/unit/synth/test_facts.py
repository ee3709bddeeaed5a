"""The typed-in facts are complete and say what the sources say."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from graadmeter.catalogue.products import base_products, region_products
from graadmeter.synth.prices import catalogue
from graadmeter.synth.region_facts import (
    care,
    municipalities,
    national_municipalities,
    providers,
    referrer_shares,
    wijken,
)
from graadmeter.synth.workspace import PRODUCT_HEADER

WAITING = Path(__file__).parents[4] / "shared/data/waiting"


def test_fourteen_municipalities_with_the_published_inhabitants():
    assert len(municipalities()) == 14
    assert sum(item.inhabitants[2025] for item in municipalities()) == 643_603
    assert sum(item.youth_2021 for item in municipalities()) == 122_300
    assert [item.name for item in municipalities() if item.wmo_2021 is None] == ["Rijssen-Holten"]


def test_no_two_municipalities_share_a_tile():
    assert len({item.tile for item in municipalities()}) == 14


def test_the_127_wijken_add_up_to_their_municipality():
    assert sum(len(items) for items in wijken().values()) == 127
    for item in municipalities():
        places = wijken()[item.code]
        assert all(wijk.code.startswith(f"WK{item.number}") for wijk in places)
        assert abs(sum(wijk.inhabitants for wijk in places) - item.inhabitants[2024]) <= 2.5 * len(places)


def test_the_country_has_342_municipalities():
    assert len(national_municipalities()) == 342
    assert sum(item.inhabitants for item in national_municipalities()) == 17_942_942


def test_every_kind_of_care_can_be_delivered_and_named():
    groups = {group for item in providers() for group in item.weights}
    for item in care():
        assert item.groep in groups
        assert item.domein == "wmo" or item.groep in referrer_shares()
        assert re.fullmatch(r"\w{5}|", item.productcode)
        assert item.tarief_cent > 0 or not item.productcode


def test_every_form_of_help_and_every_measure_of_cbs_occurs():
    forms = {(item.soort, item.vorm) for item in care()}
    assert {form for soort, form in forms if soort == "jeugdhulp"} == {"01", "02", "03", "04", "11", "12", "13", "14"}
    assert {form for soort, form in forms if soort == "bescherming"} == {"11", "12", "21", "22", "23"}
    assert {form for soort, form in forms if soort == "reclassering"} == {"41", "42", "50", "51", "61", "62", "63"}
    assert {form for soort, form in forms if soort == "wmo"} == {
        "huishouden",
        "ondersteuning",
        "verblijf",
        "hulpmiddelen",
    }
    assert ("preventief", "31") in forms


def test_standard_codes_mean_what_the_national_list_says():
    national = {item.productcode: (item.categorie, item.vorm) for item in base_products()}
    own = [item for item in care() if item.productcode and item.productcode not in national]
    assert all(item.productcode[2] == "T" for item in own)
    assert any(item.dyslexie and item.categorie == "54" for item in own)
    for item in care():
        if item.productcode in national:
            category, form = national[item.productcode]
            assert item.categorie == category
            assert item.vorm == form or not form


def test_prices_hold_for_every_day_without_overlap():
    lines = [",".join(PRODUCT_HEADER), *(",".join(row) for row in catalogue(2019, 2025))]
    by_code = {}
    for product in region_products(lines):
        by_code.setdefault(product.productcode, []).append(product)
    assert len(by_code) == sum(bool(item.productcode) for item in care())
    for products in by_code.values():
        assert products[0].valid_from.year == 2000
        assert products[-1].valid_until is None
        for earlier, later in pairwise(products):
            assert (later.valid_from - earlier.valid_until).days == 1
            assert later.tarief_cent > earlier.tarief_cent


def test_providers_are_invented():
    assert len(providers()) > 60
    assert all(re.fullmatch(r"99990\d{3}", item.agb) for item in providers())
    assert len({item.agb for item in providers()}) == len(providers())


@pytest.mark.skipif(not WAITING.is_dir(), reason="the list of real providers is not shipped; place it in ../shared")
def test_no_provider_has_a_real_name():
    real = {row["p"].lower() for path in WAITING.glob("*.json") for row in json.loads(path.read_text("utf-8"))["rows"]}
    assert not {item.name.lower() for item in providers()} & real
