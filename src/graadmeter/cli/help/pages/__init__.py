"""One module per command with `PAGE`, its help. None of them loads what the command does.

So the list of all commands is there in a fifth of a second; with what they do it took a second and a half.
"""

from importlib import import_module

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
    found: Page = import_module(f"{__name__}.{module_name(words)}").PAGE
    return found


def pages() -> tuple[Page, ...]:
    """The help of every command."""
    return tuple(map(page, COMMANDS))


def module_name(words: str) -> str:
    """What the modules of a command and of its help are called; raises KeyError when there is no such command."""
    if words not in COMMANDS:
        raise KeyError(words)
    return words.replace(" ", "_").replace("-", "_")
