"""The files that pages share: one style sheet and the icon. Nothing comes from elsewhere."""

from importlib.resources import files

from graadmeter.charts.style import STYLE

_SHEETS = (
    "tokens.css", "base.css", "layout.css", "components.css", "figures.css", "indicator.css", "profile.css", "print.css",
)  # fmt: skip
_TILES = 24
"""Columns and rows that the tile grid has classes for."""


def assets() -> dict[str, bytes]:
    """Path and bytes of every shared file."""
    own = files("graadmeter.site").joinpath("static")
    sheets = [own.joinpath(name).read_text(encoding="utf-8") for name in _SHEETS]
    places = "".join(f".gm-col-{at}{{--col:{at}}}.gm-row-{at}{{--row:{at}}}" for at in range(1, _TILES + 1))
    sheet = "\n".join([sheets[0], STYLE, *sheets[1:-1], places, sheets[-1]])
    return {
        "assets/graadmeter.css": sheet.encode(),
        "assets/icon.svg": own.joinpath("icon.svg").read_bytes(),
    }
