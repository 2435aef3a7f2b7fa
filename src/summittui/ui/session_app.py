"""The app that owns the session: it opens it, edits in it, and shows what other sessions edit."""

import gc
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from textual import work
from textual.events import Event, Key, Resize
from textual.reactive import reactive

from summittui.library import Library
from summittui.model import Record, StoreConflict, SummitError
from summittui.model.text import safe
from summittui.session.editor import Program
from summittui.session.remembered import Remembered
from summittui.session.settings import Settings
from summittui.stamps import RECORDS_TAKEN, stamp
from summittui.ui.command_app import CommandApp
from summittui.ui.early_paint import EarlyPaint
from summittui.ui.keys.lookup import key_of
from summittui.ui.render.line import line, sentence
from summittui.ui.restrictions import UNRESTRICTED, Restrictions
from summittui.ui.scheduling.change_poller import POLL_SECONDS, ChangePoller
from summittui.ui.scheduling.executors import BEFORE_KEYS, SerialExecutor
from summittui.ui.terminal.environment import is_too_small
from summittui.ui.terminal.guard import TerminalGuard
from summittui.ui.terminal.last_resort import LastResort
from summittui.ui.terminal.pager import pager_ends_by_itself
from summittui.ui.terminal.programs import run_program
from summittui.ui.theme.glyphs import FULL, Alphabet

if TYPE_CHECKING:
    import asyncio

    from summittui.session import Session
    from summittui.ui.edits import Edit
    from summittui.ui.render.versions import Logged

T = TypeVar("T")

PATIENCE_SECONDS = 0.3
"""How long the first paint waits for the records at most."""
PATIENCE_WITH_FRAME_SECONDS = 5.0
"""The same where the terminal shows the screen already, as it was left."""
TELL_SECONDS = 5.0
"""How often they are told of at most."""


class EditCallbacks(Struct, frozen=True):
    """How it goes on after an edit."""

    done: Callable[[str | None], None] | None = None
    """Called with the record to go to."""
    failed: Callable[[SummitError], None] | None = None
    """Called in place of a notice."""
    again: Callable[[Record | None], None] | None = None
    """Lets the user edit again, on the version of somebody else."""
    is_whole: bool = True
    """Whether the edit is of one record, so that one of two versions of it can be chosen."""


class SessionApp(CommandApp):
    """An app with a session; everything that touches it happens in one thread of its own."""

    library: reactive[Library | None] = reactive(None, repaint=False)
    """All records; None until the store has been read, a new value after every change."""

    def __init__(
        self,
        open_session: "Callable[[], Session]",
        *,
        waits: bool = False,
        program: Program | None = None,
        poll_seconds: float = POLL_SECONDS,
        settings: Settings = Settings(),  # noqa: B008 - immutable
        remembered: Remembered = Remembered(welcomed=True),  # noqa: B008 - immutable
        restrictions: Restrictions = UNRESTRICTED,
        alphabet: Alphabet = FULL,
        early: EarlyPaint | None = None,
    ) -> None:
        """Run on the session that `open_session` opens while the first screen is made.

        Args:
            open_session: Opens it; called in the session's thread.
            waits: Whether the first paint waits for the records, as it should where they are read in no time.
            program: Runs a program in the terminal while the app is out of the way.
            poll_seconds: How often other sessions' edits are looked for while somebody types.
            settings: What the user wants.
            remembered: What earlier runs leave to this one.
            restrictions: What is closed to its user.
            alphabet: What the terminal can show.
            early: A frame that the terminal shows already.
        """
        super().__init__(
            settings=settings, remembered=remembered, restrictions=restrictions, alphabet=alphabet, early=early
        )
        self._alphabet = alphabet
        self._open_session = open_session
        self._thread = SerialExecutor()
        self._waits = waits or early is not None
        self._batch = ExitStack()
        """Keeps the app from painting, until it is closed."""
        self._looks = ChangePoller(self.look, poll_seconds)
        self._looking = False
        self._trouble = ""
        self._untold: set[str] = set()
        self._told_at = -TELL_SECONDS
        self.program: Program = program or partial(run_program, self)
        """Runs a program in the terminal."""
        self.pager: Program = program or partial(run_program, self, ends_by_itself=pager_ends_by_itself)
        """Runs a pager; the screens wait for a key before they cover the text of one that ended by itself."""
        self._guard = TerminalGuard(self, may_suspend=restrictions.may_suspend, redraw=self.do_redraw)
        self.last_resort = LastResort(self, self._guard)
        """Ends the application on an error that nobody expected."""
        self.session: Session | None = None
        self.failure: SummitError | None = None
        """Why the store could not be read; the application ends then."""

    def on_load(self) -> None:
        """Obey signals before the terminal is taken."""
        self._guard.start()

    def on_mount(self) -> None:
        """Watch the terminal and read the store: at once, or after the first paint where that takes a while."""
        self._guard.watch()
        self.last_resort.watch()
        if self._alphabet.notice:
            self.say(self._alphabet.notice)
        if self._waits:
            self._batch.enter_context(self.batch_update())
            self.set_timer(PATIENCE_WITH_FRAME_SECONDS if self.early else PATIENCE_SECONDS, self._paint)
            self._read_store()
        else:
            self.call_after_refresh(self._read_store)

    async def on_event(self, event: Event) -> None:
        """Look for other sessions' edits more often once a key is pressed."""
        if isinstance(event, Key):
            self._looks.pressed()
        await super().on_event(event)

    def _paint(self) -> None:
        """Let the first screen be painted, if that has waited."""
        if self._waits:
            self._waits = False
            self._batch.close()
            self.screen.refresh(layout=True)

    def _settle(self) -> None:
        """Paint, greet, and collect garbage from now on; what the start has made stays."""
        self._paint()
        self.greet()
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    def on_resize(self, event: Resize) -> None:
        """Say that there is too little room, as long as that is so."""
        if is_too_small(event.size):
            from summittui.ui.dialogs.too_small import TooSmallScreen

            if not isinstance(self.screen, TooSmallScreen):
                self.push_screen(TooSmallScreen())

    @work
    async def _read_store(self) -> None:
        try:
            session = await self._thread.run(self._open_session)
        except SummitError as error:
            self.failure = error
            self._paint()
            self.exit(return_code=3)
            return
        self.session = session
        self.why_read_only = session.why_read_only
        self.library = session.library
        self._looks.begin()
        stamp(RECORDS_TAKEN)
        if session.seeded:
            self.say(f"A new store was seeded with the collection paris-2025. {key_of('help')} lists the keys.")
        elif session.is_shipped and session.why_read_only:
            self.say(session.why_read_only)
        self._begin()

    @work
    async def _begin(self) -> None:
        """Paint for the first time what is to be shown first, once it is there."""
        if self._waits:
            await self.input_queue.settled()
        self._settle()

    def say(self, words: str, *, is_error: bool = False) -> None:
        """Show a sentence for a few seconds."""
        self.notify(safe(words), markup=False, severity="error" if is_error else "information")

    def _complain(self, error: SummitError) -> None:
        self.say(sentence(error), is_error=True)

    def run_edit(self, edit: "Edit", then: EditCallbacks = EditCallbacks()) -> None:  # noqa: B008 - immutable
        """Make an edit; show the new library and say what was done, or why not."""
        self._edit(edit, then)

    @work(group=BEFORE_KEYS)
    async def _edit(self, edit: "Edit", then: EditCallbacks) -> None:
        session = self.session
        if session is None:
            return
        try:
            done = await self._thread.run(partial(edit, session))
        except StoreConflict as conflict:
            from summittui.ui.edits import taken_in

            by = await self._thread.run(partial(taken_in, conflict, session))
            self.library = session.library
            self._let_choose(conflict, by, then)
        except SummitError as error:
            (then.failed or self._complain)(error)
        else:
            self.library = session.library
            self.say(done.said)
            if then.done:
                then.done(done.at)
            if done.report:
                from summittui.ui.dialogs.question import QuestionScreen

                self.push_screen(QuestionScreen(done.said, [line(each) for each in done.report]))

    def ask_session(self, question: "Callable[[Session], T]", answer: Callable[[T], None]) -> None:
        """Ask the session something that may take a while, and give the answer on."""
        self._ask(question, answer)

    @work(group=BEFORE_KEYS)
    async def _ask(self, question: "Callable[[Session], T]", answer: Callable[[T], None]) -> None:
        if self.session is None:
            return
        try:
            found = await self._thread.run(partial(question, self.session))
        except SummitError as error:
            self._complain(error)
        else:
            answer(found)

    def _let_choose(self, conflict: StoreConflict, by: "Logged | None", then: EditCallbacks) -> None:
        """Let the user see both versions, and who made theirs, and choose; only say so to one who types meanwhile."""
        from textual.widgets import Input

        from summittui.ui import edits
        from summittui.ui.dialogs.question import QuestionScreen
        from summittui.ui.render.versions import MINE, THEIRS, conflict_lines, ways_out

        is_typing = then.again is None and isinstance(self.focused, Input)
        if is_typing or not then.is_whole or (conflict.mine is None and conflict.theirs is None):
            self._complain(conflict)
            return

        def chosen(way: str | None) -> None:
            if way == MINE:
                self.run_edit(partial(edits.put_mine, conflict), then)
            elif way == THEIRS:
                self.say("Their version stays.")
                if then.done:
                    then.done(conflict.theirs.id if conflict.theirs else None)
            elif then.again:
                then.again(conflict.theirs)

        ways = ways_out(conflict, may_edit_again=then.again is not None)
        lines, at = conflict_lines(conflict, by)
        self.push_screen(QuestionScreen("Two versions of one record", lines, ways, top=at), chosen)

    def do_undo(self) -> None:
        """Take back this user's last edit."""
        from summittui.ui import edits

        self.run_edit(edits.undo)

    def do_redo(self) -> None:
        """Make the edit again that was taken back last."""
        from summittui.ui import edits

        self.run_edit(edits.redo)

    def do_reload(self) -> None:
        """Read the store again if another process has changed it."""
        self._look(asked=True)

    def look(self) -> None:
        """Show what others have edited, if they have; does nothing while it is still looking."""
        if self.session is not None and not self._looking:
            self._looking = True
            self._thread.begin(self.session.is_behind).add_done_callback(self._looked)

    def _looked(self, behind: "asyncio.Future[bool]") -> None:
        """Take over what others have edited; what went wrong while looking for it will go wrong again there."""
        self._looking = False
        is_behind = behind.exception() is not None or behind.result()
        if is_behind and self.session is not None:
            self._look()

    @work
    async def _look(self, *, asked: bool = False) -> None:
        session = self.session
        if session is None:
            return
        try:
            found = await self._thread.run(session.reload)
        except SummitError as error:
            if asked or str(error) != self._trouble:
                self._complain(error)
            self._trouble = str(error)
        else:
            self._trouble = ""
            self._take(session.library, found, asked=asked)

    def _take(self, library: Library, found: frozenset[str], *, asked: bool) -> None:
        """Show what others have changed; tell of it, at most so often."""
        if found:
            self.library = library
            self._untold |= found
        if self._untold and (asked or monotonic() - self._told_at >= TELL_SECONDS):
            records = "1 record" if len(self._untold) == 1 else f"{len(self._untold)} records"
            self.say(f"Another session changed the store: {records}.")
            self._untold.clear()
            self._told_at = monotonic()
        elif asked:
            self.say("Nothing has changed in the store.")

    async def on_unmount(self) -> None:
        """Let go of the store, once every edit is made."""
        session, self.session = self.session, None
        self._looks.end()
        if session:
            await self._thread.run(session.close)
        self._thread.close()
