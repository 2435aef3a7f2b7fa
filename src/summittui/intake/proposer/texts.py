"""Words of documents: *the declaration outlined goals, including "…"*, *a resolution entitled "…"*."""

from msgspec import Struct

from summittui.intake.proposer.lexicon.text_nouns import CONTAINING_VERBS, TEXT_NOUNS, TITLING
from summittui.intake.proposer.noun_phrases import noun_phrase_ending_at
from summittui.intake.proposer.subjects import subject_before
from summittui.intake.proposer.syntax import PASSAGE, NounPhrase, Tokens


class TextWords(Struct, frozen=True):
    """A passage in marks that a document has as its title or among its words."""

    source: NounPhrase
    cue: int
    """Index of the verb."""
    passage: int
    """Index of the passage in marks."""


def words_of_texts(tokens: Tokens) -> list[TextWords]:
    """Return the passages of a sentence that are words or titles of a document, in its order."""
    passages = [at for at, token in enumerate(tokens) if token.kind == PASSAGE]
    titles = [title for at in passages if (title := _title(tokens, at))]
    taken = {title.passage for title in titles}
    contained = _contained(tokens, [at for at in passages if at not in taken])
    return sorted([*titles, *contained], key=lambda found: found.passage)


def is_text(source: NounPhrase) -> bool:
    """Tell whether a source is a document: its noun is one for documents."""
    head = source.text.split(" of ", 1)[0].split(" on ", 1)[0].split(" , ", 1)[0]
    return head.rsplit(" ", 1)[-1].lower() in TEXT_NOUNS


def _title(tokens: Tokens, passage: int) -> TextWords | None:
    """Return the title behind *a resolution entitled*."""
    cue = passage - 1
    if cue < 1 or tokens[cue].lower not in TITLING:
        return None
    source = noun_phrase_ending_at(tokens, cue - 1)
    return TextWords(source, cue, passage) if source and is_text(source) else None


def _contained(tokens: Tokens, passages: list[int]) -> list[TextWords]:
    """Return the passages behind *the declaration outlined*."""
    if not passages:
        return []
    for cue in range(1, passages[-1]):
        if tokens[cue].lower in CONTAINING_VERBS:
            source = subject_before(tokens, cue)
            if source and is_text(source):
                return [TextWords(source, cue, passage) for passage in passages if passage > cue]
    return []
