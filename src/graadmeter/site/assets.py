"""The files that pages share: one style sheet, the icon, a few scripts. Nothing comes from elsewhere."""

from base64 import b64encode
from functools import cache
from hashlib import sha384
from importlib.resources import files

from graadmeter.charts.style import STYLE

_SHEETS = (
    "tokens.css", "base.css", "layout.css", "components.css", "figures.css", "indicator.css", "profile.css",
    "search.css", "compare.css", "print.css",
)  # fmt: skip
_TILES = 24
"""Columns and rows that the tile grid has classes for."""


_SCRIPTS = ("search.js", "compare-data.js", "compare-show.js", "compare.js", "picture.js")


def assets(theme: str = "") -> dict[str, bytes]:
    """Path and bytes of every shared file. `theme` is CSS that sets tokens; it comes first, so ours fall back on it."""
    own = files("graadmeter.site").joinpath("static")
    scripts = {f"assets/{name}": own.joinpath(name).read_bytes() for name in _SCRIPTS}
    return {
        "assets/graadmeter.css": f"{theme}{_sheet()}".encode(),
        "assets/icon.svg": own.joinpath("icon.svg").read_bytes(),
        **scripts,
    }


@cache
def integrity(path: str, theme: str = "") -> str:
    """What a browser holds a shared file against (subresource integrity)."""
    return f"sha384-{b64encode(sha384(assets(theme)[path]).digest()).decode()}"


@cache
def tokens() -> str:
    """The style sheet that sets our design tokens; pictures that stand alone have these colours."""
    return files("graadmeter.site").joinpath("static", _SHEETS[0]).read_text(encoding="utf-8")


@cache
def _sheet() -> str:
    own = files("graadmeter.site").joinpath("static")
    sheets = [own.joinpath(name).read_text(encoding="utf-8") for name in _SHEETS]
    places = "".join(f".gm-col-{at}{{--col:{at}}}.gm-row-{at}{{--row:{at}}}" for at in range(1, _TILES + 1))
    return "\n".join([sheets[0], STYLE, *sheets[1:-1], places, sheets[-1]])
