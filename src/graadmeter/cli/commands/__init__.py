"""One module per command. A command turns typed values into calls on the stages and prints what came of it.

The module of `site build` is `site_build`; it holds a function of that name, and its help is in `cli/help/pages`. Only
the command that was typed is loaded: all together take three times as long, also in every process that a run starts.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from cyclopts import App

from graadmeter.cli.help.pages import module_name


def function(words: str) -> Callable[..., Any]:
    """What a command does; raises KeyError when there is no such command."""
    name = module_name(words)
    found: Callable[..., Any] = getattr(import_module(f"{__name__}.{name}"), name)
    return found


def parser(words: str) -> App:
    """The parser of what is typed after the words of a command. Help is ours, so cyclopts has no help flags."""
    app = App(name=f"graadmeter {words}", help_flags=(), version_flags=())
    app.default(function(words))
    return app
