"""Every indicator has one place among the themes of the site."""

from importlib.resources import files

from graadmeter.site.theme_of import _BY_INDICATOR, _FIRST, _MEMBERS, place_of, theme_of
from graadmeter.site.ui_words import THEME_INTRO, THEMES

KNOWN = {
    path.name.removesuffix(".yaml"): folder.name
    for folder in files("graadmeter.catalogue").joinpath("indicators").iterdir()
    if folder.is_dir()
    for path in folder.iterdir()
}


def test_only_indicators_that_exist_are_placed_and_each_once() -> None:
    placed = [name for members in _MEMBERS.values() for name in members]
    assert len(KNOWN) > 50
    assert set(placed) | set(_FIRST) <= set(KNOWN)
    assert len(placed) == len(set(placed)) == len(_BY_INDICATOR)


def test_every_indicator_of_the_catalogue_has_a_theme_with_a_name_and_an_introduction() -> None:
    themes = {theme_of(name, folder) for name, folder in KNOWN.items()}
    assert themes == set(THEMES) == set(THEME_INTRO)
    assert len(_MEMBERS) == 10


def test_an_indicator_of_a_region_keeps_its_own_theme_and_comes_last() -> None:
    assert theme_of("onze_eigen", "buurt") == "buurt"
    order = sorted(
        [("onze_eigen", "buurt"), ("trajecten", "jeugd"), ("jeugdhulp", "jeugd")], key=lambda one: place_of(*one)
    )
    assert [name for name, _ in order] == ["jeugdhulp", "trajecten", "onze_eigen"]
