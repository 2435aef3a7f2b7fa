"""The loading of a file from a form, with its progress, by which it can be cancelled."""

from enum import StrEnum
from threading import Event

from summittui.model import Cancelled
from summittui.model.text import counted
from summittui.session import Session
from summittui.session.files import typed_path
from summittui.session.load_report import remarks, summary
from summittui.session.loading import NOTHING_LOADED, LoadStage
from summittui.ui.edits import Done, undo_hint
from summittui.ui.forms.field import Entries, Field, FieldKind, choice


class SameIds(StrEnum):
    """The record that stays where one of the file has the id of another one here."""

    HERE = "the one here stays"
    FILE = "the one of the file"


LOAD = (
    Field(
        name="path",
        label="file",
        kind=FieldKind.PATH,
        required=True,
        help="A library or quotes (JSON, JSON Lines, CSV), annotations, a .qdpx project, a codebook. Tab completes.",
    ),
    choice("same", "same id", SameIds, help_="The record that stays where both have one; CSV has too few fields."),
)
"""The fields of a file that is loaded."""


class LoadProgress:
    """The progress of one loading: told in the session's thread, shown and cancelled in that of the screens."""

    def __init__(self) -> None:
        self._cancelled = Event()
        self._at: tuple[LoadStage, int] | None = None

    @property
    def text(self) -> str:
        """The progress as a line; empty before anything was read."""
        stage, number = self._at or (None, 0)
        if stage is LoadStage.SAVED:
            return f"{counted(number, 'record')} {stage}"
        if self._cancelled.is_set():
            return "Cancelling …"
        return f"{number:,} {stage} · Esc cancels" if stage else ""

    def begin(self) -> None:
        """Begin anew."""
        self._cancelled.clear()
        self._at = None

    def on_record(self, stage: LoadStage, number: int) -> None:
        """Count a record at a stage.

        Raises:
            Cancelled: The loading was cancelled.
        """
        if self._cancelled.is_set():
            raise Cancelled(NOTHING_LOADED)
        self._at = stage, number

    def cancel(self) -> None:
        """End the loading at its next record, and nothing is loaded; while it is being saved, do nothing."""
        self._cancelled.set()


def load_file(progress: LoadProgress, session: Session, entries: Entries, _base: None) -> Done:
    """Load the file that a form names."""
    progress.begin()
    path = typed_path(entries.all["path"])
    replacing = entries.all["same"] == SameIds.FILE
    plan = session.load(path, replacing=replacing, on_record=progress.on_record)
    undo = f" {undo_hint()}" if plan.records or plan.texts else ""
    report = tuple(remarks(plan, remedy=f"choose “{SameIds.FILE}” to take those of the file"))
    return Done(f"{summary(plan)}{undo}", report=report)
