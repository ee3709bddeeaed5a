"""One module per command. A command turns typed values into calls on the stages and prints what came of it.

The module of `site build` is `site_build`; it holds `PAGE`, its help, and a function of that name. Only the command
that was typed is loaded: all together take three times as long, also in every process that a run starts.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from cyclopts import App

from graadmeter.cli.help.page import Page

COMMANDS = (
    "demo",
    "init",
    "receive",
    "run",
    "check",
    "checks",
    "indicators",
    "recheck",
    "template",
    "columns",
    "status",
    "history",
    "verify",
    "public-key",
    "retention",
    "explain",
    "mark",
    "compare",
    "measure",
    "merge-areas",
    "merge-codes",
    "levels",
    "protect",
    "attack",
    "rules",
    "money growth",
    "money spend",
    "money payment",
    "money invoicing",
    "site build",
    "site check",
    "reference add",
    "reference list",
    "serve",
    "synth",
)
"""The words typed after 'graadmeter', in the order of the list of commands."""


def page(words: str) -> Page:
    """The help of a command; raises KeyError when there is no such command."""
    found: Page = _module(words).PAGE
    return found


def pages() -> tuple[Page, ...]:
    """The help of every command; this loads them all."""
    return tuple(map(page, COMMANDS))


def function(words: str) -> Callable[..., Any]:
    """What a command does; raises KeyError when there is no such command."""
    found: Callable[..., Any] = getattr(_module(words), _name(words))
    return found


def parser(words: str) -> App:
    """The parser of what is typed after the words of a command. Help is ours, so cyclopts has no help flags."""
    app = App(name=f"graadmeter {words}", help_flags=(), version_flags=())
    app.default(function(words))
    return app


def _module(words: str) -> Any:
    if words not in COMMANDS:
        raise KeyError(words)
    return import_module(f"{__name__}.{_name(words)}")


def _name(words: str) -> str:
    return words.replace(" ", "_").replace("-", "_")
