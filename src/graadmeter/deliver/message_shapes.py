"""Remembers the shapes of messages: of small ones as a whole, of large ones (claims) per client.

Two messages about many clients are never alike, but their clients are. A large plain message is taken apart at its
`Client` elements: what is left, with one empty client, is read like a small message; each client is read by the mould
of its own shape, made by reading it as the only client of that same message. An element that the parser accepted in
a place may stand there again and again, so the whole is well-formed when these parts are.
"""

import re
from collections.abc import Callable

from lxml import etree

from graadmeter.deliver.message import Message
from graadmeter.deliver.message_mould import BLANKS, Mould, cut, is_plain, joined, numbered, shape
from graadmeter.deliver.message_plan import GROUP

SMALL = 16_384
"""Bytes up to which messages are compared as a whole."""
_MOST = 2_000
"""Shapes remembered of each kind."""

_ROOT = re.compile(r"<((?:[\w.\-]+:)?)Bericht\b")

Reader = Callable[[bytes], Message]


class Shapes:
    """Reads messages by their shape where that is known, and learns it where it is not."""

    def __init__(self, read: Reader, small: int = SMALL) -> None:
        """`read` is the ordinary reader: the message in a document, not yet complete."""
        self._read = read
        self._small = small
        self._whole: dict[str, Mould | None] = {}
        self._clients: dict[tuple[str, str], Mould] = {}

    def message(self, data: bytes) -> Message:
        """The message in a document, not yet complete; raises what the ordinary reader raises."""
        if not is_plain(data):
            return self._read(data)
        if len(data) <= self._small:
            return self._as_whole(data)
        return self._per_client(data.decode("ascii")) or self._read(data)

    def _as_whole(self, data: bytes) -> Message:
        parts = cut(data.decode("ascii"))
        key = shape(parts)
        mould = self._whole.get(key)
        filled = mould.fill(parts) if mould else None
        if filled:
            return filled
        message = self._read(data)
        if key in self._whole and not message.repeated:
            places = numbered(parts)
            self._whole[key] = Mould(self._read(joined(places).encode()), places)
        elif len(self._whole) < _MOST:
            self._whole[key] = None
        return message

    def _per_client(self, text: str) -> Message | None:
        """The message put together from its clients; None when it cannot be taken apart, or much is left then."""
        apart = _take_apart(text)
        if apart is None:
            return None
        before, bodies, after = apart
        if len(before) + len(after) > SMALL:
            return None
        try:
            message = self._as_whole((before + after).encode())
            outside = shape(cut(before + after))
            clients = [self._client(body, outside, before, after) for body in bodies]
        except etree.XMLSyntaxError:
            return None
        for client in clients:
            if client is None:
                return None
            for rows, more in zip(message.rows, client.rows, strict=True):
                rows.extend(more)
        return message

    def _client(self, body: str, outside: str, before: str, after: str) -> Message | None:
        parts = cut(body)
        key = (outside, shape(parts))
        mould = self._clients.get(key)
        if mould is None:
            places = numbered(parts)
            message = self._read((before + joined(places) + after).encode())
            if message.repeated or len(self._clients) >= _MOST:
                return None
            for table, rows in zip(message.plan.tables, message.rows, strict=True):
                if not table.group:
                    rows.clear()
            message.said = []
            mould = self._clients[key] = Mould(message, places)
        return mould.fill(parts)


def _take_apart(text: str) -> tuple[str, list[str], str] | None:
    """(up to and including the first client's start tag, the clients' contents, the last one's end tag and on).

    None when there are no clients, or something stands between them.
    """
    root = _ROOT.search(text)
    if root is None:
        return None
    before, *chunks = text.split(f"<{root[1]}{GROUP}>")
    end = f"</{root[1]}{GROUP}>"
    bodies, after = [], ""
    for chunk in chunks:
        body, closed, rest = chunk.partition(end)
        if not closed or after.strip(BLANKS):
            return None
        bodies.append(body)
        after = rest
    return (f"{before}<{root[1]}{GROUP}>", bodies, end + after) if bodies else None
