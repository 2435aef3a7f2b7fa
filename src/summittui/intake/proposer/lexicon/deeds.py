"""Verbs for what actors do with declarations, and words of numbers that are told of them."""

from typing import Final

from summittui.intake.proposer.lexicon.inflection import forms
from summittui.intake.proposer.lexicon.word_list import words
from summittui.model import ActKind, Qualifier

_VERBS: Final = {
    ActKind.SIGNED: "sign ratify",
    ActKind.DECLINED: "reject snub spurn",
    ActKind.PROPOSED: "propose table draft sponsor",
    ActKind.ADOPTED: "adopt pass approve",
    ActKind.ENDORSED: "endorse",
    ActKind.JOINED: "join",
    ActKind.SUPPORTED: "support back",
    ActKind.PROMOTED: "promote advance champion",
}
ACT_VERBS: Final = {form: act for act, lemmas in _VERBS.items() for lemma in lemmas.split() for form in forms(lemma)}
"""The act by each form of its verbs."""
DECLINING: Final = words("refused refuse refuses refusing declined decline declines declining opted opt chose choose")
"""Verbs that make *to sign* a refusal; *opted* and *chose* with *not* only."""
WITH_NOT: Final = words("opted opt chose choose")
COUNTED: Final = words(
    """
    countries nations states members signatories governments companies organisations organizations participants parties
    delegations economies leaders groups firms cities universities
    """
)
_UNITS: Final = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen
"""
_TENS: Final = "ten twenty thirty forty fifty sixty seventy eighty ninety"
NUMERALS: Final = {word: 10 * number for number, word in enumerate(_TENS.split(), start=1)} | {
    word: number for number, word in enumerate(_UNITS.split(), start=1)
}
"""Numbers in words; those above twenty are joined with a hyphen."""
PUT_FORWARD: Final = words("put puts putting")
VAGUE_NUMBERS: Final = words("dozens scores hundreds many several numerous")
QUALIFIERS: Final = dict.fromkeys(words("about around some roughly approximately nearly almost"), Qualifier.ABOUT) | {
    "over": Qualifier.OVER,
    "than": Qualifier.OVER,
    "least": Qualifier.OVER,
    "exactly": Qualifier.EXACTLY,
}
"""The qualifier by the word before the number; *than* and *least* end *more than* and *at least*."""
LEADS_QUALIFIER: Final = {"than": words("more greater"), "least": words("at")}
"""The words before *than* and *least*; behind another, as in *fewer than*, these are no qualifier of a tally."""
BOUNDS: Final = frozenset({"under", "below", "up to", "at most", "maximum of"})
"""The words before a number that is an upper bound, which no qualifier of a tally says."""
RANGES: Final = words("to and or – - —")
"""The words and signs between the two ends of a range."""
MULTIPLES: Final = words("hundred thousand million billion trillion dozen score")
"""Words that multiply the number before them, which is then not read."""
