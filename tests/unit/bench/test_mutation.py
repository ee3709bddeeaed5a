"""The runner of mutation tests plants what it says, leaves the rest alone, and keeps its explanations honest."""

import ast
from pathlib import Path

from bench.mutation.known import explained
from bench.mutation.operators import mutants

SOURCE = Path(__file__).parents[3] / "src/graadmeter"
CODE = '''
"""A docstring with 3 numbers."""
LIMIT: int = 5


def inside(values: list[int]) -> bool:
    """Whether all are small: 1."""
    if not values:
        raise ValueError("1 + 1")
    return np.where(min(values) < LIMIT and True, 1 + values[0], -2)
'''


def test_each_mutant_changes_one_thing() -> None:
    found = [(one.line, one.before, one.after) for one in mutants(CODE)]
    assert found == [
        (3, "5", "6"),
        (8, "if not values:\n    raise ValueError('1 + 1')", "if not not values:\n    raise ValueError('1 + 1')"),
        (8, "not values", "+values"),
        (
            10,
            "np.where(min(values) < LIMIT and True, 1 + values[0], -2)",
            "np.where(min(values) < LIMIT and True, -2, 1 + values[0])",
        ),
        (10, "min(values) < LIMIT and True", "min(values) < LIMIT or True"),
        (10, "min(values) < LIMIT", "min(values) <= LIMIT"),
        (10, "min", "max"),
        (10, "True", "False"),
        (10, "1 + values[0]", "1 - values[0]"),
        (10, "1", "2"),
        (10, "0", "1"),
        (10, "-2", "+2"),
        (10, "2", "3"),
    ]


def test_a_mutant_compiles_and_differs_in_that_place_only() -> None:
    for one in mutants(CODE):
        assert ast.unparse(one.tree) != ast.unparse(ast.parse(CODE))
        compile(one.tree, "mutant", "exec")


def test_every_explained_mutant_exists() -> None:
    for name in {module for module, _, _ in explained()}:
        known = {(one.before, one.after) for one in mutants((SOURCE / name).read_text(encoding="utf-8"))}
        for module, before, after in explained():
            assert module != name or (before, after) in known, (module, before, after)
    assert all(explained().values())
