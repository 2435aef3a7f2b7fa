"""The edits that code a selected passage, each a call of the session; what they did is said in a sentence."""

from collections.abc import Callable

from summittui.library import Library
from summittui.library.answers.notices import entry_notices
from summittui.model import Passage, Record, Stance
from summittui.session import Session
from summittui.session.editing import with_stance
from summittui.session.entry.disagreements import new_disagreement
from summittui.session.entry.passages import Coded, Entered, code
from summittui.session.entry.unanchored import Unanchored, anchored
from summittui.ui.edits import Done, short_name, undo_hint
from summittui.ui.forms.field import Entries

Enter = Callable[[Library, Passage, Entered], Coded]
"""Returns the edit by which a passage is coded with what was entered."""


def code_passage(make: Enter, passage: Passage, session: Session, entries: Entries, _base: None) -> Done:
    """Code a passage as a form describes it."""
    coded = code(session, lambda library: make(library, passage, entries.all))
    return _done("Added" if coded.is_new else "Changed", coded, session)


def add_disagreement(session: Session, entries: Entries, _base: None) -> Done:
    """Add a disagreement whose sides have no places yet."""
    id_ = session.add_drafted(lambda library: new_disagreement(library, entries.all))
    return Done(f"Added {short_name(session.library.get(id_))}. {undo_hint()}", id_)


def anchor(what: Unanchored, passage: Passage, session: Session) -> Done:
    """Set a passage as the place of a record, or of a part of it."""
    coded = code(session, lambda library: anchored(what, library, passage))
    return _done("A place is given to", coded, session)


def set_stance(record: Record, stance: Stance, session: Session) -> Done:
    """Set the stance of a quote or a claim on an issue, in place of the one that it had."""
    session.change(with_stance(record, stance), base=record)
    issue = session.library.name(stance.issue)
    return Done(f"{short_name(record)}: {stance.stance} {issue}. {undo_hint()}", record.id)


def _done(verb: str, coded: Coded, session: Session) -> Done:
    record = session.library.get(coded.record.id)
    said = f"{verb} {short_name(record)}. {undo_hint()}"
    return Done(said, record.id, entry_notices(session.library, record))
