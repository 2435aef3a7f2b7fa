"""Verbs that report: whether a form of one does, with the noun phrase before it as its source, and is no noun."""

from typing import Final

from summittui.intake.proposer.lexicon.function_words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    PERSONAL_PRONOUNS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    TIME_WORDS,
)
from summittui.intake.proposer.lexicon.word_list import words
from summittui.intake.proposer.subjects import (
    CATENATIVES,
    helpers_before,
)
from summittui.intake.proposer.syntax import (
    PASSAGE,
    PUNCTUATION,
    WORD,
    NounPhrase,
    Token,
    Tokens,
)
from summittui.intake.proposer.verbs import is_auxiliary

_SUBJECT_DETERMINERS: Final = SUBJECT_PRONOUNS | words("another each this that these those several two three")
_COMPLEMENT_OPENERS: Final = words(
    """
    they there we this these those no not only all an many some most i its our what why whether if that how for on to as
    it he she the a his her their him them
    """
)
_WANTS_COMPLEMENT: Final = words("points states point state remarks charges offers pointed stated")
_CAUSATIVES: Final = words("let let's lets help helps helped make makes made have hear heard watch watched see saw")
_CONJUNCTION_PREPOSITIONS: Final = words("as after before since until like")
_ADJECTIVE_ENDINGS: Final = ("ing", "al", "ic", "ive", "ous", "able")


def is_no_report(tokens: Tokens, at: int, lemma: str) -> bool:
    """Tell whether a form reports nothing: *to say* (whose words is not certain), *put* without *it*, a bare name."""
    lower, before = tokens[at].lower, tokens[at - 1]
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if before.lower == "to" and not (at > 1 and tokens[at - 2].lower in CATENATIVES):
        return True
    if lower == "called" and before.kind == WORD and after and _is_naming(before, after):
        return True
    if lemma == "agree" and after and after.lower in {"to", "with", "on"}:
        return True
    if lemma == "put":
        return after is None or after.lower != "it"
    if lower == "pointed" and after and after.kind != PASSAGE and after.lower not in {"out", "to", "that"}:
        return True
    return lower == lemma and not _base_form_fits(tokens, at)


def _is_naming(before: Token, after: Token) -> bool:
    """Tell whether *called* gives a name: *a river called Long Water*."""
    if not after.capitalised and after.kind != PASSAGE:
        return False
    speaks = before.capitalised or before.lower in SUBJECT_PRONOUNS or before.lower in AUXILIARIES
    return not (speaks or before.lower in ADVERBS or before.lower.endswith("ly"))


def _base_form_fits(tokens: Tokens, at: int) -> bool:
    """Tell whether a base form (*say*) has a helper verb or a plural subject, and no *let them* before it."""
    last = helpers_before(tokens, at)
    if any(is_auxiliary(token) or token.lower == "to" for token in tokens[last + 1 : at]):
        return True
    if last < 0 or (tokens[last].kind == PUNCTUATION and tokens[last].text != ","):
        return False
    if any(token.lower in _CAUSATIVES for token in tokens[max(0, last - 4) : last]):
        return False
    return tokens[at].lower in {"say", "put", "read"} or not tokens[last].lower.endswith("ing")


def can_speak(tokens: Tokens, at: int, source: NounPhrase) -> bool:
    """Tell whether a noun phrase before a verb at `at` can be its source."""
    lower = source.text.lower()
    if lower == "it" and at + 1 < len(tokens) and tokens[at + 1].lower == "without":
        return False
    return lower not in DETERMINERS or lower in _SUBJECT_DETERMINERS


def is_clearly_verb(tokens: Tokens, at: int, source: NounPhrase) -> bool:
    """Tell whether a form like *claims*, *call* or *report* has a fitting subject and something to take."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if _is_within_noun_phrase(tokens, at, source):
        return False
    if source.first and _follows_content(tokens, source, after):
        return True
    if after is None or after.text in {".", ";"}:
        return False
    last = helpers_before(tokens, at)
    if 0 <= last < at - 1 and (tokens[at - 1].lower in AUXILIARIES or tokens[at - 1].lower in ADVERBS):
        return True
    if (
        tokens[at].lower in _WANTS_COMPLEMENT
        and after.kind != PASSAGE
        and after.lower not in {"out", "to", "that", ":"}
    ):
        return False
    return source.text.lower() in PERSONAL_PRONOUNS or (_opens_complement(after) and _agrees(tokens, at, source))


def _is_within_noun_phrase(tokens: Tokens, at: int, source: NounPhrase) -> bool:
    """Tell whether the form is a noun: *27 states*, *historical claims*, *a Mirror report*."""
    lower, last = tokens[at].lower, tokens[source.stop - 1]
    before = tokens[source.first - 1].lower if source.first else ""
    if before in PREPOSITIONS and before not in _CONJUNCTION_PREPOSITIONS:
        return True
    if source.text.lower() in PERSONAL_PRONOUNS:
        return False
    if last.text[0].isdigit():
        return True
    if lower.endswith("s") and not last.capitalised and last.lower.endswith(_ADJECTIVE_ENDINGS):
        return True
    is_plural = last.lower.endswith("s") or any(token.lower == "and" for token in tokens[source.first : source.stop])
    is_base = not lower.endswith(("s", "ed"))
    return is_base and last.capitalised and not is_plural and tokens[at - 1] is last


def _follows_content(tokens: Tokens, source: NounPhrase, after: Token | None) -> bool:
    """Tell whether the source stands behind its content and the verb is the last word: *"…," he asks*."""
    before = tokens[source.first - 1]
    if before.kind != PASSAGE and before.text != ",":
        return False
    return after is None or after.text in {".", ",", ";"} or after.lower in PREPOSITIONS or after.lower in TIME_WORDS


def _opens_complement(after: Token) -> bool:
    is_marked = after.kind == PASSAGE or after.text in {":", ","}
    return is_marked or after.capitalised or after.lower in _COMPLEMENT_OPENERS


def _agrees(tokens: Tokens, at: int, source: NounPhrase) -> bool:
    """Tell whether subject and verb agree in number."""
    last = tokens[source.stop - 1]
    if tokens[at].lower.endswith("s"):
        return last.capitalised or not last.lower.endswith("s")
    return last.lower.endswith("s") or last.lower in {"people", "some", "many", "others", "critics"}
