"""A translation service on this machine: speaks LibreTranslate’s and DeepL’s language, and notes what it was sent."""

import json
import time
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

LANGUAGES = ["en", "es", "fr", "ar", "ru", "zh-Hans"]


@dataclass
class Service:
    """What it heard, and how it is to behave; ``address`` is where it answers."""

    address: str = ""
    heard: list = field(default_factory=list)  # (path, headers, what was sent)
    status: int = 200
    delay: float = 0  # seconds
    body: bytes | None = None  # answered as it stands
    turn: object = staticmethod(lambda text: f"MT {text}")
    before_answer: object = staticmethod(lambda: None)
    languages: list = field(default_factory=lambda: list(LANGUAGES))

    @property
    def texts(self):
        """Every text it was sent."""
        return [
            text
            for _path, _headers, sent in self.heard
            for text in sent["q" if "q" in sent else "text"]
        ]

    def answer(self, path, headers, sent):
        self.heard.append((path, dict(headers), sent))
        self.before_answer()
        time.sleep(self.delay)
        if self.body is not None:
            return self.body
        if path == "/v2/translate":
            texts = [{"detected_source_language": "EN", "text": self.turn(t)} for t in sent["text"]]
            return json.dumps({"translations": texts}).encode()
        return json.dumps({"translatedText": [self.turn(text) for text in sent["q"]]}).encode()


def start(service):
    """Let it answer on a free port; returns the server, to be shut down."""

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self):
            codes = [
                {"code": code, "name": code, "targets": LANGUAGES} for code in service.languages
            ]
            self._say(200, json.dumps(codes).encode())

        def do_POST(self):
            content = self.rfile.read(int(self.headers["Content-Length"]))
            said = service.answer(self.path, self.headers, json.loads(content))
            self._say(service.status, said)

        def _say(self, status, content):
            self.send_response(status)
            if status in (301, 307):
                self.send_header("Location", f"{service.address}/elsewhere")
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            with suppress(ConnectionError):  # whoever asked has gone
                self.wfile.write(content)

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    service.address = f"http://127.0.0.1:{server.server_port}"
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    return server
