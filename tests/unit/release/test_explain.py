"""An explanation tells the figure or why it is hidden, the definition, and the deliveries behind it."""

import pytest

from graadmeter.domain.errors import UnknownNameError, UnknownPeriodError, UsageError
from graadmeter.domain.status import CellStatus
from graadmeter.release.build import build
from graadmeter.release.explain import REASONS, explain
from graadmeter.release.read import read


@pytest.fixture
def release(tmp_path, draft):
    return read(build(tmp_path, draft, previous=None))


def test_every_status_has_its_reason() -> None:
    assert set(REASONS) == set(CellStatus)


@pytest.mark.parametrize("name", ["GM0141", "gm0141", "Almelo", "almelo"])
def test_areas_by_code_and_by_name(release, name) -> None:
    found = explain(release, "jeugdhulp", name, "2025KW04")
    assert found.area["code"] == "GM0141"
    assert {(figure.unit, figure.value) for figure in found.figures} == {("personen", 63.0), ("procent", 12.6)}
    assert [entry["session"] for entry in found.deliveries] == ["0141-2025KW04-aaaaaaaa"]


def test_one_member_of_a_breakdown(release) -> None:
    (figure,) = explain(release, "jeugdhulp", "Almelo", "2025KW04", {"hulpvorm": "02"}).figures
    assert (figure.value, figure.status) == (40.0, CellStatus.VALUE)
    assert figure.dimensions == {"hulpvorm": "02"}


@pytest.mark.parametrize(
    ("asked", "error", "hint"),
    [
        (("jeugdhlp", "Almelo", "2025KW04", {}), UnknownNameError, "Did you mean: jeugdhulp"),
        (("jeugdhulp", "Almeloo", "2025KW04", {}), UnknownNameError, "Did you mean: Almelo"),
        (("jeugdhulp", "Almelo", "2025Q4", {}), UnknownPeriodError, "2025KW04"),
        (("jeugdhulp", "Almelo", "2025KW04", {"hulpvrm": "02"}), UnknownNameError, "Did you mean: hulpvorm"),
        (("jeugdhulp", "Almelo", "2025KW04", {"hulpvorm": "77"}), UnknownNameError, "no code of hulpvorm '77'"),
        (("jeugdhulp", "Almelo", "2019KW04", {}), UsageError, "has no figure"),
    ],
)
def test_names_that_do_not_exist(release, asked, error, hint) -> None:
    with pytest.raises(error, match=hint):
        explain(release, *asked)
