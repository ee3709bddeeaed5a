"""Figures under counting rules are not protected, so nothing that leads to a release may reach them."""

import ast
from pathlib import Path

from graadmeter.release.places import CONTENT

SOURCE = Path(__file__).parents[2] / "src/graadmeter"
INSIDE = ("measure/rules/", "measure/reference/rules.py", "cli/rule_tables.py", "cli/commands/rules.py", "pipeline.py")


def imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}


def test_only_the_command_of_the_analyst_reaches_them() -> None:
    readers = {
        str(path.relative_to(SOURCE))
        for path in SOURCE.rglob("*.py")
        if any(name.startswith("graadmeter.measure.rules") for name in imported(path))
    }
    assert readers
    assert not [name for name in readers if not name.startswith(INSIDE)]


def test_the_pipeline_counts_them_for_nobody_else() -> None:
    tree = ast.parse((SOURCE / "pipeline.py").read_text(encoding="utf-8"))
    users = {
        function.name
        for function in tree.body
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Name) and node.id in {"count_rules", "count_by_rules"}
    }
    assert users == {"count_by_rules"}


def test_a_release_has_no_place_for_them() -> None:
    assert not [path for path in CONTENT if "rule" in path or "regel" in path]
