"""The import of documents from a form, with its progress, by which it can be cancelled."""

from collections.abc import Sequence
from glob import has_magic
from pathlib import Path
from threading import Event

from msgspec.structs import replace

from summittui.intake.fetching import is_address
from summittui.intake.gathering import STANDARD_INPUT
from summittui.intake.readers import Reading
from summittui.model import Cancelled, InputError
from summittui.model.text import clip, counted, safe
from summittui.session import Session
from summittui.session.entry.texts import items_of
from summittui.session.files import typed_path
from summittui.session.importing import IN, Details, Imported, Outcome
from summittui.session.intake import Stage
from summittui.session.proposing import Proposer
from summittui.ui.edits import Done, undo_hint
from summittui.ui.forms.field import Entries

_SHOWN = 48
_CANCELLED = "The import was cancelled; nothing was imported."
_KNOWN = frozenset({Outcome.KNOWN, Outcome.VARIANT})


class ImportProgress:
    """The progress of one import: told in the session's thread, shown and cancelled in that of the screens."""

    def __init__(self) -> None:
        self._cancelled = Event()
        self._reading: Reading | None = None
        self._counts = dict.fromkeys(Stage, 0)
        self._name = ""
        self.report: tuple[str, ...] = ()
        """Paragraphs to be read after the import."""
        self.sources: tuple[str, ...] = ()
        """The ids of the sources that came in."""

    @property
    def is_cancelled(self) -> bool:
        """Whether the import is to end."""
        return self._cancelled.is_set()

    @property
    def text(self) -> str:
        """The progress as a line; empty before anything was read."""
        if self.is_cancelled:
            return "Cancelling …"
        done = ", ".join(f"{count:,} {stage}" for stage, count in self._counts.items() if count)
        return f"{done} · {clip(safe(self._name), _SHOWN)} · Esc cancels" if done else ""

    def begin(self, reading: Reading) -> None:
        """Take the reader of the files, which is ended by a cancel."""
        self._cancelled.clear()
        self._counts = dict.fromkeys(Stage, 0)
        self._reading = reading

    def on_document(self, stage: Stage, name: str) -> None:
        """Count a document at a stage.

        Raises:
            Cancelled: The import was cancelled.
        """
        if self.is_cancelled:
            raise Cancelled(_CANCELLED)
        self._counts[stage] += 1
        self._name = Path(name).name or name

    def cancel(self) -> None:
        """End the import as soon as it can be; nothing is imported then."""
        self._cancelled.set()
        if self._reading is not None:
            self._reading.cancel()


def import_documents(proposer: str, progress: ImportProgress, session: Session, entries: Entries, _base: None) -> Done:
    """Import what a form names, and go to the first source that came in; `progress` has the report."""
    typed = entries.all
    details = Details(
        outlet=typed["outlet"].strip() or None,
        title=typed["title"].strip() or None,
        published=typed["published"].strip() or None,
    )
    places = places_of(typed["path"].strip())
    reading = Reading()
    progress.begin(reading)
    chosen = replace(Proposer.from_line(proposer), is_cancelled=lambda: progress.is_cancelled)
    try:
        imported = session.intake.import_documents(
            places, details, proposer=chosen, reading=reading, on_document=progress.on_document
        )
    except Cancelled:
        raise Cancelled(_CANCELLED) from None
    if not imported:
        raise InputError("no document was found there; name a file, a folder or an address")
    progress.report = _report(imported)
    progress.sources = tuple(one.source for one in imported if one.outcome in IN and one.source is not None)
    return Done(_summary(imported), next(iter(progress.sources), None))


def places_of(entry: str) -> tuple[str, ...]:
    """Return the files, folders or addresses that an entry names: one, several with commas between, or a pattern.

    Raises:
        InputError: A quotation mark is not closed, a pattern fits no file, or `~` stands for nobody's folder.
    """
    if is_address(entry) or _is_there(typed_path(entry)):
        return (entry,)
    found: list[str] = []
    for item in items_of(entry):
        if item == STANDARD_INPUT:
            raise InputError(f"{item} is standard input, which the screens read themselves; name a file")
        found += _fitting(item) if has_magic(item) and not is_address(item) else [item]
    return tuple(found)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name that is too long for any file, as of several
        return False


def _fitting(pattern: str) -> list[str]:
    path = typed_path(pattern)
    names = sorted(map(str, Path(path.anchor or ".").glob(str(path.relative_to(path.anchor)))))
    if not names:
        raise InputError(f"no file fits {safe(pattern)}; check its name")
    return names


def _summary(imported: Sequence[Imported]) -> str:
    """Return in a sentence how many documents came in, were known, or were refused."""
    outcomes = [one.outcome for one in imported]
    counts = {
        "in": sum(each in IN for each in outcomes),
        "known already": sum(each in _KNOWN for each in outcomes),
        "refused": outcomes.count(Outcome.UNREAD),
    }
    told = ", ".join(f"{count:,} {words}" for words, count in counts.items() if count)
    proposals = sum(one.proposals for one in imported)
    undo = f" {undo_hint()}" if counts["in"] else ""
    return f"Imported: {told}; {counted(proposals, 'proposal')} to review.{undo}"


def _report(imported: Sequence[Imported]) -> tuple[str, ...]:
    """Return a paragraph for each document that did not come in, with the reason, and for each invention."""
    others = (one for one in imported if one.outcome not in IN)
    told = (
        one.note if one.note and one.outcome is Outcome.UNREAD else f"{one.name}: {one.outcome}; {one.note}"
        for one in others
    )
    invented = (f"not in the text: {each}" for one in imported for each in one.inventions)
    return (*told, *invented)
