"""Attribution: who said it, via whom, in which source, when and with what doubt; in words for every front end."""

from summittui.library import Library
from summittui.library.dating import date_of_quote
from summittui.library.evidence import Evidence, EvidenceKind
from summittui.model import Actor, Quote, QuoteKind
from summittui.model.display_names import joined
from summittui.model.quotation import in_marks
from summittui.model.quote import report_of
from summittui.model.text import safe
from summittui.present.proof import content_of, offsets
from summittui.present.signs import DOUBTFUL
from summittui.present.source import published_words

_MANNER = {
    QuoteKind.DIRECT: "direct words",
    QuoteKind.MIXED: "fragment in a reported clause",
    QuoteKind.INDIRECT: "reported, wording not the speaker's",
    QuoteKind.TEXT: "words of the document",
}


def manner(kind: QuoteKind) -> str:
    """Return in words whose wording a quote of this kind has."""
    return _MANNER[kind]


def speaker_of(library: Library, quote: Quote) -> str:
    """Return the name of who speaks, of all who speak together."""
    return joined([library.name(id_) for id_ in quote.speakers]) or "unnamed others"


def said_by(library: Library, piece: Evidence) -> str:
    """Return the names of all who say a piece of evidence together, else of its teller or its holder."""
    record = library.find(piece.record)
    if isinstance(record, Quote) and record.joint_speakers:
        return speaker_of(library, record)
    if piece.kind is EvidenceKind.SAID_ABOUT:
        return library.name(piece.teller) or "others"
    return library.name(piece.holder)


def passed_on_by(library: Library, quote: Quote) -> str:
    """Return the name of the outlet or person that the source has a quote from; empty where that is the speaker.

    Of a quote inside another one, where nobody else is named, that is who says the other one.
    """
    if quote.passed_on_by:
        return library.name(quote.passed_on_by)
    outer = library.find(quote.nested_in) if quote.nested_in and not quote.via else None
    return speaker_of(library, outer) if isinstance(outer, Quote) else ""


def via_name(library: Library, quote: Quote) -> str:
    """Return the name of who passed a quote on to its source, the speaker included; empty where nobody is stated."""
    return library.name(quote.via) or passed_on_by(library, quote)


def evidence_via(library: Library, piece: Evidence) -> str:
    """Return the name of who passed a piece of evidence on to its source; empty where that is nobody else."""
    record = library.find(piece.record)
    return passed_on_by(library, record) if isinstance(record, Quote) else library.name(piece.via)


def evidence_date(library: Library, piece: Evidence) -> str:
    """Return when the words of a piece were said, or by when at the latest; else when its sources were published."""
    if piece.dating.date and piece.kind is not EvidenceKind.DEEDS:
        return piece.dating.words
    published = dict.fromkeys(library.source(id_).published for id_ in piece.sources)
    return ", ".join(f"pub. {each}" if each else "no date" for each in published) or "no date"


def via_words(via: str, before: str = ", ") -> str:
    """Return "via" with a name, behind `before`; empty without a name."""
    return f"{before}via {via}" if via else ""


def doubt_words(doubt: str | None, before: str = " — ") -> str:
    """Return a doubt in words, behind `before`; empty without one."""
    return f"{before}{DOUBTFUL}: {doubt}" if doubt else ""


def said_and_published(library: Library, quote: Quote) -> str:
    """Return when a quote was said, where that is stated, and when its source was published."""
    date = date_of_quote(quote).words
    said = f"said {date}, " if date else ""
    return said + published_words(library.source(quote.source))


def date_words(library: Library, quote: Quote) -> str:
    """Return when a quote was said, or by when at the latest; else when its source was published."""
    published = library.source(quote.source).published
    return date_of_quote(quote).words or (f"pub. {published}" if published else "no date")


def speaker_name(library: Library, quote: Quote) -> str:
    """Return who speaks, with the role as the source words it, here or elsewhere."""
    role = (quote.role or _role_in(library, quote)) if quote.speaker else None
    if not role:
        return speaker_of(library, quote)
    first, *others = (library.name(id_) for id_ in quote.speakers)
    return joined([f"{first}, {role}", *others])


def _role_in(library: Library, quote: Quote) -> str | None:
    speaker = library.find(quote.speaker or "")
    roles = speaker.roles if isinstance(speaker, Actor) else ()
    return next((role.title for role in roles if role.at.source == quote.source), None)


def wording(quote: Quote) -> str:
    """Return the content: quoted words in quotation marks, with the report around them; else the gist as reported."""
    if quote.exact is None:
        return f"reported: {quote.gist}"
    return f"{in_marks(quote.exact)}{report_of(quote)}"


def paragraph_of(library: Library, quote: Quote) -> int | None:
    """Return the number of the paragraph in which a quote begins, where it is known."""
    span = quote.first_span
    return library.source(quote.source).paragraph_at(span.start) if span else None


def where(library: Library, quote: Quote) -> str:
    """Return source, the date of its publication, paragraph, offsets and the outlet it has the quote from."""
    source = library.source(quote.source)
    number = paragraph_of(library, quote)
    span = offsets(content_of(quote))
    parts = [source.outlet, source.published or "no date", f"paragraph {number}" if number else "", span]
    return ", ".join(part for part in parts if part) + via_words(passed_on_by(library, quote))


def citation(library: Library, quote: Quote) -> str:
    """Return one line: the words, the speaker with role, the manner, when said, the source, via whom, and any doubt."""
    source = library.source(quote.source)
    said = f", said {date}" if (date := date_of_quote(quote).words) else ""
    who = f"{speaker_name(library, quote)} ({manner(quote.kind)}){said}"
    line = f"{wording(quote)} — {who}. {where(library, quote)}."
    title = f" “{source.title}”." if source.title else ""
    address = f" {source.url}" if source.url else ""
    doubt = f" Doubtful: {quote.doubt.rstrip('.')}." if quote.doubt else ""
    return safe(line + title + address + doubt)
