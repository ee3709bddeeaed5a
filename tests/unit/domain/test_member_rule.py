"""Age bands and forms of help are taken together, smallest first, as far as they may go together."""

from types import SimpleNamespace

import pyarrow as pa
import pytest

from graadmeter.catalogue.member_kin import kin_of
from graadmeter.cli.commands.merge_codes import proposed_members
from graadmeter.domain.cells import DIMENSIONS, TOTAL
from graadmeter.domain.errors import UnknownNameError, UsageError
from graadmeter.domain.member_groups import MemberGroup
from graadmeter.domain.member_rule import divided_members
from graadmeter.release.expected_members import expected_members

AGES, FORMS = "leeftijdsgroep", "hulpvorm"


@pytest.mark.parametrize(
    ("dimension", "sizes", "least", "groups"),
    [
        (AGES, (3, 40, 60), 20, (("00-03", "04-11"),)),
        (AGES, (30, 15, 25), 20, (("04-11", "12-17"),)),  # the smaller of its two neighbours
        (AGES, (3, 4, 5), 20, ()),  # all together is the total
        (AGES, (30, 40, 60), 20, ()),
        (FORMS, (50, 9, 30, 12, 80, 3, 2, 8), 20, (("02", "04"), ("11", "12", "13", "14"))),
        (FORMS, (50, 90, 30, 40, 1, 3, 2, 8), 20, (("11", "12", "13", "14"),)),  # too small still: none of another kind
    ],
)
def test_the_smallest_goes_with_the_smallest_that_fits(dimension, sizes, least, groups) -> None:
    counts = dict(zip(kin_of(dimension), map(float, sizes), strict=True))
    assert divided_members(counts, kin_of(dimension), least) == groups


def test_what_is_in_a_group_already_stays_out_of_new_ones() -> None:
    kept = [MemberGroup("Jong", AGES, ("00-03", "04-11"), 2024)]
    counts = {"00-03": 3.0, "04-11": 4.0, "12-17": 5.0}
    assert proposed_members(AGES, counts, kept, 20, 2025) == []
    assert proposed_members(AGES, counts | {"04-11": 40.0, "12-17": 50.0}, [], 20, 2025) == [
        MemberGroup("0 t/m 3 jaar en 4 t/m 11 jaar", AGES, ("00-03", "04-11"), 2025)
    ]


def test_expected_is_the_public_figure_of_the_region_for_each_municipality() -> None:
    """Of the newest year; a member that is hidden counts as none, figures of municipalities are not looked at."""
    rows = []
    for period, kind, level, age, value in (
        ("2024JJ00", "jaar", "regio", "00-03", 90.0), ("2025JJ00", "jaar", "regio", "00-03", 60.0),
        ("2025JJ00", "jaar", "regio", "04-11", None), ("2025JJ00", "jaar", "gemeente", "12-17", 99.0),
        ("2025KW04", "kwartaal", "regio", "00-03", 20.0), ("2025JJ00", "jaar", "regio", "12-17", 30.0),
    ):  # fmt: skip
        row = dict.fromkeys(DIMENSIONS, TOTAL) | {AGES: age, "indicator": "jeugdhulp", "unit": "personen"}
        rows.append(row | {"level": level, "period": period, "period_type": kind, "value": value})
    towns = [{"level": "gemeente"}] * 3 + [{"level": "regio"}]
    release = SimpleNamespace(
        cells=pa.Table.from_pylist(rows), region={"areas": towns}, catalogue={"indicators": [{"id": "jeugdhulp"}]}
    )
    assert expected_members(release, "jeugdhulp", AGES) == {"00-03": 20.0, "04-11": 0.0, "12-17": 10.0}
    with pytest.raises(UnknownNameError, match="jeugdhulp"):
        expected_members(release, "jeugdhul", AGES)
    with pytest.raises(UsageError, match="No number by hulpvorm"):
        expected_members(release, "jeugdhulp", FORMS)
