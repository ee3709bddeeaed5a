"""What commands print to: results on standard output, everything else on standard error, in one language."""

import sys
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console, RenderableType

from graadmeter.domain.text import Lang, Text


def _console(*, stderr: bool) -> Console:
    return Console(stderr=stderr, highlight=False, soft_wrap=True)


@dataclass(frozen=True, slots=True)
class Call:
    """One use of the program: where, in which language, and where its words go."""

    lang: Lang
    workspace: Path | None = None
    """As given with --workspace."""
    out: Console = field(default_factory=lambda: _console(stderr=False))
    err: Console = field(default_factory=lambda: _console(stderr=True))

    @property
    def place(self) -> Path:
        """The workspace: as given, else 'demo' when it exists, else the current folder."""
        if self.workspace is not None:
            return self.workspace
        return Path("demo") if Path("demo").is_dir() else Path()

    def say(self, text: Text, *, style: str = "") -> None:
        """Prints a message as it is; nothing in it is taken for markup."""
        self.out.print(text.within(self.lang), style=style, markup=False)

    def warn(self, text: Text) -> None:
        """Prints a message beside the results."""
        self.err.print(text.within(self.lang), markup=False)

    def show(self, what: RenderableType) -> None:
        """Prints a table or other rich object."""
        self.out.print(what)

    def write(self, text: str) -> None:
        """Writes data to standard output, byte for byte."""
        sys.stdout.write(text)
        sys.stdout.flush()
