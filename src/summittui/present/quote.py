"""The wording of a quote: its words and kind, its attribution, and all of it in paragraphs and in labelled lines."""

from collections.abc import Iterator

from summittui.library import Library
from summittui.library.answers.proof import prove_quote
from summittui.library.dating import date_of_quote
from summittui.model import Certainty, Quote, QuoteKind
from summittui.model.quotation import in_marks
from summittui.model.quote import report_of
from summittui.present.attribution import (
    date_words,
    doubt_words,
    manner,
    paragraph_of,
    passed_on_by,
    said_and_published,
    speaker_name,
    speaker_of,
    via_words,
    wording,
)
from summittui.present.context import context, context_line
from summittui.present.line import Line, labelled
from summittui.present.passages import quote_label, quote_stated_by
from summittui.present.proof import proof_lines, proof_paragraph, quote_proof_words
from summittui.present.signs import DOUBTFUL, KINDS
from summittui.present.source import UNDATED, digest_words, source_label
from summittui.present.stance import stance_lines, stance_paragraph


def content(quote: Quote) -> Line:
    """Return what was said: the words in marks, reported content in another role and without marks.

    Words that stand in a report keep it beside them.
    """
    if quote.exact is None:
        return Line((quote.gist or "", "reported"))
    return Line((in_marks(quote.exact), "words"), (report_of(quote), "reported"))


def kind_words(quote: Quote) -> Line:
    """Return the kind of a quote: its sign, its name and whose wording it is."""
    sign = KINDS[quote.kind]
    return Line((sign.full, sign.role), (f" · {manner(quote.kind)}", "apparatus"))


def kind_sign(quote: Quote) -> Line:
    """Return the sign of a quote's kind with a space behind it."""
    sign = KINDS[quote.kind]
    return Line((f"{sign.brief} ", sign.role))


def speaker_line(library: Library, quote: Quote) -> Line:
    """Return the speaker of a quote, whose view the words are taken for where that is another's, and via whom."""
    return Line(
        (speaker_of(library, quote), "heading"),
        (f" on {library.name(quote.view_of)}" if quote.view_of else "", "doubt"),
        (via_words(passed_on_by(library, quote), " · "), "apparatus"),
    )


def source_and_date(library: Library, quote: Quote) -> Line:
    """Return the source with its paragraph, the date, and the word for a doubt."""
    return Line((quote_label(library, quote), "source"), (" · ", "apparatus"), date_and_doubt(library, quote))


def date_and_doubt(library: Library, quote: Quote) -> Line:
    """Return the date of a quote, and the word for a doubt."""
    return Line((date_words(library, quote), "apparatus"), (f" · {DOUBTFUL}" if quote.doubt else "", "doubt"))


def attribution_chain(library: Library, quote: Quote) -> list[Line]:
    """Return the attribution of a quote: speaker and role, whose wording it is, via whom, in which source, when."""
    source = library.source(quote.source)
    number = paragraph_of(library, quote)
    said = date_of_quote(quote).words
    when = f"said {said}, published {source.published or UNDATED}" if said else source.published or "no date"
    where = f"{source.outlet}, {when}" + (f", paragraph {number}" if number else "")
    occasion = f" — {quote.occasion}" if quote.occasion else ""
    lines = [
        Line((speaker_name(library, quote), "heading"), (occasion, "apparatus")),
        Line((where, "source"), (f" — {source.title}" if source.title else "", "apparatus")),
    ]
    if via := passed_on_by(library, quote):
        lines.append(Line(("via ", "apparatus"), (via, "source")))
    if source.digest_of:
        lines.append(Line((digest_words(source), "apparatus")))
    return [*lines, *(Line((words, "doubt")) for words in whose_view(library, quote))]


def whose_view(library: Library, quote: Quote) -> Iterator[str]:
    """Yield what keeps a quote from being taken for somebody else's view."""
    if quote.nested_in:
        holder = speaker_of(library, library.get_as(Quote, quote.nested_in))
        yield f"told by {holder} inside another quote; not {holder}'s own view"
    if quote.view_of and quote.speaker:
        teller, holder = speaker_of(library, quote), library.name(quote.view_of)
        yield f"the words are those of {teller} about {holder}, not {holder}'s"


def quote_paragraphs(library: Library, quote: Quote) -> list[Line]:
    """Return a quote with its attribution chain, proof, stances, variants and context."""
    lines = [content(quote), kind_words(quote), *attribution_chain(library, quote)]
    if quote.kind is QuoteKind.DIRECT and quote.gist:
        lines.append(labelled("In summary, in our words", (quote.gist, "reported")))
    if quote.doubt:
        lines.append(Line((doubt_words(quote.doubt, ""), "doubt")))
    lines += fidelity_lines(library, quote)
    lines.append(proof_paragraph(prove_quote(library, quote), quote_proof_words(library, quote)))
    lines += _stances(library, quote)
    lines += _variants(library, quote)
    lines += [Line(), *context(library, quote.source, quote.spans)]
    if quote.note:
        lines += [Line(), labelled("Note", (quote.note, "apparatus"))]
    described = library.source(quote.source).described_from
    if described:
        lines += [Line(), Line((f"Outlet, title, date and address of the source: from {described}", "apparatus"))]
    return lines


def fidelity_lines(library: Library, quote: Quote) -> list[Line]:
    """Return how the wording relates to what was said, how sure that is, and who has it officially, where recorded."""
    sure = f"certainty {quote.certainty}" if quote.certainty and quote.certainty is not Certainty.HIGH else ""
    told = "; ".join(filter(None, (quote.fidelity, sure)))
    lines = [labelled("wording", told)] if told else []
    if quote.official:
        lines.append(labelled("official", (source_label(library.source(quote.official)), "source")))
    return lines


def _stances(library: Library, quote: Quote) -> list[Line]:
    if not quote.stances:
        return [Line(("No stance is coded for this quote.", "silent"))]
    return [Line(("Stances", "heading")), *(stance_paragraph(library, one, quote.speaker) for one in quote.stances)]


def other_variants(library: Library, quote: Quote) -> list[Quote]:
    """Return the other quotes of the same utterance."""
    return [one for one in library.variants_of(quote.utterance) if one.id != quote.id]


def _variants(library: Library, quote: Quote) -> list[Line]:
    others = other_variants(library, quote)
    head = [Line((f"The same utterance, {len(others)} more", "heading"))] if others else []
    where = {other.id: Line((f" · {quote_label(library, other)}", "source")) for other in others}
    return [*head, *(Line("  ", kind_sign(other), content(other), where[other.id]) for other in others)]


def quote_lines(library: Library, quote: Quote) -> Iterator[Line]:
    """Yield a quote as labelled lines: words, who, whose wording, via whom, where, when, proof, stances, context."""
    yield Line((wording(quote), "reported" if quote.exact is None else "words"))
    yield labelled("id", quote.id)
    yield labelled("kind", f"{quote.kind}, {manner(quote.kind)}")
    yield labelled("speaker", (speaker_name(library, quote), "heading"))
    yield labelled("via", library.name(quote.via) or "nobody stated")
    yield labelled("source", (quote_stated_by(library, quote), "source"))
    yield labelled("when", said_and_published(library, quote))
    yield from fidelity_lines(library, quote)
    yield from _circumstances(library, quote)
    if quote.doubt:
        yield Line((doubt_words(quote.doubt, ""), "doubt"))
    yield from stance_lines(library, quote.stances)
    if not quote.stances:
        yield labelled("stance", ("none coded", "silent"))
    yield Line((quote_proof_words(library, quote), "proof"))
    yield from proof_lines(library, quote)
    if quote.first_span and (around := context_line(library, quote.source, quote.first_span.start)):
        yield around


def _circumstances(library: Library, quote: Quote) -> Iterator[Line]:
    """Yield what only some quotes have."""
    named = {"addressee": quote.addressee, "view of": quote.view_of, "reported in": quote.nested_in}
    yield from (labelled(label, library.name(id_)) for label, id_ in named.items() if id_)
    if quote.about:
        yield labelled("about", ", ".join(map(library.name, quote.about)))
    if quote.topics:
        yield labelled("topics", ", ".join(quote.topics))
    if quote.occasion:
        yield labelled("occasion", quote.occasion)
    for variant in other_variants(library, quote):
        told = (f" ({variant.id}; {library.name(variant.source)})", "source")
        yield labelled("also reported", (wording(variant), "words"), told)
    if quote.note:
        yield labelled("note", quote.note)
