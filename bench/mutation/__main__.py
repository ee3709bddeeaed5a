"""Plants faults in a package or module and tells which of them the tests do not notice.

Run: python -m bench.mutation NAME [--sample N] [--seed N] [--here], such as statistics, statistics.wilson, compare,
measure.money. The goal: at least 85 % noticed, each survivor explained (bench/mutation/explained.csv;
docs/mutation.md). A sample is drawn over all mutants of what is named, the same for the same seed.

Why not a ready tool: mutmut 3.8 changes functions only, so no threshold at the top of a module, and copies the tree;
cosmic-ray 8.7 writes each mutant into the working tree and starts a process per mutant, which here costs seconds of
imports. This forks from a process that has the libraries loaded, and touches no file.
"""

import argparse
import ast
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from bench.mutation.known import explained
from bench.mutation.operators import Mutant, how_many, mutant
from bench.mutation.trial import Fate, preload, trial

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src"
TESTS = {
    "statistics": ("tests/unit/statistics",),
    "compare": ("tests/unit/compare", "tests/golden/test_comparison_bytes.py", "tests/unit/release/test_comparison.py"),
    "measure": (
        "tests/unit/measure/test_same_figures.py",
        "tests/unit/measure/test_portable.py::test_the_text_of_a_small_plan_is_as_it_was",
        *(
            f"tests/unit/measure/test_{name}.py"
            for name in ("moments", "plan", "schedule", "spreads", "filled", "run", "keys")
        ),
        "tests/unit/measure/test_contributions.py",
        "tests/unit/measure/test_trial.py",
    ),
    "measure.methods": ("tests/unit/measure/test_methods.py",),
    "measure.money": ("tests/unit/measure/test_money.py",),
    "measure.completeness": ("tests/unit/measure/test_completeness.py",),
    "measure.renewal": (
        "tests/unit/measure/test_years_together.py",
        "tests/unit/measure/test_spans.py",
        "tests/unit/measure/test_measuring_again.py",
        "tests/unit/measure/test_looking_back.py",
        "tests/unit/processing/test_measuring.py",
        "tests/properties/test_measuring_again.py",
    ),
    "measure.rules": (
        "tests/unit/measure/test_rule_figures.py",
        "tests/unit/measure/test_rules_portable.py",
    ),
    "protect.by_rule": ("tests/unit/protect/test_by_rule.py",),
    "protect.grid": tuple(
        f"tests/unit/protect/test_{name}.py"
        for name in ("ties", "kinship", "flows", "said_otherwise", "plan", "mutation")
    ),
    "protect.rules": tuple(
        f"tests/unit/protect/test_{name}.py" for name in ("rules", "ruled_release", "persons_behind")
    ),
    "protect.figures.listed": ("tests/unit/protect/test_listed.py",),
}
"""The tests of a package, or some of them: files, folders or `file::test`. The longest name that fits holds; tests that
name the module itself go first."""
GOAL = 0.85
SLOWEST = 600.0


def main(arguments: Sequence[str]) -> int:
    """0 when the goal is met."""
    options = _options(arguments)
    sources = {path: path.read_text(encoding="utf-8") for path in _modules(options.name, here=options.here)}
    work = [(path, number) for path, source in sources.items() for number in range(how_many(source))]
    print(f"{len(work)} mutants", flush=True)
    if options.sample and options.sample < len(work):
        chosen = sorted(random.Random(options.seed).sample(range(len(work)), options.sample))  # noqa: S311 - no secret
        work = [work[number] for number in chosen]
    preload()
    _check(work[0][0])
    began, reasons, fates = time.monotonic(), explained(), []
    for number, (path, which) in enumerate(work, 1):
        one = mutant(sources[path], which)
        fate = _fate(path, one, options.seconds)
        fates.append(fate)
        if fate is Fate.SURVIVED:
            _tell(path, one, reasons, f"{number}/{len(work)}")
    noticed, late = sum(fate is not Fate.SURVIVED for fate in fates), fates.count(Fate.TIMEOUT)
    print(f"{late} took too long; " if late else "", end="")
    print(f"{noticed} of {len(work)} noticed ({noticed / len(work):.1%}) in {time.monotonic() - began:.0f} s")
    return 0 if noticed >= GOAL * len(work) else 1


def _check(path: Path) -> None:
    """All tests pass when a module takes its own place without a fault; else what follows would mean nothing."""
    whole = Mutant(0, "", "", ast.parse(path.read_text(encoding="utf-8")))
    if _fate(path, whole, SLOWEST) is not Fate.SURVIVED:
        raise RuntimeError(f"the tests around {path.name} fail before any fault is planted")


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.mutation")
    parser.add_argument("name", help="package or module below graadmeter")
    parser.add_argument("--here", action="store_true", help="without the packages inside the package")
    parser.add_argument("--sample", type=int, default=0, help="try so many, drawn at random; 0 = all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=120.0, help="a run that takes longer counts as noticed")
    return parser.parse_args(arguments)


def _modules(name: str, *, here: bool) -> list[Path]:
    place = SOURCE.joinpath("graadmeter", *name.split("."))
    inside = "*.py" if here else "**/*.py"
    found = sorted(place.glob(inside)) if place.is_dir() else [place.with_suffix(".py")]
    return [path for path in found if path.name != "__init__.py"]


def _fate(path: Path, one: Mutant, seconds: float) -> Fate:
    """First the tests that name the module, then, if these notice nothing, the others of its package."""
    module = ".".join(path.relative_to(SOURCE).with_suffix("").parts)
    code = compile(one.tree, str(path), "exec")
    fate = Fate.SURVIVED
    for tests in _tests(module):
        if tests and fate is Fate.SURVIVED:
            fate = trial(module, code, tests, seconds)
    return fate


def _tests(module: str) -> tuple[list[str], list[str]]:
    own = module.removeprefix("graadmeter.")
    package = max((name for name in TESTS if f"{own}.".startswith(f"{name}.")), key=len)
    tests = [test for place in TESTS[package] for test in _files(place)]
    near = {test for test in tests if f"{module} import" in Path(test.split("::")[0]).read_text(encoding="utf-8")}
    return [test for test in tests if test in near], [test for test in tests if test not in near]


def _files(place: str) -> list[str]:
    path = ROOT / place
    return sorted(map(str, path.rglob("test_*.py"))) if path.is_dir() else [str(path)]


def _tell(path: Path, one: Mutant, reasons: dict[tuple[str, str, str], str], place: str) -> None:
    name = str(path.relative_to(SOURCE / "graadmeter"))
    why = reasons.get((name, one.before, one.after))
    told = f"  explained: {why}" if why else ""
    print(f"{place} {name}:{one.line}: {one.before}  ->  {one.after}{told}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
