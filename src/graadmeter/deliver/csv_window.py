"""A window over a text that comes in pieces: what is being read, and as much beyond it as is asked for."""

from collections.abc import Iterator


class Window:
    """Holds the text from where reading stands."""

    def __init__(self, pieces: Iterator[str]) -> None:
        self._pieces = pieces
        self._text = ""
        self._at = 0

    def is_at_end(self) -> bool:
        """Whether nothing is left."""
        return not self._reach(1)

    def text(self, end: int) -> str:
        """The text up to `end`, counted from where reading stands."""
        return self._text[self._at : self._at + end]

    def move(self, end: int) -> None:
        """Goes on at `end`."""
        self._at += end

    def after_line_at(self, place: int) -> int:
        """Where the line ends that `place` lies in, its end included; the end of the text when it is in none."""
        self._reach(place + 1)
        start = place
        while True:
            found = self._text.find("\n", self._at + start) + 1
            if found:
                return found - self._at
            start = max(place, len(self._text) - self._at)
            if not self._reach(start + 1):
                return len(self._text) - self._at

    def after_lines(self, place: int, count: int) -> int:
        """Where the line begins that comes `count` lines after the one at `place`; the end when there is none."""
        for _ in range(count):
            place = self.after_line_at(place)
            if not self._reach(place + 1):
                break
        return place

    def _reach(self, length: int) -> bool:
        """Takes in pieces until so many characters stand; false when the text is shorter."""
        have = len(self._text) - self._at
        if have >= length:
            return True
        parts = []
        for piece in self._pieces:
            parts.append(piece)
            have += len(piece)
            if have >= length:
                break
        if parts:
            self._text, self._at = "".join([self._text[self._at :], *parts]), 0
        return have >= length
