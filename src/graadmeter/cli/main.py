"""The entrance: words in, exit code out. No traceback ever reaches the reader, and no personal value either."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from cyclopts.exceptions import CycloptsError

from graadmeter.cli.commands import parser
from graadmeter.cli.console import Call
from graadmeter.cli.help.page import render
from graadmeter.cli.help.pages import page, pages
from graadmeter.cli.help.root import ROOT, SHARED
from graadmeter.cli.parsing import command_of, language, parse_error, words
from graadmeter.domain.errors import GraadmeterError
from graadmeter.domain.text import Text

FAULT = 70
"""Exit code of a fault in the program itself (EX_SOFTWARE)."""
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command in `arguments` (by default the process's own) and exits with its code."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: Sequence[str]) -> int:
    """The exit code of one command; every way it can end is told in the reader's language."""
    call = Call(language(arguments))
    try:
        return _dispatch(arguments)
    except GraadmeterError as error:
        call.warn(Text(f"Fout: {error.text.nl}", f"Error: {error.text.en}"))
        return error.exit_code
    except KeyboardInterrupt:
        call.warn(
            Text(
                "Afgebroken. Er is niets half achtergebleven; draai dezelfde opdracht opnieuw om verder te gaan.",
                "Interrupted. Nothing was left half done; run the same command again to go on.",
            )
        )
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001 - the last resort: any fault becomes a message without personal values
        call.warn(_fault(error))
        return FAULT


def _dispatch(arguments: Sequence[str]) -> int:
    typed = words(arguments)
    named = command_of(typed.tokens)
    call = Call(typed.lang, typed.workspace)
    if typed.wants_help or not named:
        shown, listed = (page(named), ()) if named else (ROOT, pages())
        call.write(render(shown, typed.lang, commands=listed, shared=SHARED))
        return 0
    rest = typed.tokens[len(named.split()) :]
    try:
        command, bound, injected = parser(named).parse_args(
            rest, print_error=False, exit_on_error=False, help_on_error=False
        )
    except CycloptsError as error:
        raise parse_error(error, page(named)) from error
    code = command(*bound.args, **bound.kwargs, **dict.fromkeys(injected, call))
    return int(code or 0)


def _fault(error: Exception) -> Text:
    """Names the fault by its type and place only: its own message might hold a delivered value."""
    kind, place = type(error).__name__, _place(error.__traceback__)
    return Text(
        f"Er ging iets mis in het programma zelf ({kind} in {place}). Uw gegevens zijn niet veranderd. "
        f"Meld dit met deze regel en de opdracht die u gaf; zie CONTRIBUTING.md. Stuur geen aanleveringen mee.",
        f"Something went wrong in the program itself ({kind} in {place}). Your data were not changed. "
        f"Please report this line and the command you gave; see CONTRIBUTING.md. Do not send any deliveries.",
    )


def _place(trace: TracebackType | None) -> str:
    place = "?"
    while trace is not None:
        path = Path(trace.tb_frame.f_code.co_filename)
        if "graadmeter" in path.parts:
            place = f"{path.parent.name}/{path.name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
