"""Levels of access: how they are read, and what is refused."""

from copy import deepcopy

import pytest

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.catalogue.load_levels import level_of, levels
from graadmeter.catalogue.units import read_yaml, unit_files
from graadmeter.domain.levels import Audience

PEERS = {"least": 7, "persons": 10, "together": 3, "spread_percent": 10, "same_percent": 50}
CONTENT = {file.name: read_yaml(file) for file in unit_files("levels", ".yaml")}


def test_every_audience_has_a_level_that_says_why() -> None:
    assert {level.audience for level in levels().values()} == set(Audience)
    assert all(len(level.ground) > 80 and level.reason.nl and level.reason.en for level in levels().values())


def test_the_mirror_names_indicators_that_exist() -> None:
    assert set(levels()["aanbieder"].indicators) <= set(indicators())


@pytest.mark.parametrize(
    ("name", "key", "value", "why"),
    [
        ("gemeente", "audience", "raad", "raad"),
        ("gemeente", "valid_from", "2019", "2019"),
        ("gemeente", "peers", PEERS, "peers"),
        ("aanbieder", "peers", {**PEERS, "least": 3}, "less than"),
        ("aanbieder", "peers", {**PEERS, "together": 1}, "at least 2"),
        ("aanbieder", "peers", {**PEERS, "persons": 0}, "persons"),
    ],
)
def test_a_level_that_makes_no_sense_is_refused(name: str, key: str, value: object, why: str) -> None:
    content = deepcopy(CONTENT[f"{name}.yaml"]) | {key: value}
    with pytest.raises((ValueError, TypeError), match=why):
        level_of(content)
