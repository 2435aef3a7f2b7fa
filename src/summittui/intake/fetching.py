"""Web pages, fetched from public addresses alone and bounded in size and time."""

import http.client
import ipaddress
import socket
import ssl
import time
import urllib.error
import urllib.request

from summittui import __version__
from summittui.model import InputError

LARGEST = 20_000_000
"""Bytes of the largest page that is fetched."""
TIME_OUT = 30.0
"""Seconds that the other side may be silent, and that the whole page may take."""


def is_address(name: str) -> bool:
    """Tell whether `name` is a web address rather than a path."""
    return name.lower().startswith(("http://", "https://"))


def fetch(address: str) -> bytes:
    """Return the bytes of the page at a web address; redirections are followed, ten at most.

    Raises:
        InputError: The address is private or malformed, the page too large, or nobody answers.
    """
    opener = urllib.request.OpenerDirector()
    for handler in (
        _PublicHTTP(),
        _PublicHTTPS(),
        urllib.request.HTTPRedirectHandler(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.UnknownHandler(),
    ):
        opener.add_handler(handler)
    try:
        request = urllib.request.Request(address, headers={"User-Agent": f"summittui/{__version__}"})
        with opener.open(request, timeout=TIME_OUT) as answer:
            content = _bounded(answer)
    except urllib.error.HTTPError as error:
        raise InputError(f"the server answers {error.code} ({error.reason}); save the page and import that") from None
    except (OSError, ValueError, http.client.HTTPException) as error:
        reason = getattr(error, "reason", None) or getattr(error, "strerror", None) or error
        raise InputError(f"it cannot be fetched ({reason}); save the page and import the file") from None
    if len(content) > LARGEST:
        raise InputError(f"the page is larger than {LARGEST:,} bytes; save it and import the file")
    return content


def _bounded(answer: http.client.HTTPResponse) -> bytes:
    """Return what a server sends, up to one byte more than `LARGEST`; one that sends too slowly is given up."""
    content, give_up = bytearray(), time.monotonic() + TIME_OUT
    while len(content) <= LARGEST and (piece := answer.read1(65536)):
        content += piece
        if time.monotonic() > give_up:
            raise OSError(f"the page did not come within {TIME_OUT:g} seconds")
    return bytes(content)


class _PublicConnection(http.client.HTTPConnection):
    """A connection to a public address: the name is resolved once, checked, and that very address is connected to."""

    def connect(self) -> None:
        self.sock = socket.create_connection((_public_address(self.host, self.port), self.port), self.timeout)


class _PublicTLSConnection(http.client.HTTPSConnection):
    """As `_PublicConnection`, with TLS for the name that was asked for."""

    def connect(self) -> None:
        plain = socket.create_connection((_public_address(self.host, self.port), self.port), self.timeout)
        self.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=self.host)


class _PublicHTTP(urllib.request.HTTPHandler):
    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_PublicConnection, req)


class _PublicHTTPS(urllib.request.HTTPSHandler):
    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_PublicTLSConnection, req)


def _public_address(host: str, port: int) -> str:
    """Return an address of `host`; one that is not reachable from everywhere is refused (server-side request forgery).

    Raises:
        ValueError: It is private, loopback, link-local or reserved.
        OSError: The name is not known.
    """
    address = str(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][4][0])
    plain = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(plain, "ipv4_mapped", None)
    if not (mapped or plain).is_global or plain.is_multicast:
        raise ValueError(f"{host} is a private address")
    return address
