"""A region that rounds small counts instead of hiding them, from deliveries to site."""

import json
import shutil
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from tests.e2e.region import TOWNS, newest, process

from graadmeter.catalogue.indicator_metadata import open_only
from graadmeter.catalogue.units import unit_files
from graadmeter.processing.release_inputs import release_inputs
from graadmeter.store import keys
from graadmeter.store.workspace import load

NAME = "bescherming_reclassering"


@pytest.fixture(scope="module")
def rounding(tmp_path_factory, region: Path) -> Path:
    """What a region delivered, with one indicator whose own definition names the policy, and nothing published yet."""
    place = tmp_path_factory.mktemp("rounding") / "region"
    shutil.copytree(region, place, ignore=shutil.ignore_patterns("releases", "site"))
    settings = place / "graadmeter.toml"
    lines = settings.read_text(encoding="utf-8").splitlines()
    own = [f'indicatoren = ["{NAME}"]', 'niveaus = ["gemeente"]']
    chosen = [word for line in lines for word in (own if line.startswith("indicatoren") else [line])]
    settings.write_text("\n".join(chosen), encoding="utf-8")
    definition = next(path for path in unit_files("indicators", ".yaml") if path.name == f"{NAME}.yaml").read_text(
        encoding="utf-8"
    )
    (place / "indicatoren").mkdir()
    rounded = definition.replace("policy: tmsd-10", "policy: afronden-10")
    (place / "indicatoren" / f"{NAME}.yaml").write_text(rounded, encoding="utf-8")
    process(place)
    return place


def test_no_small_count_is_shown_and_nothing_is_hidden(rounding: Path) -> None:
    cells = pq.read_table(newest(rounding) / "open/cells.parquet").to_pylist()
    counts = [row["value"] for row in cells if row["unit"] in {"personen", "trajecten"}]
    assert len(counts) > 100
    assert None not in counts
    assert not [value for value in counts if 0 < value < 10]
    assert 10 in counts
    told = json.loads((newest(rounding) / "audit/report.json").read_text())["rounded_additively"]
    assert (told["indicators"], told["counts_attacked"] > 20) == ([NAME], True)
    assert 1 <= told["draw"] <= 8


def test_municipalities_get_their_true_counts_from_figures_that_hold_against_them(rounding: Path) -> None:
    told = json.loads((newest(rounding) / "audit/report.json").read_text())
    assert told["insiders"]["years"] == told["rounded_additively"]["years_attacked_from_inside"] == [2024, 2025]
    parts = list((rounding / "closed").glob("*/gemeente/*/cells.parquet"))
    assert len(parts) == len(TOWNS)
    own = [row["value"] for path in parts for row in pq.read_table(path).to_pylist() if row["unit"] == "personen"]
    assert any(0 < value < 10 for value in own)


def test_the_site_says_that_figures_are_rounded(rounding: Path) -> None:
    page = (rounding / "site" / "cijfers" / f"{NAME}.html").read_text(encoding="utf-8")
    assert "afgerond" in page


def test_another_key_makes_another_release(rounding: Path) -> None:
    """Other figures follow from it; what names them tells of the key that it is another, and nothing else."""
    secret = keys.load(rounding / "keys/pseudonym.key").secret.hex()
    manifest = (newest(rounding) / "manifest.json").read_text()
    before = release_inputs(workspace := load(rounding), (), open_only(workspace.indicators), workspace.policies)
    assert json.loads(manifest)["rounding_key"] == before.rounding_key
    assert secret[:16] not in manifest
    (rounding / "keys/pseudonym.key").unlink()
    after = release_inputs(workspace, (), open_only(workspace.indicators), workspace.policies)
    assert after.edition("") != before.edition("")
    assert release_inputs(workspace, (), {}, workspace.policies).rounding_key == ""
