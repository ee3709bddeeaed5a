"""The documentation builds strictly, and every code fence in it does what it says."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from graadmeter.cli import main

ROOT = Path(__file__).parents[2]
PAGES = [*sorted((ROOT / "docs").rglob("*.md")), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SHOWN_ONLY = {"text", "yaml", "json", "toml", "csv", "sql", "xml"}


def fences(language: str) -> list[tuple[str, str]]:
    return [
        (f"{page.relative_to(ROOT)}:{number}", match[2])
        for page in PAGES
        for number, match in enumerate(FENCE.finditer(page.read_text(encoding="utf-8")), 1)
        if match[1] == language
    ]


def test_builds_strictly(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-W",
        "ignore",
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--quiet",
        "--site-dir",
        str(tmp_path),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "architecture" / "index.html").exists()


def test_every_page_stands_in_the_contents() -> None:
    listed = re.findall(r"([\w/-]+\.md)$", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE)
    pages = {str(page.relative_to(ROOT / "docs")) for page in (ROOT / "docs").rglob("*.md")}
    assert len(listed) == len(set(listed))
    # The pages of formats are listed by formats/index.md, which is made with them.
    assert set(listed) == {page for page in pages if not page.startswith("formats/")} | {"formats/index.md"}


def test_every_fence_says_what_it_is() -> None:
    known = SHOWN_ONLY | {"python", "console"}
    for page in PAGES:
        for match in FENCE.finditer(page.read_text(encoding="utf-8")):
            assert match[1] in known, f"{page}: a fence with language {match[1]!r}"


@pytest.mark.parametrize(("where", "code"), fences("python"), ids=lambda value: value if ":" in value else "")
def test_python_runs(where: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    exec(compile(code, where, "exec"), {"__name__": "docs"})  # noqa: S102 - our own documentation


@pytest.mark.parametrize(("where", "code"), fences("console"), ids=lambda value: value if ":" in value else "")
def test_console_commands_exist(where: str, code: str, capsys: pytest.CaptureFixture[str]) -> None:
    commands = [line[2:] for line in code.splitlines() if "graadmeter " in line and line.startswith("$ ")]
    assert commands or "$" not in code, where
    for command in commands:
        words = [word for word in shlex.split(command)[1:] if not word.startswith("-")][:2]
        with pytest.raises(SystemExit) as stop:
            main([*words[:1], "--help"] if words[:1] != ["site"] else [*words[:2], "--help"])
        assert stop.value.code == 0, (where, command)
        assert capsys.readouterr().out
