"""Files stay small and honestly named."""

import ast
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src").rglob("*.py")) + sorted((ROOT / "bench").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
VAGUE = {"util", "utils", "helper", "helpers", "common", "misc"}


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_sources_were_found() -> None:
    assert len(SOURCES) > 50


@pytest.mark.parametrize("path", SOURCES + TESTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_over_400_lines(path: Path) -> None:
    assert lines(path) <= 400


def test_the_usual_file_is_small() -> None:
    assert median(lines(path) for path in SOURCES) <= 120


def test_the_pipeline_can_be_read_at_once() -> None:
    assert lines(ROOT / "src/graadmeter/pipeline.py") < 150


def test_no_vague_names() -> None:
    assert not [path for path in SOURCES if VAGUE & {part.removesuffix(".py") for part in path.parts}]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_says_what_belongs_in_it(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), f"{path} has no docstring"
