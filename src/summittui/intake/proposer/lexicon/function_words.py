"""Function words: what holds a sentence together, and the words for time."""

from typing import Final

from summittui.intake.proposer.lexicon.word_list import words

BE: Final = words(
    """
    is are was were be been being am 's 're isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t
    """
)
"""Forms of *to be*."""
MODALS: Final = words(
    """
    will would can could may might must shall should ought won't wouldn't can't couldn't shouldn't mustn't won’t
    wouldn’t can’t couldn’t shouldn’t mustn’t cannot
    """
)
"""Modal verbs, with which nothing is done yet."""
AUXILIARIES: Final = (
    BE
    | MODALS
    | words(
        """
    has have had having do does did hasn't haven't hadn't doesn't don't didn't hasn’t haven’t hadn’t doesn’t don’t
    didn’t
    """
    )
)
"""Auxiliary and modal verbs."""
NEGATIONS: Final = words(
    """
    not never n't
    """
)
ADVERBS: Final = words(
    """
    also then later often still just again once now already even only too first recently earlier repeatedly ever soon
    thus further instead always sometimes perhaps maybe together merely simply quite rather initially privately
    publicly previously long since ago afterward afterwards elsewhere twice likewise meanwhile however moreover
    furthermore nevertheless nonetheless therefore all both here there yet so specifically
    """
)
"""Adverbs that stand beside a verb; those in *-ly* are known by their ending."""
TIME_WORDS: Final = words(
    """
    monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight morning afternoon
    evening night week month year january february march april june july august september october november december
    sept. oct. nov. dec. jan. feb. aug. mon. tue. wed. thu. fri. sat. sun. noon midday midnight weekend a.m. p.m.
    earlier later recently
    """
)
"""Days, months and other words that a time ends in."""
TIME_MODIFIERS: Final = words(
    """
    last this next late early that on earlier
    """
)
"""The words that begin an adverbial of time: *last week*."""
PREPOSITIONS: Final = words(
    """
    of in on at by for with from to about against during after before among amongst between under over through into
    than since until till within without toward towards via per amid despite across near around behind beyond like
    upon onto off outside inside following including regarding concerning throughout as alongside besides
    """
)
NOUN_PREPOSITIONS: Final = words(
    """
    of for from in at with on to by about against between among near behind including within under over across
    """
)
"""Prepositions that attach to the noun before them."""
SUBORDINATORS: Final = words(
    """
    because although though while if when whenever where whereas unless whether once as since after before until so
    lest
    """
)
"""Conjunctions that open a subordinate clause."""
COORDINATORS: Final = words(
    """
    and or but nor yet
    """
)
WH_WORDS: Final = words(
    """
    who which whom whose what how why where when whether if
    """
)
DETERMINERS: Final = words(
    """
    the a an this that these those his her its their our my your some many several most few all both each every no
    another other any one two three four five six seven eight nine ten dozens hundreds thousands more certain various
    multiple such
    """
)
SUBJECT_PRONOUNS: Final = words(
    """
    he she they it we i you who everyone everybody someone somebody nobody others both many some one few most all
    """
)
"""Pronouns and pronoun-like words that can be a subject."""
MASCULINE: Final = words(
    """
    he him his
    """
)
FEMININE: Final = words(
    """
    she her hers
    """
)
OBJECT_PRONOUNS: Final = words(
    """
    him her them me us
    """
)
PERSONAL_PRONOUNS: Final = words(
    """
    he she they it we i you
    """
)
POSSESSIVES: Final = words(
    """
    his her its their our my your
    """
)
DASHES: Final = ("—", "–", "―", "--", "-")
LONG_DASHES: Final = ("—", "―", "--")
