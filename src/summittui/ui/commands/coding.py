"""The commands that code a selected passage: as a quote, a claim, an act, a number, a side, or a record's place."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from summittui.library import Library
from summittui.model import Disagreement, Passage, Selector, SourceId
from summittui.model.display_names import display_name
from summittui.model.text import clip
from summittui.session.entry import passages, unanchored
from summittui.session.suggesting import Suggestion, suggestion_at
from summittui.ui import passage_edits
from summittui.ui.actions import Action, Actions, first_of
from summittui.ui.command_app import CommandApp
from summittui.ui.forms import passages as forms
from summittui.ui.forms.field import Field
from summittui.ui.render.line import line

_KINDS = {
    "code-quote": "a quote: what somebody said",
    "code-claim": "a claim: what the source asserts itself",
    "code-act": "an act: what somebody did with a declaration",
    "code-tally": "a number of a declaration",
    "code-side": "one side of a disagreement",
    "code-place": "the place of a record that has none",
}
"""The kinds of record that a passage can become, by the command that makes one."""
_SHOWN = 60

Fill = Callable[[Library, Suggestion], tuple[Field, ...]]


class PassageHost(Protocol):
    """The screen on which a passage is selected."""

    @property
    def app(self) -> CommandApp:
        """The app, which has the session."""

    @property
    def source(self) -> SourceId:
        """The source that is read."""

    @property
    def selector(self) -> Selector:
        """The span that is selected, with its words."""

    def why_no_passage(self) -> str | None:
        """Return the reason why no passage can be coded now; None if one can."""

    def end_extending(self) -> None:
        """End the extending: the next motion begins a new selection."""


class CodeCommands:
    """The commands that make a record of the selected passage, or give the passage to a record."""

    def __init__(self, host: PassageHost) -> None:
        """Create the commands for a screen."""
        self._host = host

    @property
    def actions(self) -> Actions:
        """The actions of the commands, by their ids."""
        writing = first_of(self._host.app.session_host.why_not_edit, self._host.why_no_passage)
        quote = self._coding("Quote", passages.entered_quote, forms.quote_form)
        claim = self._coding("Claim", passages.entered_claim, forms.claim_form)
        act = self._coding("Act", passages.entered_act, forms.act_form)
        tally = self._coding("Number", passages.entered_tally, forms.tally_form)
        return {
            "code": Action(self.choose_kind, writing),
            "code-quote": Action(quote, writing),
            "code-claim": Action(claim, writing),
            "code-act": Action(act, writing),
            "code-tally": Action(tally, writing),
            "code-side": Action(self.code_side, writing),
            "code-place": Action(self.choose_record, first_of(writing, self._why_no_record)),
        }

    def _why_no_record(self) -> str | None:
        bare = unanchored.unanchored_in(self._library, self._passage.source)
        return None if bare else "Every record of this source has a place."

    @property
    def _passage(self) -> Passage:
        return Passage.of(self._host.source, self._host.selector)

    @property
    def _library(self) -> Library:
        library = self._host.app.session_host.whole_library
        assert library is not None, "coding is refused until the store has been read"
        return library

    def choose_kind(self) -> None:
        """Ask for the kind of record that the passage becomes."""
        from summittui.ui.dialogs.question import QuestionScreen

        def answered(answer: str | None) -> None:
            if answer is not None:
                action = self.actions[answer]
                reason = action.why_not()
                self._host.app.say(reason) if reason else action.run()

        text = [line((clip(" ".join((self._passage.exact or "").split()), 4 * _SHOWN), "words"))]
        self._host.app.push_screen(QuestionScreen("What is it?", text, tuple(_KINDS.items())), answered)

    def _coding(self, title: str, make: passage_edits.Enter, fill: Fill) -> Callable[[], None]:
        """Return a function that opens a form for the passage, filled in from what the text words around it."""

        def suggested(passage: Passage, known: Suggestion) -> None:
            self._open(title, passage, make, fill(self._library, known))

        def run() -> None:
            passage = self._passage
            span = passages.plain_span(passage)
            ask = self._host.app.session_host.ask
            ask(lambda session: suggestion_at(session.library, passage.source, span), partial(suggested, passage))

        return run

    def _open(self, title: str, passage: Passage, make: passage_edits.Enter, fields: tuple[Field, ...]) -> None:
        from summittui.ui.dialogs.form import FormScreen

        words = clip(" ".join((passage.exact or "").split()), _SHOWN)
        save = partial(passage_edits.code_passage, make, passage)
        self._host.app.push_screen(FormScreen(f"{title}: {words}", fields, save, is_whole=False), self._saved)

    def _saved(self, id_: str | None) -> None:
        if id_ is not None:
            self._host.end_extending()

    def code_side(self) -> None:
        """Find the disagreement of which the passage is a side, or type the title of a new one."""
        from summittui.ui.dialogs.picker import NEW, PickerScreen

        library, passage = self._library, self._passage

        def picked(id_: str | None) -> None:
            if id_ is None:
                return
            if id_.startswith(NEW):
                fields = forms.disagreement_form(id_.removeprefix(NEW))
                self._open("Disagreement", passage, passages.entered_disagreement, fields)
            else:
                make = partial(passages.entered_side, id_)
                fields = forms.side_form(passage.source, library.get_as(Disagreement, id_))
                self._open("Side", passage, make, fields)

        picker = PickerScreen("Of which disagreement is it a side?", library, ("disagreements",), makes=True)
        self._host.app.push_screen(picker, picked)

    def choose_record(self) -> None:
        """Ask for the record without a passage to which the passage belongs."""
        from summittui.ui.dialogs.question import QuestionScreen

        passage = self._passage
        bare = unanchored.unanchored_in(self._library, passage.source)
        answers = [(str(at), self._named(each)) for at, each in enumerate(bare)]

        def answered(answer: str | None) -> None:
            if answer is not None:
                self._host.app.session_host.run_edit(partial(passage_edits.anchor, bare[int(answer)], passage))

        words = line((clip(" ".join((passage.exact or "").split()), 4 * _SHOWN), "words"))
        self._host.app.push_screen(QuestionScreen("Which record has its place here?", [words], answers), answered)

    def _named(self, each: unanchored.Unanchored) -> str:
        name = clip(display_name(self._library.get(each.record)), _SHOWN)
        return f"{name}  {each.record}{f' {each.part}' if each.part else ''}"
