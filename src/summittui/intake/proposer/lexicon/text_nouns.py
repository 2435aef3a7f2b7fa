"""Nouns for documents, and the verbs for what documents do and what is done with them."""

from typing import Final

from summittui.intake.proposer.lexicon.word_list import words

TEXT_NOUNS: Final = words(
    """
    declaration declarations statement statements communique communiqué resolution resolutions treaty treaties pact
    pacts accord accords charter convention protocol agreement agreements text document documents manifesto compact
    covenant initiative memorandum
    """
)
"""Documents that actors adopt or put forward."""
CONTAINING_VERBS: Final = words(
    """
    outlined outlines outline includes included include contains contained contain lists listed list sets set lays laid
    spells spelled identifies identified names named defines defined enumerates enumerated reads
    """
)
"""Verbs by which a document has words that are no reporting verbs."""
TITLING: Final = words("titled entitled headed headlined")
"""Words between a thing and its title in marks."""
NAMING: Final = TITLING | words("called named dubbed")
"""Words between a thing and its title or name in marks."""
