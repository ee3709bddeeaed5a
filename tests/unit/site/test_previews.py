"""The cards for previews elsewhere: drawn without fonts of the machine, the same figure as on the page."""

import struct
import zlib
from collections.abc import Callable
from dataclasses import replace
from math import pi

import numpy as np
import pytest

from graadmeter.domain.text import Lang
from graadmeter.site.addresses import Addresses
from graadmeter.site.page import Site
from graadmeter.site.previews import made
from graadmeter.site.previews.card import SIZE, Card, drawn
from graadmeter.site.previews.faces import face
from graadmeter.site.previews.ground import Ground
from graadmeter.site.settings import Settings

PAPER, INK = (255, 255, 255), (0, 0, 0)
SHARES = {"JZ14": {"2023": 12.0, "2024": 12.3, "2025": 12.4}}


def _pixels(png: bytes) -> np.ndarray:
    """The first colour of every pixel, read as any reader of PNG would."""
    width, height = struct.unpack(">II", png[16:24])
    at, packed = 8, b""
    while at < len(png):
        (size,), kind = struct.unpack(">I", png[at : at + 4]), png[at + 4 : at + 8]
        content = png[at + 8 : at + 8 + size]
        assert struct.unpack(">I", png[at + 8 + size : at + 12 + size])[0] == zlib.crc32(kind + content)
        packed += content if kind == b"IDAT" else b""
        at += 12 + size
    rows = np.frombuffer(zlib.decompress(packed), np.uint8).reshape(height, 1 + width * 3)
    assert not rows[:, 0].any(), "no filter"
    return rows[:, 1::3].astype(int)


def test_a_surface_covers_as_much_as_it_is_large_wherever_it_lies() -> None:
    for place in ((30.0, 30.0), (30.37, 29.61)):
        ground = Ground(60, 60, PAPER)
        ground.dot(place, 20, INK)
        covered = (255 - _pixels(ground.png())).sum() / 255
        assert covered == pytest.approx(pi * 400, rel=0.02)
    ground = Ground(60, 60, PAPER)
    ground.box((-5, 10.5), (70, 1), INK)
    assert sorted(set(_pixels(ground.png())[:, 0])) == [128, 255], "half of two rows; nothing beyond the edge"


@pytest.mark.parametrize("name", ["sans", "serif-bold"])
def test_letters_have_their_holes_and_every_sign_of_dutch_a_shape(name: str) -> None:
    ground = Ground(80, 80, PAPER)
    ground.text("o", (10, 60), face(name), 80, INK)
    found = _pixels(ground.png())
    inside = found[60 - 22, 10 + int(face(name).width("o", 80) / 2)]
    assert (found.min(), inside) == (0, 255)
    known = set(face(name).glyphs)
    assert not set("ABCXYZabcxyz0123456789.,:;%€()-'\u2013\u2019\u201c\u201déëïöüóáèêàçÉÛûâ±·…/&?!+") - known
    assert face(name).width("\u4e00", 10) == face(name).width("?", 10)


def test_the_card_of_an_indicator_says_what_its_page_says(
    make_site: Callable[..., Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    cards: list[Card] = []
    monkeypatch.setattr(made, "drawn", lambda card: cards.append(card) or b"")
    dutch, english = Addresses(Lang.NL), Addresses(Lang.EN)
    site = replace(make_site(SHARES), settings=Settings("/", "https://monitor.example", ""))
    assert [path for path, _ in made.indicator_card(site, "jeugdhulp", dutch)] == ["voorvertoning/jeugdhulp.png"]
    assert [path for path, _ in made.indicator_card(site, "jeugdhulp", english)] == ["en/preview/jeugdhulp.png"]
    assert (cards[0].figure, cards[1].figure) == ("12,4\u00a0%", "12.4%")
    assert cards[0].sentence == "In 2025 kregen 2.480 jeugdigen in Twente jeugdhulp: ongeveer 1 op de 8."
    assert (cards[0].course, cards[0].ends) == ((12.0, 12.3, 12.4), ("2023", "2025"))
    hidden = replace(make_site({"JZ14": {"2024": 12.3, "2025": None}}), settings=site.settings)
    list(made.indicator_card(hidden, "jeugdhulp", dutch))
    assert (cards[2].figure, cards[2].course) == ("", ()), "nor a line that ends before what is hidden"
    assert not list(made.indicator_card(make_site(SHARES), "jeugdhulp", dutch)), "previews need an address"


def test_a_card_is_the_same_every_time_and_holds_on_to_its_edges() -> None:
    card = Card("Twente", "Een heel lange naam van een cijfer " * 4, "Een zin die maar doorgaat. " * 20, "Let op")
    first = drawn(card)
    assert first == drawn(card)
    found = _pixels(first)
    assert found.shape == (SIZE[1], SIZE[0])
    assert (found[40:, :60] == found[40:, -60:]).all(), "nothing runs into the margins"
    assert found[40:, :60].min() == found[40:, :60].max()
