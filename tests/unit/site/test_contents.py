"""Long pages say what stands on them; each link leads to a heading that is there."""

from pathlib import Path

import pytest
from lxml import html
from markupsafe import Markup

from graadmeter.site.build import build
from graadmeter.site.contents import parted

PAGES = (
    "cijfers/jeugdhulp.html",
    "cijfers/jeugdhulp/almelo.html",
    "over.html",
    "over/bescherming.html",
    "over/gegevens.html",
)


@pytest.fixture(scope="module")
def site(small_release: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(small_release, tmp_path_factory.mktemp("contents") / "site", geometry=None).folder


@pytest.mark.parametrize("path", [*PAGES, *(f"en/{path}" for path in ("figures/jeugdhulp.html", "about.html"))])
def test_every_link_leads_to_a_part_of_the_page_in_its_order(site: Path, path: str) -> None:
    page = html.fromstring((site / path).read_text(encoding="utf-8"))
    short = page.xpath("//details[contains(@class, 'gm-contents')]//a")
    places = [link.get("href").removeprefix("#") for link in short]
    names = [link.text_content() for link in short]
    assert len(places) >= 3
    assert len(set(names)) == len(names)
    assert places == [one for one in page.xpath("//@id") if one in places], "each there once, in this order"
    assert not [name for name in names if not name or name[0].islower()]
    beside = page.xpath("//nav[@aria-labelledby='contents']//a")
    assert [link.get("href") for link in beside] == (
        [link.get("href") for link in short] if "igures" in path or "cijfers" in path else []
    )


def test_prose_is_cut_before_its_first_heading_and_nothing_is_lost() -> None:
    heads = ["Eén", "Twee & meer", "Drie", "Vier"]
    prose = Markup("<h1>Titel</h1>\n<p>Kop.</p>\n") + Markup("").join(
        Markup("<h2>{}</h2>\n<p>Tekst.</p>\n").format(head) for head in heads
    )
    found = parted(prose)
    assert found.opening == "<h1>Titel</h1>\n<p>Kop.</p>\n"
    assert found.links == [(head, f"part-{at}") for at, head in enumerate(heads, 1)]
    assert (
        html.fromstring(f"<div>{found.opening}{found.rest}</div>").text_content()
        == html.fromstring(f"<div>{prose}</div>").text_content()
    )


def test_a_heading_keeps_its_own_id_and_a_short_page_has_no_list() -> None:
    found = parted(Markup('<h1>Titel</h1><h2 id="marks">Kenmerken</h2><p>Tekst.</p>'))
    assert found.links == []
    assert found.rest.startswith('<h2 id="marks">Kenmerken</h2>')
    assert parted(Markup("<h1>Alleen</h1>")).rest == ""
