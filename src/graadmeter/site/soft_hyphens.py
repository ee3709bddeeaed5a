"""Where long Dutch words in headings may be broken: soft hyphens at their joints, since browsers know no Dutch."""

import re

SOFT = "\u00ad"
_LONG = re.compile(r"\w{13,}")
"""Shorter words fit on a line of the narrowest phone."""
_PARTS = (
    "aanbieders", "begeleiding", "bescherming", "beschermings", "concentratie", "continuïteits", "ervaring",
    "gezins", "hulp", "jeugd", "keten", "lasten", "maatregel", "ondersteuning", "opvang", "pleeg", "reclassering",
    "reclasserings", "risico", "stroom", "tijd", "trajecten", "uitstroom", "verblijf", "verzuim", "voorziening",
    "voorzieningen", "wacht", "zorg",
)  # fmt: skip
"""The parts that the long words of this field are made of, with the letter that joins them to the next."""
_JOINT = re.compile(rf"({'|'.join(sorted(_PARTS, key=len, reverse=True))})", re.IGNORECASE)


def softened(text: str) -> str:
    """The text with soft hyphens at the joints of its long words; it reads and copies the same."""
    return _LONG.sub(lambda found: _joined(found[0]), text)


def _joined(word: str) -> str:
    """Broken before and after every known part, but never so that one or two letters stand alone."""
    pieces: list[str] = []
    for piece in filter(None, _JOINT.split(word)):
        if pieces and (len(piece) < 3 or len(pieces[-1]) < 3):  # noqa: PLR2004  'ge' or 'en' is no part of a word
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return SOFT.join(pieces)
