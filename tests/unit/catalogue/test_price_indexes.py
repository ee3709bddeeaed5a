"""Price indexes are read from their files, and what names one that is not there is refused."""

import pytest

from graadmeter.catalogue.indicator_measures import read_measures
from graadmeter.catalogue.load_indicators import indicators
from graadmeter.catalogue.price_indexes import price_indexes, read_price_index
from graadmeter.domain.errors import CatalogueError
from graadmeter.domain.metadata import Publication

AMOUNT = indicators()["reele_kosten"].measures[0].count
INDEX = {"id": "x", "title": {"nl": "x", "en": "x"}, "values": {2021: 100}, "source": "x", "verified": False}


def test_the_consumer_prices_are_there_and_said_to_be_unverified() -> None:
    found = price_indexes()["consumentenprijzen"]
    assert found.values == {2021: 116.61, 2024: 137.27}
    assert not found.verified


@pytest.mark.parametrize("changed", [{"id": "y"}, {"values": {}}, {"values": {2021: 0}}, {"extra": 1}])
def test_what_is_no_index_is_refused(changed) -> None:
    assert read_price_index("x.yaml", INDEX).values == {2021: 100.0}
    with pytest.raises(CatalogueError):
        read_price_index("x.yaml", INDEX | changed)


@pytest.mark.parametrize(
    "options",
    [{"index": "consumentenprijs", "jaar": 2021}, {"index": "consumentenprijzen", "jaar": 2022}, {"jaar": 2021}],
)
def test_fixed_prices_need_a_known_index_and_year(options) -> None:
    content = {"unit": "euro", "count": "bedrag", "method": "vaste_prijzen", "options": options}
    with pytest.raises(CatalogueError):
        read_measures("proef", content, {"bedrag": AMOUNT})


def test_real_costs_stay_inside() -> None:
    assert indicators()["reele_kosten"].metadata.publication is Publication.INTERNAL
