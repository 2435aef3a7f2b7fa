"""The files that the page is made of: a fixed table, read once, so that no path of a request reaches the disk."""

import gzip
import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

from summittui.serve.cell_widths import cell_widths

_FOLDER = Path(__file__).parent / "static"
_TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".mjs": "text/javascript",
    ".json": "application/json",
}
PAGE, REFUSED = "page.html", "refused.html"
_NAMES = (
    *(PAGE, REFUSED, "page.css", "login.mjs", "terminal.mjs", "cell_widths.mjs"),
    *("xterm/xterm.mjs", "xterm/xterm.css", "xterm/addon-fit.mjs"),
)
BEFORE_LOGIN = frozenset({"page.css", "login.mjs"})
"""The files of the page of a visitor who is not let in yet."""


class File(Struct, frozen=True):
    """A file as it is sent."""

    body: bytes
    packed: bytes
    """The body, compressed by gzip."""
    content_type: str
    tag: str
    """The ETag of the body."""


@cache
def files() -> Mapping[str, File]:
    """Return every file by its name."""
    bodies = {name: (_FOLDER / name).read_bytes() for name in _NAMES}
    bodies["cell_widths.json"] = msgspec.json.encode(cell_widths())
    return {name: _file(name, body) for name, body in bodies.items()}


def _file(name: str, body: bytes) -> File:
    tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
    return File(body, gzip.compress(body, 6, mtime=0), _TYPES[Path(name).suffix], tag)
