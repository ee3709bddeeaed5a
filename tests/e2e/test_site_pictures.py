"""A figure as PNG: drawn by the browser from its SVG when a reader asks, and missed by nobody without JavaScript."""

import struct
import zlib
from pathlib import Path

from playwright.sync_api import Browser

SIGNATURE = b"\x89PNG\r\n\x1a\n"
PAGE = "cijfers/jeugdhulp/almelo.html"


def test_a_figure_is_drawn_as_png_when_asked(chromium: Browser, site_address: str, tmp_path: Path) -> None:
    context = chromium.new_context(accept_downloads=True)
    page = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site_address}/{PAGE}")
    assert not [url for url in asked if url.endswith(".svg") and "/insluiten/" in url], "nothing is fetched unasked"
    page.locator("[aria-labelledby=share] > details > summary").click()
    button = page.get_by_role("button", name="plaatje (PNG)").first
    with page.expect_download() as waiting:
        button.click()
    assert waiting.value.suggested_filename == "jeugdhulp_almelo-per-jaar.png"
    file = tmp_path / "figure.png"
    waiting.value.save_as(file)
    made = file.read_bytes()
    assert made.startswith(SIGNATURE)
    width, height = struct.unpack(">II", made[16:24])
    assert width == 3 * 728
    assert height > 1000
    assert len(set(_lines(made))) > height / 4, "the lines of an empty canvas are all alike"
    assert said == []
    assert all(url.startswith((site_address, "blob:")) for url in asked)
    context.close()


def test_without_script_there_is_the_svg(chromium: Browser, site_address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_address}/{PAGE}")
    page.locator("[aria-labelledby=share] > details > summary").click()
    assert page.get_by_role("button", name="plaatje (PNG)").count() == 0
    assert page.get_by_role("link", name="plaatje (SVG)").count() >= 3
    context.close()


def _lines(made: bytes) -> list[bytes]:
    """The lines of pixels, each with the byte that says how it was filtered; four bytes a pixel, or three."""
    width, _, depth, kind = struct.unpack(">IIBB", made[16:26])
    assert depth == 8
    packed, at = b"", 8
    while at < len(made):
        (size,) = struct.unpack(">I", made[at : at + 4])
        if made[at + 4 : at + 8] == b"IDAT":
            packed += made[at + 8 : at + 8 + size]
        at += size + 12
    raw, long = zlib.decompress(packed), 1 + width * {2: 3, 6: 4}[kind]
    return [raw[start : start + long] for start in range(0, len(raw), long)]
