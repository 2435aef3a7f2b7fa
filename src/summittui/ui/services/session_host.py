"""The session of an app: opened, edited, asked and reloaded in one thread, its library shown by the app."""

from collections.abc import Callable
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Protocol, TypeVar

from msgspec import Struct

from summittui.library import Library
from summittui.model import Record, StoreConflict, SummitError
from summittui.model.text import counted
from summittui.startup_trace import RECORDS_TAKEN, mark
from summittui.ui.base_app import BaseApp
from summittui.ui.scheduling.change_poller import POLL_SECONDS, ChangePoller
from summittui.ui.scheduling.executors import BEFORE_KEYS, SerialExecutor

if TYPE_CHECKING:
    import asyncio

    from summittui.session import Session
    from summittui.ui.edits import Edit
    from summittui.ui.render.versions import Logged

T = TypeVar("T")

LATE = 20_000
"""The number of quotes of a store from which on a scope may take a second or more, so that this is said."""
NOTICE_SECONDS = 5.0
"""Seconds between two notices of other sessions' edits, at least."""


class EditCallbacks(Struct, frozen=True):
    """Callbacks for the outcome of an edit; at most one runs, on the UI thread."""

    on_saved: Callable[[str | None], None] | None = None
    """Called with the id of the record to go to."""
    on_failed: Callable[[SummitError], None] | None = None
    """Called in place of a notice."""
    on_conflict: Callable[[Record | None], None] | None = None
    """Lets the user edit again, on the version of somebody else."""
    is_whole: bool = True
    """Whether the edit is of one record, so that one of two versions of it can be chosen."""


class EditDialogs(Protocol):
    """The dialogs that follow an edit."""

    def choose_version(self, conflict: StoreConflict, by: "Logged | None", callbacks: EditCallbacks) -> None:
        """Let the user choose between two versions of a record, made at the same time."""

    def show_report(self, title: str, paragraphs: tuple[str, ...]) -> None:
        """Show what is to be read after an edit."""


class SessionHost:
    """The one owner of a session; every call of it is made in a thread of its own, in order."""

    def __init__(
        self,
        app: BaseApp,
        open_session: "Callable[[], Session]",
        *,
        on_opened: "Callable[[Session], None]",
        on_failed: Callable[[], None],
        poll_seconds: float = POLL_SECONDS,
    ) -> None:
        """Make a host; the session is opened by `open`.

        Args:
            app: Shows the library and the notices.
            open_session: Opens the session; called in the session's thread.
            on_opened: Called once the app has the library.
            on_failed: Called where the store cannot be read, with `failure` set.
            poll_seconds: Seconds between two looks for other sessions' edits while somebody types.
        """
        self._app = app
        self._open_session = open_session
        self._on_opened = on_opened
        self._on_failed = on_failed
        self._thread = SerialExecutor()
        self.poller = ChangePoller(self.poll, poll_seconds)
        """Looks for other sessions' edits from time to time."""
        self.is_polling = False
        """Whether a look for other sessions' edits is under way."""
        self.first_scope = ""
        """The scope of the screens at the start; empty for no limit."""
        self._trouble = ""
        self._unannounced: set[str] = set()
        self._announced_at = -NOTICE_SECONDS
        self.session: Session | None = None
        """None until the store has been read, and from the end on."""
        self.failure: SummitError | None = None
        """Why the store could not be read; the app ends then."""
        self.dialogs: Callable[[], EditDialogs] | None = None
        """Makes the dialogs that follow an edit; None where nobody is asked."""

    def open(self) -> None:
        """Read the store in the session's thread; the app shows its library once that is done."""
        self._app.run_worker(self._open())

    async def _open(self) -> None:
        try:
            session = await self._thread.run(self._open_session)
        except SummitError as error:
            self.failure = error
            self._on_failed()
            return
        if self.first_scope:
            await self._limit_first(session)
        self.session = session
        self._app.why_read_only = session.why_read_only
        self._app.library = session.scoped_library
        self.poller.begin()
        mark(RECORDS_TAKEN)
        self._on_opened(session)

    def why_not_edit(self) -> str | None:
        """Return why no record can be edited now, as a sentence; None where records can be."""
        unread = None if self.session else "The store is still being read."
        return self._app.restrictions.why_not_edit() or self._app.why_read_only or unread

    async def _limit_first(self, session: "Session") -> None:
        try:
            await self._thread.run(partial(session.limit, self.first_scope))
        except SummitError as error:
            self._app.complain(error)

    async def close(self) -> None:
        """Close the session once every queued edit is made."""
        session, self.session = self.session, None
        self.poller.end()
        if session:
            await self._thread.run(session.close)
        self._thread.close()

    async def is_behind(self) -> bool:
        """Return whether the store holds edits that the app does not show."""
        return self.session is not None and await self._thread.run(self.session.is_behind)

    def run_edit(self, edit: "Edit", callbacks: EditCallbacks = EditCallbacks()) -> None:  # noqa: B008 - immutable
        """Make an edit; show the new library and say what was done, or why not."""
        self._app.run_worker(self._edit(edit, callbacks), group=BEFORE_KEYS)

    async def _edit(self, edit: "Edit", callbacks: EditCallbacks) -> None:
        session = self.session
        if session is None:
            return
        try:
            done = await self._thread.run(partial(edit, session))
        except StoreConflict as conflict:
            await self._settle_conflict(session, conflict, callbacks)
        except SummitError as error:
            (callbacks.on_failed or self._app.complain)(error)
        else:
            self._app.say(f"{done.said}{self._take_library(session)}")
            if callbacks.on_saved:
                callbacks.on_saved(done.at)
            if done.report and self.dialogs:
                self.dialogs().show_report(done.said, done.report)

    def _take_library(self, session: "Session") -> str:
        """Show the session's library; return what is to be said where its limits are gone, else nothing."""
        before, after = self._app.library, session.scoped_library
        self._app.library = after
        is_lost = before is not None and before.scope and not after.scope
        gone = " What was shown alone is gone from the store, or too much for that; everything is shown again."
        return gone if is_lost else ""

    async def _settle_conflict(self, session: "Session", conflict: StoreConflict, callbacks: EditCallbacks) -> None:
        from summittui.ui.edits import reload_after_conflict

        by = await self._thread.run(partial(reload_after_conflict, conflict, session))
        self._app.library = session.scoped_library
        is_told_only = not callbacks.is_whole or (conflict.mine is None and conflict.theirs is None)
        if is_told_only or self.dialogs is None:
            self._app.complain(conflict)
        else:
            self.dialogs().choose_version(conflict, by, callbacks)

    def ask(self, question: "Callable[[Session], T]", on_answer: Callable[[T], None]) -> None:
        """Ask the session something that may take a while; `on_answer` runs on the UI thread."""
        self._app.run_worker(self._ask(question, on_answer), group=BEFORE_KEYS)

    async def _ask(self, question: "Callable[[Session], T]", on_answer: Callable[[T], None]) -> None:
        if self.session is None:
            return
        try:
            found = await self._thread.run(partial(question, self.session))
        except SummitError as error:
            self._app.complain(error)
        else:
            on_answer(found)

    def limit(self, scope: str, on_limited: Callable[[], None] = lambda: None) -> None:
        """Show only a collection, an event or a period, everything again for an empty scope; or say why not."""

        def limited(session: "Session") -> Library:
            session.limit(scope)
            return session.scoped_library

        def show(library: Library) -> None:
            self._app.library = library
            on_limited()

        if self.session and self.session.library.size("quotes") > LATE:
            self._app.say("This takes a moment; until then everything stays as it is shown.")
        self.ask(limited, show)

    @property
    def whole_library(self) -> Library | None:
        """The library of the whole store, whatever the screens are limited to; None until it has been read."""
        return self.session.library if self.session else None

    def unlimited(self, library: Library | None) -> Library | None:
        """Return the library of the whole store in place of a limited one; any other as it is."""
        return self.whole_library if library is not None and library.scope else library

    def poll(self) -> None:
        """Reload if other sessions have edited; does nothing while the last look is under way."""
        if self.session is not None and not self.is_polling:
            self.is_polling = True
            self._thread.begin(self.session.is_behind).add_done_callback(self._polled)

    def _polled(self, behind: "asyncio.Future[bool]") -> None:
        """Reload where a look found edits; say once why nobody can look, as where a server is away."""
        self.is_polling = False
        error = behind.exception()
        if self.session is None:
            return
        if isinstance(error, SummitError):
            self._tell_trouble(error)
        elif error is not None or behind.result():
            self.reload()
        else:
            self._trouble = ""

    def reload(self, *, asked: bool = False) -> None:
        """Show what others have edited; `asked` where the user wants to be told in any case."""
        self._app.run_worker(self._reload(asked=asked))

    async def _reload(self, *, asked: bool) -> None:
        session = self.session
        if session is None:
            return
        try:
            found = await self._thread.run(session.reload)
        except SummitError as error:
            self._tell_trouble(error, asked=asked)
        else:
            self._trouble = ""
            self._announce(session, found, asked=asked)

    def _tell_trouble(self, error: SummitError, *, asked: bool = False) -> None:
        if asked or str(error) != self._trouble:
            self._app.complain(error)
        self._trouble = str(error)

    def _announce(self, session: "Session", found: frozenset[str], *, asked: bool) -> None:
        """Show a library that others have changed; say so, at most every few seconds or where its limits are gone."""
        gone = self._take_library(session) if found else ""
        self._unannounced |= found
        is_time = asked or gone or monotonic() - self._announced_at >= NOTICE_SECONDS
        if self._unannounced and is_time:
            records = counted(len(self._unannounced), "record")
            self._app.say(f"Another session changed the store: {records}.{gone}")
            self._unannounced.clear()
            self._announced_at = monotonic()
        elif asked:
            self._app.say("Nothing has changed in the store.")
