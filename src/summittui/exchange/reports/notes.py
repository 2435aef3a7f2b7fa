"""Numbered notes of a report: one for each quote, claim, act or tally, however often the text refers to it."""

from collections.abc import Iterable

from msgspec.structs import replace

from summittui.exchange.citing.citation import Citation
from summittui.exchange.citing.contents import CODED, IN_THE_SOURCE, cite, record_behind
from summittui.exchange.citing.styles import where
from summittui.exchange.citing.words import head, joined, rest
from summittui.exchange.reports.report import Inline, NoteRef, Text, text
from summittui.library import Library
from summittui.library.evidence import Evidence
from summittui.model import Quote, Record
from summittui.model.deed import Deed
from summittui.present.note import memo_words


class Notes:
    """The notes of one report, numbered in the order in which the text first refers to them."""

    def __init__(self, library: Library, *, with_memos: bool = True) -> None:
        """Begin without notes.

        Args:
            library: The records.
            with_memos: Whether the user's memos stand in the notes.
        """
        self._library = library
        self._with_memos = with_memos
        self._numbers: dict[object, int] = {}
        self._lines: list[Text] = []
        self._sources: dict[str, None] = {}

    @property
    def lines(self) -> tuple[Text, ...]:
        """The notes, the first one with the number 1."""
        return tuple(self._lines)

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of the sources that the notes name, in the order of the notes."""
        return tuple(self._sources)

    def of(self, thing: Record | Deed, who: str = "") -> NoteRef:
        """Return a reference to the note on a record or an act.

        Args:
            thing: The record; or the act, each with a note of its own, though its actor may have done it twice.
            who: Whom an act stands for, where several did it and the same is told of all.
        """
        key = (thing.declaration.id, thing.act) if isinstance(thing, Deed) else thing.id
        number = self._numbers.get(key)
        if number is None:
            one = cite(self._library, thing)
            number = self._numbers[key] = len(self._lines) + 1
            self._sources |= dict.fromkeys(locator.source.id for locator in one.locators)
            self._lines.append(self._note(thing, replace(one, who=who) if who else one))
        return NoteRef(number)

    def on(self, pieces: Iterable[Evidence]) -> tuple[Inline, ...]:
        """Return references to the notes on pieces of evidence, each once."""
        return tuple(dict.fromkeys(self.of(record_behind(self._library, piece)) for piece in pieces))

    def _note(self, thing: Record | Deed, one: Citation) -> Text:
        """Return who, whose wording, source, via whom, when, place, doubt, proof and memo; the text has the stances."""
        subject = _quoted(one) if isinstance(thing, Quote) else head(one)
        remarks = (words for words in rest(one) if not words.startswith(CODED))
        return text(joined(subject, where(one), *remarks, self._memo(thing)))

    def _memo(self, thing: Record | Deed) -> str:
        record = thing.declaration if isinstance(thing, Deed) else thing
        return memo_words(self._library, record) if self._with_memos else ""


def _quoted(one: Citation) -> str:
    """Return who and whose wording; the words stand in the text, so only the source's own sentence goes before."""
    own = (piece.text for piece in one.pieces if piece.text.startswith(IN_THE_SOURCE))
    return joined(*own, f"{one.who} ({one.manner})" + (f", {one.said}" if one.said else ""))
