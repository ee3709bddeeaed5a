"""The parts of an XLSX package, taken out of its zip within bounds; ECMA-376 part 2 says what a package is."""

from collections.abc import Iterator, Mapping
from io import BytesIO

from lxml import etree

from graadmeter.deliver.archive import MemberContent
from graadmeter.deliver.limits import Limits
from graadmeter.deliver.notice import RefusedError
from graadmeter.deliver.notices.any_file import SPREADSHEET, TOO_LARGE
from graadmeter.deliver.notices.archive import BOMB
from graadmeter.deliver.notices.sheet import BROKEN, HARMFUL
from graadmeter.deliver.zip_directory import read_directory

_PARTS = 5_000
"""Parts of one workbook; a table has about a dozen."""
_MB = 1_000_000
_ENCRYPTED = 0x1 | 0x40
_METHODS = frozenset({0, 8})
_OFFICE = frozenset({"[Content_Types].xml", "META-INF/manifest.xml"})


def is_office(data: bytes, limits: Limits) -> bool:
    """Whether these bytes of a zip are a document of Excel or LibreOffice; raises RefusedError for a damaged zip."""
    members = read_directory(BytesIO(data), len(data), limits.members)
    return not _OFFICE.isdisjoint(member.name for member in members)


class Package:
    """An XLSX file in memory; its parts are unpacked when asked for."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        """Raises RefusedError for other office documents, bombs and damaged zips."""
        file = BytesIO(data)
        members = read_directory(file, len(data), min(limits.members, _PARTS))
        self._members = {member.name.lstrip("/"): MemberContent(member.name, "", file, member) for member in members}
        if "xl/workbook.xml" not in self._members:
            raise RefusedError(SPREADSHEET)
        if any(member.flags & _ENCRYPTED or member.method not in _METHODS for member in members):
            raise RefusedError(BROKEN)
        size = sum(member.size for member in members)
        if size > max(limits.ratio_from, limits.ratio * len(data)):
            raise RefusedError(BOMB, limit=limits.ratio)
        if size > limits.book_bytes:
            raise RefusedError(TOO_LARGE, megabytes=-(-size // _MB), limit=limits.book_bytes // _MB)

    def has(self, name: str) -> bool:
        """Whether the package has this part."""
        return name in self._members

    def part(self, name: str) -> bytes:
        """The bytes of a part; raises RefusedError when it is missing, damaged, or no plain XML."""
        if name not in self._members:
            raise RefusedError(BROKEN)
        data = self._members[name].read()
        if b"\0" in data[:4] or data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
            raise RefusedError(BROKEN)
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise RefusedError(HARMFUL)
        return data

    def root(self, name: str) -> etree._Element:
        """The root of a small part; raises RefusedError as `part` does."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            return etree.fromstring(self.part(name), parser)
        except etree.XMLSyntaxError as error:
            raise RefusedError(BROKEN) from error

    def elements(self, name: str, tags: tuple[str, ...]) -> Iterator[etree._Element]:
        """The elements of a large part with these local names, one by one; each is emptied after use."""
        source = BytesIO(self.part(name))
        wanted = tuple(f"{{*}}{tag}" for tag in tags)
        try:
            for _, element in etree.iterparse(
                source, events=("end",), tag=wanted, resolve_entities=False, no_network=True, load_dtd=False
            ):
                yield element
                element.clear()
                while (before := element.getprevious()) is not None and (parent := element.getparent()) is not None:
                    parent.remove(before)
        except etree.XMLSyntaxError as error:
            raise RefusedError(BROKEN) from error


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def relations(package: Package, name: str) -> Mapping[str, str]:
    """Targets by id of the relations of the part `xl/<name>`, as names of parts."""
    path = f"xl/_rels/{name}.rels"
    if not package.has(path):
        return {}
    found = {}
    for relation in package.root(path):
        target = relation.get("Target", "")
        found[relation.get("Id", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return found
