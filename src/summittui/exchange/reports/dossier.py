"""The dossier of quotes: by speaker, the words with attribution, stances, doubt, proof and memo, then the sources."""

from collections.abc import Iterator, Mapping, Sequence

from summittui.exchange.citing.citation import Citation
from summittui.exchange.citing.contents import cite
from summittui.exchange.citing.styles import where
from summittui.exchange.citing.words import joined, marked, rest
from summittui.exchange.reports.report import Block, Heading, Paragraph, Quotation, Report, Text, text
from summittui.exchange.reports.sources import source_blocks
from summittui.library import Library
from summittui.model import Quote, QuoteKind
from summittui.model.text import counted
from summittui.present.attribution import speaker_of
from summittui.present.line import Token
from summittui.present.note import memo_words
from summittui.present.scope import scope_sentence


def dossier(library: Library, quotes: Sequence[Quote]) -> Report:
    """Return the dossier of quotes, the speakers in the order of their first quotes."""
    sources = dict.fromkeys(quote.source for quote in quotes)
    by_speaker: dict[str, list[Quote]] = {}
    for quote in quotes:
        by_speaker.setdefault(speaker_of(library, quote), []).append(quote)
    blocks = (
        Paragraph(
            text(", ".join((_counted(quotes), counted(len(by_speaker), "speaker"), counted(len(sources), "source"))))
        ),
        *((Paragraph(text(scope_sentence(library))),) if library.scope else ()),
        *_by_speaker(library, by_speaker),
        *source_blocks(library, sources),
    )
    return Report(title="Who said what", blocks=blocks)


def _counted(quotes: Sequence[Quote]) -> str:
    """Return how many quotes there are, and how many utterances where several report the same."""
    utterances = len({quote.utterance or f"/{quote.id}" for quote in quotes})
    return f"n {len(quotes):,}" + (f" ({counted(utterances, 'utterance')})" if utterances < len(quotes) else "")


def _by_speaker(library: Library, by_speaker: Mapping[str, Sequence[Quote]]) -> Iterator[Block]:
    for speaker, quotes in by_speaker.items():
        yield Heading(2, text(f"{speaker} (n {len(quotes):,})"))
        yield from (_quotation(library, quote) for quote in quotes)


def _quotation(library: Library, quote: Quote) -> Quotation:
    one = cite(library, quote)
    who = f"{one.who} ({one.manner})" + (f", {one.said}" if one.said else "")
    return Quotation(
        _words(one, "reported" if quote.kind is QuoteKind.INDIRECT else "words"),
        text(joined(who, where(one), *rest(one), memo_words(library, quote), f"Id: {quote.id}")),
    )


def _words(one: Citation, role: str) -> Text:
    return text(*(Token(marked(piece.text, is_exact=piece.is_exact), role) for piece in one.pieces))
