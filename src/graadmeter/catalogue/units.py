"""How units of content are found: every file of a folder, in name order, counted, and read as YAML or CSV."""

import csv
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from graadmeter.domain.errors import CatalogueError
from graadmeter.domain.text import Text

_SafeLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The one written in C where PyYAML has it: all layouts in 0.1 s instead of 1."""


def unit_files(folder: str, suffix: str) -> tuple[Traversable, ...]:
    """The files of `catalogue/<folder>` with this suffix, by name; raises CatalogueError when there are none."""
    found = sorted(_walk(files("graadmeter.catalogue").joinpath(folder), suffix), key=lambda item: item.name)
    if not found:
        raise CatalogueError(Text(f"De catalogusmap '{folder}' is leeg.", f"The catalogue folder '{folder}' is empty."))
    return tuple(found)


def _walk(folder: Traversable, suffix: str) -> Iterator[Traversable]:
    for item in folder.iterdir():
        if item.is_dir():
            yield from _walk(item, suffix)
        elif item.name.endswith(suffix) and not item.name.startswith("_"):
            yield item


def read_yaml(file: Traversable) -> dict[str, Any]:
    """The mapping in a YAML file; raises CatalogueError when it is no mapping or no YAML."""
    try:
        content = yaml.load(file.read_text(encoding="utf-8"), Loader=_SafeLoader)  # noqa: S506 - both loaders are safe
    except yaml.YAMLError as error:
        raise CatalogueError(
            Text(f"{file.name} is geen geldige YAML: {error}", f"{file.name} is not valid YAML: {error}")
        ) from error
    if not isinstance(content, dict):
        raise CatalogueError(
            Text(f"{file.name} moet een lijst van namen en waarden zijn.", f"{file.name} must be a mapping.")
        )
    return content


def read_csv(file: Traversable) -> list[dict[str, str]]:
    """The rows of a UTF-8 CSV file with a header and `,` between values."""
    return list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))


def text_of(value: Any) -> Text:
    """The bilingual text in `{nl: ..., en: ...}`."""
    return Text(str(value["nl"]).strip(), str(value["en"]).strip())
