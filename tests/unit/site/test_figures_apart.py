"""Which figures by a dimension there are several of, and how they are told apart."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from graadmeter.site.figures.breakdowns import id_of, of_providers, told_apart
from graadmeter.site.page import Site
from graadmeter.site.published import Series


@pytest.fixture
def series(make_site: Callable[..., Site]) -> Series:
    return make_site({"JZ14": {"2025": 12.0}}).published.definitions["jeugdhulp"].series[0]


def test_steps_have_a_figure_for_each_time_after_a_report(series: Series) -> None:
    later = [replace(series, fixed=(("verstreken", code),)) for code in ("01", "04")]
    assert [id_of("stap", one) for one in later] == ["naar-stap-01", "naar-stap-04"]
    assert told_apart("stap", later[0]) == (("verstreken", "01"),)
    assert id_of("stap", series) == "naar-stap"


def test_providers_have_one_for_each_form_of_help_and_other_dimensions_one_in_all(series: Series) -> None:
    fixed = replace(series, fixed=(("hulpvorm", "02"),))
    assert of_providers(fixed) == id_of("aanbieder", fixed) == "naar-aanbieder-02"
    assert id_of("wmo_vorm", fixed) == "naar-wmo-vorm"
    assert told_apart("wmo_vorm", fixed) == ()
