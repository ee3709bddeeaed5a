"""The rules of policies: how they are read, where they hold, and what is refused."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from graadmeter.catalogue.load_policies import policies, policy_of
from graadmeter.catalogue.policy_rules import read_rules
from graadmeter.catalogue.units import read_yaml, unit_files
from graadmeter.domain.areas import Level
from graadmeter.domain.disclosure_rules import RULE_NUMBERS, Contributor, RuleKind
from graadmeter.domain.errors import CatalogueError
from graadmeter.protect.rules.registry import OF_OTHERS, OF_SERIES
from graadmeter.store.own_policies import workspace_policies

RULE = {
    "rule": "dominantie",
    "largest": 1,
    "percent": 75,
    "among": ["aanbieder", "concern"],
    "levels": ["gemeente"],
    "source": "Handbook",
    "valid_from": date(2026, 1, 1),
    "valid_until": date(2027, 12, 31),
}


def rule(**change: object) -> dict[str, object]:
    return {name: value for name, value in {**RULE, **change}.items() if value is not ...}


def content() -> dict[str, object]:
    return read_yaml(next(file for file in unit_files("policies", ".yaml") if file.name == "tmsd-10.yaml"))


def test_a_rule_says_what_it_asks_and_where_it_holds() -> None:
    (found,) = read_rules("proef", [RULE])
    assert (found.kind, found.numbers) == (RuleKind.DOMINANCE, {"largest": 1, "percent": 75})
    assert found.among == (Contributor.PROVIDER, Contributor.HOLDING)
    assert found.is_at(Level.MUNICIPALITY)
    assert not found.is_at(Level.WIJK)
    assert found.asks("uitgaven")
    assert found.is_along("hulpvorm")


@pytest.mark.parametrize(
    ("day", "access", "holds"),
    [
        (date(2025, 12, 31), "open", False),
        (date(2026, 1, 1), "open", True),
        (date(2027, 12, 31), "open", True),
        (date(2028, 1, 1), "open", False),
        (date(2026, 6, 1), "gemeente", False),
    ],
)
def test_a_rule_holds_from_day_to_day_for_some_readers(day: date, access: str, *, holds: bool) -> None:
    policy = policy_of({**content(), "rules": [rule(access=["open"])]})
    assert bool(policy.in_force(day, access).rules) is holds


def test_a_rule_is_about_some_indicators() -> None:
    policy = policy_of({**content(), "rules": [rule(indicators=["uitgaven"])]})
    assert len(policy.rules_of(RuleKind.DOMINANCE, "uitgaven")) == 1
    assert not policy.rules_of(RuleKind.DOMINANCE, "vervoerskosten")
    assert not policy.rules_of(RuleKind.P_PERCENT, "uitgaven")


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"rule": "dominante"}, "Did you mean: dominantie"),
        ({"percent": 100}, "from 1 to 99"),
        ({"percent": True}, "from 1 to 99"),
        ({"percent": ...}, "'percent' is missing"),
        ({"inhabitants": 5}, "no field 'inhabitants'"),
        ({"among": ["aanbiedr"]}, "Did you mean: aanbieder"),
        ({"among": []}, "names no contributors"),
        ({"levels": ["wijken"]}, "Did you mean: wijk"),
        ({"indicators": []}, "needs a list of names"),
        ({"dimensions": ["hulpvorm"]}, "no field 'dimensions'"),
        ({"source": ""}, "'source' is missing"),
        ({"valid_from": "soon"}, "is not a date"),
        ({"valid_until": date(2025, 1, 1)}, "lies before"),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused(change: dict[str, object], complaint: str) -> None:
    with pytest.raises(CatalogueError) as refused:
        read_rules("proef", [rule(**change)])
    assert complaint in refused.value.text.en


def test_a_key_that_no_policy_has_is_refused() -> None:
    with pytest.raises(ValueError, match="'ruls' is not one of"):
        policy_of({**content(), "ruls": [RULE]})


def test_every_rule_has_numbers_and_one_function() -> None:
    assert set(RULE_NUMBERS) == set(RuleKind)
    assert set(OF_SERIES) | set(OF_OTHERS) == set(RuleKind)
    assert not set(OF_SERIES) & set(OF_OTHERS)


def test_a_region_has_policies_of_its_own_and_may_replace_ours(tmp_path: Path) -> None:
    folder = tmp_path / "beleid"
    folder.mkdir()
    stricter = {**content(), "threshold": 15, "rules": [RULE]}
    for name in ("tmsd-10", "streng"):
        (folder / f"{name}.yaml").write_text(yaml.safe_dump({**stricter, "id": name}))
    found = workspace_policies(tmp_path)
    assert set(found) == {*policies(), "streng"}
    assert found["tmsd-10"].threshold == 15
    assert policies()["tmsd-10"].threshold == 10
    assert found["streng"].rules[0].kind is RuleKind.DOMINANCE


@pytest.mark.parametrize(
    ("text", "complaint"),
    [("- a", "no mapping"), ("a: [", "no readable YAML"), ("id: eigen", "is not valid"), (None, "calls itself")],
)
def test_a_policy_of_a_region_that_is_wrong_is_named(tmp_path: Path, text: str | None, complaint: str) -> None:
    (tmp_path / "beleid").mkdir()
    (tmp_path / "beleid" / "eigen.yaml").write_text(text or yaml.safe_dump(content()))
    with pytest.raises(CatalogueError) as refused:
        workspace_policies(tmp_path)
    assert complaint in refused.value.text.en
    assert "eigen.yaml" in refused.value.text.en
