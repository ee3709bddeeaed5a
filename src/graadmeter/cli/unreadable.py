"""What is said of a file that somebody names on the command line and that cannot be read: why, and what to do."""

import os
from pathlib import Path

from graadmeter.domain.errors import UsageError
from graadmeter.domain.text import Text


def unreadable(path: Path, error: OSError) -> UsageError:
    """The error to raise for `error`, met while reading `path`; tells of the file only what the system says of it."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return _said(path, "bestaat niet. Kijk na of de naam klopt.", "does not exist. Check its name.")
    if isinstance(error, IsADirectoryError):
        return _said(path, "is een map. Noem een bestand daarin.", "is a folder. Name a file in it.")
    if isinstance(error, PermissionError):
        return _said(
            path,
            "mag u niet lezen. Vraag het recht aan wie het bestand beheert.",
            "may not be read by you. Ask whoever manages the file for the right to.",
        )
    why = os.strerror(error.errno or 0)
    return _said(
        path,
        f"kan niet worden gelezen ({why}). Kijk na of de schijf het nog doet en probeer het opnieuw.",
        f"cannot be read ({why}). See whether the disk still works and try again.",
    )


def _said(path: Path, dutch: str, english: str) -> UsageError:
    return UsageError(Text(f"{path} {dutch}", f"{path} {english}"))
