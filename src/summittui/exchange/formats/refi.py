"""REFI-QDA 1.5 (`.qdpx`): actors as cases, issues and sides as codes, quotes as coded selections of attached texts."""

import io
import re
import uuid
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from xml.etree import ElementTree as ET

from msgspec.structs import replace

from summittui import __version__
from summittui.exchange.formats.format import Written, counted_loss, whole
from summittui.exchange.formats.xml_text import xml_text
from summittui.library import Library
from summittui.model import Issue, Quote, StanceValue
from summittui.present.attribution import doubt_words, speaker_of, via_words
from summittui.present.note import memo_words

NAMESPACE = "urn:QDA-XML:project:1.0"
_OWN = uuid.uuid5(uuid.NAMESPACE_URL, "urn:summittui")
_BEYOND = re.compile("[\U00010000-\U0010ffff]")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def guid(*parts: str) -> str:
    """Return the identifier of a thing: the same one in every export (UUID version 5)."""
    return str(uuid.uuid5(_OWN, "/".join(parts)))


def write_qdpx(library: Library, quotes: Sequence[Quote]) -> Written:
    """Write a project; positions count code points from 0, half-open, texts are UTF-8 with LF and without a mark."""
    carried = carried_quotes(library, quotes)
    written = write_archive(library, quotes, carried, _project(library, carried))
    return replace(written, losses=(*written.losses, *_shifted(library, carried)))


def carried_quotes(library: Library, quotes: Sequence[Quote]) -> list[Quote]:
    """Return the quotes that have a place in an attached text."""
    return [quote for quote in quotes if quote.spans and library.has_text(quote.source)]


def write_archive(library: Library, quotes: Sequence[Quote], carried: Sequence[Quote], project: bytes) -> Written:
    """Pack a project with the texts of the quotes that it carries; the loss is the number of the others."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        _put(packed, "project.qde", project)
        for source in dict.fromkeys(quote.source for quote in carried):
            _put(packed, f"sources/{guid('text', source)}.txt", (library.text(source) or "").encode("utf-8"))
    left = counted_loss(
        len(quotes) - len(carried),
        "quote is left out: its source has no text attached, or it has no place",
        "quotes are left out: their sources have no text attached, or they have no place",
    )
    return whole(archive.getvalue(), left)


def _shifted(library: Library, quotes: Sequence[Quote]) -> tuple[str, ...]:
    """Return how many selections a program that counts UTF-16 units, as many do, takes for others."""
    first = {source: _BEYOND.search(library.text(source) or "") for source in {quote.source for quote in quotes}}
    ends = ((quote.spans[-1].end, found.start()) for quote in quotes if (found := first[quote.source]))
    behind = "behind a character that UTF-16 counts twice, such as an emoji: a program that counts so shifts"
    number = sum(end > at for end, at in ends)
    return counted_loss(number, f"quote stands {behind} it", f"quotes stand {behind} them")


def _put(packed: zipfile.ZipFile, name: str, content: bytes) -> None:
    """Add a file with the same date in every export."""
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    packed.writestr(info, content)


def coded_project(library: Library, quotes: Sequence[Quote], coder: str) -> ET.Element:
    """Return a project with its one user, and the issues of some quotes as its codebook."""
    project = ET.Element(
        "Project",
        {"xmlns": NAMESPACE, "name": "summittui", "origin": f"summittui {__version__}", "creatingUserGUID": coder},
    )
    ET.SubElement(ET.SubElement(project, "Users"), "User", guid=coder, name="summittui")
    issues = dict.fromkeys(stance.issue for quote in quotes for stance in quote.stances)
    if issues:
        codes = ET.SubElement(ET.SubElement(project, "CodeBook"), "Codes")
        for id_ in issues:
            add_issue(codes, library.get_as(Issue, id_))
    return project


def _project(library: Library, quotes: Sequence[Quote]) -> bytes:
    coder = guid("user")
    project = coded_project(library, quotes, coder)
    by_speaker = grouped_quotes(quotes, lambda quote: quote.speakers)
    if by_speaker:
        _cases(ET.SubElement(project, "Cases"), library, by_speaker)
    by_source = grouped_quotes(quotes, lambda quote: (quote.source,))
    if by_source:
        sources = ET.SubElement(project, "Sources")
        for source, own in by_source.items():
            _source(sources, library, source, own, coder)
    written: bytes = ET.tostring(project, encoding="utf-8", xml_declaration=True)
    return written


def add_issue(codes: ET.Element, issue: Issue) -> None:
    """Add an issue as a code, and each side of it as a code below."""
    code = ET.SubElement(codes, "Code", guid=guid("issue", issue.id), name=xml_text(issue.label), isCodable="true")
    ET.SubElement(code, "Description").text = xml_text(issue.question)
    for side in StanceValue:
        ET.SubElement(
            code, "Code", guid=guid("side", issue.id, side), name=f"{xml_text(issue.label)}: {side}", isCodable="true"
        )


def grouped_quotes(quotes: Sequence[Quote], keys: Callable[[Quote], Sequence[str]]) -> dict[str, list[Quote]]:
    """Return quotes by their keys, those without one left out."""
    groups: dict[str, list[Quote]] = {}
    for quote in quotes:
        for key in keys(quote):
            groups.setdefault(key, []).append(quote)
    return groups


def _cases(cases: ET.Element, library: Library, by_speaker: Mapping[str, Sequence[Quote]]) -> None:
    for speaker, own in by_speaker.items():
        case = ET.SubElement(cases, "Case", guid=guid("case", speaker), name=xml_text(library.name(speaker)))
        for selection in (guid("selection", quote.id, str(at)) for quote in own for at in range(len(quote.spans))):
            ET.SubElement(case, "SelectionRef", targetGUID=selection)


def _source(sources: ET.Element, library: Library, id_: str, quotes: Sequence[Quote], coder: str) -> None:
    source, file = library.source(id_), guid("text", id_)
    name = ", ".join(filter(None, (source.outlet, source.title, source.published)))
    element = ET.SubElement(
        sources,
        "TextSource",
        guid=guid("source", id_),
        name=xml_text(name),
        plainTextPath=f"internal://{file}.txt",
        creatingUser=coder,
    )
    ET.SubElement(element, "Description").text = xml_text(source.url or source.id)
    for quote in quotes:
        for at, span in enumerate(quote.spans):
            selection = ET.SubElement(
                element,
                "PlainTextSelection",
                guid=guid("selection", quote.id, str(at)),
                name=xml_text(f"{speaker_of(library, quote)}: {quote.exact or quote.gist or ''}"[:200]),
                startPosition=str(span.start),
                endPosition=str(span.end),
                creatingUser=coder,
            )
            ET.SubElement(selection, "Description").text = xml_text("\n".join(about_quote(library, quote)))
            for stance in quote.stances:
                coding = guid("coding", quote.id, str(at), stance.issue, stance.holder or "")
                code = ET.SubElement(selection, "Coding", guid=coding, creatingUser=coder)
                ET.SubElement(code, "CodeRef", targetGUID=guid("side", stance.issue, stance.stance))


def about_quote(library: Library, quote: Quote) -> Iterator[str]:
    """Yield what a coder must know of a quote beside its words."""
    yield f"{quote.kind} quote {quote.id}"
    if quote.exact:
        yield f"words: {quote.exact}"
    if quote.gist:
        yield f"in our words: {quote.gist}"
    if quote.passed_on_by:
        yield via_words(library.name(quote.passed_on_by), "")
    if quote.doubt:
        yield doubt_words(quote.doubt, "")
    if memo := memo_words(library, quote):
        yield memo
