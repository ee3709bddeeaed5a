"""A StatLine table asked from a server: the base address of one table, its parts, and their pages.

Only http and https; no proxy, no credentials; no page and no redirect may lead to another host.
"""

from collections.abc import Callable, Mapping
from http.client import HTTPException, HTTPMessage
from typing import IO, Any
from urllib.error import URLError
from urllib.parse import quote, urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

import pyarrow as pa

from graadmeter.deliver.notice import RefusedError
from graadmeter.deliver.reference.json_text import parse_json, text_in
from graadmeter.deliver.reference.notices import ABSENT, WEB
from graadmeter.deliver.reference.statline_parts import next_link, page_rows, table_of_rows

TIMEOUT = 30.0
"""Seconds of silence after which a server is given up."""
LARGEST = 256_000_000
"""Bytes of one page."""
_MOST_PAGES = 5_000
_ALIASES = {"tableinfos": ("tableinfos", "properties")}

Keep = Callable[[str, bytes], None]
"""Takes the name of a page, as `statline_folder` reads it, and its bytes."""


def _keep_nothing(_name: str, _data: bytes) -> None:
    """The pages are read and forgotten."""


class WebParts:
    """The parts a server lists for one table."""

    def __init__(self, base: str, timeout: float = TIMEOUT, largest: int = LARGEST, keep: Keep = _keep_nothing) -> None:
        """Asks for the list of parts; `keep` gets each page; raises RefusedError when there is no usable answer."""
        if _place(base) is None:
            raise RefusedError(WEB, reason="http(s)")
        self._base, self._timeout, self._largest, self._keep = base.rstrip("/"), timeout, largest, keep
        self._opener = build_opener(ProxyHandler({}), _SameHost())
        listed = page_rows(self._ask(f"{self._base}/?$format=json"))
        names = [text_in(row.get("name")) for row in listed]
        self._names: Mapping[str, str] = {name.casefold(): name for name in names if name}

    def has(self, name: str) -> bool:
        """Whether the server lists this part."""
        return self._named(name) != ""

    def table(self, name: str) -> pa.Table:
        """All pages of a part, in order."""
        listed = self._named(name)
        if not listed:
            raise RefusedError(ABSENT, part=name)
        rows: list[Mapping[str, Any]] = []
        seen: set[str] = set()
        address = f"{self._base}/{quote(listed)}?$format=json"
        while address:
            if address in seen or len(seen) >= _MOST_PAGES:
                raise RefusedError(WEB, reason="nextLink")
            seen.add(address)
            content = self._ask(address, f"{listed}.{len(seen)}.json")
            rows.extend(page_rows(content))
            following = next_link(content)
            address = urljoin(address, following) if following else ""
        return table_of_rows(rows)

    def _named(self, name: str) -> str:
        plain = name.casefold()
        return next((self._names[key] for key in _ALIASES.get(plain, (plain,)) if key in self._names), "")

    def _ask(self, address: str, kept_as: str = "") -> Any:
        if not same_host(address, self._base):
            raise RefusedError(WEB, reason="host")
        request = Request(address, headers={"Accept": "application/json"})  # noqa: S310 - same_host proved the scheme
        try:
            with self._opener.open(request, timeout=self._timeout) as answer:
                data: bytes = answer.read(self._largest + 1)
        except (URLError, HTTPException, OSError, ValueError) as error:
            raise RefusedError(WEB, reason=_reason(error)) from error
        if len(data) > self._largest:
            raise RefusedError(WEB, reason=f"> {self._largest} bytes")
        if kept_as:
            self._keep(kept_as, data)
        return parse_json(data)


def same_host(address: str, base: str) -> bool:
    """Whether both addresses have the same scheme, host and port."""
    return _place(address) is not None and _place(address) == _place(base)


def _place(address: str) -> tuple[str, str, int | None] | None:
    """Scheme, host and port; None when the address is no http(s) address."""
    try:
        found = urlsplit(address)
        place = (found.scheme, found.hostname or "", found.port)
    except ValueError:
        return None
    return place if place[0] in {"http", "https"} and place[1] else None


def _reason(error: Exception) -> str:
    """A word for the trouble that never repeats what the server wrote."""
    code = getattr(error, "code", None)
    return f"HTTP {code}" if isinstance(code, int) else type(error).__name__


class _SameHost(HTTPRedirectHandler):
    """Follows a redirect within the host only."""

    def redirect_request(  # noqa: PLR0917 - the signature of urllib
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        """The next request; raises URLError when it would go to another host."""
        if not same_host(newurl, req.full_url):
            raise URLError("redirect to another host")
        return super().redirect_request(req, fp, code, msg, headers, newurl)
