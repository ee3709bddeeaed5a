"""Files that operating systems leave behind in folders and zips; nobody means to deliver them."""

_NAMES = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
_PREFIXES = ("._", "~$")


def is_system_file(path: str) -> bool:
    """Whether the `/`-separated path is such a file, by its name or its folder."""
    folder, _, name = path.rpartition("/")
    return name.lower() in _NAMES or name.startswith(_PREFIXES) or "__MACOSX" in folder.split("/")
