import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from summittui.intake import fetching
from summittui.intake.fetching import fetch
from summittui.model import InputError


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("http://127.0.0.1/", "private"),
        ("http://localhost:8080/", "private"),
        ("https://[::1]/", "private"),
        ("http://[::ffff:10.0.0.1]/", "private"),
        ("http://169.254.169.254/latest/meta-data", "private"),
        ("http://0/", "private"),
        ("http://224.0.0.1/", "private"),
        ("ftp://example.org/a", "unknown url type"),
        ("file:///etc/passwd", "unknown url type"),
        ("http://", "no host"),
        ("http://[x/", "fetched"),
    ],
)
def test_an_address_that_is_not_public_is_refused(address: str, why: str) -> None:
    with pytest.raises(InputError, match=why):
        fetch(address)


class Pages(BaseHTTPRequestHandler):
    """A site of a page, a way to it, a way to a private place, and nothing else."""

    def do_GET(self) -> None:
        ways = {"/moved": "/page", "/inside": "file:///etc/passwd"}
        self.send_response(200 if self.path == "/page" else 302 if self.path in ways else 404)
        if self.path in ways:
            self.send_header("Location", ways[self.path])
        self.end_headers()
        if self.path == "/page":
            self.wfile.write(b"words")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the base class
        del format, args


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr(fetching, "_public_address", lambda host, _: host)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_page_is_fetched_through_its_redirections(site: str) -> None:
    assert fetch(f"{site}/moved") == b"words"


def test_what_a_server_refuses_or_sends_elsewhere_is_a_sentence(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match="the server answers 404"):
        fetch(f"{site}/none")
    with pytest.raises(InputError):
        fetch(f"{site}/inside")
    monkeypatch.setattr(fetching, "LARGEST", 3)
    with pytest.raises(InputError, match="larger than 3 bytes"):
        fetch(f"{site}/page")
