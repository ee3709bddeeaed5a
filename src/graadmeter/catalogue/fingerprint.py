"""What exactly was used: hashes over the content of the catalogue, its rules, and the software that counts."""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

RULES = ("checks", "codes", "deliveries", "products")
"""Folders of the catalogue that decide what becomes of a delivery."""

_CONTENT = (".yaml", ".csv", ".py", ".html", ".css", ".js", ".svg")
_OUTSIDE = frozenset({"cli", "site", "charts", "synth", "catalogue"})
"""Packages that no figure depends on; the catalogue has its own hash."""


@cache
def catalogue_hash() -> str:
    """SHA-256 over every unit of the catalogue."""
    return _hash([files("graadmeter.catalogue")])


@cache
def rule_set() -> str:
    """The version of the rules that deliveries are held against, such as 'regels-3fa19c02'."""
    catalogue = files("graadmeter.catalogue")
    return f"regels-{_hash([catalogue.joinpath(folder) for folder in RULES])[:8]}"


@cache
def software() -> str:
    """Name, version and code hash of the software that makes figures, such as 'graadmeter 0.1.0 (5d41402a)'."""
    package = files("graadmeter")
    parts = [item for item in package.iterdir() if item.name.removesuffix(".py") not in _OUTSIDE]
    return f"graadmeter {version('graadmeter')} ({_hash(parts)[:8]})"


@cache
def code_hash(*packages: str) -> str:
    """SHA-256 over the code and content of packages of ours, such as 'site'."""
    return _hash([files("graadmeter").joinpath(name) for name in packages])


def _hash(roots: Iterable[Traversable]) -> str:
    total = hashlib.sha256()
    for name, file in sorted(pair for root in roots for pair in _walk(root, root.name)):
        total.update(f"{name}\0".encode())
        total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def _walk(item: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    if item.is_dir():
        for child in item.iterdir():
            if not child.name.startswith("__pycache__"):
                yield from _walk(child, f"{name}/{child.name}")
    elif item.name.endswith(_CONTENT):
        yield name, item
