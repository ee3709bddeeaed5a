"""What lies in an inbox: which folders are deliveries, which files belong to one, and what a folder's name tells."""

import re
from pathlib import Path

from graadmeter.deliver.system_files import is_system_file

_FOLDER = re.compile(r"(\d{4}|\d{8}|[Vv][Tt]\d{2})-(\d{4}(?:KW0[1-4]|HJ0[12]))(?:[^0-9A-Za-z].*)?")

_GEMEENTE = 4


def deliveries_in(inbox: Path) -> tuple[Path, ...]:
    """The deliveries in an inbox: its subfolders named like `0141-2025KW04`, by name; else the inbox itself.

    None when it is empty, or not there: copying and packing leave out folders that are empty.
    """
    if not inbox.is_dir():
        return ()
    folders = sorted(path for path in inbox.iterdir() if path.is_dir() and _FOLDER.fullmatch(path.name))
    return tuple(folders) or ((inbox,) if delivered_paths(inbox) else ())


def delivered_paths(source: Path) -> list[tuple[Path, str]]:
    """(path, name) of every file of a delivery, by name; a name is the path below `source`, with `/`.

    Files that operating systems leave behind are passed over.
    """
    if not source.is_dir():
        return [(source, source.name)]
    found = [(path, path.relative_to(source).as_posix()) for path in source.rglob("*") if not path.is_dir()]
    return sorted(((path, name) for path, name in found if not is_system_file(name)), key=lambda item: item[1])


def declared(name: str) -> tuple[str, str]:
    """(deliverer, period) in a name such as `0141-2025KW04`; empty texts when the name tells nothing.

    Four digits are a municipality (GM0141), eight the AGB code of a provider, `vt05` the region's own number of a
    Veilig Thuis organisation (VT05).
    """
    match = _FOLDER.fullmatch(name)
    return (deliverer_of(match[1]), match[2]) if match else ("", "")


def deliverer_of(code: str) -> str:
    """How a deliverer is known: GM0141, 30000001 or VT05."""
    return f"GM{code}" if len(code) == _GEMEENTE and code.isdigit() else code.upper()
