"""StatLine v3 and v4 from saved answers: names, statuses, periods, padding, pages; and what is refused."""

import json
from collections import Counter
from pathlib import Path

import pyarrow as pa
import pytest
from tests.support.reference import FAKE_V3, FAKE_V4, needs, save

from graadmeter.deliver.reference.loaded import Loaded
from graadmeter.deliver.reference.statline import load_statline, load_statline_csv
from graadmeter.deliver.reference.statline_folder import part_of
from graadmeter.deliver.reference.statline_period import is_period
from graadmeter.deliver.reference.statline_subjects import stem
from graadmeter.domain.errors import DeliveryRefusedError
from graadmeter.domain.reference import STATLINE
from graadmeter.engine.arrow import schema_of


def codes(loaded: Loaded) -> list[str]:
    return [finding.code for finding in loaded.findings]


def statuses(table: pa.Table) -> dict[str, int]:
    return dict(Counter(table["status"].to_pylist()))


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("TypedDataSet.json", ("typeddataset", 1)),
        ("TypedDataSet.2.json", ("typeddataset", 2)),
        ("observations-page-3.json", ("observations", 3)),
        ("observations-first-300.json", ("observations", 300)),
        ("cbs.v3.84799NED_WijkenEnBuurten.parquet", ("wijkenenbuurten", 1)),
        ("codes-RegioS.trimmed-descriptions.json", ("regioscodes", 1)),
        ("measure-codes.json", ("measurecodes", 1)),
        ("data.csv", ("typeddataset", 1)),
    ],
)
def test_file_names_tell_part_and_page(name: str, part: tuple[str, int]) -> None:
    assert part_of(name) == part


@pytest.mark.parametrize(
    "code", ["2024JJ00", "2024HJ02", "2024KW04", "2024MM12", "2024W153", "2013X004", "20240229", "2024W101"]
)
def test_every_kind_of_period_is_known(code: str) -> None:
    assert is_period(code)


@pytest.mark.parametrize("code", ["2024JJ01", "2024HJ03", "2024KW05", "2024MM13", "2024W154", "20230229", "2024", ""])
def test_what_is_no_period(code: str) -> None:
    assert not is_period(code)


def test_the_moving_number_goes_and_nothing_else() -> None:
    assert stem("JongerenMetJeugdzorgInNatura_84") == stem("JongerenMetJeugdzorgInNatura_91")
    assert stem("k_0Tot15Jaar_8") == "k_0Tot15Jaar"


def test_v3_pages_padding_and_signs(tmp_path: Path) -> None:
    loaded = load_statline(save(tmp_path / "85000NED", FAKE_V3))
    rows = loaded.table.to_pylist()
    assert loaded.table.schema == schema_of(STATLINE)
    assert [(row["gebied"], row["periode"], row["waarde"], row["status"]) for row in rows] == [
        ("GM0141", "2023HJ01", 12.5, "waarde"),
        ("GM0141", "2023HJ02", 0.0, "voorlopig"),
        ("GM0147", "2023HJ01", None, "onbekend"),
        ("GM0147", "2023HJ02", None, "onmogelijk"),
    ]
    assert {(row["groep"], row["onderwerp"], row["eenheid"], row["dimensies"]) for row in rows} == {
        ("Jeugd > In natura", "Jongeren", "%", "Geslacht=3000")
    }


def test_v4_statuses_and_groups(tmp_path: Path) -> None:
    rows = load_statline(save(tmp_path / "85000NED", FAKE_V4)).table.to_pylist()
    assert [(row["onderwerp"], row["gebied"], row["vintage"], row["waarde"], row["status"]) for row in rows] == [
        ("M1", "WK014110", 2017, 5.0, "waarde"),
        ("M1", "WK014111", 2017, None, "onmogelijk"),
        ("M1", "WK014112", 2017, None, "onbekend"),
        ("M1", "WK014113", 2017, 7.0, "voorlopig"),
    ]
    assert rows[0]["groep"] == "Bevolking"


@pytest.mark.parametrize(
    ("part", "change", "words"),
    [
        ("TypedDataSet.2.json", None, "missing"),
        ("DataProperties.json", None, "missing"),
        ("Perioden.json", {"value": 3}, "shape"),
        ("TypedDataSet.json", {"value": [{"RegioS": "GM0141"}]}, "period"),
        ("TypedDataSet.json", {"value": [{"Perioden": "2023HJ01"}]}, "RegioS"),
        ("UntypedDataSet.json", "ignored", ""),
    ],
)
def test_nothing_is_half_loaded(tmp_path: Path, part: str, change: object, words: str) -> None:
    folder = save(tmp_path / "t", FAKE_V3)
    (folder / "UntypedDataSet.2.json").rename(folder / "TypedDataSet.2.json")
    (folder / "UntypedDataSet.json").rename(folder / "TypedDataSet.json")
    if change is None:
        (folder / part).unlink()
    else:
        (folder / part).write_text(json.dumps(change))
    if words:
        with pytest.raises(DeliveryRefusedError, match=words):
            load_statline(folder)
    else:
        assert load_statline(folder).table.num_rows == 4


@pytest.mark.parametrize("value", ["abc", "1e999x", "NaN"])
def test_a_figure_that_is_no_number_refuses_the_table(tmp_path: Path, value: str) -> None:
    folder = save(tmp_path / "t", FAKE_V3)
    (folder / "UntypedDataSet.2.json").write_text(
        json.dumps({"value": [{"RegioS": "GM1", "Perioden": "2023JJ00", "Geslacht": "3000", "Jongeren_84": value}]})
    )
    with pytest.raises(DeliveryRefusedError, match="Jongeren_84"):
        load_statline(folder)


def test_unknown_periods_and_measures_are_refused(tmp_path: Path) -> None:
    folder = save(tmp_path / "t", FAKE_V4)
    observations = json.loads((folder / "Observations.json").read_text())
    observations["value"][0]["Perioden"] = "volgend jaar"
    (folder / "Observations.json").write_text(json.dumps(observations))
    with pytest.raises(DeliveryRefusedError, match="period"):
        load_statline(folder)
    observations["value"][0] |= {"Perioden": "2017JJ00", "Measure": "M9"}
    (folder / "Observations.json").write_text(json.dumps(observations))
    with pytest.raises(DeliveryRefusedError, match="subjects"):
        load_statline(folder)


def test_an_empty_folder_and_a_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DeliveryRefusedError, match="DataProperties"):
        load_statline(tmp_path)
    (tmp_path / "a.txt").write_text("x")
    with pytest.raises(DeliveryRefusedError, match="disk"):
        load_statline(tmp_path / "a.txt")


def test_neighbourhood_figures_2020_as_parquet() -> None:
    wanted = {"AantalInwoners", "JongerenMetJeugdzorgInNatura"}
    table = load_statline(needs("data/cbs/odata_parquet/84799NED"), wanted).table
    assert table.num_rows == 2 * 17_341
    rows = {(row["onderwerp"], row["gebied"]): row for row in table.to_pylist()}
    nation = rows["AantalInwoners", "NL00"]
    assert (nation["waarde"], nation["vintage"], nation["periode"]) == (17_407_585.0, 2020, "2020JJ00")
    assert (nation["groep"], nation["eenheid"], nation["titel"]) == ("Bevolking", "aantal", "Aantal inwoners")
    youths = table.filter(pa.compute.equal(table["onderwerp"], "JongerenMetJeugdzorgInNatura"))
    assert statuses(youths) == {"onbekend": 17_341}


def test_jobs_with_provisional_periods() -> None:
    table = load_statline(needs("data/cbs/odata_parquet/83583NED")).table
    assert table.num_rows == 7_440
    assert statuses(table) == {"waarde": 5_299, "voorlopig": 1_306, "onbekend": 835}


def test_provincial_accounts_with_other_dimensions() -> None:
    table = load_statline(needs("data/cbs/odata_parquet/45012NED"), {"k_1stePlaatsing"}).table
    assert table.num_rows == 435_456
    assert table["dimensies"][0].as_py() == "Categorie=L0.0|FunctieKostenplaatsBalanspost=1.0|Verslagsoort=2013X000"
    assert statuses(table)["onbekend"] == 8_808


def test_areas_2022_as_csv_are_text() -> None:
    table = load_statline(needs("data/cbs/cbsodata_csv/85067NED")).table
    assert table.num_rows == 345 * 55
    almelo = [row for row in table.to_pylist() if row["gebied"] == "GM0141" and row["groep"].endswith("> Jeugdregio's")]
    assert [row["tekst"] for row in almelo if row["onderwerp"] == "Code"] == ["JZ14"]


@pytest.mark.parametrize("name", ["odata_parquet/83765NED", "cbsodata_csv/85318NED"])
def test_a_description_without_data_says_so(name: str) -> None:
    loaded = load_statline(needs(f"data/cbs/{name}"))
    assert (loaded.table.num_rows, codes(loaded)) == (0, ["RF-GEENWAARDEN"])


@pytest.mark.parametrize(("name", "rows"), [("03759ned", 300), ("80590ned", 0), ("85615NED", 0)])
def test_real_v4_answers(name: str, rows: int) -> None:
    table = load_statline(needs(f"standards/cbs-odata4-wire/{name}")).table
    assert table.num_rows == rows
    if rows:
        first = table.slice(0, 1).to_pylist()[0]
        assert (first["gebied"], first["periode"], first["waarde"]) == ("NL01", "2019JJ00", 17_282_163.0)
        assert statuses(table) == {"waarde": 240, "onmogelijk": 60}


def test_health_monitor_without_properties() -> None:
    path = needs("data/context/rivm_gezondheidsmonitor_2020_twente.csv")
    table = load_statline_csv(path, "gezondheidsmonitor").table
    assert table.num_rows == 654 * 38
    nation = [row for row in table.to_pylist() if row["gebied"] == "NL01" and row["onderwerp"] == "Eenzaam"]
    assert [(row["waarde"], row["periode"]) for row in nation] == [(47.0, "2020JJ00")]
