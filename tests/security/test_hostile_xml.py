"""Messages made to do harm: entities, DTDs, outside references, depth and size. Nothing is expanded or fetched."""

import socketserver
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from tests.support.messages import message

from graadmeter.deliver.limits import Limits
from graadmeter.deliver.raw import RawDelivery
from graadmeter.deliver.reader import read_files

GOOD = message("JW301", [{"referentie": "HIER"}])
HEAD, _, BODY = GOOD.partition("\n")
WAYS = pytest.mark.parametrize("limits", [Limits(), Limits(stream_from=1)], ids=["whole", "in pieces"])
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
DOCTYPES = {
    "billion laughs": f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>',
    "quadratic": f'<!DOCTYPE x [<!ENTITY l11 "{"a" * 50_000}">]>',
    "external entity": '<!DOCTYPE x [<!ENTITY l11 SYSTEM "GEHEIM">]>',
    "external DTD": '<!DOCTYPE x SYSTEM "GEHEIM">',
    "public DTD": '<!DOCTYPE x PUBLIC "-//x" "GEHEIM">',
    "parameter entity": '<!DOCTYPE x [<!ENTITY % p SYSTEM "GEHEIM"> %p;]>',
    "default attributes": '<!DOCTYPE x [<!ATTLIST x a CDATA "GEHEIM">]>',
    "harmless": "<!DOCTYPE x>",
}


def read(tmp_path: Path, text: str | bytes, limits: Limits) -> RawDelivery:
    file = tmp_path / "bericht.xml"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_files([file], limits)


def refused(raw: RawDelivery, code: str) -> bool:
    return [finding.code for finding in raw.findings] == [code] and not any(t.num_rows for t in raw.tables.values())


@WAYS
@pytest.mark.parametrize("doctype", DOCTYPES.values(), ids=DOCTYPES)
def test_any_doctype_is_refused_at_once(tmp_path: Path, doctype: str, limits: Limits) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("GEHEIME INHOUD")
    text = f"{HEAD}{doctype.replace('GEHEIM', secret.as_uri())}{BODY.replace('HIER', '&l11;&l11;')}"
    start = time.process_time()
    raw = read(tmp_path, text, limits)
    assert refused(raw, "DL-XML-DTD")
    assert time.process_time() - start < 1
    assert "INHOUD" not in repr(raw)


@WAYS
def test_doctype_is_found_behind_any_amount_of_comment(tmp_path: Path, limits: Limits) -> None:
    for size in (10, 262_130, 262_144 * 3 - len(HEAD) - 8):
        text = f"{HEAD}<!--{'x' * size}-->{DOCTYPES['billion laughs']}{BODY}"
        raw = read(tmp_path, text, limits)
        assert refused(raw, "DL-XML-DTD") or refused(raw, "DL-XML-NAAMRUIMTE"), size


@WAYS
@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-32", "utf-7", "cp037"])
def test_doctype_cannot_hide_in_another_encoding(tmp_path: Path, codec: str, limits: Limits) -> None:
    text = f"{HEAD.replace('UTF-8', codec)}{DOCTYPES['billion laughs']}{BODY.replace('HIER', '&l11;')}"
    raw = read(tmp_path, text.encode(codec), limits)
    assert len(raw.findings) == 1
    assert raw.findings[0].code in {"DL-XML-CODERING", "DL-XML-DTD", "DL-CSV-KOP", "DL-CSV-BINAIR", "DL-CSV-CODERING"}
    assert not any(table.num_rows for table in raw.tables.values())


@WAYS
def test_undeclared_entity_is_refused(tmp_path: Path, limits: Limits) -> None:
    assert refused(read(tmp_path, GOOD.replace("HIER", "&jansen;"), limits), "DL-XML-VORM")


@WAYS
def test_nothing_is_fetched_over_the_network(tmp_path: Path, limits: Limits) -> None:
    calls: list[int] = []

    class Listener(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            calls.append(1)

    with socketserver.TCPServer(("127.0.0.1", 0), Listener) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_address[1]}/x"
        hints = (
            f'<?xml-stylesheet href="{address}"?>',
            f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{address}"/>',
        )
        text = GOOD.replace("<jw301:Client>", f"<jw301:Client>{hints[1]}").replace(HEAD, HEAD + hints[0])
        text = text.replace("<jw301:Bericht ", f'<jw301:Bericht xmlns:s="urn:s" s:schemaLocation="urn:s {address}" ')
        raw = read(tmp_path, text, limits)
        server.shutdown()
    assert raw.tables["toewijzing"].num_rows == 1
    assert calls == []


@WAYS
def test_deep_nesting_is_refused(tmp_path: Path, limits: Limits) -> None:
    text = GOOD.replace("HIER", "<x>" * 100_000 + "</x>" * 100_000)
    assert refused(read(tmp_path, text, limits), "DL-XML-VORM")


@WAYS
def test_huge_text_is_refused(tmp_path: Path, limits: Limits) -> None:
    raw = read(tmp_path, GOOD.replace("HIER", "x" * 11_000_000), limits)
    assert refused(raw, "DL-XML-VORM")


@WAYS
def test_many_attributes_and_namespaces_stay_cheap(tmp_path: Path, limits: Limits) -> None:
    attributes = " ".join(f'a{n}="{n}" xmlns:n{n}="urn:{n}"' for n in range(5_000))
    start = time.process_time()
    raw = read(tmp_path, GOOD.replace("<jw301:Client>", f"<jw301:Client><x {attributes}/>"), limits)
    assert time.process_time() - start < 5
    assert raw.tables["toewijzing"].num_rows + len(raw.findings) == 1


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak of memory is read from /proc (Linux)")
def test_memory_does_not_grow_with_a_message_in_pieces(tmp_path: Path) -> None:
    file = tmp_path / "declaratie.xml"
    clients = f"<jw323:Client><jw323:Iets>{'x' * 100}</jw323:Iets></jw323:Client>" * 100_000
    file.write_text(message("JW323").replace("<jw323:Clienten>", f"<jw323:Clienten>{clients}"))

    def kilobytes(stream_from: int) -> int:
        program = (
            "import re, sys; from pathlib import Path; from graadmeter.deliver.limits import Limits; "
            "from graadmeter.deliver.reader import read_files; "
            "raw = read_files([Path(sys.argv[1])], Limits(stream_from=int(sys.argv[2]))); "
            "peak = re.search(r'VmHWM:\\s+(\\d+)', Path('/proc/self/status').read_text())[1]; "
            "print(raw.tables['prestatie'].num_rows, peak)"
        )
        command = [sys.executable, "-c", program, str(file), str(stream_from)]
        rows, peak = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
        assert rows == "1"
        return int(peak)

    assert kilobytes(1_000_000) < kilobytes(10**9) - 30_000


def test_messages_never_quote_what_is_in_the_file(tmp_path: Path) -> None:
    """The XML parser's own error texts hold pieces of the document."""
    for broken in ("Jansen & Zn", "&Jansen;", "<Jansen>", "<a Jansen>", "]]>Jansen", "Jansen\x02"):
        raw = read(tmp_path, GOOD.replace("HIER", broken), Limits())
        assert raw.findings
        assert "Jansen" not in repr(raw.findings), broken
