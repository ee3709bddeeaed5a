"""What the browser tests share: one site built from a small invented release, one server, one Chromium."""

import http.server
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from tests.e2e.release_fixture import write_release

from graadmeter.site.build import SiteSummary, build

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
def site_release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("release") / "2025KW04-0f1e2d3c"
    return write_release(folder, wijken_each=3, first_year=2022).folder


@pytest.fixture(scope="session")
def site_summary(site_release: Path, tmp_path_factory: pytest.TempPathFactory) -> SiteSummary:
    return build(site_release, tmp_path_factory.mktemp("web") / "site", geometry=None)


@pytest.fixture(scope="session")
def site_folder(site_summary: SiteSummary) -> Path:
    return site_summary.folder


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
