"""Access to a server: by the token, by a name of the machine, from a page of the server.

A page of any site can make a browser send requests to this machine: `Host` is checked against DNS rebinding, `Origin`
against requests of other sites, and the cookie is one that other sites' requests do not carry (`SameSite=Strict`).
"""

import hashlib
import hmac
import ipaddress
import re
import secrets
from collections.abc import Iterable
from urllib.parse import urlsplit

from summittui.model import InputError
from summittui.model.text import safe

TOKEN_BYTES = 32
SHORTEST_TOKEN = 32
"""The number of characters that a token of one's own has at least."""
_NAME = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*|[0-9a-f:.]*:[0-9a-f:.]*")
"""The name of a host in small letters, or its address; browsers send a name of other letters in this form, too."""
_DEFAULT_PORTS = {"http": 80, "https": 443}


def new_token() -> str:
    """Return a random token that can stand in an address."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def is_loopback(host: str) -> bool:
    """Return whether only this machine reaches a host."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def is_every_address(host: str) -> bool:
    """Return whether a host stands for all addresses of the machine, and so for none that a browser could name."""
    try:
        return ipaddress.ip_address(host).is_unspecified
    except ValueError:
        return False


def read_origin(text: str) -> str:
    """Return the origin that a text names, as browsers send it: scheme, name, and a port that is not the default.

    Raises:
        InputError: It names none.
    """
    try:
        parts = urlsplit(text.strip().lower())
        port, name = parts.port, parts.hostname or ""
    except ValueError:
        port, name, parts = None, "", urlsplit("")
    has_more = parts.path.strip("/") or parts.query or parts.fragment or "@" in parts.netloc
    if parts.scheme not in _DEFAULT_PORTS or has_more or not _NAME.fullmatch(name):
        raise InputError(f"{safe(text)!r} is no origin; give it as https://summit.example.org")
    return f"{parts.scheme}://{authority(name, port, parts.scheme)}"


def authority(host: str, port: int | None, scheme: str = "http") -> str:
    """Return a host and a port as browsers write an address."""
    name = f"[{host}]" if ":" in host else host
    return name if port in (None, _DEFAULT_PORTS[scheme]) else f"{name}:{port}"


class Access:
    """The rules by which a server lets a visitor in."""

    def __init__(self, token: str, host: str, port: int, origins: Iterable[str] = ()) -> None:
        """Make the rules of a server.

        Args:
            token: Whoever has it is let in.
            host: The address at which the server listens.
            port: Its port.
            origins: The addresses of reverse proxies before it, as `read_origin` returns them.
        """
        own = ("127.0.0.1", "localhost", "::1") if is_loopback(host) else ()
        named = () if is_every_address(host) else (host.lower(),)
        hosts = {authority(each, port) for each in (*own, *named)}
        self.origins = frozenset({f"http://{each}" for each in hosts} | set(origins))
        """The origins whose pages may speak to the server."""
        self._hosts = frozenset(hosts | {urlsplit(each).netloc for each in self.origins})
        self._token = token
        self.cookie = hmac.new(token.encode(), b"summittui cookie", hashlib.sha256).hexdigest()
        """The value of the cookie that stands for the token, and does not give it away."""
        self.cookie_name = f"summittui-{port}"
        """The name of the cookie: the port, for a browser gives cookies of a host to all of its ports."""

    def knows_host(self, host: str) -> bool:
        """Return whether a request's `Host` is a name of this server."""
        return host.lower() in self._hosts

    def knows_origin(self, origin: str) -> bool:
        """Return whether a request's `Origin` is a page of this server."""
        return origin.lower() in self.origins

    def is_token(self, text: str) -> bool:
        """Return whether a text is the token; takes as long for a wrong one."""
        return hmac.compare_digest(text.encode("utf-8", "surrogatepass"), self._token.encode())

    def is_cookie(self, text: str) -> bool:
        """Return whether a text is the cookie's value; takes as long for a wrong one."""
        return hmac.compare_digest(text.encode("utf-8", "surrogatepass"), self.cookie.encode())
