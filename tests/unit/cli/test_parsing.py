"""What was typed becomes a command, or one clear sentence in the reader's language."""

from pathlib import Path

import pytest

from graadmeter.cli.main import run
from graadmeter.cli.parsing import language, words
from graadmeter.domain.errors import UsageError
from graadmeter.domain.text import Lang


@pytest.mark.parametrize(
    "typed",
    [
        ["--lang", "en", "--workspace", "x", "status"],
        ["status", "--workspace=x", "--lang=en"],
        ["--workspace", "x", "status", "--lang", "en"],
    ],
)
def test_shared_options_may_stand_anywhere(typed) -> None:
    found = words(typed)
    assert (found.tokens, found.lang, found.workspace) == (("status",), Lang.EN, Path("x"))


def test_help_may_stand_anywhere() -> None:
    assert words(["--help", "run"]).wants_help
    assert words(["run", "-h"]).wants_help
    assert not words(["run"]).wants_help


def test_dutch_is_spoken_unless_asked_otherwise() -> None:
    assert language(["run"]) is Lang.NL
    assert language(["run", "--lang", "en"]) is Lang.EN
    assert language(["--lang=en"]) is Lang.EN
    assert language(["--lang", "fr"]) is Lang.NL


@pytest.mark.parametrize("typed", [["--lang", "fr"], ["--lang"], ["run", "--workspace"]])
def test_wrong_shared_options_are_refused(typed) -> None:
    with pytest.raises(UsageError):
        words(typed)


@pytest.mark.parametrize(
    ("typed", "dutch", "english"),
    [
        (["explin"], "De opdracht 'explin' bestaat niet. Bedoelt u: explain?", "Did you mean: explain?"),
        (["serve", "--prt", "1"], "De optie '--prt' bestaat niet. Bedoelt u: --port", "There is no option '--prt'."),
        (["serve", "--port", "x"], "'x' past niet bij", "'x' does not fit"),
        (["serve", "more"], "Dit is te veel: 'more'. Uitleg", "This is too much: 'more'. Help"),
        (["run", "."], "'.'. De map van de regio geeft u met --workspace .", "with --workspace ."),
        (["explain", "jeugdhulp"], "Er ontbreekt iets: GEBIED.", "Something is missing: AREA."),
        (["explain"], "Er ontbreekt iets: INDICATOR.", "Help: graadmeter explain --help --lang en"),
    ],
)
def test_mistakes_are_told_in_both_languages_with_exit_code_2(capsys, typed, dutch, english) -> None:
    assert run(typed) == 2
    assert dutch in capsys.readouterr().err
    assert run([*typed, "--lang", "en"]) == 2
    assert english in capsys.readouterr().err
