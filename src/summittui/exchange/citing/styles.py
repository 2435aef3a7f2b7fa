"""The styles of a citation: one line, Markdown, a reference by author and date, CSL-JSON.

All but CSL-JSON are made harmless: what could drive a terminal or reorder a line is left out, and the words of one
record stay on one line. Words stand in quotation marks only where they are the very words.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from urllib.parse import urlsplit

from summittui.exchange.as_markdown import escaped
from summittui.exchange.citing.citation import Citation, Locator
from summittui.exchange.citing.contents import Citable, cite
from summittui.exchange.citing.csl import csl_json, named_author
from summittui.exchange.citing.words import head, joined, marked, rest, via, without_locators
from summittui.library import Library
from summittui.model import Source
from summittui.model.text import safe
from summittui.present.source import source_label

UNDATED = "no date"
NO_SOURCE = "No source is recorded"
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class Style(StrEnum):
    """A form in which a citation is written."""

    PLAIN = "plain"
    MARKDOWN = "markdown"
    REFERENCE = "reference"
    CSL = "csl"


STYLES: Mapping[Style, str] = {
    Style.PLAIN: "Plain text, one line for each",
    Style.MARKDOWN: "Markdown, the words as a block quotation",
    Style.REFERENCE: "A reference by author and date",
    Style.CSL: "CSL-JSON, for Zotero, pandoc and other programs",
}
"""The description of each style, for a reader."""


def citations(library: Library, things: Iterable[Citable], style: Style) -> str:
    """Return full citations in one style, without a line break at the end."""
    found = [cite(library, thing) for thing in things]
    match style:
        case Style.CSL:
            return csl_json(library, found).rstrip("\n")
        case Style.MARKDOWN:
            return "\n\n".join(map(markdown, found))
        case Style.REFERENCE:
            return "\n".join(reference(library, each) for each in found)
    return "\n".join(map(full, found))


def short(citation: Citation) -> str:
    """Return the words and, on the same line, who, whose wording, where, via whom, when, doubt and proof."""
    return safe(joined(head(citation), where(citation), *rest(citation)))


def full(citation: Citation) -> str:
    """Return what `short` says, with title, language and address of each source."""
    locators = "; ".join(_described(locator.source, _locator(locator)) for locator in citation.locators) or NO_SOURCE
    document = [_address(citation.document.url)] if citation.document else []
    return safe(joined(head(citation), *document, locators + via(citation), *rest(citation)))


def markdown(citation: Citation) -> str:
    """Return the words as a block quotation, under them who and where; markup in a text is escaped."""
    words = "".join(marked(_shown(piece.text), is_exact=piece.is_exact) for piece in citation.pieces)
    who = f"**{_shown(citation.who)}** " if citation.who else ""
    said = f", {_shown(citation.said)}" if citation.said else ""
    locators = "; ".join(map(_markdown_locator, citation.locators)) or NO_SOURCE
    document = [_link(citation.document.url)] if citation.document else []
    line = joined(
        f"— {who}({_shown(citation.manner)}){said}",
        *document,
        locators + _shown(via(citation)),
        *map(_shown, rest(citation)),
    )
    return f"> {words}\n>\n> {line}" if words else f"> {line}"


def reference(library: Library, citation: Citation) -> str:
    """Return the reference of a citation: the sources by author or outlet, date as it is known, title, address."""
    entries = [_entry(library, locator) for locator in citation.locators]
    if citation.document:
        dated = f"{citation.document.title} ({long_date(citation.document.date)})"
        entries.insert(0, joined(dated, _address(citation.document.url)))
    return safe(" ".join((" ".join(entries) or f"{NO_SOURCE}.", without_locators(citation))))


def where(citation: Citation) -> str:
    """Return outlet, date and paragraph of each source, and whom it has the words from."""
    return ("; ".join(map(_locator, citation.locators)) or NO_SOURCE) + via(citation)


def long_date(date: str | None) -> str:
    """Return a partial date as a reference has it, such as `2025, March 1`, as precisely as it is known."""
    if not date:
        return UNDATED
    year, *rest = date.split("-")
    month = [_MONTHS[int(rest[0]) - 1]] if rest else []
    return ", ".join((year, " ".join((*month, *(str(int(day)) for day in rest[1:]))))) if rest else year


def _locator(locator: Locator) -> str:
    source = locator.source
    number = f", ¶{locator.paragraph}" if locator.paragraph else ""
    span = f", {locator.offsets}" if locator.offsets else ""
    return f"{source_label(source)}{number}{span}"


def _described(source: Source, locator: str) -> str:
    """Return a locator in words with title, language and address of its source."""
    language = f"language {source.language}" if source.language else ""
    return ", ".join(filter(None, (locator, source.title or "untitled", language, _address(source.url))))


def _address(url: str | None) -> str:
    return f"<{url}>" if url else ""


def _markdown_locator(locator: Locator) -> str:
    source = locator.source
    title = f"*{_shown(source.title)}*" if source.title else "untitled"
    language = f"language {_shown(source.language)}" if source.language else ""
    return ", ".join(filter(None, (_shown(_locator(locator)), title, language, _link(source.url))))


def _link(url: str | None) -> str:
    """Return an address as a link where it is one of the web, else as text."""
    address = safe(url or "").replace(" ", "%20")
    if is_web_address(address) and not set("<>") & set(address):
        return f"<{address}>"
    return escaped(address)


def is_web_address(address: str) -> bool:
    """Tell whether an address is one of the web: http or https, with a host."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def _shown(text: str) -> str:
    """Return a text on one line as Markdown; a space before or behind it stays."""
    body = escaped(safe(text))
    return f"{' ' * text.startswith(' ')}{body}{' ' * text.endswith(' ')}" if body else ""


def _entry(library: Library, locator: Locator) -> str:
    """Return a source as a list of references has it."""
    source = locator.source
    author = named_author(library, source)
    begin = f"{author or source.outlet} ({long_date(source.published)})"
    outlet = source.outlet if author else ""
    language = f"Language: {source.language}" if source.language else ""
    paragraph = f"¶{locator.paragraph}" if locator.paragraph else ""
    where = ", ".join(filter(None, (paragraph, locator.offsets)))
    return joined(begin, source.title or "[Untitled]", outlet, language, _address(source.url), where)
