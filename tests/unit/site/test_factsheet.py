"""The document of a municipality says what its page says, and is a package as the ODF standard asks."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from tests.support.word_processor import opened

from graadmeter.domain.text import Lang
from graadmeter.site.formats.factsheet import factsheet_path, factsheets
from graadmeter.site.formats.odf import TEXT_WIDTH, Grid, Heading, Line, document, packed_document
from graadmeter.site.page import Site, languages
from graadmeter.site.pages import municipalities
from graadmeter.site.render import environment, html
from graadmeter.site.trace import EDITION

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
SHARES = {
    "JZ14": {"2024": 12.0, "2025": 12.4},
    "GM0141": {"2024": 14.1, "2025": 14.6},
    "GM0147": {"2024": 12.2, "2025": None},
}


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _paragraphs(content: bytes) -> list[str]:
    tree = ET.fromstring(_parts(content)["content.xml"])  # noqa: S314  our own file
    return ["".join(one.itertext()) for one in tree.iter() if one.tag in {f"{TEXT}p", f"{TEXT}h"}]


def test_a_package_is_as_the_standard_asks_and_the_same_each_time() -> None:
    blocks = [
        Heading("Kop <&>", 1),
        Line("regel"),
        Grid('een "tabel"', ("a", "b"), (("groep",), ("1", "2")), (5.6, 1.5)),
    ]
    content = document("titel", Lang.NL, blocks)
    assert content == document("titel", Lang.NL, blocks)
    mimetype = b"application/vnd.oasis.opendocument.text"
    assert content[30:38] == b"mimetype", "the first part, without extra fields"
    assert content[38 : 38 + len(mimetype)] == mimetype, "not compressed"
    parts = _parts(content)
    listed = ET.fromstring(parts["META-INF/manifest.xml"])  # noqa: S314  our own file
    named = {one.get(f"{MANIFEST}full-path") for one in listed}
    assert named == {"/", *parts} - {"mimetype", "META-INF/manifest.xml"}
    tree = ET.fromstring(parts["content.xml"])  # noqa: S314  our own file
    styles = ET.fromstring(parts["styles.xml"])  # noqa: S314  our own file
    known = {one.get(f"{STYLE}name") for one in (*styles.iter(f"{STYLE}style"), *tree.iter(f"{STYLE}style"))}
    used = {one.get(f"{place}style-name") for one in tree.iter() for place in (TEXT, TABLE)} - {None}
    assert used <= known
    assert [len(row) for row in tree.iter(f"{TABLE}table-row")] == [2, 2, 2]
    assert _paragraphs(content)[0] == "Kop <&>"


def test_stand_ins_are_replaced_within_the_package() -> None:
    content = packed_document(document("titel", Lang.EN, [Line(EDITION)]), {EDITION.encode(): b"2025KW04-0f1e2d3c"})
    assert _paragraphs(content) == ["2025KW04-0f1e2d3c"]
    assert content[30:38] == b"mimetype"


def test_it_holds_the_figures_of_the_page_and_of_a_hidden_one_the_reason(make_site: Callable[..., Site]) -> None:
    site = make_site(SHARES)
    for to, other in languages():
        told = {page.path: page for page in municipalities.pages(site, to, other)}
        for name in ("Almelo", "Borne"):
            page = told[to.municipality(name)]
            ((path, content),) = factsheets(site, page)
            shown = html(environment(), site, page, base="/")
            assert path == factsheet_path(page.path)
            assert f'href="{path.rpartition("/")[2]}" download' in shown
            cells = [cell.text for theme in page.values["heat"].themes for row in theme.rows for cell in row.years]
            said = _paragraphs(content)
            assert cells
            assert all(any(line == cell or line.startswith(f"{cell} (") for line in said) for cell in cells)
            assert page.values["lead"] in said
        hidden = site.subjects[0].now(site.published.municipalities[1]).text(to.lang)
        assert hidden in said
        assert page.path in said
    overview = next(page for page in municipalities.pages(site, *languages()[0]))
    assert list(factsheets(site, overview)) == []


def test_a_word_processor_opens_it_with_every_word_and_the_widths_that_were_asked(
    make_site: Callable[..., Site], tmp_path: Path
) -> None:
    site = make_site(SHARES)
    to, other = next(iter(languages()))
    page = {one.path: one for one in municipalities.pages(site, to, other)}[to.municipality("Almelo")]
    ((_, content),) = factsheets(site, page)
    written = tmp_path / "almelo.odt"
    written.write_bytes(content)
    lines = opened(written, "txt:Text", tmp_path).read_text("utf-8-sig").splitlines()
    assert [line for line in lines if line] == [line for line in _paragraphs(content) if line]
    asked = _widths(ET.fromstring(_parts(content)["content.xml"]))  # noqa: S314  our own file
    laid = _widths(ET.fromstring(opened(written, "fodt", tmp_path).read_text("utf-8")))  # noqa: S314  our own file
    assert sum(asked) == pytest.approx(TEXT_WIDTH, abs=0.1)
    assert [one / sum(laid) for one in laid] == pytest.approx([one / sum(asked) for one in asked], abs=0.01)


def _widths(tree: ET.Element) -> list[float]:
    """Of each column of the table, in centimetres or in parts of the whole."""
    told = {}
    for style in tree.iter(f"{STYLE}style"):
        for one in style.iter(f"{STYLE}table-column-properties"):
            width = one.get(f"{STYLE}column-width") or one.get(f"{STYLE}rel-column-width", "")
            told[style.get(f"{STYLE}name")] = float(width.rstrip("cm*"))
    found = []
    for column in tree.iter(f"{TABLE}table-column"):
        times = int(column.get(f"{TABLE}number-columns-repeated", "1"))
        found += [told[column.get(f"{TABLE}style-name")]] * times
    return found
