"""`graadmeter recheck` and `graadmeter checks`: history held against the rules again, and every rule explained."""

import json
import shutil

import pytest
from tests.e2e.region import graadmeter, tree


@pytest.fixture(scope="module")
def session(clean_region):
    return next(path.name for path in sorted((clean_region / "deliveries").glob("0147-2025KW02-*")))


def test_equal_rules_change_nothing_and_nothing_is_written(clean_region, session) -> None:
    before = tree(clean_region / "deliveries" / session)
    said = graadmeter("recheck", "--session", session, "--workspace", clean_region)
    assert said.code == 0, said.err
    assert "Ongewijzigd: 1 leveringen." in said.out
    assert tree(clean_region / "deliveries" / session) == before


def test_other_terms_are_told_per_delivery(tmp_path, clean_region, session) -> None:
    workspace = tmp_path / "region"
    shutil.copytree(clean_region, workspace)
    path = workspace / "correcties.yaml"
    path.write_text(
        "- {id: c1, gemeente: GM0147, kwartaal: 2025KW02, tabel: voorziening, sleutel: {gemeente: '0147'}, actie: zet, "
        "veld: kwartaal, verwacht: 2025KW02, waarde: 2017KW01, reden: proef}\n"
    )
    said = graadmeter("recheck", "--session", session, "--workspace", workspace, "--lang", "en")
    assert said.code == 0, said.err
    assert f"{session}: accepted -> partly accepted" in said.out
    assert "GM-B003: 0 -> 1" in said.out
    applied = graadmeter("recheck", "--session", session, "--apply", "--workspace", workspace)
    assert applied.code == 0, applied.err
    receipt = json.loads((workspace / "deliveries" / session / "receipt.json").read_bytes())
    assert receipt["verdict"] == "gedeeltelijk geaccepteerd"
    again = graadmeter("recheck", "--session", session, "--workspace", workspace)
    assert "Ongewijzigd: 1 leveringen." in again.out
    path.write_text(path.read_text().replace("verwacht: 2025KW02", "verwacht: 2024KW02"))
    said = graadmeter("recheck", "--session", session, "--workspace", workspace)
    assert said.code == 5
    assert "Correctie 'c1'" in said.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--session", "0147-2025KW02-00000000"), "bestaat niet"),
        (("--as-of", "gauw"), "is geen datum"),
        (("--as-of", "2026-01-01", "--apply"), "laat --as-of dan weg"),
    ],
)
def test_what_cannot_be_asked(clean_region, words, told) -> None:
    said = graadmeter("recheck", *words, "--workspace", clean_region)
    assert said.code == 2
    assert told in said.err


def test_a_check_is_explained() -> None:
    said = graadmeter("checks", "gm-tr307")
    assert said.code == 0
    assert "Hulp valt voor de toewijzing" in said.out
    assert "iStandaarden TR307" in said.out
    assert graadmeter("checks", "GM-TR30").code == 2
    assert graadmeter("checks").out.count("GM-") > 200
