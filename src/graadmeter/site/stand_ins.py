"""The name and the day of an edition: pieces hold stand-ins of them until the files of a site are put together."""

from collections.abc import Mapping

from graadmeter.domain.text import Lang
from graadmeter.site.day_words import day_label
from graadmeter.site.published import Published
from graadmeter.site.trace import EDITION

EDITION_DAY: Mapping[Lang, str] = {lang: f"0day0of0this0release0{lang.value}0" for lang in Lang}
"""Stands where the day of the edition is to come, with the comma before it; nothing comes where it is not told."""

DAY_PUBLISHED = {"datePublished": "0day0of0this0release0"}
"""The same among data for search engines, where the whole entry goes when there is no day."""

_SIGN = b"0of0this0release0"
"""In every stand-in."""

_ENTRY = b',"datePublished":"0day0of0this0release0"'


def edition_day(published: Published, lang: Lang) -> str:
    """The day as it stands after the name of the edition: ', 21 januari 2026'; its stand-in while a piece is made."""
    return EDITION_DAY[lang] if published.edition == EDITION else _day(published, lang)


def stand_ins(published: Published) -> Mapping[bytes, bytes]:
    """Each stand-in with what comes in its place."""
    entry = f',"datePublished":"{published.day.isoformat()}"'.encode() if published.day else b""
    days = {EDITION_DAY[lang].encode(): _day(published, lang).encode() for lang in Lang}
    return {EDITION.encode(): published.edition.encode(), _ENTRY: entry, **days}


def put_in(content: bytes, names: Mapping[bytes, bytes]) -> bytes:
    """The content of a file with all stand-ins replaced; most files have none, which one look tells."""
    if _SIGN not in content:
        return content
    for stand_in, words in names.items():
        content = content.replace(stand_in, words)
    return content


def _day(published: Published, lang: Lang) -> str:
    return f", {day_label(published.day, lang)}" if published.day else ""
