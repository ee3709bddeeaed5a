"""The layers of the house plan hold, and the contracts would notice if they did not."""

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_contracts_are_kept() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_package_has_its_place() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(contract for contract in contracts if contract["id"] == "layers")
    placed = {name.strip(" ()") for line in layers["layers"] for name in line.split("|")}
    found = {
        path.stem
        for path in (ROOT / "src/graadmeter").iterdir()
        if (path.is_dir() and (path / "__init__.py").exists()) or (path.suffix == ".py" and path.stem[0] != "_")
    }
    assert found, "no packages found: the test looks in the wrong place"
    assert found <= placed, f"not in the layers contract: {sorted(found - placed)}"
    assert layers["exhaustive"] is True
