"""Help exists in both languages for every command and option, and docs/command-line.md holds all of it."""

import inspect
from pathlib import Path

import pytest

from graadmeter.cli.commands import function
from graadmeter.cli.help.page import render
from graadmeter.cli.help.pages import COMMANDS, pages
from graadmeter.cli.help.root import ROOT, SHARED
from graadmeter.cli.main import run
from graadmeter.domain.text import Lang

PAGES = pages()
DOCS = Path(__file__).parents[2] / "docs/command-line.md"


@pytest.mark.parametrize("words", ["", *COMMANDS])
@pytest.mark.parametrize("lang", Lang)
def test_every_command_has_help_in_both_languages(capsys, words, lang) -> None:
    assert run([*words.split(), "--help", "--lang", lang.value]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Gebruik: graadmeter" if lang is Lang.NL else "Usage: graadmeter")
    assert len(out.splitlines()) > 8
    assert max(len(line) for line in out.splitlines()) <= 100


def test_the_languages_differ_everywhere() -> None:
    for page in (*PAGES, ROOT):
        texts = [page.summary, page.body, *(one.meaning for one in (*page.arguments, *page.options, *page.examples))]
        for text in texts:
            assert text.nl != text.en, (page.command, text.nl)


@pytest.mark.parametrize("words", COMMANDS)
def test_every_parameter_is_explained(words) -> None:
    page, command = PAGES[COMMANDS.index(words)], function(words)
    named = " ".join(entry.name for entry in (*page.arguments, *page.options))
    for name, parameter in inspect.signature(command).parameters.items():
        if name == "call":
            continue
        if parameter.kind is parameter.KEYWORD_ONLY:
            word = name.replace("_", "-")
            flag = f"--{word}" if not isinstance(parameter.default, bool) or not parameter.default else f"--no-{word}"
            assert flag in named, f"{words}: {flag} is not explained"
    positional = [one for one in inspect.signature(command).parameters.values() if one.kind.name.startswith("POS")]
    assert len(positional) == len(page.arguments) or words == "receive"


def test_every_command_is_in_the_list_of_commands(capsys) -> None:
    run(["--lang", "en"])
    out = capsys.readouterr().out
    for words in COMMANDS:
        assert f"  {words} " in out


@pytest.mark.parametrize("page", [ROOT, *PAGES], ids=lambda page: page.command or "root")
def test_the_documentation_holds_the_help(page) -> None:
    listed = PAGES if page is ROOT else ()
    assert render(page, Lang.EN, commands=listed, shared=SHARED) in DOCS.read_text(encoding="utf-8")
