"""A source as it is read: its text or its outline with everything marked in it, and where a passage stands."""

from typing import NamedTuple

from rich.text import Text

from summittui.library import Library
from summittui.model import Selector, Source
from summittui.model.caching import BoundedCache
from summittui.ui.render.line import line
from summittui.ui.render.marked import Excerpts, MarkedParagraphs, OutlineOfMarks
from summittui.ui.render.marks import Mark, marks_in

_SOURCES = 8
"""The number of sources in the cache."""


class Reading(NamedTuple):
    """The paragraphs of a source and their marks, as a text view shows them."""

    title: Text
    paragraphs: MarkedParagraphs | Excerpts | OutlineOfMarks
    place: tuple[int, int]
    """The paragraph in which the passage begins, and the offset in it."""


def reading(library: Library, source: Source, passage: Selector, around: int | None = None) -> Reading:
    """Return a source opened at a passage.

    Args:
        library: The records and the attached texts.
        source: What is read.
        passage: What is highlighted.
        around: How many lines around each mark are shown of an attached text; None for the whole text.
    """
    marks = known_marks(library, source.id)
    if library.text(source.id) is None:
        outline = OutlineOfMarks(library, source, passage, marks)
        return Reading(line((f"Outline of {source.id}, in our words", "title")), outline, outline.place_of(passage))
    text = _whole(library, source.id).moved(passage)
    shown = text if around is None else Excerpts(text, around)
    told = f" · {source.title or source.kind}" if around is None else f" · its marks, ±{around} lines; + widens"
    return Reading(line((f"Text of {source.id}", "title"), (told, "apparatus")), shown, shown.place_of(passage))


def known_marks(library: Library, source: str) -> tuple[Mark, ...]:
    """Return the marks of a source (see `marks_in`), cached on the library."""
    return library.derived(_cached_marks).get(source, lambda: marks_in(library, source))


def _cached_marks(_: Library) -> BoundedCache[str, tuple[Mark, ...]]:
    return BoundedCache(_SOURCES)


def _whole(library: Library, source: str) -> MarkedParagraphs:
    def made() -> MarkedParagraphs:
        return MarkedParagraphs(library.text(source) or "", Selector(0, 0), known_marks(library, source))

    return library.derived(_cached_texts).get(source, made)


def _cached_texts(_: Library) -> BoundedCache[str, MarkedParagraphs]:
    return BoundedCache(_SOURCES)
