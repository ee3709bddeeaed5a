"""A small web server for plain files on this computer, as strict as a public one should be."""

from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

from graadmeter.domain.errors import UsageError
from graadmeter.domain.text import Text

_OTHER_PORT = 8765

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-cache",
}


FRAMES = ("/insluiten/", "/en/embed/")
"""Pages of single figures, made for the frames of other sites."""

_POLICY = "Content-Security-Policy"
_FRAMED = {
    _POLICY: HEADERS[_POLICY].replace("frame-ancestors 'none'", "frame-ancestors *"),
    "Cross-Origin-Resource-Policy": "cross-origin",
}


def headers(path: str) -> dict[str, str]:
    """The security headers of an answer to a request for this path."""
    if not path.startswith(FRAMES):
        return HEADERS
    return {name: _FRAMED.get(name, value) for name, value in HEADERS.items() if name != "X-Frame-Options"}


def server(folder: Path, port: int) -> ThreadingHTTPServer:
    """A server of `folder` that listens on 127.0.0.1 only; raises UsageError when the port is not free."""
    try:
        return ThreadingHTTPServer(("127.0.0.1", port), partial(_Files, directory=str(folder.resolve())))
    except (OSError, OverflowError) as error:
        raise UsageError(
            Text(
                f"Poort {port} is niet vrij. Kies een andere, zoals --port {_OTHER_PORT}.",
                f"Port {port} is not free. Choose another, such as --port {_OTHER_PORT}.",
            )
        ) from error


class _Files(SimpleHTTPRequestHandler):
    """Files only: no listings, nothing above the folder, nothing hidden, and security headers on every answer."""

    server_version = "graadmeter"
    sys_version = ""
    extensions_map = {  # noqa: RUF012 - the base class declares it so
        **SimpleHTTPRequestHandler.extensions_map,
        ".svg": "image/svg+xml",
        ".woff2": "font/woff2",
        ".js": "text/javascript; charset=utf-8",
        ".css": "text/css; charset=utf-8",
        ".html": "text/html; charset=utf-8",
        ".csv": "text/csv; charset=utf-8",
        ".json": "application/json",
        ".xml": "application/xml",
        ".parquet": "application/vnd.apache.parquet",
    }

    def end_headers(self) -> None:
        """Adds the security headers."""
        for name, value in headers(self.path).items():
            self.send_header(name, value)
        super().end_headers()

    def list_directory(self, path: object) -> BytesIO | None:  # noqa: ARG002 - the base class passes it
        """Refuses: folders are not shown."""
        self.send_error(HTTPStatus.NOT_FOUND)
        return None

    def translate_path(self, path: str) -> str:
        """The file asked for, or one that does not exist when it is hidden or outside the folder."""
        found = Path(super().translate_path(path))
        root = Path(self.directory)
        inside = found.resolve().is_relative_to(root)
        hidden = inside and any(part.startswith(".") for part in found.relative_to(root).parts)
        suffix = "/" if path.endswith("/") and found.is_dir() else ""
        return str(root / ".nothing") if hidden or not inside else f"{found}{suffix}"

    def log_message(self, *_: object) -> None:
        """Keeps the terminal quiet."""
