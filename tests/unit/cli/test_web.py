"""The local server shows files only, to this computer only, with security headers on every answer."""

import http.client
import threading

import pytest

from graadmeter.cli.web import HEADERS, headers, server
from graadmeter.domain.errors import UsageError


@pytest.fixture
def ask(tmp_path):
    site = tmp_path / "site"
    (site / "nl/empty").mkdir(parents=True)
    (site / "index.html").write_text("<title>start</title>", encoding="utf-8")
    (site / "nl/index.html").write_text("<title>nl</title>", encoding="utf-8")
    (site / ".hidden").write_text("no", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("no", encoding="utf-8")
    (site / "link.txt").symlink_to(tmp_path / "secret.txt")
    with server(site, 0) as listening:
        assert listening.server_address[0] == "127.0.0.1"
        thread = threading.Thread(target=listening.serve_forever)
        thread.start()

        def ask(path):
            connection = http.client.HTTPConnection("127.0.0.1", listening.server_address[1], timeout=10)
            connection.request("GET", path)
            answer = connection.getresponse()
            body = answer.read().decode()
            connection.close()
            return answer, body

        yield ask
        listening.shutdown()
        thread.join()


@pytest.mark.parametrize(("path", "title"), [("/", "start"), ("/index.html", "start"), ("/nl/", "nl")])
def test_pages_are_shown(ask, path, title) -> None:
    answer, body = ask(path)
    assert (answer.status, body) == (200, f"<title>{title}</title>")
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize(
    "path", ["/nl/empty/", "/.hidden", "/../secret.txt", "/%2e%2e/secret.txt", "/link.txt", "/none.html"]
)
def test_everything_else_is_not_found(ask, path) -> None:
    answer, body = ask(path)
    assert answer.status == 404
    assert body != "no"


@pytest.mark.parametrize("path", ["/", "/none.html"])
def test_every_answer_has_the_security_headers(ask, path) -> None:
    answer, _ = ask(path)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert "'none'" in answer.headers["Content-Security-Policy"]
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    assert "Python" not in answer.headers["Server"]


def test_a_port_in_use_is_told(tmp_path) -> None:
    with server(tmp_path, 0) as first, pytest.raises(UsageError, match="is not free"):
        server(tmp_path, first.server_address[1])


def test_only_single_figures_can_be_framed() -> None:
    for path in ("/insluiten/x/regio-per-jaar.html", "/en/embed/x/regio-per-jaar.html"):
        assert "frame-ancestors *" in headers(path)["Content-Security-Policy"]
        assert "X-Frame-Options" not in headers(path)
    for path in ("/", "/index.html", "/x/insluiten/y.html"):
        assert headers(path) == HEADERS
