"""Parses messages safely (no DTD, entities or network; bounded depth and size): small ones whole, large in pieces."""

import codecs
import re
from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

from graadmeter.deliver.content import Content
from graadmeter.deliver.message import Message, new_message, tree_message
from graadmeter.deliver.message_plan import GROUP, MessagePlan, message_plans
from graadmeter.deliver.message_shapes import Shapes
from graadmeter.deliver.message_steps import Tags
from graadmeter.deliver.notice import RefusedError
from graadmeter.deliver.notices import message as notices

_SAFE: dict[str, Any] = {
    "resolve_entities": False,
    "load_dtd": False,
    "dtd_validation": False,
    "attribute_defaults": False,
    "no_network": True,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
    "encoding": "utf-8",
}
_USUAL_START = b'<?xml version="1.0" encoding="UTF-8"?>'
_DECLARED = re.compile(rb"""^<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.\-]{1,40})["']""")
_UTF8 = {"utf-8", "utf8", "us-ascii", "ascii"}
_OTHER_RELEASE = re.compile(r"\{http://www\.istandaarden\.nl/i(?:jw|wmo)/(\d{1,2}_\d{1,2})/\w+/schema\}Bericht")
_END_TAG = re.compile(rb"Bericht\s*>\s*$")
_TAIL = 64


class MessageParser:
    """Reads one message after the other, and remembers their shapes."""

    def __init__(self, stream_from: int) -> None:
        """`stream_from`: bytes from which on a message is read in pieces."""
        self._stream_from = stream_from
        self._parser = etree.XMLParser(**_SAFE)
        self._shapes = Shapes(self._whole)

    def read(self, content: Content) -> Message:
        """The rows of a message; raises RefusedError when it cannot be read or contradicts itself."""
        try:
            message = _streamed(content) if content.size >= self._stream_from else self._shapes.message(content.read())
        except etree.XMLSyntaxError as error:
            raise _reason(content, error) from error
        message.complete()
        return message

    def _whole(self, data: bytes) -> Message:
        _refuse_doctype(data)
        _refuse_encoding(data)
        root = etree.fromstring(data, self._parser)
        return tree_message(root, plan_of(root.tag))


def plan_of(tag: str) -> MessagePlan:
    """The plan for the message with this root element; raises RefusedError when it is no message of release 3.2."""
    plan = message_plans().get(tag)
    if plan is not None:
        return plan
    other = _OTHER_RELEASE.fullmatch(tag)
    if other:
        raise RefusedError(notices.RELEASE, found=other[1].replace("_", "."))
    raise RefusedError(notices.NAMESPACE)


def _streamed(content: Content) -> Message:
    parser = etree.XMLPullParser(events=("start", "end"), tag=("{*}Bericht", f"{{*}}{GROUP}"), **_SAFE)
    message: Message | None = None
    done: etree._Element | None = None
    for piece in _guarded(content.pieces()):
        parser.feed(piece)
        for event, element in parser.read_events():
            if message is None:
                message = new_message(plan_of(element.tag))
            elif event == "end":
                done = _take(message, element, done)
        if message is None:
            raise RefusedError(notices.NAMESPACE)
    root = parser.close()
    if message is None:
        raise RefusedError(notices.NAMESPACE)
    message.take_root(root)
    return message


def _take(message: Message, element: etree._Element, done: etree._Element | None) -> etree._Element | None:
    """Reads one group and empties it; the group before it is taken out of the tree."""
    path = [element.tag, *(above.tag for above in element.iterancestors())][-2::-1]
    wanted = [number for number, table in enumerate(message.plan.tables) if table.group and _is_at(path, table.group)]
    if not wanted:
        return done
    for number in wanted:
        message.take_group(number, element)
    element.clear()
    if done is not None:
        done.getparent().remove(done)
    return element


def _is_at(path: list[str], group: tuple[Tags, ...]) -> bool:
    return len(path) == len(group) and all(tag in tags for tag, tags in zip(path, group, strict=True))


def _guarded(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces as they are; raises RefusedError when a DOCTYPE or a wrong encoding shows up in one of them."""
    before = b""
    for piece in pieces:
        if not before:
            _refuse_encoding(piece)
        _refuse_doctype(before + piece)
        before = piece[-_TAIL:]
        yield piece


def _refuse_doctype(data: bytes) -> None:
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise RefusedError(notices.DOCTYPE)


def _refuse_encoding(data: bytes) -> None:
    if data.startswith(_USUAL_START):
        return
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in data[:4]:
        raise RefusedError(notices.ENCODING, found="UTF-16")
    declared = _DECLARED.match(data.removeprefix(codecs.BOM_UTF8).lstrip())
    if declared and declared[1].decode("ascii").lower() not in _UTF8:
        raise RefusedError(notices.ENCODING, found=declared[1].decode("ascii"))


def _reason(content: Content, error: etree.XMLSyntaxError) -> RefusedError:
    """Why parsing failed, in our words: the parser's own message may quote the text of a person's record."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    last = b""
    try:
        for piece in content.pieces():
            decoder.decode(piece)
            last = (last + piece)[-_TAIL:]
    except UnicodeDecodeError:
        return RefusedError(notices.ENCODING, found="Windows-1252?")
    complete = _END_TAG.search(last)
    return RefusedError(notices.MALFORMED if complete else notices.TRUNCATED, line=error.lineno or 1)
