"""A municipality's own token file as part of our style sheet: custom properties only, nothing that loads or hides.

Files made with the NL Design System scope their tokens to a class ('.gemeente-theme'); here they hold for every page.
"""

import re
from collections.abc import Iterator

from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.text import Text

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PIECE = re.compile(r"([^{};]*)([{};])")
_TOKEN = re.compile(r"(--[A-Za-z0-9_-]+)\s*:\s*(\S.*)", re.DOTALL)
_DARK = re.compile(r"@media\s*(?:screen\s+and\s*)?\(\s*prefers-color-scheme\s*:\s*dark\s*\)")
_REFUSED = re.compile(r"url\s*\(|image-set\s*\(|[<>@\\]|expression\s*\(", re.IGNORECASE)
_OWN = "--graadmeter-"

Token = tuple[str, str, bool]
"""Name, value, and whether it is for dark screens."""


def theme_css(source: str) -> str:
    """CSS that sets the tokens of the file before ours; '' for an empty file. The same file gives the same CSS.

    Tokens named --graadmeter-... win from our own; any other, such as --basis-..., is what ours fall back on. Raises
    WorkspaceError for anything but custom properties, within rules or within the media query for dark screens.
    """
    tokens = list(_tokens(_COMMENT.sub(" ", source)))
    return "".join(_block(tokens, own=own, dark=dark) for own in (False, True) for dark in (False, True))


def _block(tokens: list[Token], *, own: bool, dark: bool) -> str:
    """Our own tokens have a dark value each, which those of a light theme leave alone."""
    wanted = [f"{name}:{value}" for name, value, for_dark in tokens if (name.startswith(_OWN), for_dark) == (own, dark)]
    if not wanted:
        return ""
    rule = f"{':root:root' if own else ':root'}{{{';'.join(wanted)}}}"
    if dark:
        return f"@media (prefers-color-scheme: dark){{{rule}}}\n"
    return f"@media not (prefers-color-scheme: dark){{{rule}}}\n" if own else f"{rule}\n"


def _tokens(css: str) -> Iterator[Token]:
    within: list[str] = []
    end = 0
    for piece in _PIECE.finditer(css):
        words, sign = piece[1].strip(), piece[2]
        end = piece.end()
        if sign == "{":
            within.append(_opened(words))
            continue
        if words:
            yield _token(words, within)
        if sign == "}":
            if not within:
                raise _wrong("}")
            within.pop()
    if within or css[end:].strip():
        raise _wrong((within or [css[end:].strip()])[-1])


def _opened(words: str) -> str:
    if words.startswith("@") and not _DARK.fullmatch(words):
        raise _wrong(words)
    return words


def _token(words: str, within: list[str]) -> Token:
    found = _TOKEN.fullmatch(words)
    if found is None or not within or _REFUSED.search(found[2]):
        raise _wrong(words)
    return found[1], " ".join(found[2].split()), any(one.startswith("@") for one in within)


def _wrong(what: str) -> WorkspaceError:
    shown = what[:60]
    return WorkspaceError(
        Text(
            f"Het thema kan niet worden gebruikt: '{shown}'. Er mogen alleen tokens in, zoals --basis-...: waarde;",
            f"The theme cannot be used: '{shown}'. It may hold tokens only, such as --basis-...: value;",
        )
    )
