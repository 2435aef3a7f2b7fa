"""The attributions of a sentence: who said which part of it."""

from summittui.intake.proposer.content_after import attribution_after
from summittui.intake.proposer.content_before import as_clause, attribution_before
from summittui.intake.proposer.cues import find_cues
from summittui.intake.proposer.noun_cues import noun_attributions
from summittui.intake.proposer.noun_phrase_starts import end_of_noun_phrase
from summittui.intake.proposer.subjects import main_subject
from summittui.intake.proposer.syntax import Attribution, Cue, NounPhrase, Order, Range, Tokens, noun_phrase


def find_attributions(tokens: Tokens) -> list[Attribution]:
    """Return the outermost attributions of a sentence that have a source, in the order of their cues.

    Those behind their content come first, from the right; then those before it. None is found inside what another
    claims as its content.
    """
    cues = find_cues(tokens)
    whole = as_clause(tokens, cues) if cues else None
    if whole:
        return [whole]
    found = sorted(_outermost(tokens, cues), key=lambda attribution: attribution.cue.at)
    return [attribution for attribution in _with_shared_sources(tokens, found) if attribution.source is not None]


def _outermost(tokens: Tokens, cues: list[Cue]) -> list[Attribution]:
    found: list[Attribution] = []
    taken: list[Range] = []

    def claim(attribution: Attribution | None) -> None:
        if attribution and all(_is_free(taken, *part) for part in attribution.content):
            found.append(attribution)
            taken.extend(attribution.content)

    for cue in reversed(cues):
        if cue.order is not Order.PARTICIPLE and _is_free(taken, cue.at, cue.at + 1):
            claim(attribution_before(tokens, cue, cues))
    done = {attribution.cue.at for attribution in found}
    for cue in cues:
        if cue.at not in done and _is_free(taken, cue.at, cue.at + 1):
            claim(attribution_after(tokens, cue, cues))
    for attribution in noun_attributions(tokens, cues):
        claim(attribution)
    return found


def _is_free(taken: list[Range], first: int, stop: int) -> bool:
    return not any(first < upto and begin < stop for begin, upto in taken)


def _with_shared_sources(tokens: Tokens, found: list[Attribution]) -> list[Attribution]:
    """Attribute each participle (*adding that …*) to the source before it, or to the subject of its sentence."""
    main: NounPhrase | None = None
    shared = []
    for attribution in found:
        cue, source = attribution.cue, attribution.source
        if cue.order is not Order.PARTICIPLE:
            main = source if source is not None and (main is None or not cue.is_relative) else main
        elif source is not None:
            main = source
        else:
            source = _source_behind(tokens, attribution) if cue.at <= 1 else main or main_subject(tokens, cue.at)
        shared.append(Attribution(cue, source, attribution.content, *_rest(attribution)))
    return shared


def _rest(attribution: Attribution) -> tuple[str, float, NounPhrase | None]:
    return attribution.reason, attribution.confidence, attribution.via


def _source_behind(tokens: Tokens, attribution: Attribution) -> NounPhrase | None:
    """Return the source of *Claiming that …, Doe left*."""
    first = attribution.content[-1][1]
    if first < len(tokens) and tokens[first].text == ",":
        first += 1
    stop = end_of_noun_phrase(tokens, first)
    return noun_phrase(tokens, first, stop) if stop > first else None
