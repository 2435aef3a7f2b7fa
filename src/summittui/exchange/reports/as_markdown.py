"""Reports in Markdown (GitHub's flavour, with footnotes); what is markup in a text is escaped."""

import re
from collections.abc import Iterator

from summittui.exchange.as_markdown import escaped
from summittui.exchange.citing.styles import is_web_address
from summittui.exchange.reports.report import (
    Block,
    Bullets,
    Cell,
    Grid,
    Heading,
    Inline,
    Link,
    NoteRef,
    Quotation,
    Report,
    Text,
)

_MARKERS = {"heading": "**", "reported": "*", "title": "*"}
"""The markers around a token, by its role."""
_BLOCK_MARK = re.compile(r"(\d{1,9})?([-+=.)])")
"""The beginning of a line that Markdown takes for a list, a rule or a heading."""


def report_to_markdown(report: Report) -> str:
    """Return a report as Markdown; its notes are footnotes at the end."""
    blocks = [f"# {escaped(report.title)}", *map(_block, report.blocks), *_notes(report)]
    return "\n\n".join(blocks) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading(level, text):
            return f"{'#' * level} {_text(text)}"
        case Bullets(items):
            return "\n".join(f"- {_begun(_text(item))}" for item in items)
        case Quotation(words, attribution):
            return f"> {_begun(_text(words))}\n>\n> — {_text(attribution)}"
        case Grid():
            return "\n".join(_grid(block))
    return _begun(_text(block.text))


def _grid(grid: Grid) -> Iterator[str]:
    yield f"*{escaped(grid.caption)}*"
    yield ""
    yield _row(tuple((heading,) for heading in grid.headings))
    yield f"|{' --- |' * len(grid.headings)}"
    yield from map(_row, grid.rows)


def _row(cells: tuple[Cell, ...]) -> str:
    return f"| {' | '.join('<br>'.join(map(_text, cell)) for cell in cells)} |"


def _text(text: Text) -> str:
    return "".join(map(_inline, text))


def _inline(part: Inline) -> str:
    match part:
        case NoteRef(number):
            return f"[^{number}]"
        case Link(address):
            shown = escaped(address)
            return f"<{address}>" if is_web_address(address) and shown.isprintable() and _is_bare(address) else shown
    return _marked(escaped(part.text), _MARKERS.get(part.role, ""))


def _is_bare(address: str) -> bool:
    """Tell whether an address can stand between angle brackets as it is."""
    return address.isascii() and not set("<>\\|") & set(address) and address == "".join(address.split())


def _marked(text: str, marker: str) -> str:
    """Return a text between markers; blanks at its ends stay outside of them."""
    body = text.strip()
    if not marker or not body:
        return text
    return text.replace(body, f"{marker}{body}{marker}", 1)


def _begun(text: str) -> str:
    """Return the text of a block so that its first characters are text."""
    if text.startswith(" "):
        return f"&#32;{text[1:]}"
    found = _BLOCK_MARK.match(text)
    return f"{text[: found.start(2)]}\\{text[found.start(2) :]}" if found else text


def _notes(report: Report) -> Iterator[str]:
    for number, note in enumerate(report.notes, 1):
        yield f"[^{number}]: {_begun(_text(note))}"
