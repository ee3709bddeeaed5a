"""A StatLine server over loopback, for tests."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from tests.support.reference import value


class Server:
    """Answers by path; a text answer is a redirect, bytes are sent as they are."""

    def __init__(self) -> None:
        self.answers: dict[str, object] = {}
        self.asked: list[str] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.asked.append(self.path)
                split = urlsplit(self.path)
                answer = outer.answers.get(f"{split.path}?{split.query}", outer.answers.get(split.path))
                if answer is None or isinstance(answer, str):
                    self.send_response(302 if answer else 404)
                    self.send_header("Location", str(answer or "/"))
                    self.end_headers()
                    return
                body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *arguments: object) -> None:
                """Silence."""

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.base = f"http://127.0.0.1:{self.http.server_address[1]}"
        threading.Thread(target=self.http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def offer(self, root: str, parts: dict[str, object]) -> str:
        self.answers[f"{root}/"] = value(*({"name": name, "url": f"{root}/{name}"} for name in parts))
        self.answers |= {f"{root}/{name}": content for name, content in parts.items()}
        return self.base + root
