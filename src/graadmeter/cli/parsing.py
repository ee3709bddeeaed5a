"""From the words typed to a command and its values: shared options first, then cyclopts, its errors in our words."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cyclopts.exceptions import (
    CoercionError,
    CycloptsError,
    MissingArgumentError,
    UnknownOptionError,
    UnusedCliTokensError,
)

from graadmeter.cli.help.page import Page, placeholders
from graadmeter.cli.help.pages import COMMANDS
from graadmeter.cli.help.root import SHARED
from graadmeter.domain.errors import UnknownNameError, UsageError
from graadmeter.domain.text import Lang, Text

_HELP = frozenset({"--help", "-h"})


@dataclass(frozen=True, slots=True)
class Words:
    """What was typed, shared options taken out."""

    tokens: tuple[str, ...]
    lang: Lang
    workspace: Path | None
    wants_help: bool


def language(arguments: Sequence[str]) -> Lang:
    """The language asked for; Dutch when none or an unknown one was, so that even that error can be told."""
    for place, word in enumerate(arguments):
        value = word.partition("=")[2] if word.startswith("--lang=") else "".join(arguments[place + 1 : place + 2])
        if word.split("=")[0] == "--lang" and value in set(Lang):
            return Lang(value)
    return Lang.NL


def words(arguments: Sequence[str]) -> Words:
    """The words with --lang, --workspace and --help taken out, wherever they stand; raises UsageError."""
    tokens: list[str] = []
    values: dict[str, str] = {}
    wants_help = False
    rest = iter(arguments)
    for word in rest:
        name, given, value = word.partition("=")
        if name in {"--lang", "--workspace"}:
            values[name] = value if given else next(rest, "")
        elif word in _HELP:
            wants_help = True
        else:
            tokens.append(word)
    _check_shared(values)
    workspace = Path(values["--workspace"]) if "--workspace" in values else None
    return Words(tuple(tokens), Lang(values.get("--lang", Lang.NL)), workspace, wants_help)


def _check_shared(values: dict[str, str]) -> None:
    if values.get("--lang", Lang.NL) not in set(Lang):
        raise UsageError(Text("Kies --lang nl of --lang en.", "Choose --lang nl or --lang en."))
    if values.get("--workspace") == "":
        raise UsageError(Text("Geef een map na --workspace.", "Give a folder after --workspace."))


def command_of(tokens: Sequence[str]) -> str:
    """The words of the command that `tokens` begin with, '' for none; raises UnknownNameError for any other word."""
    if not tokens:
        return ""
    found = [words for words in COMMANDS if words.split() == list(tokens[: len(words.split())])]
    if not found:
        raise UnknownNameError(Text("De opdracht", "command"), tokens[0], COMMANDS)
    return max(found, key=len)


def parse_error(error: CycloptsError, page: Page) -> UsageError:
    """What cyclopts could not read, in our words, with where to find help."""
    if isinstance(error, UnknownOptionError):
        known = [word for entry in (*page.options, *SHARED) for word in entry.name.split() if word.startswith("--")]
        return UnknownNameError(Text("De optie", "option"), error.token.keyword or error.token.value, known)
    what = _what(error, _name(error, page))
    return UsageError(
        Text(
            f"{what.nl} Uitleg: graadmeter {page.command} --help",
            f"{what.en} Help: graadmeter {page.command} --help --lang en",
        )
    )


def _name(error: CycloptsError, page: Page) -> Text:
    """How the help page calls the argument or option that the error is about."""
    if error.argument is None:
        return Text("", "")
    place = error.argument.index
    name = page.arguments[place].name if place is not None and place < len(page.arguments) else error.argument.name
    return Text(name, placeholders(name, Lang.EN))


def _what(error: CycloptsError, name: Text) -> Text:
    if isinstance(error, MissingArgumentError):
        return Text(f"Er ontbreekt iets: {name.nl}.", f"Something is missing: {name.en}.")
    if isinstance(error, UnusedCliTokensError):
        return _too_much(error.unused_tokens or [])
    if isinstance(error, CoercionError) and error.token is not None:
        value = error.token.value
        return Text(f"'{value}' past niet bij {name.nl}.", f"'{value}' does not fit {name.en}.")
    return Text("Deze opdracht is niet te lezen.", "This command cannot be read.")


def _too_much(extra: Sequence[str]) -> Text:
    """What was typed beside what a command takes; a folder was most likely meant as the region's."""
    said = " ".join(extra)
    what = Text(f"Dit is te veel: '{said}'.", f"This is too much: '{said}'.")
    folder = next((word for word in extra if Path(word).is_dir()), None)
    if folder is None:
        return what
    return Text(
        f"{what.nl} De map van de regio geeft u met --workspace {folder}.",
        f"{what.en} Name the folder of the region with --workspace {folder}.",
    )
