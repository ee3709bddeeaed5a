"""The national generator writes valid tables of the uniform model, piece by piece."""

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from graadmeter.domain import model
from graadmeter.domain.periods import parse_period
from graadmeter.engine.arrow import schema_of
from graadmeter.store.csv_tables import read_areas
from graadmeter.synth import write_nation
from graadmeter.synth.nation import writer
from graadmeter.synth.nation.pieces import MOST_INHABITANTS, pieces, wijk_codes
from graadmeter.synth.region_facts import national_municipalities

LAST = parse_period("2025KW04").first


@pytest.fixture(scope="module")
def nation(tmp_path_factory):
    out = tmp_path_factory.mktemp("nation")
    summary = write_nation(out, seed=2, scale=0.2, municipalities=8, first="2024KW03")
    tables = {table.name: pq.read_table(out / f"{table.name}.parquet") for table in model.MODEL}
    return out, summary, tables


def test_tables_have_the_shape_of_the_model(nation):
    _, summary, tables = nation
    for table in model.MODEL:
        assert tables[table.name].schema.equals(schema_of(table))
        assert tables[table.name].num_rows == summary.rows[table.name] > 0
    assert summary.municipalities == 8


def test_references_hold(nation):
    out, _, tables = nation
    persons = tables["persoon"]["persoon"]
    assert pc.count_distinct(persons).as_py() == len(persons)
    for name in ("traject", "woonsituatie", "declaratieregel"):
        assert pc.all(pc.is_in(tables[name]["persoon"], persons)).as_py()
    assert tables["herkomst"]["traject"].equals(tables["traject"]["traject"])
    areas = (out / "gebieden.csv").read_text("utf-8")
    for code in pc.unique(tables["bevolking"]["wijk"]).to_pylist():
        assert f"{code},2024,wijk," in areas
    for code in pc.unique(tables["woonsituatie"]["gemeente"]).to_pylist():
        assert f"{code},2024,gemeente," in areas


def test_wijken_of_the_largest_cities_have_codes_that_are_read(nation):
    out, *_ = nation
    assert any(area.level == "wijk" for area in read_areas(out / "gebieden.csv"))
    for municipality in national_municipalities():
        codes = wijk_codes(municipality)
        assert len(set(codes)) == municipality.wijken
        assert {len(code) for code in codes} == {8}


def test_somebody_lives_in_one_place_a_quarter(nation):
    *_, tables = nation
    homes = tables["woonsituatie"].select(["persoon", "gemeente", "kwartaal"])
    assert len(homes.group_by(homes.column_names).aggregate([])) == len(homes)


def test_trajectories_are_consistent(nation):
    *_, tables = nation
    rows = tables["traject"].to_pylist()
    assert {row["soort"] for row in rows} == {"jeugdhulp", "bescherming", "reclassering", "wmo", "bijstand"}
    for row in rows:
        assert row["kw_begin"] <= LAST
        assert row["einde"] is None or row["begin"] <= row["einde"]
        assert (row["jeugd_van"] is None) == (row["jeugd_tot"] is None) == (not row["begin_jeugd"])
        assert row["jeugd_van"] is None or row["jeugd_van"] <= row["jeugd_tot"] <= LAST
        assert row["volw_van"] is None or row["volw_van"] <= row["volw_tot"] <= LAST
        assert row["begin_jeugd"] or row["wet"] != "jeugdwet"
        assert row["verblijf"] == (row["soort"] == "jeugdhulp" and row["hulpvorm"] >= "11")


def test_no_two_trajectories_of_a_person_are_of_one_form_and_provider(nation):
    *_, tables = nation
    table = tables["traject"].select(["persoon", "soort", "voorziening", "aanbieder"])
    assert table.group_by(table.column_names).aggregate([]).num_rows == table.num_rows


def test_the_same_seed_gives_the_same_rows_and_another_does_not(nation, tmp_path):
    *_, tables = nation
    write_nation(tmp_path / "again", seed=2, scale=0.2, municipalities=8, first="2024KW03")
    write_nation(tmp_path / "other", seed=3, scale=0.2, municipalities=8, first="2024KW03")
    assert pq.read_table(tmp_path / "again/traject.parquet").equals(tables["traject"])
    assert not pq.read_table(tmp_path / "other/traject.parquet").equals(tables["traject"])


def test_rows_are_written_in_groups_as_they_come(tmp_path, monkeypatch):
    monkeypatch.setattr(writer, "ROWS_PER_GROUP", 1000)
    rows = pa.table({"traject": range(600), "sessie": ["a"] * 600}).cast(schema_of(model.HERKOMST))
    with writer.ModelWriter(tmp_path, (model.HERKOMST,)) as written:
        for _ in range(5):
            written.add(model.HERKOMST, rows)
    file = pq.ParquetFile(tmp_path / "herkomst.parquet")
    assert file.metadata.num_rows == 3000
    assert file.metadata.num_row_groups >= 3


def test_the_country_is_cut_into_pieces_of_bounded_size():
    todo = list(pieces(3.0, None))
    assert max(piece.inhabitants for piece in todo) <= MOST_INHABITANTS
    assert sum(piece.inhabitants for piece in todo) == 3 * 17_942_942
    assert len({piece.municipality.code for piece in todo}) == 342
    assert [piece.number for piece in todo] == list(range(len(todo)))
