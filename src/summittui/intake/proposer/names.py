"""Names in a sentence: runs of capitalised words, without titles and roles, and the gender that they show."""

import re
from typing import Final

from summittui.intake.proposer.lexicon.first_names import FEMININE_NAMES, MASCULINE_NAMES
from summittui.intake.proposer.lexicon.function_words import (
    ADVERBS,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
    WH_WORDS,
)
from summittui.intake.proposer.lexicon.name_words import MEDIA, NOT_NAMES, ORGANISATIONS, PLACES, ROLES, TITLES
from summittui.intake.proposer.lexicon.word_list import words
from summittui.intake.proposer.syntax import Range, Tokens
from summittui.model import Gender

PARTICLES: Final = words("de van von der den la le bin al el da di du of")
"""Words of a name that are written small."""
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_LEADS_SENTENCE: Final = ADVERBS | PREPOSITIONS | SUBORDINATORS | DETERMINERS
_PARTIES: Final = words("republican democratic libertarian republicans gop")
_NO_SURNAMES: Final = ORGANISATIONS | ROLES | TITLES | PLACES | MEDIA
_GENERATIONS: Final = words("jr sr ii iii")
_GENDER_OF_TITLE: Final = dict.fromkeys(words("mr lord sir king congressman chairman"), Gender.MALE) | dict.fromkeys(
    words("mrs ms miss lady dame queen congresswoman chairwoman"), Gender.FEMALE
)


def name_runs(tokens: Tokens) -> list[Range]:
    """Return the runs of tokens that can be names."""
    runs: list[Range] = []
    at = 0
    while at < len(tokens):
        if not _is_name_word(tokens, at):
            at += 1
            continue
        first = at
        at += 1
        while at < len(tokens) and _continues_name(tokens, at) and not tokens[at - 1].lower.endswith("'s"):
            at += 1
        runs.append((first, at))
    return runs


def _is_name_word(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    if not token.capitalised or token.lower in NOT_NAMES or token.lower.rstrip("'s") in NOT_NAMES:
        return False
    return at > 0 or token.lower not in _LEADS_SENTENCE


def _continues_name(tokens: Tokens, at: int) -> bool:
    if _is_name_word(tokens, at):
        return True
    lower = tokens[at].lower
    name_follows = at + 1 < len(tokens) and _is_name_word(tokens, at + 1)
    if lower == "of":
        return name_follows and tokens[at - 1].lower in ORGANISATIONS
    if lower not in PARTICLES:
        return False
    second_particle = at + 2 < len(tokens) and tokens[at + 1].lower in PARTICLES and _is_name_word(tokens, at + 2)
    return name_follows or second_particle


def bare_name(name: list[str]) -> tuple[list[str], Gender | None]:
    """Return the words of a name without titles, roles and possessive, and the gender that a title shows."""
    kept = _behind_last_role(_behind_last_title(name))
    kept = [_POSSESSIVE.sub("", word) for word in kept]
    gender = None
    while len(kept) > 1 and _bare(kept[0]) in TITLES:
        gender = _GENDER_OF_TITLE.get(_bare(kept[0]), gender)
        kept = kept[1:]
    while len(kept) > 1 and (kept[0].lower() in ROLES or kept[0].lower() in _PARTIES):
        kept = kept[1:]
    if len(kept) > 1 and _bare(kept[-1]) in _GENERATIONS:
        kept = kept[:-1]
    return kept, gender


def _bare(word: str) -> str:
    return word.lower().rstrip(".")


def _behind_last_title(name: list[str]) -> list[str]:
    """Return *Gen. Jane Doe* of *Retired Gen. Jane Doe*."""
    for at in range(len(name) - 2, 0, -1):
        if name[at].endswith(".") and _bare(name[at]) in TITLES:
            return name[at:]
    return name


def _behind_last_role(name: list[str]) -> list[str]:
    """Return *Spokeswoman Jane van der Doe* of *Foreign Ministry Spokeswoman Jane van der Doe*."""
    for at in range(len(name) - 2, 0, -1):
        lower, after = name[at].lower(), name[at + 1].lower()
        is_role = lower in TITLES or lower in ROLES
        if is_role and after not in ORGANISATIONS and after not in TITLES and after not in ROLES:
            return name[at:]
    return name


def gender_of(first_name: str) -> Gender | None:
    """Return the gender of most bearers of a first name; None where it is not known."""
    lower = first_name.lower()
    if lower in MASCULINE_NAMES:
        return Gender.MALE
    return Gender.FEMALE if lower in FEMININE_NAMES else None


def is_name(phrase: str) -> bool:
    """Tell whether a phrase ends in a name and is not *Roe's spokesman*."""
    parts = phrase.split()
    return bool(parts) and parts[-1][:1].isupper() and not any(part.endswith(("'s", "’s")) for part in parts[:-1])


def is_headed_by_name(phrase: str) -> bool:
    """Tell whether a phrase is somebody by name, with title and role at most: not *critics of Doe*, *Roe's spokesman*.

    Of *Roe's spokesman Jane Doe* and *the Courier's Jane Doe* the name is the head too.
    """
    parts = phrase.split()
    owner = max((at for at, part in enumerate(parts) if part.endswith(("'s", "’s"))), default=-1)
    own = parts[owner + 1 :]
    if not own or not own[-1][:1].isupper() or any(_depends(own, at) for at in range(len(own) - 1)):
        return False
    return owner < 0 or (len(own) > 1 and (own[0][:1].isupper() or any(_bare(part) in ROLES for part in own[:-1])))


def _depends(parts: list[str], at: int) -> bool:
    """Tell whether the word at `at` hangs the name behind it on something else; *of* in *Bank of Oslo* does not."""
    if parts[at] in COORDINATORS or parts[at] in WH_WORDS:
        return True
    before = parts[at - 1] if at else ""
    is_in_name = before[:1].isupper() and _bare(before) not in ROLES | TITLES
    return parts[at] in PREPOSITIONS and not is_in_name


def names_several(phrase: str) -> bool:
    """Tell whether a phrase joins two names: *Jane Doe and Bob Roe*."""
    first, _, second = phrase.partition(" and ")
    return is_name(first) and is_name(second) and second[:1].isupper()


def person_alone(phrase: str) -> str:
    """Return *Jane Doe* of *Jane Doe of the University of Oslo*; the phrase where no person's name stands before *of*.

    *of* belongs to the name in *Bank of Oslo*, *Secretary of State* and *United States of America*.
    """
    name, of, _ = phrase.partition(" of ")
    parts = [_bare(part) for part in name.split()]
    is_person = len(parts) > 1 and all(part[:1].isupper() for part in name.split()[-2:]) and is_headed_by_name(name)
    is_other = parts[-1:] and parts[-1] in _NO_SURNAMES
    return name if of and is_person and not is_other else phrase
