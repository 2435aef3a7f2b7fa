"""Selectors: the place of words in a text, and the means to find the words again.

A selector follows the W3C Web Annotation model: its offsets are a TextPositionSelector, its exact
words (with prefix and suffix) a TextQuoteSelector. Offsets count Unicode code points, half-open.
"""

from enum import StrEnum
from typing import Self

from msgspec import Struct

from summittui.model.ids import SourceId

DIGEST_LENGTH = 16


def digest_of(text: str) -> str:
    """Return the first 16 hexadecimal digits of the SHA-256 of `text` in UTF-8.

    A digest proves an unquoted span without carrying the words of its source.
    """
    import hashlib

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:DIGEST_LENGTH]


class Selector(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A span of one text."""

    start: int
    """Offset of the first code point."""
    end: int
    """Offset behind the last code point."""
    exact: str | None = None
    """The words themselves, where they stood inside quotation marks."""
    digest: str | None = None
    """`digest_of` the words, where they may not be carried."""
    prefix: str | None = None
    """Words before the span; only in a user's own store."""
    suffix: str | None = None
    """Words behind the span; only in a user's own store."""

    @property
    def is_bare(self) -> bool:
        """Whether it has neither words nor a digest, so that no text can prove it."""
        return self.exact is None and self.digest is None

    def contains(self, other: "Selector") -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Selector") -> bool:
        """Tell whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


class Passage(Selector, frozen=True, kw_only=True):
    """A span together with the source whose text it selects from."""

    source: SourceId

    @classmethod
    def of(cls, source: SourceId, selector: Selector) -> Self:
        """Return the passage that `selector` marks in `source`."""
        return cls(
            source=source,
            start=selector.start,
            end=selector.end,
            exact=selector.exact,
            digest=selector.digest,
            prefix=selector.prefix,
            suffix=selector.suffix,
        )


class MentionForm(StrEnum):
    """The form in which a text refers to an actor, an event or a declaration."""

    NAME = "name"
    TITLE_NAME = "title_name"
    ADJECTIVAL = "adjectival"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"
    EMBEDDED = "embedded"
    SLOGAN = "slogan"


class Mention(Passage, frozen=True, kw_only=True):
    """A place where a source refers to a record."""

    form: MentionForm
    note: str | None = None
