"""Nouns for persons that show a gender."""

from typing import Final

from summittui.intake.proposer.lexicon.word_list import words

MASCULINE_NOUNS: Final = words(
    """
    man spokesman father brother son husband uncle nephew grandfather king prince chairman congressman businessman
    boy policeman fisherman salesman gentleman lord priest monk widower actor
    """
)
FEMININE_NOUNS: Final = words(
    """
    woman spokeswoman mother sister daughter wife aunt niece grandmother queen princess chairwoman congresswoman
    businesswoman girl policewoman saleswoman lady nun widow actress
    """
)
