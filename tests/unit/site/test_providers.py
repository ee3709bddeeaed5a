"""The page of providers: the ten largest of each form of help, and how much lies with the largest."""

import pytest
from tests.e2e import release_fixture

from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Lang
from graadmeter.site.largest import BY_FORM, by_form, of_form, together, with_largest
from graadmeter.site.page import Site, languages
from graadmeter.site.pages import providers
from graadmeter.site.provider_tables import form_table
from graadmeter.site.reading import read_release
from graadmeter.site.render import environment, html

FORMS = ("02", "03", "04", "11", "12", "14")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The providers of one municipality and their region, of one year."""
    with pytest.MonkeyPatch.context() as patch:
        few = {name: release_fixture._CATALOGUE[name] for name in ("grootste_aanbieders", BY_FORM)}
        towns = [one for one in release_fixture.municipalities() if one.name == "Tubbergen"]
        patch.setattr(release_fixture, "_CATALOGUE", few)
        patch.setattr(release_fixture, "municipalities", lambda: towns)
        folder = tmp_path_factory.mktemp("providers") / release_fixture.EDITION
        release_fixture.write_release(folder, wijken_each=1, first_year=2025)
    return Site(read_release(folder))


def test_every_form_of_help_has_its_own_ten_largest(site: Site) -> None:
    to, other = languages()[0]
    region, town = providers.pages(site, to, other)
    assert (region.path, town.path) == ("aanbieders.html", "aanbieders/tubbergen.html")
    figures = [figure for _, figure in town.values["each_form"]["figures"]]
    shown = [figure.id.removeprefix("naar-aanbieder-") for figure in figures]
    assert shown == list(FORMS[: len(shown)])
    assert 0 < len(shown) < len(FORMS), "those without a provider that is shown are named in a sentence"
    assert figures[0].subtitle.startswith("Ambulante hulp op locatie van de aanbieder naar aanbieder")
    text = html(environment(), site, town, base="/")
    assert text.count('<details class="gm-fold" open>') == 1, "the first form of help can be seen at once"
    assert text.count('<details class="gm-fold"') == len(shown)
    assert all(f'<span class="gm-fold__says">{one.title}</span>' in text for one in figures)
    assert "Te weinig jeugdigen per aanbieder om te tonen: " in text
    for figure in figures:
        assert figure.title in text
    for _, at in town.values["contents"]:
        assert f'id="{at}"' in text


def test_what_lies_with_the_largest_is_the_largest_figure_shown(site: Site) -> None:
    subject = by_form(site)
    assert subject is not None
    region = site.published.region
    series, ten = of_form(subject, "02"), together(subject, "02")
    assert series is not None
    assert ten is not None
    codes = subject.members(series, region, subject.latest, "aanbieder")
    each = [subject.datum(series, region, subject.latest, ("aanbieder", code)) for code in codes]
    assert with_largest(subject, series, region).figure == max(one.figure for one in each if one.shown)
    table = form_table(site, languages()[0][0], None)
    assert table is not None
    assert [head.name for head in table.header] == ["Bij de grootste aanbieder", "Tien grootste samen"]
    assert table.groups[0].rows[0].cells[1].text == subject.datum(ten, region, subject.latest).text(Lang.NL)


def test_where_no_provider_is_shown_the_part_of_the_largest_is_hidden(site: Site) -> None:
    subject = by_form(site)
    assert subject is not None
    town = site.published.municipalities[0]
    small = of_form(subject, "14")
    assert small is not None
    codes = subject.members(small, town, subject.latest, "aanbieder")
    assert not any(subject.datum(small, town, subject.latest, ("aanbieder", code)).value for code in codes)
    assert with_largest(subject, small, town).status is CellStatus.SUPPRESSED
