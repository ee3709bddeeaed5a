import pytest

from graadmeter.domain.text import Lang
from graadmeter.site.addresses import Addresses, download, relative, slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Hof van Twente", "hof-van-twente"),
        ("Súdwest-Fryslân", "sudwest-fryslan"),
        ("'s-Hertogenbosch", "s-hertogenbosch"),
    ],
)
def test_names_become_addresses(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_links_are_relative_and_keep_their_section() -> None:
    assert relative("cijfers/jeugdhulp/almelo.html", "begrippen.html#jeugdhulp") == "../../begrippen.html#jeugdhulp"
    assert relative("index.html", "assets/graadmeter.css") == "assets/graadmeter.css"
    assert relative("en/index.html", "index.html") == "../index.html"


def test_each_language_has_its_own_stable_addresses() -> None:
    dutch, english = Addresses(Lang.NL), Addresses(Lang.EN)
    assert dutch.page("home") == "index.html"
    assert english.page("home") == "en/index.html"
    assert dutch.indicator("jeugdhulp", "Almelo") == "cijfers/jeugdhulp/almelo.html"
    assert english.indicator("jeugdhulp") == "en/figures/jeugdhulp.html"
    assert dutch.municipality("Hof van Twente") == "gemeenten/hof-van-twente.html"
    assert english.theme("sociaal_domein") == "en/themes/sociaal-domein.html"
    assert download("jeugdhulp", "Almelo") == "data/jeugdhulp/almelo.csv"
