"""One violation of a schema in plain words: which element, on which line, and what the schema asks for.

libxml2 tells a violation as a kind and an English sentence that may quote the message. Only names and limits that come
from the schema are taken from that sentence: it quotes those last.
"""

import re

from lxml import etree

from graadmeter.deliver.notice import Notice
from graadmeter.deliver.notices import schema as notices

_ELEMENT = re.compile(r"Element '(?:\{[^}]*\})?([^']+)'")
_NAME = re.compile(r"(?:\{[^}]*\})?(\w+)")
_UNKNOWN = "?"
_MOST = 12
"""Codes or names shown; more tell nobody anything."""

_LIMITS = {
    "PATTERN": (notices.FORM, "by the pattern '", "'."),
    "MAXLENGTH": (notices.LENGTH, "length of '", "'."),
    "MINLENGTH": (notices.LENGTH, "length of '", "'."),
    "LENGTH": (notices.LENGTH, "length of '", "'."),
    "MAXINCLUSIVE": (notices.RANGE, "allowed ('", "')."),
    "MININCLUSIVE": (notices.RANGE, "allowed ('", "')."),
}
"""Kind of violation -> its notice, and what stands before and behind the limit in libxml2's sentence."""


def fault(entry: "etree._LogEntry", names: frozenset[str]) -> tuple[Notice, dict[str, object]]:
    """The notice for a violation and its values; `names` are all names in the schema, others are not shown."""
    found = _ELEMENT.match(entry.message)
    element = found[1] if found and found[1] in names else _UNKNOWN
    values: dict[str, object] = {"line": entry.line, "element": element}
    kind = entry.type_name.removeprefix("SCHEMAV_").removeprefix("CVC_").removesuffix("_VALID")
    if kind == "ELEMENT_CONTENT":
        notice = notices.INCOMPLETE if "Missing child" in entry.message else notices.NOT_HERE
        return notice, {**values, "expected": _expected(entry.message, names)}
    if kind == "ENUMERATION":
        codes = re.findall(r"'([^']*)'", entry.message.rpartition(" set {")[2])
        return notices.NOT_LISTED, {**values, "rule": _listed(codes)}
    if kind in _LIMITS:
        notice, before, behind = _LIMITS[kind]
        return notice, {**values, "rule": entry.message.rpartition(before)[2].removesuffix(behind)}
    if kind.startswith("DATATYPE"):
        return _datatype(entry.message, values)
    return notices.OTHERWISE, values


def _datatype(sentence: str, values: dict[str, object]) -> tuple[Notice, dict[str, object]]:
    named = _NAME.match(sentence.rpartition(" type '")[2])
    rule = named[1] if named else _UNKNOWN
    if rule in {"LDT_Datum", "date"}:
        return notices.NO_DATE, values
    return notices.FORM, {**values, "rule": rule}


def _expected(sentence: str, names: frozenset[str]) -> str:
    told = sentence.rpartition("Expected is")[2].removeprefix(" one of")
    return _listed([name for name in _NAME.findall(told) if name in names]) or "-"


def _listed(texts: list[str]) -> str:
    return ", ".join(texts[:_MOST]) + (", ..." if len(texts) > _MOST else "")
