"""The files in which a region writes known faults and corrections are read strictly."""

from datetime import date

import pytest

from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.terms import Action, Status, Terms
from graadmeter.store.terms import read_terms

KNOWN = "- {controle: GM-VZ08, gemeente: GM0141, veld: verwijzer, reden: nieuw systeem, tot: 2026-06-30}\n"
CORRECTION = """
- id: wijk-almelo
  gemeente: GM0141
  kwartaal: 2025KW04
  tabel: voorziening
  sleutel: {voorziening_id: JW-1}
  actie: zet
  veld: wijk
  verwacht: WK999999
  waarde: WK014110
  reden: gebeld met de gemeente
"""


def test_nothing_is_agreed_without_files(tmp_path) -> None:
    assert read_terms(tmp_path) == Terms()


def test_both_files_are_read(tmp_path) -> None:
    (tmp_path / "bekend.yaml").write_text(KNOWN)
    (tmp_path / "correcties.yaml").write_text(CORRECTION)
    terms = read_terms(tmp_path)
    assert [(one.check, one.deliverer, one.field, one.until) for one in terms.known] == [
        ("GM-VZ08", "GM0141", "verwijzer", date(2026, 6, 30))
    ]
    (one,) = terms.corrections
    assert (one.id, one.action, one.status, one.key) == (
        "wijk-almelo",
        Action.SET,
        Status.ACTIVE,
        {"voorziening_id": "JW-1"},
    )
    assert (one.expect, one.value) == ("WK999999", "WK014110")


def test_a_delivery_is_concerned_by_its_own_terms_only(tmp_path) -> None:
    (tmp_path / "bekend.yaml").write_text(KNOWN)
    (tmp_path / "correcties.yaml").write_text(CORRECTION)
    terms = read_terms(tmp_path)
    assert terms.about("GM0141", "2025KW04") == terms
    assert terms.about("GM0141", "2025KW03") == Terms(terms.known)
    assert terms.about("GM0147", "2025KW04") == Terms()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bekend.yaml", KNOWN.replace("tot: 2026-06-30", "tot: gauw")),
        ("bekend.yaml", KNOWN.replace("reden", "redn")),
        ("bekend.yaml", "controle: GM-VZ08"),
        ("bekend.yaml", "- ["),
        ("correcties.yaml", CORRECTION.replace("actie: zet", "actie: gok")),
        ("correcties.yaml", CORRECTION.replace("  waarde: WK014110\n", "")),
        ("correcties.yaml", CORRECTION.replace("  reden: gebeld met de gemeente\n", "")),
        ("correcties.yaml", CORRECTION.replace("JW-1", "12")),
        ("correcties.yaml", CORRECTION + CORRECTION),
    ],
)
def test_a_fault_is_an_error_that_names_the_file(tmp_path, name, content) -> None:
    (tmp_path / name).write_text(content)
    with pytest.raises(WorkspaceError, match=name):
        read_terms(tmp_path)
