"""The content of *according to Doe*, before or behind its clause."""

from summittui.intake.proposer.lexicon.cue_verbs import Frame
from summittui.intake.proposer.preceding import first_of_preceding
from summittui.intake.proposer.subjects import over_apposition
from summittui.intake.proposer.syntax import (
    PASSAGE,
    PUNCTUATION,
    WORD,
    Attribution,
    Cue,
    NounPhrase,
    Order,
    Range,
    Tokens,
    final_stop,
)
from summittui.intake.proposer.verbs import has_verb


def according_attribution(tokens: Tokens, cue: Cue, source: NounPhrase, cues: list[Cue]) -> Attribution | None:
    """Return the attribution of *according to Doe*, before or behind its clause."""
    end = final_stop(tokens)
    stop = _end_of_according(tokens, cue)
    has_comma = stop < len(tokens) and tokens[stop].text == ","
    is_first = (cue.at <= 1 and tokens[0].kind == WORD) or (cue.at > 0 and tokens[cue.at - 1].text in {"and", "but"})
    if is_first:
        if not has_comma or stop + 1 >= end or _other_speaks(stop, cues):
            return None
        begin = _behind_apposition(tokens, stop, end)
        return Attribution(cue, source, ((begin, end),), "according to, first", 0.85)
    first, last = first_of_preceding(tokens, cue.at), cue.at
    while last > first and tokens[last - 1].kind == PUNCTUATION:
        last -= 1
    if last <= first:
        return None
    content: list[Range] = [(first, last)]
    if has_comma and stop + 1 < end and not has_verb(tokens, first, last):
        content.append((stop + 1, end))
    return Attribution(cue, source, tuple(content), "according to", 0.85)


def _behind_apposition(tokens: Tokens, comma: int, end: int) -> int:
    """Return the index behind *, a researcher at the institute,* that begins at a comma; else behind the comma."""
    closes = next((at for at in range(comma + 1, end) if tokens[at].kind in {PASSAGE, PUNCTUATION}), end)
    is_closed = closes < end and tokens[closes].text == ","
    if is_closed and over_apposition(tokens, closes) == comma - 1 and not has_verb(tokens, comma + 1, closes):
        return closes + 1
    return comma + 1


def _end_of_according(tokens: Tokens, cue: Cue) -> int:
    """Return the index of the stop behind *according to a poll released on Friday by Doe*."""
    at = cue.after
    while at < min(len(tokens), cue.at + 30) and tokens[at].kind not in {PASSAGE, PUNCTUATION}:
        is_participle = tokens[at].lower.endswith(("ed", "ing"))
        if at > cue.after + 1 and not is_participle and has_verb(tokens, at, at + 1):
            break
        at += 1
    return at


def _other_speaks(comma: int, cues: list[Cue]) -> bool:
    """Tell whether *according to* only names the outlet: *According to The Guardian, Doe said …*."""
    return any(
        cue.at > comma
        and cue.order is Order.SUBJECT_VERB
        and cue.frame in {Frame.CLAUSE, Frame.THAT}
        and cue.source is not None
        and cue.source.first <= comma + 2
        for cue in cues
    )
