"""What a package drags in when it is really imported: the contracts again, proven at run time in a fresh process."""

import json
import subprocess
import sys

import pytest

PERSON_SIDE = {
    "graadmeter.store",
    "graadmeter.pseudonymise",
    "graadmeter.deliver",
    "graadmeter.pipeline",
    "graadmeter.processing",
}
THIRD_PARTY = {"duckdb", "pyarrow", "numpy", "sqlglot", "lxml", "highspy", "jinja2", "yaml", "rich", "cyclopts"}

PROBE = """
import importlib, json, pkgutil, sys
package = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    importlib.import_module(module.name)
print(json.dumps(sorted(sys.modules)))
"""

LIST = """
import json, sys
from graadmeter.cli.main import run
run(sys.argv[1:])
print(json.dumps([*sys.modules]))
"""


def loaded_by(package: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", PROBE, package], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


def under(modules: set[str], roots: set[str]) -> set[str]:
    return {name for name in modules for root in roots if name == root or name.startswith(root + ".")}


def test_domain_needs_the_standard_library_only() -> None:
    modules = loaded_by("graadmeter.domain")
    assert "graadmeter.domain.cells" in modules
    assert not under(modules, THIRD_PARTY)


@pytest.mark.parametrize("package", ["graadmeter.site", "graadmeter.charts"])
def test_the_open_surface_never_loads_the_person_side(package: str) -> None:
    modules = loaded_by(package)
    assert package in modules
    assert not under(modules, PERSON_SIDE)


@pytest.mark.parametrize(
    "stage", ["check", "standardise", "pseudonymise", "measure", "protect", "compare", "evaluate", "charts"]
)
def test_stages_never_load_the_edges_or_each_other(stage: str) -> None:
    every = "check standardise pseudonymise measure protect compare evaluate charts synth"
    stages = set(every.split()) - {stage}
    edges = {"deliver", "store", "release", "pipeline", "processing", "site", "cli"}
    modules = loaded_by(f"graadmeter.{stage}")
    assert not under(modules, {f"graadmeter.{name}" for name in stages | edges})


def loaded_when_typed(*words: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", LIST, *words], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize("words", [(), ("--help",), ("run", "--help")])
def test_help_loads_nothing_that_commands_do(words) -> None:
    """The list of commands took a second and a half when it loaded them."""
    modules = loaded_when_typed(*words)
    assert "graadmeter.cli.help.pages.run" in modules
    assert under(modules, {"graadmeter.cli.commands"}) == {"graadmeter.cli.commands"}
    assert not under(modules, PERSON_SIDE | {"duckdb", "pyarrow", "numpy"})


def test_a_command_loads_no_other_command() -> None:
    modules = loaded_when_typed("verify", "nowhere.json")
    assert under(modules, {"graadmeter.cli.commands"}) == {"graadmeter.cli.commands", "graadmeter.cli.commands.verify"}
