"""A region's own counting rules: one YAML file in the workspace; a mistake is told with the file's name."""

from pathlib import Path

import pytest

from graadmeter.catalogue.load_rules import rule_sets
from graadmeter.catalogue.units import unit_files
from graadmeter.domain.counting_rules import AreaRule
from graadmeter.domain.errors import CatalogueError
from graadmeter.store.own_rules import FOLDER, workspace_rules

BBV = next(file for file in unit_files("rules", ".yaml") if file.name == "bbv.yaml").read_text("utf-8")


def written(root: Path, **texts: str) -> Path:
    (root / FOLDER).mkdir(exist_ok=True)
    for name, text in texts.items():
        (root / FOLDER / f"{name}.yaml").write_text(text, encoding="utf-8")
    return root


def test_own_rules_join_and_replace(tmp_path: Path) -> None:
    assert workspace_rules(tmp_path) == rule_sets()
    other = BBV.replace("gebied: adres", "gebied: verantwoordelijk")
    known = workspace_rules(written(tmp_path, anders=other, meer=BBV.replace("id: bbv", "id: raad")))
    assert known.keys() == {*rule_sets(), "raad"}
    assert known["bbv"].switches.area is AreaRule.RESPONSIBLE
    assert known["raad"].switches == rule_sets()["bbv"].switches


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("id: [", "YAML"),
        ("- a list", "eigen.yaml"),
        (BBV.replace("periode: jaar", "periode: maand"), "maand"),
        (BBV.replace("  sluiten: false\n", ""), "sluiten"),
        (BBV.replace("sluiten: false", "sluiten: nee"), "true or false"),
        (BBV.replace("valid_from: 2017-01-01", "valid_from: ooit"), "date"),
        (BBV.replace("[periode,", "[maand,"), "maand"),
    ],
)
def test_a_mistake_is_told(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(CatalogueError, match=told):
        workspace_rules(written(tmp_path, eigen=text))


def test_two_own_rules_with_one_id_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"b\.yaml.*bbv"):
        workspace_rules(written(tmp_path, a=BBV, b=BBV))
