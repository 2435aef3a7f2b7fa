"""The reader of Markdown: the text as rendered, without its markup."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from summittui.intake.readers.document import Format, ReadDocument, unix_lines
from summittui.intake.readers.encodings import decode
from summittui.intake.readers.metadata import partial_date

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"---\n(.{0,20000}?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_ENTRY = re.compile(r"^([A-Za-z_-]{1,30}):[ \t]+(.{1,500}?)[ \t]*$", re.MULTILINE)
_BREAKS = {"softbreak", "hardbreak"}
_NAMES = {"title": "title", "author": "author", "outlet": "outlet", "publication": "outlet", "site": "outlet"}
_NAMES |= {"lang": "language", "language": "language", "url": "url", "link": "url", "source": "url"}


def read_markdown(content: bytes) -> ReadDocument:
    """Read a Markdown file (CommonMark with tables); a front matter of `key: value` lines gives the metadata.

    Raises:
        InputError: The bytes are no text.
    """
    from markdown_it import MarkdownIt

    decoded, guessed = decode(content)
    text = unix_lines(decoded)
    front = _FRONT_MATTER.match(text)
    stated = dict(_stated(front[1])) if front else {}
    tokens = MarkdownIt("commonmark").enable("table").parse(text[front.end() :] if front else text)
    blocks = [_block_text(token) for token in tokens if token.type in {"inline", "fence", "code_block"}]
    left_out = [line for token in tokens for line in _left_out(token)]
    heading = next((b for t, b in pairwise(tokens) if t.type == "heading_open" and t.tag == "h1"), None)
    stated.setdefault("title", _block_text(heading) if heading else None)
    return ReadDocument(
        format=Format.MARKDOWN,
        guessed_encoding=guessed,
        text=unix_lines("\n\n".join(filter(None, blocks))),
        left_out=(*(["the front matter"] if front else []), *left_out),
        **stated,
    )


def _stated(front_matter: str) -> Iterator[tuple[str, str | None]]:
    """Yield the fields of a document that a front matter states, the first entry of each."""
    seen: set[str] = set()
    for key, value in _ENTRY.findall(front_matter):
        name = _NAMES.get(key.lower(), "published" if key.lower() in {"date", "published"} else None)
        if name and name not in seen:
            seen.add(name)
            plain = value.strip("\"'")
            yield name, partial_date(plain) if name == "published" else plain


def _block_text(token: "Token") -> str:
    """Return the words of a block as they are read, markup and pictures left out."""
    if token.children is None:
        return token.content.rstrip("\n")
    return "".join("\n" if child.type in _BREAKS else _inline_text(child) for child in token.children).strip("\n")


def _inline_text(token: "Token") -> str:
    return token.content if token.type in {"text", "code_inline"} else ""


def _left_out(token: "Token") -> Iterator[str]:
    if token.type == "html_block":
        yield f"HTML: {token.content.strip()}"
    for child in token.children or ():
        if child.type == "image":
            yield f"a picture: {child.content or child.attrGet('src')}"
        elif child.type == "html_inline":
            yield f"HTML: {child.content}"
