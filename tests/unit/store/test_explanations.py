"""A municipality's own explanation: from its file into the release, strictly read, never with a BSN."""

from pathlib import Path

import pytest

from graadmeter.domain.errors import UnknownNameError, WorkspaceError
from graadmeter.domain.region import Region
from graadmeter.release import descriptions
from graadmeter.store.explanations import FOLDER, read_explanations

TOWNS = ("GM0141", "GM0153")
GOOD = """\
- datum: 2026-03-02
  door: Gemeente Almelo
  tekst: Een wijkteam registreert sinds januari anders.
- datum: 2026-05-12
  door: Gemeente Almelo, team jeugd
  cijfer: jeugdhulp
  tekst: |
    De stijging komt
    door een andere registratie.
  tekst_en: The rise comes from another registration.
"""


def _written(root: Path, text: str, name: str = "GM0141.yaml") -> Path:
    (root / FOLDER).mkdir()
    (root / FOLDER / name).write_text(text, encoding="utf-8")
    return root


def test_the_newest_comes_first_on_one_line_in_both_languages_and_goes_into_the_release(tmp_path: Path) -> None:
    assert read_explanations(tmp_path, TOWNS) == ()
    newest, older = read_explanations(_written(tmp_path, GOOD), TOWNS)
    assert newest.text.nl == "De stijging komt door een andere registratie."
    assert older.text.en == older.text.nl
    region = Region("Twente", "JZ14", 2024, (), 8100, 8103, {}, explanations=(newest,))
    assert descriptions.region(region)["explanations"] == [
        {
            "area": "GM0141",
            "indicator": "jeugdhulp",
            "day": "2026-05-12",
            "signed": "Gemeente Almelo, team jeugd",
            "text": {"nl": newest.text.nl, "en": newest.text.en},
        }
    ]


@pytest.mark.parametrize(
    ("text", "name", "error", "says"),
    [
        (GOOD, "GM0142.yaml", UnknownNameError, "GM0141"),
        (GOOD.replace("door:", "dor:"), "GM0141.yaml", UnknownNameError, "door"),
        (GOOD.replace("datum: 2026-03-02", "datum: gisteren"), "GM0141.yaml", WorkspaceError, "explanation 1: 'datum'"),
        (GOOD.replace("sinds januari", "voor 000000012"), "GM0141.yaml", WorkspaceError, "holds a BSN"),
        (GOOD.replace("anders.", "x" * 1200), "GM0141.yaml", WorkspaceError, "longer than 1200"),
        ("tekst: los", "GM0141.yaml", WorkspaceError, "no list"),
        ("- [", "GM0141.yaml", WorkspaceError, "not YAML"),
        ("- los", "GM0141.yaml", WorkspaceError, "no keys"),
    ],
)
def test_a_mistake_is_told_with_its_place(
    tmp_path: Path, text: str, name: str, error: type[Exception], says: str
) -> None:
    with pytest.raises(error, match=says):
        read_explanations(_written(tmp_path, text, name), TOWNS)
