"""The commands that select a passage in a text: motions by word, sentence, paragraph and quotation marks."""

from collections.abc import Callable
from typing import Protocol

from summittui.library.answers.text_units import Edge, TextUnit, unit_at
from summittui.model import Selector
from summittui.ui.actions import Action, Actions
from summittui.ui.render.marked import MarkedParagraphs
from summittui.ui.text_selection import TextSelection
from summittui.ui.widgets.text_view import TextView

Motion = Callable[[TextSelection], TextSelection]


def _to_quotation(selection: TextSelection) -> TextSelection:
    return selection.to_next_mark() if selection.is_extended else selection.to_marks(1)


def point_of(view: TextView, offset: int) -> tuple[int, int]:
    """Return the paragraph of a view that holds an offset of the text, and the offset in it."""
    shown = view.paragraphs
    return shown.place_of(Selector(offset, offset)) if isinstance(shown, MarkedParagraphs) else (0, 0)


class SelectionHost(Protocol):
    """The screen on which a passage is selected."""

    selection: TextSelection
    """The present selection; assigning another one renders it."""

    @property
    def view(self) -> TextView:
        """The view of the text, a paragraph for each of its lines."""

    def refuse(self, reason: str) -> None:
        """Notify the reader why something was not done."""


class SelectCommands:
    """The commands that select by motions."""

    def __init__(self, host: SelectionHost) -> None:
        """Create the commands for a screen."""
        self._host = host

    @property
    def actions(self) -> Actions:
        """The actions of the commands, by their ids."""
        word, sentence, paragraph = TextUnit.WORD, TextUnit.SENTENCE, TextUnit.PARAGRAPH
        motions: dict[str, Motion] = {
            "word-on": lambda selection: selection.moved(word, 1),
            "word-back": lambda selection: selection.moved(word, -1),
            "sentence-on": lambda selection: selection.moved(sentence, 1),
            "sentence-back": lambda selection: selection.moved(sentence, -1),
            "paragraph-on": lambda selection: selection.moved(paragraph, 1),
            "paragraph-back": lambda selection: selection.moved(paragraph, -1),
            "quotation-on": lambda selection: (
                selection.to_next_mark() if selection.is_extended else selection.to_marks(1)
            ),
            "quotation-back": lambda selection: selection.to_marks(-1),
            "start-back": lambda selection: selection.with_edge(Edge.START, word, -1),
            "start-on": lambda selection: selection.with_edge(Edge.START, word, 1),
            "end-back": lambda selection: selection.with_edge(Edge.END, word, -1),
            "end-on": lambda selection: selection.with_edge(Edge.END, word, 1),
            "start-back-far": lambda selection: selection.with_edge(Edge.START, sentence, -1),
            "end-on-far": lambda selection: selection.with_edge(Edge.END, sentence, 1),
        }
        return {
            **{name: self._action(motion) for name, motion in motions.items()},
            "extend": Action(self.extend),
        }

    def _action(self, motion: Motion) -> Action:
        return Action(lambda: self._move(motion))

    def _move(self, motion: Motion) -> None:
        after = motion(self._host.selection)
        if after == self._host.selection:
            self._host.refuse("There is nothing further on that side of the text.")
        else:
            self._host.selection = after

    def extend(self) -> None:
        """Begin or end the extending of the selection by motions."""
        self._host.selection = self._host.selection.toggled()


class LineMotions:
    """The motions of a selection by lines and pages, for the moving keys of every list."""

    def __init__(self, host: SelectionHost) -> None:
        """Create the commands for a screen."""
        self._host = host

    def move(self, delta: int) -> None:
        """Move the selection by a number of lines as the view wraps them."""
        selection, view = self._host.selection, self._host.view
        index, offset = view.lines_from(*point_of(view, selection.head[0]), delta)
        shown = view.paragraphs
        self._to((shown.begin_of(index) if isinstance(shown, MarkedParagraphs) else 0) + offset)

    def page(self, direction: int) -> None:
        """Move the selection by a page."""
        self.move(direction * max(1, self._host.view.inner_height - 1))

    def half_page(self, direction: int) -> None:
        """Move the selection by half a page."""
        self.move(direction * max(1, self._host.view.inner_height // 2))

    def to_start(self) -> None:
        """Move the selection to the first word."""
        self._to(0)

    def to_end(self) -> None:
        """Move the selection to the last word."""
        self._to(len(self._host.selection.text))

    def _to(self, place: int) -> None:
        word = unit_at(self._host.selection.text, TextUnit.WORD, place)
        if word is not None:
            self._host.selection = self._host.selection.to(word)
