"""Pages of areas: what stands out is what the release's classes say, how sure, and honest when nothing does."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from graadmeter.domain.areas import Area, Level
from graadmeter.domain.comparison import Comparator, Direction, Judgement, Reason, Standing
from graadmeter.domain.explanations import Explanation
from graadmeter.domain.predecessors import Predecessor
from graadmeter.domain.text import Lang, Text
from graadmeter.site import area_words
from graadmeter.site.addresses import Addresses
from graadmeter.site.alike import read_neighbours
from graadmeter.site.area_table import rug
from graadmeter.site.cell_index import CellIndex
from graadmeter.site.former import former
from graadmeter.site.page import Site, languages
from graadmeter.site.pages import questions, wijken
from graadmeter.site.pages.profile import profile
from graadmeter.site.render import environment, html
from graadmeter.site.standings import Against, Said, Standings
from graadmeter.site.wijk_places import wijk_names

SHARES = {
    "JZ14": {"2024": 12.2, "2025": 12.4},
    "GM0141": {"2024": 14.9, "2025": 14.6},
    "GM0147": {"2024": 12.0, "2025": 12.2},
    "GM1774": {"2024": 8.9, "2025": None},
}
TEMPLATES = environment()
WIJK = Area("WK014110", 2024, Level.WIJK, "Binnenstad", "GM0141")


def _said(standing: Standing | None, trend: Direction | None = None) -> Said:
    reason = Reason.GIVEN if standing else Reason.NOT_SHOWN
    against = {name: Against(None, None, Reason.NOT_LOADED) for name in Comparator}
    against |= {name: Against(12.4, standing, reason) for name in (Comparator.REGION, Comparator.MUNICIPALITY)}
    return Said(against, trend, Judgement.NONE if trend else None, Reason.GIVEN if trend else Reason.TOO_SHORT)


def _with(site: Site, said: Mapping[str, Said]) -> Site:
    """The site with what is said of the share of some areas in 2025."""
    known = {("jeugdhulp", "procent", area, ()): one for area, one in said.items()}
    standings = Standings(object(), {"2025JJ00": known, "2024JJ00": {}})  # type: ignore[arg-type]
    return Site(replace(site.published, standings=standings))


def _text(site: Site, town: int, lang: Lang = Lang.NL) -> str:
    to, other = languages()[lang is Lang.EN]
    page = profile(site, site.published.municipalities[town], to, other)
    return html(TEMPLATES, site, page, base="/")


@pytest.mark.parametrize(
    ("standing", "expected", "absent"),
    [
        (Standing.MUCH_HIGHER, "Zeer zeker anders", "Waarschijnlijk anders"),
        (Standing.HIGHER, "Waarschijnlijk anders", "Zeer zeker anders"),
        (Standing.SIMILAR, "Niets valt aantoonbaar op", "anders</h3>"),
        (None, "Of er iets opvalt, is niet te zeggen", "anders</h3>"),
    ],
)
def test_what_stands_out_says_how_sure_it_is(
    make_site: Callable[..., Site], standing: Standing | None, expected: str, absent: str
) -> None:
    text = _text(_with(make_site(SHARES), {"GM0141": _said(standing)}), 0)
    assert expected in text
    assert absent not in text
    assert "14,6\u00a0%" in text


def test_a_tested_change_is_told_and_a_hidden_figure_stands_in_one_line(make_site: Callable[..., Site]) -> None:
    site = _with(make_site(SHARES), {"GM0141": _said(Standing.HIGHER, Direction.RISING)})
    assert "Veranderd in vijf jaar" in _text(site, 0)
    assert "14.6%" in _text(site, 0, Lang.EN)
    shares = {**SHARES, "GM1774": {"2024": None, "2025": None}}
    text = _text(_with(make_site(shares), {}), 2)
    assert "Niet te zien voor Dinkelland: Jeugdigen met jeugdhulp (afgeschermd)." in text
    assert text.count("afgeschermd") == 1 + text.count("Waarom worden cijfers afgeschermd?")


@pytest.mark.parametrize(("share", "expected"), [(20.0, "1 van de 1"), (None, "geen van de 1")])
def test_a_wijk_shows_its_own_figure_or_that_of_its_municipality(
    make_site: Callable[..., Site], share: float | None, expected: str
) -> None:
    site = make_site({**SHARES, WIJK.code: {"2025": share}})
    published = site.published
    definition = replace(published.definitions["jeugdhulp"], levels=tuple(Level))
    published = replace(published, areas=(*published.areas, WIJK), definitions={"jeugdhulp": definition})
    site = _with(Site(published), {WIJK.code: _said(Standing.HIGHER if share else None)})
    to, other = languages()[0]
    page = next(iter(wijken.part(site, "GM0141", to, other)))
    text = html(TEMPLATES, site, page, base="/")
    assert page.path == "gemeenten/almelo/binnenstad.html"
    assert expected in text
    assert ("Hier is de wijk te klein" in text) is (share is None)
    assert "14,6\u00a0%" in text
    assert 'href="almelo/binnenstad.html"' in _text(site, 0)


def test_wijken_with_one_name_keep_addresses_of_their_own() -> None:
    other = replace(WIJK, code="WK014111")
    assert wijk_names([WIJK, other]) == {"WK014110": "Binnenstad WK014110", "WK014111": "Binnenstad WK014111"}
    assert Addresses(Lang.EN).wijk("Hof van Twente", "Goor") == "en/municipalities/hof-van-twente/goor.html"


def test_all_municipalities_stand_side_by_side_by_name_with_classes_and_calm_where_hidden(
    make_site: Callable[..., Site],
) -> None:
    site = _with(make_site(SHARES), {"GM0141": _said(Standing.MUCH_HIGHER), "GM0147": _said(Standing.SIMILAR)})
    table = rug(site, languages()[0][0], ("Alle", "cijfer"))
    assert [head.name for head in table.header] == ["Twente", "Almelo", "Borne", "Dinkelland"]
    cells = table.groups[0].rows[0].cells
    assert [(cell.text, cell.mark) for cell in cells] == [
        ("12,4\u00a0%", ""), ("14,6\u00a0%", "▲▲"), ("12,2\u00a0%", ""), ("afgeschermd", ""),
    ]  # fmt: skip
    hidden = make_site({**SHARES, **{code: {"2025": None} for code in ("GM0141", "GM0147", "GM1774")}})
    assert rug(hidden, languages()[0][0], ("Alle", "cijfer")).groups == ()


def test_a_question_asks_only_what_the_release_has(make_site: Callable[..., Site]) -> None:
    site = make_site(SHARES)
    assert list(questions.pages(site, *languages()[0])) == []
    definition = replace(site.published.definitions["jeugdhulp"], id="dyslexie")
    cells = {
        (key[0].replace("jeugdhulp", "dyslexie"), *key[1:]): cell for key, cell in site.published.cells.cells.items()
    }
    known = replace(site.published, definitions={"dyslexie": definition}, cells=CellIndex(cells))
    page = next(iter(questions.pages(Site(known), *languages()[0])))
    text = html(TEMPLATES, Site(known), page, base="/")
    assert (page.path, page.twin) == ("vragen/specifiek-aanbod.html", "en/questions/specific-supply.html")
    assert "14,6\u00a0%" in text
    assert 'href="../data/dyslexie.csv"' in text


def test_the_words_of_a_municipality_stand_on_its_own_page_only(make_site: Callable[..., Site]) -> None:
    site = make_site(SHARES)
    said = Explanation("GM0141", "jeugdhulp", date(2026, 5, 12), "Gemeente Almelo", Text("<Anders>.", "Other."))
    site = Site(replace(site.published, explanations=(said,)))
    assert "<blockquote><p>&lt;Anders&gt;.</p></blockquote>" in _text(site, 0)
    assert "Gemeente Almelo, 12 mei 2026" in _text(site, 0)
    assert "Gemeente Almelo, 12 May 2026" in _text(site, 0, Lang.EN)
    assert "blockquote" not in _text(site, 1)


def test_every_word_of_areas_is_used_and_takes_the_same_values_in_both_languages() -> None:
    site = Path(area_words.__file__).parent
    files = [path for path in site.rglob("*") if path.suffix in {".py", ".html"} and path.name != "area_words.py"]
    source = "".join(path.read_text(encoding="utf-8") for path in files)
    known = area_words.AREA_WORDS
    unused = [name for name in known if f"'{name}'" not in source and f'"{name}"' not in source]
    assert unused == ["sure_how", "likely_how"], "asked for by the name of their certainty"
    for name, text in known.items():
        assert set(re.findall(r"{(\w+)}", text.nl)) == set(re.findall(r"{(\w+)}", text.en)), name


def test_those_most_like_a_municipality_are_named_nearest_first(make_site: Callable[..., Site], tmp_path: Path) -> None:
    path = tmp_path / "neighbours.csv"
    assert read_neighbours(path) == {}
    lines = ("GM0141,GM1774,2,leeftijd", "GM0141,GM0147,1,leeftijd", "GM0141,GM0147,1,inwoners")
    path.write_text("\n".join(("area,neighbour,place,variable", *lines)), encoding="utf-8")
    site = make_site(SHARES)
    text = _text(Site(replace(site.published, neighbours=read_neighbours(path))), 0)
    assert "Het meest op Almelo lijken, te beginnen met de sterkste gelijkenis: Borne en Dinkelland." in text


def test_what_is_counted_for_the_region_only_is_nowhere_among_municipalities(make_site: Callable[..., Site]) -> None:
    site = make_site(SHARES)
    definition = replace(site.published.definitions["jeugdhulp"], levels=(Level.REGION,))
    site = Site(replace(site.published, definitions={"jeugdhulp": definition}))
    assert rug(site, languages()[0][0], ("Alle", "cijfer")).groups == ()
    assert "Jeugdigen met jeugdhulp" not in _text(site, 0)
    assert "niet van toepassing" not in _text(site, 0)


def test_an_area_that_was_formed_from_others_says_so_and_what_it_means(make_site: Callable[..., Site]) -> None:
    published = make_site(SHARES).published
    town = next(area for area in published.municipalities if area.name == "Dinkelland")
    formed = tuple(Predecessor(town.code, name, 2001) for name in ("Denekamp", "Ootmarsum", "Weerselo"))
    before = former(replace(published, predecessors=formed), town, Lang.NL)
    assert before == (
        "Dinkelland bestaat in deze vorm sinds 1 januari 2001; daarvoor: Denekamp, Ootmarsum en Weerselo. "
        "De cijfers beginnen in 2023, dus zij gaan allemaal over het gebied van nu."
    )
    within = (*formed, Predecessor(town.code, "een deel van Losser", 2024))
    told = former(replace(published, predecessors=within), town, Lang.NL)
    assert told.endswith("Vergelijk cijfers van vóór 2024 niet zomaar met die van daarna: het gebied was toen anders.")
    assert former(published, town, Lang.NL) == ""
