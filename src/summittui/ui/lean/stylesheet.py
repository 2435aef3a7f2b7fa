"""Styles are parsed once, which Textual 8.2.8 does again and again while screens are made.

Everything here that begins with an underscore is Textual's own.
"""

from textual.cache import LRUCache
from textual.css.stylesheet import Stylesheet

from summittui.stamps import STYLES_PARSED, spell

_SOURCES = 1_000
"""Of so many sheets and widgets the parsed rules are kept."""


class LeanStylesheet(Stylesheet):
    """A stylesheet that parses a source once for the same variables, not at every screen that brings another."""

    def __init__(self, variables: dict[str, str]) -> None:
        """Make an empty one."""
        super().__init__(variables=variables)
        self._parse_cache = LRUCache(_SOURCES)

    def set_variables(self, variables: dict[str, str]) -> None:
        """Take variables; only other ones make what was parsed worthless."""
        if variables != self._variables:
            super().set_variables(variables)

    def parse(self) -> None:
        """Parse what was not parsed with these variables yet."""
        with spell(STYLES_PARSED):
            super().parse()

    def reparse(self) -> None:
        """Do as `parse` does; what stays the same is not thrown away."""
        self.parse()
