"""The commands of a reader that lead to coding: select a passage, set the stance of a record at the passage."""

from functools import partial
from typing import Protocol

from summittui.library import Library
from summittui.model import Record, Selector, SourceId
from summittui.model.display_names import display_name
from summittui.model.text import clip
from summittui.ui import passage_edits
from summittui.ui.actions import Action, Actions, first_of
from summittui.ui.command_app import CommandApp
from summittui.ui.commands.choosing_stance import StanceChoice
from summittui.ui.render.line import line
from summittui.ui.render.marked import OutlineOfMarks
from summittui.ui.render.reading import Reading, known_marks
from summittui.ui.render.sought import searched
from summittui.ui.text_selection import TextSelection
from summittui.ui.widgets.find_line import Hits
from summittui.ui.widgets.text_view import TextView

_SHOWN = 80


class TextHost(Protocol):
    """The screen on which a text is read."""

    @property
    def app(self) -> CommandApp:
        """The app, which has the session."""

    @property
    def source(self) -> SourceId:
        """The source that is read."""

    @property
    def selector(self) -> Selector:
        """The present passage."""

    def refuse(self, reason: str) -> None:
        """Notify the reader why something was not done."""


class ReadingHost(TextHost, Protocol):
    """The screen on which a text is read and a passage of it can be selected."""

    @property
    def selection_at_hand(self) -> TextSelection | None:
        """The first selection; None where there is no text with words."""


class ReadingCommands:
    """The commands of a reader that lead to coding."""

    def __init__(self, host: ReadingHost) -> None:
        """Create the commands for a screen."""
        self._host = host

    @property
    def actions(self) -> Actions:
        """The actions of the commands, by their ids."""
        return {"select": Action(self.select, self._why_no_text), **StanceCommands(self._host).actions}

    def _why_no_text(self) -> str | None:
        is_empty = self._host.selection_at_hand is None
        return "Nothing can be selected here: no text of this source is attached, or it is empty." if is_empty else None

    def select(self) -> None:
        """Open the coding screen with the first selection."""
        selection = self._host.selection_at_hand
        if selection is not None:
            self._host.app.navigation.open("coding", self._host.source, selection)


class StanceCommands:
    """The command that sets the stance of a quote or a claim at the present passage."""

    def __init__(self, host: TextHost) -> None:
        """Create the command for a screen."""
        self._host = host

    @property
    def actions(self) -> Actions:
        """The action of the command, by its id."""
        return {
            "stance": Action(self.take_stance, first_of(self._host.app.session_host.why_not_edit, self._why_nothing))
        }

    def _why_nothing(self) -> str | None:
        return None if self._records else "No quote and no claim stands at this passage; code it first."

    @property
    def _records(self) -> tuple[Record, ...]:
        """The quotes and claims at the passage, of the whole store: those of just this span, else those it touches."""
        library = self._host.app.session_host.whole_library
        return stated_at(library, self._host.source, self._host.selector) if library else ()

    def take_stance(self) -> None:
        """Ask for the stance of the record at the passage; where there are several, ask for the record first."""
        from summittui.ui.dialogs.question import QuestionScreen

        records = self._records
        if len(records) == 1:
            self._choose(records[0])
            return
        answers = [(each.id, f"{clip(display_name(each), _SHOWN)}  {each.id}") for each in records]
        named = {each.id: each for each in records}

        def answered(id_: str | None) -> None:
            if id_ is not None:
                self._choose(named[id_])

        text = [line("Several records stand at this passage.")]
        self._host.app.push_screen(QuestionScreen("Whose side is it?", text, answers), answered)

    def _choose(self, record: Record) -> None:
        run_edit = self._host.app.session_host.run_edit
        text = [line((clip(display_name(record), 4 * _SHOWN), "words"))]
        StanceChoice(
            self._host.app, text, lambda stance: run_edit(partial(passage_edits.set_stance, record, stance))
        ).begin()


def first_selection(shown: Reading, passage: Selector, view: TextView, hits: Hits | None) -> TextSelection | None:
    """Return what is selected at first in an attached text.

    It is the place at hand of the words that are sought, else the passage where it is in sight, else the first word
    in sight; None where the text has no words.
    """
    if isinstance(shown.paragraphs, OutlineOfMarks):
        return None
    index, offset = view.top
    text = searched(shown.paragraphs).text
    first = TextSelection.at(text, shown.paragraphs.begin_of(index) + offset)
    if first is None:
        return None
    if hits is not None and hits.current is not None:
        return first.to(hits.current)
    is_here = passage.start < passage.end <= len(text) and view.is_in_sight(*shown.place)
    return first.to((passage.start, passage.end)) if is_here else first


def stated_at(library: Library, source: SourceId, span: Selector) -> tuple[Record, ...]:
    """Return the quotes and claims with exactly this span, else those with a span that overlaps it."""
    marks = known_marks(library, source)
    held = [mark for mark in marks if mark.selector.start == span.start and mark.selector.end == span.end]
    held = held or [mark for mark in marks if mark.selector.overlaps(span)]
    return tuple(library.get(id_) for id_ in dict.fromkeys(mark.record for mark in held))
