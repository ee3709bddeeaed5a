"""A figure planted in any file of a site is found, whatever the format: the site is held against one made anew."""

import io
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from graadmeter.site.build import build
from graadmeter.site.checking import Difference, Odd, differences


@pytest.fixture(scope="module")
def fresh(small_release: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("web") / "site"
    build(small_release, folder, geometry=None)
    return folder


def _first(site: Path, pattern: str) -> Path:
    return min(path for path in site.rglob(pattern) if path.is_file())


def _replace(pattern: str, old: bytes, new: bytes) -> Callable[[Path], Path]:
    """Puts something in the place of what stands there, in the first file of that kind that has it."""

    def plant(site: Path) -> Path:
        path = min(path for path in site.rglob(pattern) if path.is_file() and old in path.read_bytes())
        path.write_bytes(path.read_bytes().replace(old, new, 1))
        return path

    return plant


def _in_workbook(site: Path) -> Path:
    """A number in a sheet, in a workbook that is a good one."""
    path = _first(site, "*.xlsx")
    content = {name: zipfile.ZipFile(path).read(name) for name in zipfile.ZipFile(path).namelist()}
    sheet = next(name for name in content if "worksheets/" in name)
    content[sheet] = content[sheet].replace(b"</sheetData>", b'<row r="999"><c r="A999"><v>3</v></c></row></sheetData>')
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    path.write_bytes(sink.getvalue())
    return path


def _in_parquet(site: Path) -> Path:
    """A note beside the rows: no reader shows it, and everybody can read it."""
    path = _first(site, "*.parquet")
    table = pq.read_table(path)
    pq.write_table(table.replace_schema_metadata({"verborgen": "GM0147: 3"}), path)
    return path


def _extra(site: Path) -> Path:
    path = site / "data/verborgen.json"
    path.write_text('{"value": 3}', encoding="utf-8")
    return path


def _link(site: Path) -> Path:
    path = site / "data/elders.csv"
    path.symlink_to(site.parent)
    return path


PLANTS: dict[str, tuple[Callable[[Path], Path], Odd]] = {
    "a total in a CSV": (_replace("*.csv", b"2025", b"2026"), Odd.CHANGED),
    "a number in a workbook": (_in_workbook, Odd.CHANGED),
    "a note in a Parquet file": (_in_parquet, Odd.CHANGED),
    "a value in JSON-stat": (_replace("*.json", b'"value"', b'"value":[3],"values"'), Odd.CHANGED),
    "a title in a chart": (_replace("*.html", b"<svg", b"<title>3</title><svg"), Odd.CHANGED),
    "a label that is read aloud": (_replace("*.html", b'aria-label="', b'aria-label="3 '), Odd.CHANGED),
    "a sentence of an English page": (_replace("en/*.html", b"<p>", b"<p>3 people. "), Odd.CHANGED),
    "a picture to share": (_replace("*.svg", b"<svg", b"<title>3</title><svg"), Odd.CHANGED),
    "a category that can be chosen to compare": (_replace("compare/*", b"[", b'["verborgen",'), Odd.CHANGED),
    "the search index": (_replace("zoeken.html", b"<li", b"<li>3</li><li"), Odd.CHANGED),
    "a file too many": (_extra, Odd.ADDED),
    "a link to elsewhere": (_link, Odd.ADDED),
    "a page that is gone": (lambda site: (_gone := _first(site, "*.html")).unlink() or _gone, Odd.MISSING),
}


def test_every_planted_figure_is_found_and_only_these(fresh: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(fresh, site)
    assert list(differences(site, fresh)) == []
    for name, (plant, odd) in PLANTS.items():
        path = plant(site)
        place = str(path.relative_to(site))
        found = list(differences(site, fresh))
        assert [(one.path, one.odd) for one in found] == [(place, odd)], name
        if path.is_symlink() or odd is Odd.ADDED:
            path.unlink()
        else:
            shutil.copyfile(fresh / place, path)


def test_of_text_the_line_is_told(fresh: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(fresh, site)
    path = _first(site, "*.csv")
    lines = path.read_bytes().split(b"\n")
    path.write_bytes(b"\n".join([lines[0], lines[1] + b"3", *lines[2:]]))
    assert list(differences(site, fresh)) == [Difference(str(path.relative_to(site)), Odd.CHANGED, 2)]
