"""How soon pages of the site can be used on a slow phone, beside a bare page.

    python -m bench.phone SITE [--runs 5]

The phone is four times slower than this machine, 150 ms away, at 1.6 Mbit/s. SITE is a built site; its files are served
compressed, as servers on the web do, to headless Chromium with an empty cache. *Shown* is the first contentful paint,
*usable* when the document is whole as well. Both need a machine with nothing else to do; *work* does not: it is the
processor time of the page's own thread, not slowed down. *By count* adds up two journeys to the server, the bytes at
that speed and four times that work. The opponent is a page of one sentence with the same style sheet, in the same run.
"""

import argparse
import gzip
import shutil
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import NamedTuple

from playwright.sync_api import Browser, CDPSession, Page, Response, sync_playwright

_PAGES = (
    "index.html", "themas.html", "cijfers/jeugdhulp.html", "cijfers/jeugdhulp/almelo.html", "gemeenten.html",
    "gemeenten/almelo.html", "aanbieders/almelo.html", "stapeling.html", "begrippen.html", "zoeken.html?q=wachtlijst",
    "vergelijken.html",
)  # fmt: skip
_LATENCY, _BYTES, _SLOWER = 150, 1_600_000 / 8, 4
_CALM = 300
"""Milliseconds after which a page has nothing left to do."""
_BARE = "<!doctype html><html lang=nl><title>x</title><link rel=stylesheet href=/assets/graadmeter.css><p>Een zin.</p>"
_JOURNEYS = 2
"""To the page, and to the style sheet that it names."""
_USABLE = """() => new Promise(done => setTimeout(() => {
  const [load] = performance.getEntriesByType('navigation');
  const paint = performance.getEntriesByName('first-contentful-paint')[0];
  done([paint ? paint.startTime : NaN, Math.max(load.domContentLoadedEventEnd, paint ? paint.startTime : 0)]);
}, 400))"""


class _Files(SimpleHTTPRequestHandler):
    """Compressed files of a folder, and the bare page."""

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path == "/bare":
            body, kind = _BARE.encode(), "text/html; charset=utf-8"
        else:
            file = Path(self.translate_path(path))
            if not file.is_file():
                self.send_error(404)
                return
            body, kind = file.read_bytes(), self.guess_type(str(file))
        packed = gzip.compress(body, mtime=0)
        self.send_response(200)
        for name, value in (("Content-Type", kind), ("Content-Encoding", "gzip"), ("Content-Length", str(len(packed)))):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(packed)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Files, directory=str(folder.resolve())))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


class Took(NamedTuple):
    """One opening of a page: milliseconds until shown and usable, milliseconds of work, and bytes fetched."""

    shown: float
    usable: float
    work: float
    fetched: int

    @property
    def counted(self) -> float:
        """Milliseconds on the phone by count."""
        return _JOURNEYS * _LATENCY + 1000 * self.fetched / _BYTES + _SLOWER * self.work


def _once(browser: Browser, address: str) -> Took:
    """The page on the slow phone, and its work as it is here."""
    fetched: list[int] = []
    with _opened(browser) as (page, tools):
        speed = {"latency": _LATENCY, "downloadThroughput": _BYTES, "uploadThroughput": _BYTES / 2}
        tools.send("Network.enable")
        tools.on("Network.loadingFinished", lambda told: fetched.append(told["encodedDataLength"]))
        tools.send("Network.emulateNetworkConditions", {"offline": False, **speed})
        tools.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
        _found(page.goto(address, wait_until="load"))
        shown, usable = page.evaluate(_USABLE)
    with _opened(browser) as (page, tools):
        tools.send("Performance.enable", {"timeDomain": "threadTicks"})
        _found(page.goto(address, wait_until="load"))
        page.wait_for_timeout(_CALM)
        told = {one["name"]: one["value"] for one in tools.send("Performance.getMetrics")["metrics"]}
    return Took(shown, usable, 1000 * told["TaskDuration"], int(sum(fetched)))


def _found(answer: Response | None) -> None:
    """A page that is not there is quick, and says nothing of the site."""
    if answer is None or not answer.ok:
        raise FileNotFoundError(answer.url if answer else "no answer")


@contextmanager
def _opened(browser: Browser) -> Iterator[tuple[Page, CDPSession]]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, is_mobile=True, has_touch=True)
    page = context.new_page()
    yield page, context.new_cdp_session(page)
    context.close()


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints a line per page: shown, usable, work, by count, and how many times the bare page that is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args(arguments)
    with _served(given.site) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        bare = 0.0
        for path in ("bare", *_PAGES):
            runs = [_once(browser, f"{base}/{path}") for _ in range(given.runs)]
            shown, usable = (median(run[at] for run in runs) for at in (0, 1))
            least = min(runs, key=lambda run: run.work)
            bare = bare or least.counted
            print(
                f"{path:32} shown {shown:5.0f}  usable {usable:5.0f}  work {least.work:4.0f} ms  "
                f"{least.fetched / 1024:3.0f} kB  "
                f"by count {least.counted:4.0f} ms, {least.counted / bare:3.1f} x the bare page"
            )
        browser.close()


if __name__ == "__main__":
    main()
