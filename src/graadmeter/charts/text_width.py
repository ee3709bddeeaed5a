"""How wide a text will be, so that labels are placed without a browser and never overlap or run off.

The classes are the advance widths of Noto Sans, rounded up; the usual system faces are as wide or narrower.
"""

from functools import lru_cache

_CLASSES = (
    (0.28, " !,.:;'`ijlJ|"),
    (0.40, '()-/[]{}"tfrI*'),
    (0.54, "cskvxyz_?F"),
    (0.63, "abdeghnopqu0123456789+<=>$€~LESTPBYZX^#"),
    (0.75, "ACDGHKNRUVwOQ&"),
    (0.94, "mMW@%"),
)
_WIDTH = {character: width for width, characters in _CLASSES for character in characters}
_OTHER = 0.62
_BOLD = 1.07


@lru_cache(maxsize=1 << 15)
def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of `text` in pixels at a font size of `size` pixels; an upper estimate."""
    em = sum(_WIDTH.get(character, _OTHER) for character in text)
    return em * size * (_BOLD if bold else 1.0)


def wrapped(text: str, size: float, room: float) -> tuple[str, ...]:
    """The text on as many lines as `room` pixels ask for, broken at spaces and after hyphens and slashes."""
    lines, line = [], ""
    for piece in text.replace("-", "-\0").replace("/", "/\0").replace(" ", " \0").split("\0"):
        if line and text_width((line + piece).rstrip(), size) > room:
            lines.append(line.rstrip())
            line = ""
        line += piece
    return (*lines, line.rstrip())


def shortened(text: str, size: float, room: float) -> str:
    """The text, cut with a full stop where it does not fit: 'Dinkell.'."""
    if text_width(text, size) <= room:
        return text
    kept = text
    while len(kept) > 1 and text_width(kept + ".", size) > room:
        kept = kept[:-1]
    return kept.rstrip(" -") + "."
