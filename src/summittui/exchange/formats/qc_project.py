"""Projects for qualitative-coding (qc), which codes whole lines and takes REFI-QDA: a selection for each coded line."""

from collections.abc import Iterable, Sequence
from itertools import accumulate, chain
from xml.etree import ElementTree as ET

from summittui.exchange.formats.format import Written
from summittui.exchange.formats.refi import (
    about_quote,
    carried_quotes,
    coded_project,
    grouped_quotes,
    guid,
    write_archive,
)
from summittui.exchange.formats.xml_text import xml_text
from summittui.library import Library
from summittui.model import Quote


def write_qc_project(library: Library, quotes: Sequence[Quote]) -> Written:
    """Write a project whose selections are lines, named by their numbers from 0, by which qc finds them.

    A source is named by its id, for qc makes a file of that name.
    """
    carried = carried_quotes(library, quotes)
    coder = guid("user")
    project = coded_project(library, carried, coder)
    by_source = grouped_quotes(carried, lambda quote: (quote.source,))
    sources = ET.SubElement(project, "Sources") if by_source else project
    for id_, own in by_source.items():
        path = f"internal://{guid('text', id_)}.txt"
        source = ET.SubElement(sources, "TextSource", guid=guid("source", id_), name=f"{id_}.txt", plainTextPath=path)
        _add_lines(source, library, id_, own, coder)
    return write_archive(library, quotes, carried, ET.tostring(project, encoding="utf-8", xml_declaration=True))


def _add_lines(source: ET.Element, library: Library, id_: str, quotes: Iterable[Quote], coder: str) -> None:
    text = library.text(id_) or ""
    starts = list(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))
    for number, on_line in sorted(_by_line(text, quotes).items()):
        selection = ET.SubElement(
            source,
            "PlainTextSelection",
            guid=guid("line", id_, str(number)),
            name=f"line:{number}",
            startPosition=str(starts[number]),
            endPosition=str(min(starts[number + 1], len(text))),
            creatingUser=coder,
        )
        about = (words for quote in on_line for words in about_quote(library, quote))
        ET.SubElement(selection, "Description").text = xml_text("\n".join(about))
        for code in dict.fromkeys(guid("side", each.issue, each.stance) for quote in on_line for each in quote.stances):
            coding = guid("coded line", id_, str(number), code)
            element = ET.SubElement(selection, "Coding", guid=coding, creatingUser=coder)
            ET.SubElement(element, "CodeRef", targetGUID=code)


def _by_line(text: str, quotes: Iterable[Quote]) -> dict[int, list[Quote]]:
    """Return the quotes that touch each line, lines counted from 0."""
    found: dict[int, list[Quote]] = {}
    for quote in quotes:
        touched = (
            range(text.count("\n", 0, span.start), text.count("\n", 0, span.end - 1) + 1) for span in quote.spans
        )
        for number in dict.fromkeys(chain.from_iterable(touched)):
            found.setdefault(number, []).append(quote)
    return found
