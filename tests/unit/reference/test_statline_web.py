"""StatLine from a server, over loopback: pages, other hosts, redirects, sizes, endless links, broken answers."""

from collections.abc import Iterator

import pytest
from tests.support.reference import FAKE_V3, FAKE_V4, value
from tests.support.statline_server import Server

from graadmeter.deliver.reference.statline import load_statline_url
from graadmeter.domain.errors import DeliveryRefusedError


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.http.shutdown()
    server.http.server_close()


V3 = {name: content for name, content in FAKE_V3.items() if "." not in name}


def paged(server: Server, link: str) -> str:
    base = server.offer("/odata/85000NED", V3)
    first, second = FAKE_V3["UntypedDataSet"], FAKE_V3["UntypedDataSet.2"]
    server.answers["/odata/85000NED/UntypedDataSet"] = first | {"odata.nextLink": link or f"{base}/UntypedDataSet?p=2"}
    server.answers["/odata/85000NED/UntypedDataSet?p=2"] = second
    return base


def test_v3_follows_pages_to_the_end(server: Server) -> None:
    table = load_statline_url(paged(server, "")).table
    assert table["waarde"].to_pylist() == [12.5, 0.0, None, None]
    assert table["status"].to_pylist() == ["waarde", "voorlopig", "onbekend", "onmogelijk"]
    assert server.asked[-1].endswith("?p=2")


def test_v4_with_its_own_names(server: Server) -> None:
    table = load_statline_url(server.offer("/odata/v1/CBS/85000NED", FAKE_V4)).table
    assert table["waarde"].to_pylist() == [5.0, None, None, 7.0]
    assert set(table["tabel"].to_pylist()) == {"85000NED"}


def test_a_relative_next_link_is_followed(server: Server) -> None:
    assert load_statline_url(paged(server, "UntypedDataSet?p=2")).table.num_rows == 4


@pytest.mark.parametrize("link", ["http://203.0.113.9/x", "https://127.0.0.1/x", "file:///etc/passwd", "//elsewhere/x"])
def test_a_page_elsewhere_is_never_asked(server: Server, link: str) -> None:
    with pytest.raises(DeliveryRefusedError, match="host"):
        load_statline_url(paged(server, link))


def test_a_circle_of_pages_ends(server: Server) -> None:
    base = paged(server, "UntypedDataSet?p=3")
    server.answers["/odata/85000NED/UntypedDataSet?p=3"] = value(after=f"{base}/UntypedDataSet?p=3")
    with pytest.raises(DeliveryRefusedError, match="nextLink"):
        load_statline_url(base)


def test_redirects_stay_on_the_host(server: Server) -> None:
    base = paged(server, "")
    server.answers["/moved/"] = "/odata/85000NED/"
    server.answers["/away/"] = "http://localhost:9/odata/85000NED/"
    server.answers["/moved/DataProperties"] = "/odata/85000NED/DataProperties"
    with pytest.raises(DeliveryRefusedError, match="HTTP 404"):
        load_statline_url(base.replace("/odata/85000NED", "/moved"))
    assert "/odata/85000NED/DataProperties?$format=json" not in server.asked
    assert "/odata/85000NED/DataProperties" in server.asked
    with pytest.raises(DeliveryRefusedError, match="URLError"):
        load_statline_url(server.base + "/away")


def test_sizes_and_broken_answers(server: Server) -> None:
    base = paged(server, "")
    with pytest.raises(DeliveryRefusedError, match="300 bytes"):
        load_statline_url(base, largest=300)
    server.answers["/odata/85000NED/DataProperties"] = b"<html>"
    with pytest.raises(DeliveryRefusedError, match="JSON"):
        load_statline_url(base)
    with pytest.raises(DeliveryRefusedError, match="HTTP 404"):
        load_statline_url(server.base + "/nothing")


@pytest.mark.parametrize(
    "base", ["file:///etc", "ftp://127.0.0.1/x", "http://", "http://[::1", "85000NED", "http://a:x/"]
)
def test_what_is_no_web_address_is_refused(base: str) -> None:
    with pytest.raises(DeliveryRefusedError, match=r"http\(s\)"):
        load_statline_url(base)


def test_a_silent_server_is_given_up(server: Server) -> None:
    port = server.http.server_address[1]
    server.http.shutdown()
    with pytest.raises(DeliveryRefusedError, match=r"TimeoutError|URLError"):
        load_statline_url(f"http://127.0.0.1:{port}/odata/x", timeout=0.3)
