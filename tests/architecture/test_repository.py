"""What the repository as a whole promises: pinned and hashed dependencies, honest code, valid metadata."""

import re
import subprocess
from pathlib import Path

import jsonschema
import pytest
import yaml

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"

PUBLICCODE = {
    "type": "object",
    "required": [
        "publiccodeYmlVersion",
        "name",
        "url",
        "platforms",
        "developmentStatus",
        "softwareType",
        "description",
        "legal",
        "maintenance",
        "localisation",
    ],
    "properties": {
        "publiccodeYmlVersion": {"const": "0.4"},
        "url": {"type": "string", "pattern": "^https://"},
        "platforms": {"type": "array", "minItems": 1, "items": {"type": "string"}},
        "developmentStatus": {"enum": ["concept", "development", "beta", "stable", "obsolete"]},
        "softwareType": {"enum": ["standalone/mobile", "standalone/iot", "standalone/desktop", "standalone/web",
                                  "standalone/backend", "standalone/other", "addon", "library", "configurationFiles"]},
        "description": {
            "type": "object",
            "minProperties": 1,
            "additionalProperties": {
                "type": "object",
                "required": ["shortDescription", "longDescription", "features"],
                "properties": {
                    "shortDescription": {"type": "string", "maxLength": 150},
                    "longDescription": {"type": "string", "minLength": 150, "maxLength": 10000},
                    "features": {"type": "array", "minItems": 1, "items": {"type": "string"}},
                },
            },
        },
        "legal": {"type": "object", "required": ["license"], "properties": {"license": {"const": "EUPL-1.2"}}},
        "maintenance": {
            "type": "object",
            "required": ["type", "contacts"],
            "properties": {
                "type": {"enum": ["internal", "community"]},
                "contacts": {"type": "array", "minItems": 1, "items": {"type": "object", "required": ["name"]}},
            },
        },
        "localisation": {
            "type": "object",
            "required": ["localisationReady", "availableLanguages"],
            "properties": {"localisationReady": {"const": True}, "availableLanguages": {"contains": {"const": "nl"}}},
        },
    },
}  # fmt: skip


AT_THE_ROOT = {
    ".ci", ".gitignore", "CHANGELOG.md", "CODE_OF_CONDUCT.md", "CONTRIBUTING.md", "GOVERNANCE.md", "LICENSE",
    "Makefile", "README.md", "SECURITY.md", "bench", "docs", "mkdocs.yml", "publiccode.yml", "pyproject.toml",
    "requirements", "src", "tests",
}  # fmt: skip


def tracked() -> list[Path]:
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    paths = [ROOT / name for name in done.stdout.decode().split("\0") if name]
    assert len(paths) > 50
    return [path for path in paths if path.exists()]


def test_nothing_else_lies_at_the_root() -> None:
    """Programs that were tried out leave files where they are started, and these were committed once."""
    assert {path.relative_to(ROOT).parts[0] for path in tracked()} == AT_THE_ROOT


def test_publiccode_yml_is_valid() -> None:
    content = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    content["releaseDate"] = str(content["releaseDate"])
    jsonschema.validate(content, PUBLICCODE)


@pytest.mark.parametrize("name", ["runtime", "dev"])
def test_dependencies_are_pinned_and_hashed_without_addresses(name: str) -> None:
    text = (ROOT / f"requirements/{name}.txt").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())
    assert len(entries) > 10
    for entry in entries:
        assert re.match(r"[\w.\-\[\]]+==\S+", entry), entry
        assert "--hash=sha256:" in entry, entry
    assert "://" not in text
    assert "--index-url" not in text


def test_no_registry_host_or_machine_path_is_named() -> None:
    hosts = re.compile("|".join(["py" + r"pi\.org", "python" + "hosted", "npm" + r"js\.", r"deb\.deb" + "ian"]))
    machine = re.compile(r"(?<![\w./-])/(?:wo" + r"rk|fa" + r"rm)/")
    for path in tracked():
        text = path.read_bytes().decode("utf-8", errors="ignore")
        assert not hosts.search(text), path
        assert not machine.search(text), path


def test_no_stubs() -> None:
    stub = re.compile("NotImplemented" + "Error|TO" + r"DO\b|FIX" + r"ME\b|assert Tr" + "ue")
    for path in tracked():
        if path.suffix == ".py":
            assert not stub.search(path.read_text(encoding="utf-8")), path


def test_nothing_of_shared_is_committed() -> None:
    if not SHARED.exists():
        pytest.skip("../shared is absent: there is nothing to compare with")
    given = {path.read_bytes() for path in SHARED.rglob("*") if path.is_file() and 200 < path.stat().st_size < 200_000}
    assert given
    assert not [path for path in tracked() if path.stat().st_size > 200 and path.read_bytes() in given]


def test_the_readme_names_both_commands_and_ci_runs_the_second() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make demo" in readme
    assert "make test" in readme
    assert (ROOT / ".ci/run").read_text(encoding="utf-8").rstrip().endswith("exec make test")
