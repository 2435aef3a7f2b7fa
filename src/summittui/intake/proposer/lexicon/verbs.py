"""Verbs by which a clause is told from a noun phrase."""

from typing import Final

from summittui.intake.proposer.lexicon.cue_verbs import CUE_VERBS, NOUN_LIKE_CUES
from summittui.intake.proposer.lexicon.function_words import AUXILIARIES
from summittui.intake.proposer.lexicon.inflection import IRREGULAR, forms
from summittui.intake.proposer.lexicon.word_list import words

_COMMON: Final = words(
    """
    go get make take give come become run win lose keep leave feel bring stand pay meet lead grow fall send build
    break spend rise drive buy wear choose sit have see hear let mean cut set seek do want need seem appear try start
    stop begin plan expect refuse decline support oppose help work live move turn follow pass remain vote campaign
    serve join attend face know show find think believe look include allow require produce receive reach raise reduce
    cause cost create change lie fight provide release represent draw gain hold hit speak sell ask use visit watch
    travel arrive return happen occur exist force pull push prove belong depend consider decide deserve hope like love
    hate agree teach argue base back carry challenge prepare present press prevent promote protect publish question
    quit recognize reflect reject rely remember remove respond retire save score sign sound stay suffer talk target
    tend thank treat trust understand walk warn worry
    """
)
NOUN_LIKE_VERBS: Final = words(
    """
    work move turn vote campaign face show look cost change fight hope love hate plan support help use visit score
    sign sound talk target trust walk return force challenge present press question back need want start stop run win
    cut set lead play watch cause release stand pay break drive plans votes works moves turns campaigns faces shows
    looks costs changes fights hopes supports helps uses visits signs sounds talks targets returns forces challenges
    questions needs starts runs wins cuts sets leads meeting meetings building fighting leading living thinking
    following including meaning working setting campaigning polling like left found second lies base means united
    retired saw record held used based past
    """
)
"""Verb forms that are nouns or adjectives as often."""
COMMON_VERBS: Final = frozenset(form for lemma in _COMMON for form in forms(lemma))
FINITE_VERBS: Final = (AUXILIARIES | COMMON_VERBS | CUE_VERBS.keys()) - NOUN_LIKE_VERBS - NOUN_LIKE_CUES - {"like"}
IRREGULAR_FORMS: Final = frozenset(form for row in IRREGULAR.values() for form in row[1:]) - NOUN_LIKE_VERBS
