"""The wording of passages: in short as rows and cells have room for it, and in full with outlet and date."""

from collections.abc import Iterable

from summittui.library import Library
from summittui.model import Act, Clause, Passage, Quote, Selector, SourceId, Tally
from summittui.present.signs import paragraph_sign
from summittui.present.source import source_label


def passage_label(library: Library, source: str, selector: Selector) -> str:
    """Return source and paragraph of a span in short, such as `stdaily ¶4`."""
    return _in_paragraph(source, library.source(source).paragraph_at(selector.start))


def quote_label(library: Library, quote: Quote) -> str:
    """Return source and paragraph of a quote in short, such as `stdaily ¶4`."""
    return passage_label(library, quote.source, quote.first_span) if quote.first_span else quote.source


def _in_paragraph(source: str, number: int | None) -> str:
    return f"{source} {paragraph_sign(number)}" if number else source


def passage_labels(library: Library, passages: Iterable[Passage], sources: Iterable[str] = ()) -> str:
    """Return passages in short, each label once; without passages the ids of the sources that state it."""
    labels = dict.fromkeys(passage_label(library, each.source, each) for each in passages)
    return ", ".join(labels) or ", ".join(sources)


def tally_labels(library: Library, tally: Tally) -> str:
    """Return the passages of a number in short, or the id of the source that states it."""
    return passage_labels(library, tally_passages(tally), (tally.source,))


def clause_labels(library: Library, clause: Clause) -> str:
    """Return the passages of a clause in short, or the id of the source that states it."""
    return passage_labels(library, clause.evidence, (clause.source,) if clause.source else ())


def tally_passages(tally: Tally) -> tuple[Passage, ...]:
    """Return the spans of a number together with its source."""
    return tuple(Passage.of(tally.source, span) for span in tally.spans)


def stated_by(library: Library, passages: Iterable[Passage], sources: Iterable[SourceId] = ()) -> str:
    """Return source, date and paragraph of each passage; without passages the sources that state it."""
    found = [_described(library, passage) for passage in passages]
    found = found or [source_label(library.source(id_)) for id_ in sources]
    return "; ".join(dict.fromkeys(found)) or "no source recorded"


def act_stated_by(library: Library, act: Act) -> str:
    """Return the passages of an act, or the sources that state it."""
    return stated_by(library, act.evidence, act.sources)


def tally_stated_by(library: Library, tally: Tally) -> str:
    """Return the passages of a number, or the source that states it."""
    return stated_by(library, tally_passages(tally), (tally.source,))


def clause_stated_by(library: Library, clause: Clause) -> str:
    """Return the passages of a clause, or the source of the quote that gives its words."""
    quote = library.find(clause.quote) if clause.quote else None
    quoted = (quote.source,) if isinstance(quote, Quote) else ()
    return stated_by(library, clause.evidence, (clause.source,) if clause.source else quoted)


def quote_stated_by(library: Library, quote: Quote) -> str:
    """Return source, date and, where it is known, paragraph of a quote."""
    span = quote.first_span
    return stated_by(library, (Passage.of(quote.source, span),) if span else (), (quote.source,))


def _described(library: Library, passage: Passage) -> str:
    source = library.source(passage.source)
    number = source.paragraph_at(passage.start)
    return source_label(source) + (f", paragraph {number}" if number else "")
