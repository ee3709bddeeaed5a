"""What the library offers a comparison: means over municipalities, published figures of the nation, variables."""

from datetime import UTC, datetime

import pyarrow as pa
import pytest
from tests.support.reference import TWENTE, needs

from graadmeter.catalogue.benchmarks import benchmarks, likeness
from graadmeter.compare.neighbours import alike
from graadmeter.deliver.reference.library import add
from graadmeter.deliver.reference.public import public_figures

NOW = datetime(2026, 1, 2, tzinfo=UTC)
KWB = (
    "gm_code,inwoners,pct_jongeren_met_jeugdzorg,wmo_clienten_per_1000,pct_65plus\n"
    "GM0141,60000,12.0,80.0,20\nGM0153,140000,10.0,,22\nGM0147,20000,8.0,60.0,24\n"
)
SIZES = (
    "gm_code,jeugdregio_code,jeugdregio,grootteklasse_code,grootteklasse\n"
    "GM0141,JZ14,Twente,6,50 000 tot 100 000\nGM0153,JZ14,Twente,7,100 000 tot 150 000\n"
    "GM0147,JZ14,Twente,4,20 000 tot 50 000\n"
)


def library(tmp_path, **files):
    for name, text in files.items():
        path = tmp_path / f"{name}_2021.csv"
        path.write_text(text, encoding="utf-8")
        add(tmp_path / "reference", path, now=NOW)
    return public_figures(tmp_path / "reference")


def test_an_empty_library_offers_nothing(tmp_path) -> None:
    found = library(tmp_path)
    assert (found.benchmarks.num_rows, found.variables.num_rows) == (0, 0)


def test_means_are_weighted_and_need_nearly_everybody(tmp_path) -> None:
    rows = library(tmp_path, kwb=KWB, sizes=SIZES).benchmarks.to_pylist()
    young = {(row["scope"], row["area"]): row["value"] for row in rows if row["indicator"] == "jeugdhulp"}
    assert young == {
        ("nation", ""): round((12 * 6 + 10 * 14 + 8 * 2) / 22, 2),
        ("size_class", "GM0141"): 12.0,
        ("size_class", "GM0153"): 10.0,
        ("size_class", "GM0147"): 8.0,
    }
    support = {(row["scope"], row["area"]) for row in rows if row["indicator"] == "wmo_clienten"}
    assert support == {("size_class", "GM0141"), ("size_class", "GM0147")}
    told = {(row["year"], row["rule"], row["age"], row["source"]) for row in rows if row["indicator"] == "jeugdhulp"}
    assert told == {(2021, "cbs", "0-22", "CBS Kerncijfers wijken en buurten 2021")}


def test_without_classes_only_the_nation(tmp_path) -> None:
    rows = library(tmp_path, kwb=KWB).benchmarks.to_pylist()
    assert {row["scope"] for row in rows} == {"nation"}


def test_variables_have_their_weight_and_scale(tmp_path) -> None:
    rows = library(tmp_path, kwb=KWB).variables.to_pylist()
    size = {row["area"]: row["value"] for row in rows if row["variable"] == "inwoners_log"}
    assert size == {"GM0141": pytest.approx(11.0021), "GM0147": pytest.approx(9.9035), "GM0153": pytest.approx(11.8494)}
    assert {row["weight"] for row in rows if row["variable"] == "pct_65plus"} == {1.0}
    assert all(one.why for one in likeness())
    assert {one.rule for one in benchmarks()} == {"cbs"}


def test_real_key_figures_give_twente_its_neighbours(tmp_path) -> None:
    root = tmp_path / "reference"
    for name in ("data/cbs/kwb_2021_gemeenten.csv", "data/regions/gebieden_nl_2022.csv"):
        add(root, needs(name), now=NOW)
    found = public_figures(root)
    nation = [row for row in found.benchmarks.to_pylist() if row["scope"] == "nation"]
    assert {row["indicator"]: row["value"] for row in nation}["jeugdhulp"] == pytest.approx(10.55)
    towns = sorted(TWENTE)
    near = alike(found.variables, towns)
    almelo = [row for row in near.table.to_pylist() if row["area"] == "GM0141"]
    first = {row["neighbour"] for row in almelo if row["place"] <= 2}
    assert first == {"GM0153", "GM0164"}
    assert near.table.schema.field("deciding").type == pa.float64()
