"""A passage that is being selected in a text, and the motions that select; offsets in code points, half-open.

As in Kakoune and Helix a motion selects the unit that it goes to; while the selection is extended, as in vi's visual
mode, it reaches from where it was to the unit.
"""

from typing import Self

from msgspec import Struct
from msgspec.structs import replace

from summittui.intake.quotations import marked_words_before, marked_words_from, next_mark
from summittui.library.answers.text_units import Edge, TextUnit, unit_at, unit_beside
from summittui.model import Selector
from summittui.model.normalised import Range


class TextSelection(Struct, frozen=True):
    """A stretch of one text, never empty; a motion that finds nothing further returns it as it is."""

    text: str
    anchor: Range
    """The stretch that stays while it is extended."""
    head: Range
    """The stretch that the last motion went to; the selection reaches over both."""
    is_extended: bool = False

    @classmethod
    def at(cls, text: str, place: int) -> Self | None:
        """Return the selection of the word at an offset, or of the next one; None where a text has no words."""
        word = unit_at(text, TextUnit.WORD, place)
        return cls(text, word, word) if word else None

    @property
    def start(self) -> int:
        """The offset of the first code point."""
        return min(self.anchor[0], self.head[0])

    @property
    def end(self) -> int:
        """The offset behind the last code point."""
        return max(self.anchor[1], self.head[1])

    @property
    def selector(self) -> Selector:
        """The selected span with its words."""
        return Selector(self.start, self.end, exact=self.words)

    @property
    def words(self) -> str:
        """The selected text."""
        return self.text[self.start : self.end]

    @property
    def count(self) -> int:
        """The number of words that are selected, as blanks part them."""
        return len(self.words.split())

    def toggled(self) -> Self:
        """Return the same stretch, extended from now on, or no more."""
        return replace(self._of((self.start, self.end)), is_extended=not self.is_extended)

    def to(self, span: Range) -> Self:
        """Return the selection of a span; while it is extended, one that reaches to it."""
        return replace(self, head=span) if self.is_extended else self._of(span)

    def moved(self, unit: TextUnit, by: int) -> Self:
        """Return the selection after a motion to the next unit, or the rest of this one; with -1 towards the start."""
        if by > 0:
            found = unit_beside(self.text, unit, Edge.END, self.head[1], 1)
        else:
            found = unit_beside(self.text, unit, Edge.START, self.head[0], -1)
        if found is None:
            return self
        return self.to(self._near_end(found, by) if self.is_extended else found)

    def to_marks(self, by: int) -> Self:
        """Return the selection of the words between the quotation marks around it, else between the next ones."""
        here = self.start, self.end
        if by > 0:
            found = marked_words_from(self.text, self.head[1] - 1)
            found = marked_words_from(self.text, self.end) if found == here else found
        else:
            found = marked_words_before(self.text, self.end)
        return self._of(found) if found else self

    def to_next_mark(self) -> Self:
        """Return the selection with its end at the next quotation mark."""
        place = next_mark(self.text, self.end)
        return self if place is None else replace(self, head=(self.head[0], len(self.text[:place].rstrip())))

    def with_edge(self, edge: Edge, unit: TextUnit, by: int) -> Self:
        """Return the selection with one boundary moved to that of a unit, unless nothing would be left."""
        found = unit_beside(self.text, unit, edge, self.start if edge is Edge.START else self.end, by)
        if found is None:
            return self
        start, end = (found[0], self.end) if edge is Edge.START else (self.start, found[1])
        return self._of((start, end)) if start < end else self

    def _of(self, span: Range) -> Self:
        return replace(self, anchor=span, head=span)

    def _near_end(self, span: Range, by: int) -> Range:
        """Return the word of a unit to which an extended selection reaches: the last one forwards, else the first."""
        if by > 0:
            word = unit_beside(self.text, TextUnit.WORD, Edge.START, span[1], -1)
            return (max(word[0], span[0]) if word else span[0], span[1])
        word = unit_at(self.text, TextUnit.WORD, span[0])
        return (span[0], min(word[1], span[1]) if word else span[1])
