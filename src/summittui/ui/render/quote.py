"""A quote as a row of two lines, and what its detail says."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from rich.text import Text

from summittui.library import Library
from summittui.library.answers.dating import date_of_quote
from summittui.library.answers.proof import Proof
from summittui.model import ActorId, Passage, Quote, Selector, Stance
from summittui.model.quotation import in_marks
from summittui.model.quote import IN_A_REPORT, report_of
from summittui.present.attribution import manner, paragraph_of, passed_on_by, speaker_name, speaker_of
from summittui.present.signs import KINDS, PROOFS, STANCES, brief, paragraph_sign
from summittui.ui.render.line import line
from summittui.ui.theme.paint import fit


def place(library: Library, quote: Quote) -> str:
    """Return source and paragraph in short, such as `stdaily ¶4`."""
    number = paragraph_of(library, quote)
    return f"{quote.source} {paragraph_sign(number)}" if number else quote.source


def passage_place(library: Library, source: str, selector: Selector) -> str:
    """Return where a span stands, in short, such as `stdaily ¶4`."""
    number = library.source(source).paragraph_at(selector.start)
    return f"{source} {paragraph_sign(number)}" if number else source


def places(library: Library, passages: Iterable[Passage], sources: Iterable[str] = ()) -> str:
    """Return where passages stand, each place once; without passages the sources that state it."""
    return ", ".join(dict.fromkeys(passage_place(library, each.source, each) for each in passages)) or ", ".join(
        sources
    )


def content(quote: Quote) -> Text:
    """Return what was said: the words bright and in marks, reported content in another style and without marks.

    Words that stand in a report keep it beside them.
    """
    if quote.exact is None:
        return line((quote.gist or "", "reported"))
    return line((in_marks(quote.exact), "words"), (report_of(quote), "reported"))


def content_in(quote: Quote, width: int) -> Text:
    """Return what was said in at most `width` cells; words in a report are cut before it is lost that they are."""
    whole = content(quote)
    if cell_len(whole.plain) <= width or quote.exact is None or not report_of(quote):
        return fit(whole, width)
    words = line((in_marks(quote.exact), "words"))
    room = max(width - len(IN_A_REPORT), width // 2)
    return fit(fit(words, room) + line((report_of(quote), "reported")), width)


def stance_signs(stances: Sequence[Stance]) -> Text:
    """Return one sign for each stance that is taken, each value once."""
    values = dict.fromkeys(stance.stance for stance in stances)
    gap = brief("", " ")
    return line(*((STANCES[value].brief + gap, STANCES[value].token) for value in values))


def via_words(library: Library, quote: Quote) -> str:
    """Return ` · via` and whom the source has a quote from; nothing where that is nobody but the speaker."""
    via = passed_on_by(library, quote)
    return f" · via {via}" if via else ""


def attribution_chain(library: Library, quote: Quote) -> list[Text]:
    """Return who said it in what role, whose wording it is, via whom, in which source, when."""
    source = library.source(quote.source)
    number = paragraph_of(library, quote)
    said = date_of_quote(quote).words
    when = f"said {said}, published {source.published or 'at no known date'}" if said else source.published or "no date"
    where = f"{source.outlet}, {when}" + (f", paragraph {number}" if number else "")
    lines = [
        line(
            (speaker_name(library, quote), "heading"), (f" — {quote.occasion}" if quote.occasion else "", "apparatus")
        ),
        line((where, "source"), (f" — {source.title}" if source.title else "", "apparatus")),
    ]
    if via := passed_on_by(library, quote):
        lines.append(line(("via ", "apparatus"), (via, "source")))
    if source.digest_of:
        lines.append(line((f"a digest of {source.digest_of}, not a second witness", "apparatus")))
    if quote.nested_in:
        around = library.get_as(Quote, quote.nested_in)
        holder = speaker_of(library, around)
        lines.append(line((f"told by {holder} inside another quote; not {holder}'s own view", "doubt")))
    return [*lines, *_views(library, quote)]


def _views(library: Library, quote: Quote) -> list[Text]:
    if not quote.view_of or not quote.speaker:
        return []
    teller, holder = speaker_of(library, quote), library.name(quote.view_of)
    return [line((f"the words are those of {teller} about {holder}, not {holder}'s", "doubt"))]


def stance_line(library: Library, stance: Stance, speaker: str | None) -> Text:
    """Return one stance in words: side, issue, how it shows, how sure the coder is, whose it is."""
    sign = STANCES[stance.stance]
    shows = "in the words" if stance.level == "textual" else "the coder's reading"
    holder = (
        f", as the stance of {library.name(ActorId(stance.holder))}" if stance.holder not in (None, speaker) else ""
    )
    question = library.issues[stance.issue].question
    return line(
        "  ",
        (f"{sign.full}: ", sign.token),
        question,
        (f" ({shows}, {stance.certainty}{holder})", "apparatus"),
    )


def kind_words(quote: Quote) -> Text:
    """Return the kind of a quote in words: its sign, its name and whose wording it is."""
    sign = KINDS[quote.kind]
    return line((sign.full, sign.token), (f" · {manner(quote.kind)}", "apparatus"))


def proof_line(proof: Proof, words: str) -> Text:
    """Return the proof of a record as a line: its sign, then what became of the passage and whose wording is shown."""
    sign = PROOFS[proof.state]
    difference = f" ({proof.difference})" if proof.difference and proof.difference not in words else ""
    said = brief(f"{sign.glyph} ", "") + words[:1].upper() + words[1:]
    return line((said, sign.token), (difference, "problem"))


def proof_words(proof: Proof) -> Text:
    """Return a proof in words, with the difference where there is one."""
    sign = PROOFS[proof.state]
    return line((sign.full, sign.token), (f": {proof.difference}" if proof.difference else "", "problem"))
