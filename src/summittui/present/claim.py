"""The wording of a claim: what a source asserts in its own voice, with who asserts it where and its doubt."""

from summittui.library import Library
from summittui.library.answers.proof import prove_spans
from summittui.model import Claim
from summittui.present.attribution import doubt_words
from summittui.present.line import Line, labelled
from summittui.present.passages import passage_label
from summittui.present.proof import claim_proof_words, proof_paragraph
from summittui.present.source import source_label
from summittui.present.stance import stance_paragraph


def claim_label(library: Library, claim: Claim) -> str:
    """Return the gist of a claim with its author, its source, when that was published, and any doubt."""
    where = source_label(library.source(claim.source))
    return f"{claim.gist} — {library.name(claim.author)}; {where}{doubt_words(claim.doubt)}"


def claim_paragraphs(library: Library, claim: Claim) -> list[Line]:
    """Return a claim in paragraphs: gist, kind, author and passages, doubt, proof, stances, note."""
    where = ", ".join(dict.fromkeys(passage_label(library, claim.source, span) for span in claim.spans))
    lines = [
        Line((claim.gist, "reported"), (" · in our words", "apparatus")),
        Line((f"{claim.kind} · ", "apparatus"), (library.name(claim.author), "heading"), (f" · {where}", "source")),
    ]
    if claim.doubt:
        lines.append(Line((doubt_words(claim.doubt, ""), "doubt")))
    proof = prove_spans(library, claim.source, claim.spans)
    lines.append(proof_paragraph(proof, claim_proof_words(library, claim)))
    if claim.stances:
        stances = (stance_paragraph(library, one, claim.author) for one in claim.stances)
        lines += [Line(("Stances", "heading")), *stances]
    if claim.note:
        lines += [Line(), labelled("Note", (claim.note, "apparatus"))]
    return lines
