"""What the browser tests share: one site built from a small invented release, one server, one Chromium."""

import http.server
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from tests.e2e.region import made_once
from tests.e2e.release_fixture import EDITION, write_release

from graadmeter.site.build import build

CHROMIUM_ARGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The release, its site and how many pages that has; made once for all test processes."""

    def make(place: Path) -> None:
        release = write_release(place / EDITION, wijken_each=3, first_year=2022).folder
        (place / "pages").write_text(str(build(release, place / "site", geometry=None).pages))

    return made_once(tmp_path_factory, "web", make)


@pytest.fixture(scope="session")
def site_release(built_site: Path) -> Path:
    return built_site / EDITION


@pytest.fixture(scope="session")
def site_pages(built_site: Path) -> int:
    return int((built_site / "pages").read_text())


@pytest.fixture(scope="session")
def site_folder(built_site: Path) -> Path:
    return built_site / "site"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the name is the base class's
        """Say nothing."""


@pytest.fixture(scope="session")
def site_address(site_folder: Path) -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site_folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("Chromium is not installed; as root: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGS)
        yield browser
        browser.close()
