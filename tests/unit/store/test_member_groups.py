"""Which age bands and care forms carry one figure, as a region writes it down."""

from pathlib import Path

import pytest

from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.member_groups import MemberGroup, members_of
from graadmeter.store.member_groups import read_member_groups

YOUNG = ("0 t/m 11 jaar,leeftijdsgroep,04-11,2024,", "0 t/m 11 jaar,leeftijdsgroep,00-03,2024,")


def written(folder: Path, *lines: str) -> Path:
    content = "naam,dimensie,code,vanaf,tot_en_met\n" + "".join(f"{line}\n" for line in lines)
    (folder / "samengevoegde_codes.csv").write_text(content)
    return folder


def test_a_group_holds_from_a_year_on_and_its_code_names_its_members(tmp_path: Path) -> None:
    forms = ("Wonen,hulpvorm,13,2020,2022", "Wonen,hulpvorm,12,2020,2022", "Wonen,hulpvorm,12,2023,")
    found = read_member_groups(written(tmp_path, *YOUNG, *forms, "Wonen,hulpvorm,14,2023,"))
    assert found == (
        MemberGroup("Wonen", "hulpvorm", ("12", "13"), 2020, 2022),
        MemberGroup("Wonen", "hulpvorm", ("12", "14"), 2023),
        MemberGroup("0 t/m 11 jaar", "leeftijdsgroep", ("00-03", "04-11"), 2024),
    )
    assert [one.code for one in found] == ["12..13", "12..14", "00-03..04-11"]
    assert (members_of(found[2].code), members_of("04-11"), members_of("6+")) == (("00-03", "04-11"), (), ())
    assert [found[0].holds_in(year) for year in (2019, 2020, 2022, 2023)] == [False, True, True, False]


def test_without_a_file_nothing_is_taken_together(tmp_path: Path) -> None:
    assert read_member_groups(tmp_path) == ()


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        (("A,leeftijdsgroep,00-03,2024,", "A,leeftijdsgroep,12-17,2024,"), "group 'A': these ages do not touch"),
        ((*YOUNG, "0 t/m 11 jaar,leeftijdsgroep,12-17,2024,"), "at least two codes, and not all"),
        (("A,hulpvorm,02,2024,",), "at least two codes, and not all"),
        (("A,hulpvorm,02,2024,", "A,hulpvorm,11,2024,"), "these forms are not of one kind"),
        ((*YOUNG, "B,leeftijdsgroep,04-11,2025,", "B,leeftijdsgroep,12-17,2025,"), "line 4: 04-11 is merged in these"),
        (("A,geslacht,m,2024,",), "line 2"),
        (("A,hulpvorm,99,2024,",), "line 2"),
        ((",hulpvorm,02,2024,",), "line 2"),
        (("A,hulpvorm,02,2024,2023",), "line 2"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, lines: tuple[str, ...], complaint: str) -> None:
    with pytest.raises(WorkspaceError) as refused:
        read_member_groups(written(tmp_path, *lines))
    assert complaint in refused.value.text.en
