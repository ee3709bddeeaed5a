"""The one exception tree. Each class of error has its own exit code, so that a failed job can be read from it.

A message says what is wrong, where, and what to do, in both languages. It never holds a BSN, a name or a
date of birth (docs/security.md, property 4).
"""

from collections.abc import Iterable
from difflib import get_close_matches

from graadmeter.domain.text import Text


class GraadmeterError(Exception):
    """Any refusal that a person can do something about."""

    exit_code = 1

    def __init__(self, text: Text) -> None:
        """`text` is shown to the user as it is."""
        super().__init__(text.en)
        self.text = text

    def __reduce__(self) -> tuple[object, ...]:
        """How the error travels from one process to another, with its words in both languages."""
        return _again, (type(self), self.text)


def _again(kind: type[GraadmeterError], text: Text) -> GraadmeterError:
    error = kind.__new__(kind, text.en)
    GraadmeterError.__init__(error, text)
    return error


class UsageError(GraadmeterError):
    """The command was asked something that cannot be; exit code 2."""

    exit_code = 2


class UnknownNameError(UsageError):
    """A name that does not exist; the message names the nearest that do."""

    def __init__(self, kind: Text, name: str, known: Iterable[str]) -> None:
        near = get_close_matches(name, list(known), n=3, cutoff=0.5)
        hint = Text(f" Bedoelt u: {', '.join(near)}?", f" Did you mean: {', '.join(near)}?") if near else Text("", "")
        super().__init__(
            Text(f"{kind.nl} '{name}' bestaat niet.{hint.nl}", f"There is no {kind.en} '{name}'.{hint.en}")
        )


class UnknownPeriodError(UsageError):
    """A period code that is not one of JJJJKW01-04, JJJJHJ01-02, JJJJJJ00."""

    def __init__(self, code: str) -> None:
        super().__init__(
            Text(
                f"'{code}' is geen periode. Schrijf bijvoorbeeld 2025KW04, 2025HJ02 of 2025JJ00.",
                f"'{code}' is not a period. Write for example 2025KW04, 2025HJ02 or 2025JJ00.",
            )
        )


class DeliveryRefusedError(GraadmeterError):
    """A delivered file that cannot be used at all; exit code 4."""

    exit_code = 4


class WorkspaceError(GraadmeterError):
    """The workspace is missing, incomplete or in use; exit code 5."""

    exit_code = 5


class CatalogueError(GraadmeterError):
    """A unit of content (indicator, check, layout, policy) is not valid; exit code 6."""

    exit_code = 6


class DisclosureError(GraadmeterError):
    """The release would give away a small count; nothing is published; exit code 7."""

    exit_code = 7


class ReleaseError(GraadmeterError):
    """A release is missing, damaged or not what its manifest says; exit code 8."""

    exit_code = 8


class EngineError(GraadmeterError):
    """The query engine that was asked for cannot be used: driver absent, server away, not allowed in; exit code 9."""

    exit_code = 9
