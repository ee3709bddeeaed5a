"""Reads messages of a shape seen before without parsing them again; most messages differ in their texts only.

Why this is safe. A document is cut at its angle brackets into markup and texts. It is looked at only when it is plain:
ASCII without `&`, control characters, comments, CDATA and processing instructions, and `<` and `>` strictly alternate,
so that no attribute or text holds either. Then markup that equals, byte for byte, the markup of a document the XML
parser accepted means the same elements in the same places, and every text between is plain character data. Where
texts were blank they must be blank again, since outside the root nothing else may stand. The texts are put where the
ordinary reader put them: a mould is made by reading a document whose texts are the numbers of their own places.
"""

from collections.abc import Callable
from operator import itemgetter
from typing import Any

from graadmeter.deliver.message import Message
from graadmeter.deliver.message_plan import MessagePlan
from graadmeter.deliver.message_steps import Values

BLANKS = " \t\n\r"
_PLAIN = bytes(set(range(0x20, 0x7F)) - set(b"<>&") | set(BLANKS.encode()))
_NOTHING, _EMPTY = -2, -1
"""Places of None and the empty text, which are put after the parts of each document."""
_AFTER = (None, "")
_SEVERAL = -3
"""From here downwards: texts put together from several places (return codes), put before None and the empty text."""

Parts = list[Any]
"""Texts of a document; when a mould has used them, those put together, None and the empty text come last."""
Pick = Callable[[Parts], tuple[Any, ...]]


def is_plain(data: bytes) -> bool:
    """Whether a document is plain enough to be cut."""
    if b"<!" in data or data.find(b"<?", 1) >= 0:
        return False
    brackets = data.translate(None, _PLAIN)
    return brackets == b"<>" * (len(brackets) // 2)


def cut(text: str) -> Parts:
    """Texts (even places) and markup (odd places) of a plain document."""
    return text.replace(">", "<").split("<")


def shape(parts: Parts) -> str:
    """The markup of a document; no part holds the character that joins them."""
    markup: list[str] = parts[1::2]
    return "<".join(markup)


def numbered(parts: Parts) -> Parts:
    """The parts, with every text that is not blank replaced by the number of its place."""
    return [text if place % 2 or not text.strip(BLANKS) else str(place) for place, text in enumerate(parts)]


def joined(parts: Parts) -> str:
    """The text that `cut` made these parts of."""
    last: str = parts[-1]
    return "".join(text + "<>"[place % 2] for place, text in enumerate(parts[:-1])) + last


class Mould:
    """Where the texts of one shape go."""

    def __init__(self, message: Message, parts: Parts) -> None:
        """`message` is what the ordinary reader made of a document that holds the numbered `parts`."""
        self._plan: MessagePlan = message.plan
        self._several: list[list[int]] = []
        self._said = self._pick(message.said)
        self._rows = [[self._pick(row) for row in table] for table in message.rows]
        self._blank = _chosen([place for place in range(0, len(parts), 2) if parts[place] != str(place)])

    def fill(self, parts: Parts) -> Message | None:
        """The message with these parts, which it uses up; None when a text stands where the shape has none."""
        if "".join(self._blank(parts)).strip(BLANKS):
            return None
        parts += [" ".join([parts[place].strip() for place in places]) for places in reversed(self._several)]
        parts += _AFTER
        rows = [[list(pick(parts)) for pick in table] for table in self._rows]
        return Message(self._plan, list(self._said(parts)), rows)

    def _pick(self, values: Values) -> Pick:
        return _chosen([_NOTHING if value is None else self._place(value) for value in values])

    def _place(self, value: str) -> int:
        """Where the text stands that the numbered document has as `value`: no, one or several numbers of places."""
        places = [int(number) for number in value.split()]
        if len(places) < 2:  # noqa: PLR2004 - none or one
            return places[0] if places else _EMPTY
        self._several.append(places)
        return _SEVERAL - len(self._several) + 1


def _chosen(places: list[int]) -> Pick:
    """A function that picks these places; always a tuple, also of one or none."""
    if len(places) > 1:
        return itemgetter(*places)
    return lambda parts: tuple(parts[place] for place in places)
