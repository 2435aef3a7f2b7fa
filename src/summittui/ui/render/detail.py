"""What the detail pane says of a record."""

from collections.abc import Sequence

from rich.text import Text

from summittui.library import Library
from summittui.library.answers.proof import prove_quote, prove_spans
from summittui.model import Actor, Claim, Declaration, Quote, QuoteKind, Record
from summittui.model.display_names import display_name
from summittui.present.proof import claim_proof_words, quote_proof_words
from summittui.present.signs import DOUBTFUL, KINDS
from summittui.ui.render.actor import actor_detail
from summittui.ui.render.context import context
from summittui.ui.render.declaration import declaration_detail
from summittui.ui.render.line import line
from summittui.ui.render.note import note_lines
from summittui.ui.render.quote import (
    attribution_chain,
    content,
    kind_words,
    passage_place,
    place,
    proof_line,
    stance_line,
)

TITLES: dict[type[Record], str] = {Quote: "Quote", Actor: "Actor", Declaration: "Declaration", Claim: "Claim"}


def detail(library: Library, record: Record) -> Sequence[Text]:
    """Return the detail of a record, paragraph by paragraph, and what the user noted on it."""
    found = _detail(library, record)
    notes = note_lines(library, record)
    return [found[0], *notes, *found[1:]] if notes else found


def _detail(library: Library, record: Record) -> Sequence[Text]:
    match record:
        case Quote():
            return quote_detail(library, record)
        case Actor():
            return actor_detail(library, record)
        case Declaration():
            return declaration_detail(library, record)
        case Claim():
            return claim_detail(library, record)
    return [line((display_name(record), "title"))]


def quote_detail(library: Library, quote: Quote) -> list[Text]:
    """Return a quote with its attribution chain, proof, stances, variants and context."""
    lines = [content(quote), kind_words(quote), *attribution_chain(library, quote)]
    if quote.kind is QuoteKind.DIRECT and quote.gist:
        lines.append(line(("In summary, in our words: ", "apparatus"), (quote.gist, "reported")))
    if quote.doubt:
        lines.append(line((f"{DOUBTFUL}: ", "doubt"), (quote.doubt, "doubt")))
    lines.append(proof_line(prove_quote(library, quote), quote_proof_words(library, quote)))
    lines += _stances(library, quote)
    lines += _variants(library, quote)
    lines += [Text(), *context(library, quote.source, quote.spans)]
    if quote.note:
        lines += [Text(), line(("Note: ", "apparatus"), (quote.note, "apparatus"))]
    described = library.source(quote.source).described_from
    if described:
        lines += [Text(), line((f"Outlet, title, date and address of the source: from {described}", "apparatus"))]
    return lines


def claim_detail(library: Library, claim: Claim) -> list[Text]:
    """Return a claim with who asserts it where, its doubt and its stances; it stays its source's."""
    where = ", ".join(dict.fromkeys(passage_place(library, claim.source, span) for span in claim.spans))
    lines = [
        line((claim.gist, "reported"), (" · in our words", "apparatus")),
        line((f"{claim.kind} · ", "apparatus"), (library.name(claim.author), "heading"), (f" · {where}", "source")),
    ]
    if claim.doubt:
        lines.append(line((f"{DOUBTFUL}: ", "doubt"), (claim.doubt, "doubt")))
    proof = prove_spans(library, claim.source, claim.spans)
    lines.append(proof_line(proof, claim_proof_words(library, claim)))
    if claim.stances:
        lines += [line(("Stances", "heading")), *(stance_line(library, one, claim.author) for one in claim.stances)]
    if claim.note:
        lines += [Text(), line(("Note: ", "apparatus"), (claim.note, "apparatus"))]
    return lines


def _stances(library: Library, quote: Quote) -> list[Text]:
    if not quote.stances:
        return [line(("No stance is coded for this quote.", "silent"))]
    return [line(("Stances", "heading")), *(stance_line(library, stance, quote.speaker) for stance in quote.stances)]


def _variants(library: Library, quote: Quote) -> list[Text]:
    others = [each for each in library.variants.get(quote.utterance or "", ()) if each.id != quote.id]
    if not others:
        return []
    lines = [line((f"The same utterance, {len(others)} more", "heading"))]
    for other in others:
        where = line((f" · {place(library, other)}", "source"))
        lines.append(Text.assemble("  ", kind_glyph(other), content(other), where))
    return lines


def kind_glyph(quote: Quote) -> Text:
    """Return the sign of a quote's kind with a space behind it."""
    sign = KINDS[quote.kind]
    return line((f"{sign.brief} ", sign.token))
