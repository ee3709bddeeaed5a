"""The official schemas (XSD) in a folder of the operator, and what they say of a message. Nothing is fetched.

Rights on the schemas are not ours, so they are not part of the package: see docs/deliveries.md. A finding names what
the schema asks for and never quotes what the message holds.
"""

import hashlib
from functools import cache
from pathlib import Path

from lxml import etree

from graadmeter.deliver.notice import Notice
from graadmeter.deliver.notices.schema import NO_SCHEMA
from graadmeter.deliver.schema_faults import fault
from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.text import Text

Told = tuple[Notice, dict[str, object]]
"""A notice and what fills its placeholders."""

_NAMES = etree.XPath("//@name")
_IMPORTS = etree.XPath("//*[local-name() = 'import']/@schemaLocation")


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )


class Schemas:
    """Every message schema below a folder, each made ready when the first message asks for it."""

    def __init__(self, folder: Path) -> None:
        """Finds the schemas; raises WorkspaceError when there are none."""
        files = sorted(folder.rglob("*.xsd")) if folder.is_dir() else []
        self._files = {file.stem.upper(): file for file in reversed(files)}
        self._ready: dict[str, tuple[etree.XMLSchema, frozenset[str]]] = {}
        self._missing: set[str] = set()
        if not self._files:
            raise WorkspaceError(
                Text(
                    f"In {folder} staan geen schema's (XSD). Zet daar de schema's van iStandaarden, of haal "
                    "'standaarden' uit graadmeter.toml.",
                    f"There are no schemas (XSD) in {folder}. Put those of iStandaarden there, or remove 'standaarden' "
                    "from graadmeter.toml.",
                )
            )
        self.hash = _hash(folder, files)

    def faults(self, message: str, data: bytes) -> list[Told]:
        """What is wrong with a well-formed message such as JW301, at most once per line and element.

        A message without a schema is told once. Raises WorkspaceError when its schema itself cannot be read.
        """
        if message not in self._files:
            first = message not in self._missing
            self._missing.add(message)
            return [(NO_SCHEMA, {"message": message})] if first else []
        schema, names = self._schema(message)
        if schema.validate(etree.fromstring(data, _parser())):
            return []
        found: dict[tuple[int, str], Told] = {}
        for entry in schema.error_log:
            found.setdefault((entry.line, entry.path), fault(entry, names))
        return list(found.values())

    def _schema(self, message: str) -> tuple[etree.XMLSchema, frozenset[str]]:
        if message not in self._ready:
            file = self._files[message]
            try:
                tree = etree.parse(file, _parser())
                trees = [tree, *(etree.parse(file.parent / place, _parser()) for place in _IMPORTS(tree))]
                names = frozenset(str(name) for one in trees for name in _NAMES(one))
                self._ready[message] = etree.XMLSchema(tree), names
            except (etree.LxmlError, OSError) as error:
                raise WorkspaceError(
                    Text(
                        f"Het schema {file.name} kan niet worden gelezen. Zet het oorspronkelijke bestand terug, met "
                        "basisschema.xsd ernaast.",
                        f"The schema {file.name} cannot be read. Put the original file back, with basisschema.xsd "
                        "beside it.",
                    )
                ) from error
        return self._ready[message]


def _hash(folder: Path, files: list[Path]) -> str:
    """SHA-256 over names and contents: other schemas judge otherwise."""
    total = hashlib.sha256()
    for file in files:
        content = file.read_bytes()
        total.update(f"{file.relative_to(folder)} {len(content)}\n".encode() + content)
    return total.hexdigest()


@cache
def load_schemas(folder: Path) -> Schemas:
    """The schemas of a folder, made ready once per process."""
    return Schemas(folder)
