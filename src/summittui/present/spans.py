"""The spans of a record with their proof, recomputed from the attached texts."""

from collections.abc import Iterable, Iterator

from summittui.library import Library
from summittui.library.answers.proof import prove
from summittui.model import Act, Clause, Passage, Quote, Record, SourceId, Tally
from summittui.model.passages import marked_spans


def proof_lines(library: Library, record: Record) -> Iterator[str]:
    """Yield a line for each span of a record: field, source, offsets, proof and any difference."""
    for marked in marked_spans(record):
        proof = prove(marked.selector, library.texts.get(marked.source))
        difference = f": {proof.difference}" if proof.difference else ""
        place = f"{marked.source} {marked.selector.start}–{marked.selector.end}"
        yield f"proof: {marked.field}, {place}: {proof.state}{difference}"


def places(library: Library, passages: Iterable[Passage], sources: Iterable[SourceId] = ()) -> str:
    """Return where passages stand: source, date and paragraph of each; without any the sources that state it."""
    found = [_place(library, passage) for passage in passages] or [_outlet(library, id_) for id_ in sources]
    return "; ".join(dict.fromkeys(found)) or "no source recorded"


def act_places(library: Library, act: Act) -> str:
    """Return where an act is stated: its passages, or the source that states it."""
    return places(library, act.evidence, act.sources)


def tally_places(library: Library, tally: Tally) -> str:
    """Return where a number is stated: its passages, or the source that states it."""
    return places(library, (Passage.of(tally.source, span) for span in tally.spans), (tally.source,))


def clause_places(library: Library, clause: Clause) -> str:
    """Return where a clause is told: its passages, or the source of the quote that gives its words."""
    quote = library.find(clause.quote) if clause.quote else None
    return places(library, clause.evidence, (quote.source,) if isinstance(quote, Quote) else ())


def quote_place(library: Library, quote: Quote) -> str:
    """Return where a quote stands: source, date and, where it is known, paragraph."""
    span = quote.first_span
    return _place(library, Passage.of(quote.source, span)) if span else _outlet(library, quote.source)


def context_lines(library: Library, source_id: SourceId, start: int) -> Iterator[str]:
    """Yield the paragraph around an offset: its words where the text is attached, else its gist in our words."""
    source = library.source(source_id)
    number = source.paragraph_at(start)
    if number is None:
        return
    paragraph = source.outline[number - 1]
    text = library.texts.get(source_id)
    if text is None:
        yield f"context: paragraph {number}, in our words: {paragraph.gist}"
    else:
        yield f"context: paragraph {number}, as attached: {text[paragraph.start : paragraph.end]}"


def _place(library: Library, passage: Passage) -> str:
    number = library.source(passage.source).paragraph_at(passage.start)
    return _outlet(library, passage.source) + (f", paragraph {number}" if number else "")


def _outlet(library: Library, id_: SourceId) -> str:
    source = library.source(id_)
    return f"{source.outlet} ({source.id}), published {source.published or 'at no known date'}"
