"""Reading by shape gives exactly what parsing gives, whatever is in the message."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.support.messages import message

from graadmeter.deliver.content import HeldContent
from graadmeter.deliver.message import Message
from graadmeter.deliver.message_mould import cut, is_plain, joined, numbered, shape
from graadmeter.deliver.message_parser import MessageParser
from graadmeter.deliver.message_shapes import SMALL, Shapes
from graadmeter.deliver.notice import RefusedError

TEXTS = st.sampled_from(["", " ", "1", "02", "A & B", "é", "x > y", "]]>", "\t", "900000012", "5", "None", "{}", "0"])
ROWS = st.lists(
    st.fixed_dictionaries({}, optional={name: TEXTS | st.none() for name in ("bsn", "volume", "tarief", "eenheid")}),
    max_size=4,
)
ODDITIES = st.sampled_from(
    [
        (r"^", "", 0),
        (r"(<\w+:Client>)", r"\1<!-- 1 -->", 1),
        (r"(<\w+:Eenheid>)", r"\1<![CDATA[<]]>", 1),
        (r"(<\w+:Client>)", r"\1 Jansen ", 1),
        (r"(<\w+:Bericht)", r'\1 a="1>2"', 1),
        (r"(<\w+:Bericht)", r"Jansen\1", 1),
        (r"$", "\n\n", 0),
        (r"$", "Jansen", 0),
        (r"</\w+:Client>", "", 1),
        (r"(</\w+:Client>)", r"\1<x/>", 1),
        (r"<(\w+:Volume)>[^<]*</\w+:Volume>", r"<\1/>", 1),
        (r"(<\w+:Header>)", r"\1<?a b?>", 1),
    ]
)


def outcome(read: Message | None, error: Exception | None) -> object:
    if error is not None:
        return error.notice.code if isinstance(error, RefusedError) else type(error).__name__
    texts = [[[blank_as_none(text) for text in row] for row in table] for table in read.rows]
    return texts, [blank_as_none(text) for text in read.said], read.repeated


def blank_as_none(text: str | None) -> str | None:
    """As tables treat it: a text without anything in it is no text."""
    return text if text and text.strip() else None


def attempt(read, data: bytes) -> object:
    try:
        return outcome(read(data), None)
    except (RefusedError, etree.XMLSyntaxError) as error:
        return outcome(None, error)


@settings(max_examples=60, deadline=None)
@given(
    small=st.sampled_from([0, SMALL]),
    documents=st.lists(
        st.tuples(st.sampled_from(["JW301", "WMO305", "JW323"]), ROWS, ODDITIES), min_size=1, max_size=8
    ),
)
def test_by_shape_equals_by_parser(small: int, documents: list[tuple]) -> None:
    parser = MessageParser(10**9)
    shapes = Shapes(parser._whole, small)
    for kind, rows, (find, put, count) in documents * 2:
        data = re.sub(find, put, message(kind, rows), count=count).encode()
        assert attempt(shapes.message, data) == attempt(parser._whole, data)


def test_the_parser_is_spared_once_a_shape_is_known() -> None:
    parser = MessageParser(10**9)
    seen: list[bytes] = []

    def counted(data: bytes) -> Message:
        seen.append(data)
        return parser._whole(data)

    shapes = Shapes(counted)
    for number in range(20):
        shapes.message(message("JW301", id=f"B{number}").encode())
    assert len(seen) == 3, "the first, the second, and the numbered one"


def test_clients_of_large_claims_are_read_by_their_shape() -> None:
    parser = MessageParser(10**9)
    seen: list[bytes] = []

    def counted(data: bytes) -> Message:
        seen.append(data)
        return parser._whole(data)

    claim = message("JW323", [{"bsn": f"9000{n:05}", "tarief": None if n % 2 else "1"} for n in range(60)]).encode()
    assert len(claim) > SMALL
    assert len(Shapes(counted).message(claim).rows[1]) == 60
    assert max(map(len, seen)) < 5_000


def test_a_large_frame_is_read_once_not_for_every_client() -> None:
    parser = MessageParser(10**9)
    seen: list[bytes] = []

    def counted(data: bytes) -> Message:
        seen.append(data)
        return parser._whole(data)

    claim = message("JW323", [{"bsn": f"9000{n:05}"} for n in range(60)]).replace("B1", "B" * SMALL).encode()
    assert len(Shapes(counted).message(claim).rows[1]) == 60
    assert seen == [claim]


@given(st.text(alphabet="<>a b", max_size=30))
def test_cut_and_joined_are_each_others_inverse(text: str) -> None:
    if is_plain(text.encode()):
        assert joined(cut(text)) == text
        assert shape(numbered(cut(text))) == shape(cut(text))


@pytest.mark.parametrize(
    "text", ["<a>é</a>", "<a>&lt;</a>", "<a>\x01</a>", "<!-- -->", "<a b='>'/>", "<a></a><?b?>", "a > b"]
)
def test_what_is_not_plain_is_left_to_the_parser(text: str) -> None:
    assert not is_plain(text.encode())


def test_content_held_in_memory_is_read_by_shape_too() -> None:
    parser = MessageParser(10**9)
    contents = [HeldContent(f"{n}.xml", "x.zip", message("JW305", id=f"B{n}").encode()) for n in range(4)]
    assert [parser.read(content).rows[0][0][3] for content in contents] == ["B0", "B1", "B2", "B3"]
