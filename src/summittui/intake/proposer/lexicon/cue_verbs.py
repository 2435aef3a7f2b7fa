"""Reporting verbs and what each takes as its content."""

from enum import StrEnum
from typing import Final

from summittui.intake.proposer.lexicon.inflection import forms
from summittui.intake.proposer.lexicon.word_list import words


class Frame(StrEnum):
    """The kind of content that a cue takes."""

    CLAUSE = "clause"
    """A statement, with or without *that*."""
    THAT = "that"
    """A statement only after *that*, *how* or *whether*; or a passage in marks."""
    OBJECT = "object"
    """Any complement: *called for X*."""
    QUOTE = "quote"
    """Only what has a passage in marks."""
    ACCORDING = "according"
    """The clause that *according to* is attached to."""


_CLAUSE: Final = words(
    """
    say add tell write tweet reply note argue claim insist explain warn acknowledge admit allege assert conclude
    confirm contend declare emphasize emphasise joke maintain predict recall remark report state stress suggest
    testify announce observe complain concede counter boast reiterate affirm reaffirm reckon stipulate attest opine
    caution clarify lament
    """
)
_THAT: Final = words(
    """
    comment respond mention reveal propose ask wonder caution answer disclose repeat quip believe think hope worry
    fear estimate assure remind clarify speculate inform notify point highlight underscore underline indicate hint
    imply posit agree relay relate surmise theorize theorise hypothesize brag gripe grumble marvel muse gush intone
    confide divulge foretell reassure recommend demur conclude advise exclaim proclaim profess joke plead welcome
    voice express
    """
)
TAKES_OBJECT: Final = words(
    """
    call urge describe pledge promise vow accuse criticize criticise deny demand threaten tout swear denounce propose
    mention reveal announce acknowledge suggest stress emphasize admit claim declare assert recall explain predict
    confirm allege note affirm reaffirm highlight underscore underline reiterate welcome voice express
    """
)
"""Verbs whose content can be a bare noun phrase, whatever their frame."""
_QUOTE: Final = words(
    """
    put continue begin shout yell scold thunder blast slam dub label brand liken cite hail praise dismiss mock refer
    rip condemn deride decry blame proclaim exclaim muse sing chant read offer agree laugh shrug finish recite retort
    encourage advise lament sum cry characterize characterise interject implore plead attack quote post respond answer
    comment wonder opine conclude compare ridicule champion espouse advocate laud tease instruct exhort tell retweet
    request
    """
)
ADDRESSEE_VERBS: Final = words(
    """
    tell remind assure inform notify ask warn
    """
)
"""Verbs whose first object is who is spoken to: *told reporters*."""
EVIDENTIAL_VERBS: Final = words(
    """
    highlight underscore underline reveal emphasize stress affirm reaffirm indicate reiterate
    """
)
"""Verbs that things do too (*the crisis highlighted a gap*): with a bare noun phrase they report persons only."""
SPEECH_NOUNS: Final = {
    "voice": words("concern concerns support opposition doubt doubts fears hope hopes optimism confidence"),
    "express": words(
        """
        concern concerns support opposition doubt doubts fear fears hope hopes optimism confidence regret regrets
        readiness willingness interest commitment gratitude thanks solidarity condolences desire intention
        """
    ),
    "welcome": words(
        """
        decision agreement declaration move initiative announcement proposal commitment news deal step steps effort
        efforts progress outcome launch plan plans report result results statement adoption
        """
    ),
}
"""Nouns that make what follows a verb speech; whatever else one voices, expresses or welcomes is none."""
BELIEF_VERBS: Final = words(
    """
    believe think hope worry fear wonder estimate
    """
)
NOUN_LIKE_CUES: Final = words(
    """
    report reports claim claims call calls comment comments note notes state states demand demands tweet tweets
    promise promises pledge pledges urge suggest point points estimate estimates fear fears hope hopes worry worries
    joke jokes read post posts offer offers brand label attack attacks answer answers request requests quote quotes
    threat blame praise record cry cries shout shouts vow vows address wonder warning finding findings reading writing
    writings saying sayings opening answering describing reply replies response responses retweet retweets charge
    charges mock slam remark remarks cite sound sounds stress ask asks voice voices relay express
    """
)
"""Forms that are nouns more often than verbs."""


def _cue_verbs() -> dict[str, tuple[str, Frame]]:
    """Return lemma and frame by inflected form; where a verb is in several lists, the first counts."""
    found: dict[str, tuple[str, Frame]] = {}
    for frame, lemmas in (
        (Frame.CLAUSE, _CLAUSE),
        (Frame.THAT, _THAT),
        (Frame.OBJECT, TAKES_OBJECT),
        (Frame.QUOTE, _QUOTE),
    ):
        for lemma in lemmas:
            for form in forms(lemma):
                found.setdefault(form, (lemma, frame))
    return found


CUE_VERBS: Final = _cue_verbs()
