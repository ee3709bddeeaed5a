"""The card of a page: what it is about, the answer in a sentence, the figure large, and its development as a line."""

from dataclasses import dataclass
from functools import cache

from graadmeter.site.previews.faces import face
from graadmeter.site.previews.ground import Colour, Ground

SIZE = (1200, 630)
"""What sites that show previews ask for."""

_PAPER: Colour = (251, 250, 246)
_LINE: Colour = (221, 216, 205)
_INK: Colour = (26, 36, 41)
_MUTED: Colour = (86, 100, 108)
_FOCAL: Colour = (11, 90, 99)
_SOFT: Colour = (223, 236, 235)
_CHOSEN: Colour = (180, 95, 18)

_LEFT, _RIGHT = 64, 1136
_TITLES = ((54, 1), (44, 2))
"""Sizes of the title with the most lines it may take; the last is cut."""
_SENTENCE, _LINES = 33, 3
_FIGURE, _FIGURE_ROOM = 88, 540
_SMALL = 24
_CHART = (664, 424, _RIGHT, 556)
"""Left, top, right and bottom of the line."""


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on a card; '' or nothing for what it does not have."""

    region: str
    title: str
    sentence: str
    warning: str = ""
    """What must be known before all else, such as that the figures are invented."""
    figure: str = ""
    below: str = ""
    """What the figure is."""
    course: tuple[float | None, ...] = ()
    """The figure over time, None where it is hidden."""
    ends: tuple[str, str] = ("", "")
    """The first and the last period."""
    provisional: str = ""
    """The word for a last figure that may still change; '' for one that is final."""


def drawn(card: Card) -> bytes:
    """The card as PNG; the same card gives the same bytes."""
    ground = _frame(card.region, card.warning).copy()
    serif, sans = face("serif-bold"), face("sans")
    y = 176.0
    size, lines = _title(card.title)
    for line in lines:
        ground.text(line, (_LEFT, y), serif, size, _INK)
        y += size * 1.16
    y += 4
    for line in sans.fitted(card.sentence, _SENTENCE, _RIGHT - _LEFT, _LINES):
        ground.text(line, (_LEFT, y), sans, _SENTENCE, _INK)
        y += _SENTENCE * 1.4
    if card.figure:
        _figure(ground, card)
    if sum(value is not None for value in card.course) > 1:
        _course(ground, card)
    return ground.png()


@cache
def _frame(region: str, warning: str) -> Ground:
    """The ruler along the top, whose card it is, and the warning; the same on all cards of a site."""
    ground = Ground(*SIZE, _PAPER)
    for at in range(0, SIZE[0], 16):
        ground.box((at, 0), (2, 26 if at % 80 == 0 else 14), _LINE)
    serif, sans = face("serif-bold"), face("sans")
    ground.text("Graadmeter", (_LEFT, 96), serif, 34, _FOCAL)
    ground.text(region, (_LEFT + serif.width("Graadmeter ", 34), 96), sans, 28, _MUTED)
    ground.text(warning, (_RIGHT - sans.width(warning, 26), 96), sans, 26, _CHOSEN)
    return ground


def _title(title: str) -> tuple[int, list[str]]:
    serif = face("serif-bold")
    for size, most in _TITLES:
        lines = serif.wrapped(title, size, _RIGHT - _LEFT)
        if len(lines) <= most:
            return size, lines
    size, most = _TITLES[-1]
    return size, serif.fitted(title, size, _RIGHT - _LEFT, most)


def _figure(ground: Ground, card: Card) -> None:
    serif, sans = face("serif-bold"), face("sans")
    size = min(_FIGURE, _FIGURE * _FIGURE_ROOM / max(serif.width(card.figure, _FIGURE), 1))
    ground.text(card.figure, (_LEFT, 500), serif, size, _FOCAL)
    for place, line in enumerate(sans.fitted(card.below, _SMALL, _FIGURE_ROOM, 2)):
        ground.text(line, (_LEFT, 546 + 32 * place), sans, _SMALL, _MUTED)


def _course(ground: Ground, card: Card) -> None:
    """The line from nought, with the last point marked: open when it is provisional."""
    left, top, right, bottom = _CHART
    highest = max(value for value in card.course if value is not None) or 1.0
    step = (right - left) / max(len(card.course) - 1, 1)
    places = [
        (left + step * index, bottom - (bottom - top) * value / highest)
        for index, value in enumerate(card.course)
        if value is not None
    ]
    ground.surface([*places, (places[-1][0], bottom), (places[0][0], bottom)], _SOFT)
    ground.box((left, bottom), (right - left, 2), _LINE)
    ground.line(places, 7, _FOCAL)
    ground.dot(places[-1], 12, _FOCAL)
    if card.provisional:
        ground.dot(places[-1], 7, _PAPER)
    _ends(ground, card)


def _ends(ground: Ground, card: Card) -> None:
    """The first and the last period under the line, as large as both fit."""
    left, _, right, bottom = _CHART
    sans = face("sans")
    last = f"{card.ends[1]}, {card.provisional}" if card.provisional else card.ends[1]
    needed = sum(sans.width(words, _SMALL) for words in (*card.ends[:1], last, "   "))
    size = min(_SMALL, _SMALL * (right - left) / needed)
    ground.text(card.ends[0], (left, bottom + 36), sans, size, _MUTED)
    colour = _CHOSEN if card.provisional else _MUTED
    ground.text(last, (right - sans.width(last, size), bottom + 36), sans, size, colour)
