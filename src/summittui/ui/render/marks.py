"""Marks in a source: the spans of quotes and claims, each with a sign and a style."""

from typing import NamedTuple

from rich.text import Text

from summittui.library import Library
from summittui.model import Actor, Claim, Quote, QuoteKind, Record, Selector
from summittui.model.display_names import joined
from summittui.present.quote import content
from summittui.present.signs import DOUBTFUL, KINDS, brief, paragraph_sign
from summittui.ui.render.line import line, text_of
from summittui.ui.theme.paint import fit

CLAIM_SIGN, CLAIM_WORD = "¶", "claim"
"""Stands before what a source asserts in its own voice."""
_SHORTEST = 3


class Mark(NamedTuple):
    """One span in the text of a source."""

    selector: Selector
    token: str
    """The style of the words in it."""
    record: str
    """Id of the quote or claim."""
    label: Text
    """The text of the gutter at the mark's beginning; empty where the record goes on."""


_TOKENS = {
    QuoteKind.DIRECT: "words",
    QuoteKind.MIXED: "reported",
    QuoteKind.INDIRECT: "reported",
    QuoteKind.TEXT: "title",
}


def marks_in(library: Library, source: str) -> tuple[Mark, ...]:
    """Return the marks of a source, those that lie over others last: claims, quotes, words in quotation marks."""
    claims = [mark for claim in library.claims_in(source) for mark in _of_claim(claim)]
    quotes = library.quotes_in(source)
    contents = [mark for quote in quotes for mark in _of_quote(library, quote)]
    quoted = [
        Mark(selector, "words", quote.id, Text())
        for quote in quotes
        if quote.kind is not QuoteKind.TEXT
        for selector in quote.quoted
    ]
    return (*claims, *contents, *quoted)


def beginnings(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Return the marks with which a quote or claim begins, in the order of the text; claims behind quotes."""
    return tuple(
        sorted(
            (mark for mark in marks if mark.label),
            key=lambda mark: (mark.selector.start, mark.label.plain in {CLAIM_SIGN, CLAIM_WORD}),
        )
    )


def short_name(library: Library, id_: str | None) -> str:
    """Return the shortest part of an actor's name that it is known by, such as `Vance`."""
    name = library.name(id_) if id_ else "unnamed"
    record = library.find(id_) if id_ else None
    aliases = record.aliases if isinstance(record, Actor) else ()
    parts = [alias for alias in aliases if alias in name and len(alias) >= _SHORTEST]
    return min((name, *parts), key=len)


def _short_speakers(library: Library, quote: Quote) -> str:
    return joined([short_name(library, id_) for id_ in quote.speakers]) or short_name(library, None)


def _of_quote(library: Library, quote: Quote) -> list[Mark]:
    sign = KINDS[quote.kind]
    label = line((f"{sign.brief} ", sign.role), (_short_speakers(library, quote), "heading"))
    spans = quote.spans or quote.quoted
    return [Mark(span, _TOKENS[quote.kind], quote.id, label if at == 0 else Text()) for at, span in enumerate(spans)]


def _of_claim(claim: Claim) -> list[Mark]:
    label = line((brief(CLAIM_SIGN, CLAIM_WORD), "apparatus"))
    return [Mark(span, "apparatus", claim.id, label if at == 0 else Text()) for at, span in enumerate(claim.spans)]


class MarkRows:
    """The quotes and claims of a source in the order of its text, two lines each."""

    height = 2

    def __init__(self, library: Library, marks: tuple[Mark, ...]) -> None:
        self._library = library
        self._records = tuple(dict.fromkeys(mark.record for mark in beginnings(marks)))

    def __len__(self) -> int:
        return len(self._records)

    def key(self, i: int) -> str:
        """Return the id of quote or claim `i`."""
        return self._records[i]

    def lines(self, i: int, width: int) -> tuple[Text, ...]:
        """Return what is said, and by whom where."""
        return mark_lines(self._library, self._library.find(self._records[i]), width)


def said(record: Record | None) -> Text:
    """Return what a quote or a claim says, without its sign."""
    match record:
        case Quote():
            return text_of(content(record))
        case Claim():
            return line((record.gist, "reported"))
        case _:
            return Text()


def mark_lines(library: Library, record: Record | None, width: int) -> tuple[Text, Text]:
    """Return a quote or a claim of one source as two lines of `width` cells: what, then who, in which paragraph."""
    match record:
        case Quote():
            sign = KINDS[record.kind]
            head = line((f"{sign.brief} ", sign.role)) + said(record)
            who, token = _short_speakers(library, record), "heading"
        case Claim():
            head = line((f"{brief(CLAIM_SIGN, CLAIM_WORD)} ", "apparatus")) + said(record)
            who, token = f"{record.kind} · {short_name(library, record.author)}", "apparatus"
        case _:
            return Text(), Text()
    number = library.source(record.source).paragraph_at(record.spans[0].start) if record.spans else None
    where = f"{paragraph_sign(number)} " if number else ""
    doubt = f"{DOUBTFUL} · " if record.doubt else ""
    return fit(head, width), fit(line("  ", (where, "source"), (doubt, "doubt"), (who, token)), width)
