"""A page shows the nation and municipalities of one size beside the figure that counts alike."""

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.e2e import release_fixture

from graadmeter.compare.run import Public, compare
from graadmeter.domain.comparison import BENCHMARKS
from graadmeter.domain.text import Lang
from graadmeter.engine.arrow import schema_of
from graadmeter.site.figures.context import Context
from graadmeter.site.figures.others_beside import alike_elsewhere
from graadmeter.site.page import Site
from graadmeter.site.reading import read_release

OURS = "bescherming_reclassering"
NATION = {
    "indicator": OURS, "unit": "procent", "scope": "nation", "area": "", "dimension": "maatregel",
    "member": "bescherming", "year": 2024, "period": "2024JJ00", "rule": "regiomonitor", "age": "0-17",
    "base_age": "0-17", "value": 1.1, "rounding": 0.05, "source": "CBS StatLine 85098NED, Nederland, 2024",
}  # fmt: skip
OLDER = {"year": 2023, "period": "2023JJ00"}


@pytest.fixture(scope="module")
def context(tmp_path_factory):
    """A page of the region, or of a municipality, of a release with these figures of others."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            release_fixture, "_CATALOGUE", {name: release_fixture._CATALOGUE[name] for name in ("jeugdhulp", OURS)}
        )
        towns = release_fixture.municipalities()[:2]
        patch.setattr(release_fixture, "municipalities", lambda: towns)
        folder = tmp_path_factory.mktemp("release") / release_fixture.EDITION
        region = release_fixture.write_release(folder, wijken_each=0, first_year=2023).region
        people, catalogue = release_fixture._inhabitants(region), release_fixture._CATALOGUE
    towns = [one.code for one in region.areas if one.code.startswith("GM")]

    def make(lang, *rows, town=False):
        cells = pq.read_table(folder / "open/cells.parquet")
        others = [{**NATION, **row} | ({"area": towns[0]} if row.get("scope") else {}) for row in rows]
        public = Public(benchmarks=pa.Table.from_pylist(others, schema=schema_of(BENCHMARKS)))
        pq.write_table(compare(cells, people, catalogue, region, public).table, folder / "open/comparison.parquet")
        site = Site(read_release(folder), None)
        place = next(area for area in site.published.municipalities if area.code == towns[0]) if town else None
        subject = next(one for one in site.every_subject if one.definition.id == OURS)
        return Context(subject, lang, place)

    return make


def test_each_of_others_stands_beside_the_last_year_that_both_have(context) -> None:
    size = {"scope": "size_class", "value": 1.3, **OLDER}
    latest, older = alike_elsewhere(context(Lang.NL, {}, {**OLDER, "value": 1.2}, size, town=True))
    assert "Jeugdbescherming" in latest.subtitle
    assert "2024" in latest.subtitle
    assert [row[0].text for row in latest.table.rows][1:] == ["Twente", "Nederland"]
    assert [row[0].text for row in older.table.rows][2:] == ["gemeenten van deze grootte", "Nederland"]
    assert {"2023" in older.subtitle, latest.id != older.id} == {True}
    assert any("Tegen Nederland: " in note for note in latest.notes)
    assert any("85098NED" in note for note in latest.notes)
    (of_region,) = alike_elsewhere(context(Lang.EN, {}, size))
    assert [row[0].text for row in of_region.table.rows] == ["Twente", "the Netherlands"]


def test_nothing_stands_there_where_nobody_counts_alike(context) -> None:
    assert alike_elsewhere(context(Lang.NL)) == []
    assert alike_elsewhere(context(Lang.NL, {"rule": "cbs"}, {"age": "0-22"}, {"year": 2022})) == []


def test_what_the_page_tells_already_is_not_repeated(context) -> None:
    whole = {"dimension": "", "member": ""}
    found = context(Lang.NL, whole)
    at = found.subject.latest
    again = context(Lang.NL, {**whole, "period": at, "year": int(at[:4])})
    assert len(alike_elsewhere(found)) == (at != "2024JJ00")
    assert alike_elsewhere(again) == []
