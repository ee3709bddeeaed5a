"""What a site with an address tells search engines, feed readers, previews and other sites."""

import json
import re
from base64 import b64encode
from hashlib import sha384
from pathlib import Path

import pytest
from lxml import etree, html

from graadmeter.site.build import build

ADDRESS = "https://monitor.example.nl/twente"
THEME = ":root { --basis-color-accent-1-color-default: #7a1f5c; }\n"


@pytest.fixture(scope="module")
def site(small_release: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("web") / "site"
    build(small_release, folder, geometry=None, address=f"{ADDRESS}/", theme=THEME)
    return folder


def _page(site: Path, path: str) -> html.HtmlElement:
    return html.fromstring((site / path).read_text(encoding="utf-8"))


def test_the_site_map_holds_every_page_to_find_and_robots_name_it(site: Path) -> None:
    found = etree.parse(site / "sitemap.xml").xpath("//*[local-name()='loc']/text()")
    files = {str(path.relative_to(site)) for path in site.rglob("*.html")}
    hidden = {path for path in files if path.startswith(("insluiten/", "en/embed/")) or path.endswith("404.html")}
    assert hidden
    assert {one.removeprefix(f"{ADDRESS}/") for one in found} == files - hidden
    assert f"Sitemap: {ADDRESS}/sitemap.xml" in (site / "robots.txt").read_text(encoding="utf-8")


def test_a_figure_is_a_data_set_with_its_file(site: Path) -> None:
    for path, name in (
        ("cijfers/jeugdhulp.html", "data/jeugdhulp.csv"),
        ("en/figures/jeugdhulp.html", "data/jeugdhulp.csv"),
    ):
        (block,) = _page(site, path).xpath("//script[@type='application/ld+json']/text()")
        data = json.loads(block)
        assert data["@type"] == "Dataset"
        assert data["url"] == f"{ADDRESS}/{path}"
        assert data["distribution"][0]["contentUrl"] == f"{ADDRESS}/{name}"
        assert (site / name).exists()
        assert data["version"] in _page(site, path).xpath("string(//footer)"), "the mark of the figures"


def test_feeds_are_valid_and_lead_to_pages(site: Path) -> None:
    feeds = sorted(path.name for path in (site / "feeds").iterdir())
    assert "releases.xml" in feeds
    assert feeds == sorted(path.name for path in (site / "en/feeds").iterdir())
    for path in [*site.glob("feeds/*.xml"), *site.glob("en/feeds/*.xml")]:
        for link in etree.parse(path).xpath("//link/text()"):
            assert (site / link.removeprefix(f"{ADDRESS}/")).is_file(), link
        dates = etree.parse(path).xpath("//item/pubDate/text()")
        assert set(dates) == {"Wed, 21 Jan 2026 12:00:00 +0000"}, "the day in the manifest of the release"
        assert len(dates) == len(etree.parse(path).xpath("//item"))
    linked = _page(site, "gemeenten/almelo.html").xpath("//link[@type='application/rss+xml']/@href")
    assert linked == ["../feeds/releases.xml", "../feeds/almelo.xml"]
    for path, feed in (
        ("gemeenten/almelo.html", "../feeds/almelo.xml"),
        ("over/uitgave.html", "../feeds/releases.xml"),
    ):
        assert feed in _page(site, path).xpath("//main//a/@href"), "in sight as well"


def test_every_page_has_a_card_for_previews(site: Path) -> None:
    for path in sorted(site.rglob("*.html")):
        if path.name != "404.html" and not {"insluiten", "embed"} & set(path.relative_to(site).parts):
            (card,) = html.fromstring(path.read_text(encoding="utf-8")).xpath("//meta[@property='og:image']/@content")
            assert (site / card.removeprefix(f"{ADDRESS}/")).read_bytes().startswith(b"\x89PNG"), path
    assert (site / "voorvertoning/jeugdhulp.png").exists()


def test_a_page_is_not_whole_before_its_style_sheet_is_there(site: Path) -> None:
    for path in ("index.html", "gemeenten/almelo.html", "vergelijken.html"):
        page = _page(site, path)
        (first,) = page.xpath("//head/link[@rel='stylesheet']")
        last = page.xpath("//body/*")[-1]
        assert dict(last.attrib) == dict(first.attrib), "the same file, held against the same digest"


def test_shared_files_are_whole_and_a_theme_comes_before_our_own_tokens(site: Path) -> None:
    page = _page(site, "vergelijken.html")
    found = {one.get("src") or one.get("href"): one.get("integrity") for one in page.xpath("//*[@integrity]")}
    assert set(found) == {"assets/graadmeter.css", *(f"assets/compare{part}.js" for part in ("", "-data", "-show"))}
    for path, integrity in found.items():
        digest = sha384((site / path).read_bytes()).digest()
        assert integrity == f"sha384-{b64encode(digest).decode()}"
    sheet = (site / "assets/graadmeter.css").read_text(encoding="utf-8")
    assert sheet.startswith(":root{--basis-color-accent-1-color-default:#7a1f5c}")
    assert "var(--basis-color-accent-1-color-default" in sheet


def test_a_figure_alone_names_its_source_and_can_be_drawn_by_others(site: Path) -> None:
    whole = _page(site, "cijfers/jeugdhulp.html")
    codes = whole.xpath("//code[contains(@class, 'gm-share__code')]/text()")
    mark = whole.xpath("string(//footer//*[@class='gm-code'])")
    assert codes
    assert mark
    for code in codes:
        address = re.search(r'src="([^"]+)"', code)
        assert address is not None
        alone = _page(site, address[1].removeprefix(f"{ADDRESS}/"))
        assert alone.xpath("count(//figure)") == 1
        assert f"kenmerk {mark}" in alone.xpath("string(//footer)")
    for path in site.glob("insluiten/jeugdhulp/*.vl.json"):
        drawing = json.loads(path.read_text(encoding="utf-8"))
        values = drawing["data"]["values"]
        assert values, path
        assert all((one["value"] is None) == (one["text"] in _HIDDEN) for one in values), path


_HIDDEN = {"afgeschermd", "niet aangeleverd", "niet van toepassing", "te klein om iets te zeggen"}


def test_no_page_loads_or_runs_anything_but_its_own_files(site: Path) -> None:
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
        assert policy is not None, path
        assert policy[1].startswith("default-src 'none'; style-src 'self'; img-src 'self'; ")
        assert ("script-src 'self'" in policy[1]) == ("<script src=" in text)
        page = html.fromstring(text)
        assert not page.xpath("//script[not(@src) and not(@type='application/ld+json')] | //style | //@style")
        assert not page.xpath("//@*[starts-with(name(), 'on')]")
        assert all(not one.startswith(("http:", "https:", "//")) for one in page.xpath("//script/@src | //img/@src"))
