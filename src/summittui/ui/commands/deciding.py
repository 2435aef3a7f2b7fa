"""The commands of the review: each decides on the proposal under the cursor, or asks before it does."""

from collections.abc import Sequence
from functools import partial
from typing import Protocol

from summittui.library import Library
from summittui.library.answers.text_units import Edge, TextUnit
from summittui.model import DeclarationId, PartyId, Proposal, Stance, SummitError
from summittui.session.accepting import Corrections, MissingRecords
from summittui.session.adjusting import moved_edge, next_kind, with_declaration, with_speaker
from summittui.ui import edits, review_edits
from summittui.ui.actions import Action, Actions, first_of
from summittui.ui.command_app import CommandApp
from summittui.ui.commands.choosing_stance import StanceChoice
from summittui.ui.render.line import line, sentence
from summittui.ui.render.proposals import proposal_detail
from summittui.ui.services.session_host import EditCallbacks

_STEPS = (0.9, 0.88, 0.85, 0.8, 0.65, 0.0)
"""The confidences from which on all proposals can be accepted at once."""
_AS_THEY_ARE = Corrections()
_MAKE = Corrections(new_actors=True, new_declarations=True)


class Reviewed(Protocol):
    """The screen on which proposals are decided."""

    @property
    def app(self) -> CommandApp:
        """The app that makes the edits."""

    @property
    def library(self) -> Library | None:
        """The records."""

    @property
    def waiting(self) -> tuple[Proposal, ...]:
        """The proposals that are shown."""

    @property
    def proposal(self) -> Proposal | None:
        """The proposal under the cursor."""

    def refuse(self, reason: str) -> None:
        """Notify the reader why something was not done."""


class DecideCommands:
    """The commands that decide on the proposal under the cursor, or on all."""

    def __init__(self, screen: Reviewed) -> None:
        """Create the commands for a screen."""
        self._screen = screen

    @property
    def actions(self) -> Actions:
        """The actions of the commands, by their ids."""
        host = self._screen.app.session_host
        run_edit, writing = host.run_edit, host.why_not_edit
        one = first_of(writing, self._why_nothing)
        return {
            "accept-proposal": Action(self.accept_proposal, one),
            "reject-proposal": Action(self.reject_proposal, one),
            "next-kind": Action(self.next_kind, one),
            "speaker": Action(self.speaker, one),
            "declaration": Action(self.declaration, first_of(one, self._why_no_declaration)),
            "code-stance": Action(self.code_stance, one),
            "join": Action(self.join, one),
            "split": Action(self.split, one),
            "start-back": Action(self.start_back, one),
            "start-on": Action(self.start_on, one),
            "end-back": Action(self.end_back, one),
            "end-on": Action(self.end_on, one),
            "start-back-far": Action(self.start_back_far, one),
            "end-on-far": Action(self.end_on_far, one),
            "accept-above": Action(self.accept_above, one),
            "undo": Action(lambda: run_edit(edits.undo), writing),
            "redo": Action(lambda: run_edit(edits.redo), writing),
        }

    def _why_nothing(self) -> str | None:
        return None if self._screen.proposal else "Nothing waits for review."

    def _why_no_declaration(self) -> str | None:
        proposal = self._screen.proposal
        return "A quote belongs to no declaration; an act or a number does." if proposal and proposal.quote else None

    def accept_proposal(self) -> None:
        """Make a record of the proposal."""
        if self._screen.proposal:
            self._accept((self._screen.proposal,))

    def reject_proposal(self) -> None:
        """Reject the proposal."""
        if self._screen.proposal:
            self._screen.app.session_host.run_edit(partial(review_edits.reject, (self._screen.proposal,)))

    def accept_above(self) -> None:
        """Ask for a confidence, and accept all proposals of that confidence or more."""
        from summittui.ui.dialogs.question import QuestionScreen

        waiting = self._screen.waiting
        counted = [(step, [each for each in waiting if each.reading.confidence >= step]) for step in _STEPS]
        answers = [(str(step), f"{len(found)} from {step:g}" if step else "all of them") for step, found in counted]
        chosen = {str(step): found for step, found in counted}

        def answered(step: str | None) -> None:
            if step is not None and chosen[step]:
                self._accept(chosen[step])

        text = [line("Those of this confidence or more become records, in one edit.")]
        self._screen.app.push_screen(QuestionScreen("Accept all", text, answers[::-1]), answered)

    def _accept(
        self, proposals: Sequence[Proposal], corrections: Corrections = _AS_THEY_ARE, stance: Stance | None = None
    ) -> None:
        then = EditCallbacks(on_failed=partial(self._failed, proposals, stance), is_whole=False)
        self._screen.app.session_host.run_edit(
            partial(review_edits.accept, tuple(proposals), corrections, stance), then
        )

    def _failed(self, proposals: Sequence[Proposal], stance: Stance | None, error: SummitError) -> None:
        """Ask whether to add missing actors and declarations; else notify the reader why nothing was accepted."""
        if not isinstance(error, MissingRecords):
            self._screen.app.say(sentence(error), is_error=True)
            return
        from summittui.ui.dialogs.question import QuestionScreen

        names = [line((f"  {name}", "words")) for name in (*error.actors, *error.declarations)]
        answers = [("make", "Add as new"), ("leave", "Leave everything as it is")]
        if len(proposals) == 1 and proposals[0].newcomer:
            answers.insert(1, ("pick", "It is somebody who is known"))

        def answered(answer: str | None) -> None:
            if answer == "make":
                self._accept(proposals, _MAKE, stance)
            elif answer == "pick":
                self.speaker()

        self._screen.app.push_screen(QuestionScreen("Nobody is called so", names, answers), answered)

    def next_kind(self) -> None:
        """Change the proposal to the next kind of quote."""
        self._adjust(lambda _, proposal: next_kind(proposal))

    def speaker(self) -> None:
        """Pick the speaker or actor of the proposal, or add a new actor."""
        from summittui.ui.dialogs.picker import PickerScreen

        if self._screen.library is None or self._screen.proposal is None:
            return
        tables = ("actors", "declarations") if self._screen.proposal.quote else ("actors",)
        title = "Who speaks?" if self._screen.proposal.quote else "Who acts?"
        self._screen.app.push_screen(PickerScreen(title, self._screen.library, tables, makes=True), self._take_speaker)

    def _take_speaker(self, id_: str | None) -> None:
        if id_ is None or self._screen.proposal is None:
            return
        if id_.startswith("+"):
            self._screen.app.session_host.run_edit(
                partial(review_edits.with_new_speaker, self._screen.proposal, id_.removeprefix("+"))
            )
        else:
            self._adjust(lambda library, proposal: with_speaker(library, proposal, PartyId(id_)))

    def declaration(self) -> None:
        """Pick the declaration of an act or a tally, or add a new declaration."""
        from summittui.ui.dialogs.picker import NEW, PickerScreen

        library, proposal = self._screen.library, self._screen.proposal
        if library is None or proposal is None:
            return

        def picked(id_: str | None) -> None:
            if id_ is None:
                return
            if id_.startswith(NEW):
                edit = partial(review_edits.with_new_declaration, proposal, id_.removeprefix(NEW))
                self._screen.app.session_host.run_edit(edit)
            else:
                self._adjust(lambda _, here: with_declaration(here, DeclarationId(id_)))

        self._screen.app.push_screen(
            PickerScreen("Of which declaration?", library, ("declarations",), makes=True), picked
        )

    def code_stance(self) -> None:
        """Ask for the side that the quote takes on an issue, and accept the proposal with that stance."""
        library, proposal = self._screen.library, self._screen.proposal
        if library is None or proposal is None:
            return
        if proposal.quote is None:
            self._screen.refuse("Only a quote takes a stance here.")
            return
        text = list(proposal_detail(library, proposal))
        StanceChoice(self._screen.app, text, lambda stance: self._accept((proposal,), stance=stance)).begin()

    def join(self) -> None:
        """Join the proposal and the next one."""
        waiting, here = self._screen.waiting, self._screen.proposal
        at = waiting.index(here) if here in waiting else -1
        if at < 0 or at + 1 >= len(waiting):
            self._screen.refuse("There is no next proposal to join it with.")
        else:
            self._screen.app.session_host.run_edit(partial(review_edits.join, waiting[at], waiting[at + 1]))

    def split(self) -> None:
        """Split the proposal in two: its first piece or sentence, and the rest."""
        if self._screen.proposal:
            self._screen.app.session_host.run_edit(partial(review_edits.split_up, self._screen.proposal))

    def start_back(self) -> None:
        """Move the start of the passage a word back."""
        self._move(Edge.START, TextUnit.WORD, -1)

    def start_on(self) -> None:
        """Move the start of the passage a word forward."""
        self._move(Edge.START, TextUnit.WORD, 1)

    def end_back(self) -> None:
        """Move the end of the passage a word back."""
        self._move(Edge.END, TextUnit.WORD, -1)

    def end_on(self) -> None:
        """Move the end of the passage a word forward."""
        self._move(Edge.END, TextUnit.WORD, 1)

    def start_back_far(self) -> None:
        """Move the start of the passage a sentence back."""
        self._move(Edge.START, TextUnit.SENTENCE, -1)

    def end_on_far(self) -> None:
        """Move the end of the passage a sentence forward."""
        self._move(Edge.END, TextUnit.SENTENCE, 1)

    def _move(self, edge: Edge, unit: TextUnit, by: int) -> None:
        self._adjust(
            lambda library, proposal: moved_edge(library.text(proposal.source) or "", proposal, edge, unit, by)
        )

    def _adjust(self, change: review_edits.Change) -> None:
        if self._screen.proposal:
            self._screen.app.session_host.run_edit(partial(review_edits.adjust, self._screen.proposal, change))
