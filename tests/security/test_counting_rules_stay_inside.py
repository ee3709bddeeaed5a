"""Figures under counting rules reach a release through their protection only; unprotected ones stay inside."""

import ast
from pathlib import Path

import pytest

from graadmeter.domain.rule_figures import RULE_COUNTS, RULES

SOURCE = Path(__file__).parents[2] / "src/graadmeter"
INSIDE = ("measure/rules/", "measure/reference/rules.py", "cli/rule_tables.py", "cli/commands/rules.py")
DOOR = "processing/ruling.py"


def imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}


def calls(path: Path) -> dict[str, set[str]]:
    """Per function of a module the names it uses."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {
        function.name: {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
    }


def test_only_the_command_of_the_analyst_and_the_door_reach_them() -> None:
    readers = {
        str(path.relative_to(SOURCE))
        for path in SOURCE.rglob("*.py")
        if any(name.startswith("graadmeter.measure.rules") for name in imported(path))
    }
    assert DOOR in readers
    assert not [name for name in readers if not name.startswith(INSIDE) and name != DOOR]


@pytest.mark.parametrize(("name", "users"), [("count_rules", {"count_by_rules"}), ("count_flows", {"count_ruled"})])
def test_each_way_of_counting_has_one_user(name, users) -> None:
    assert {function for function, used in calls(SOURCE / DOOR).items() if name in used} == users


def test_the_pipeline_gives_what_it_counted_to_protection_and_to_nothing_else() -> None:
    text = (SOURCE / "pipeline.py").read_text(encoding="utf-8")
    assert "count_by_rules" not in text
    assert text.count("count_ruled(") == 1
    users = [
        line.strip()
        for line in text.splitlines()
        if "ruled" in line.replace("count_ruled", "").replace("protect_ruled", "")
    ]
    assert users == [
        "growing, ruled = estimates(own, region), count_ruled(own, region)",
        "measured, ruled, region, levels, indicators=wanted, policies=policies, contributions=paid,",
    ]


def test_a_published_row_tells_no_more_than_one_number() -> None:
    assert set(RULE_COUNTS.names) - set(RULES.names) == {"figure", "entered", "left"}
    assert "value" in RULES.names
