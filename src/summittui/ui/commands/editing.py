"""The commands that edit a record in a form or after a question."""

from functools import partial
from typing import TYPE_CHECKING

from rich.text import Text

from summittui.library import Library
from summittui.model import TABLE_OF, TABLES, Declaration, Quote, Record
from summittui.model.display_names import display_name
from summittui.model.text import clip
from summittui.present.scope import outside_words
from summittui.ui.actions import Action, Actions, Refusal, first_of
from summittui.ui.commands.list_host import ListHost
from summittui.ui.commands.unlisted import UnlistedCommands
from summittui.ui.render.line import line

if TYPE_CHECKING:
    from summittui.library.changes.rewriting import Referrer
    from summittui.ui.dialogs.form import FormScreen
    from summittui.ui.edits import PutPart
    from summittui.ui.forms.field import Field, Typed

_NAMED = 12
"""The number of references that a refused deletion lists."""
_SHOWN = 40


class EditCommands:
    """The commands that edit the record under the cursor, or add one."""

    def __init__(self, host: ListHost) -> None:
        """Create the commands for a screen."""
        self._host = host

    @property
    def actions(self) -> Actions:
        """The actions of the commands, by their ids."""
        return {**self._of_any_record, **self._of_the_current_record}

    @property
    def _of_any_record(self) -> Actions:
        writing = self._host.app.session_host.why_not_edit
        unlisted = UnlistedCommands(
            self._host.app,
            self._host.refuse,
            add=self._add_unlisted,
            change=self._change,
            delete=self._delete,
        )
        return {
            **unlisted.actions(writing),
            "add": Action(self.add, writing),
            "merge": Action(self.merge, writing),
            "rename": Action(self.rename, writing),
            "undo": Action(self.undo, writing),
            "redo": Action(self.redo, writing),
        }

    @property
    def _of_the_current_record(self) -> Actions:
        writing, record = self._host.app.session_host.why_not_edit, self._why_no_record
        in_declaration = first_of(writing, self._of_kind(Declaration, "Put the cursor on a declaration in pane 3."))
        only_quotes = "Only a quote takes a stance; put the cursor on one in pane 2."
        return {
            "change": Action(self.change, first_of(writing, record)),
            "edit": Action(self.edit, first_of(writing, record)),
            "memo": Action(self.write_memo, first_of(writing, record)),
            "star": Action(self.star, first_of(writing, record)),
            "delete": Action(self.delete, first_of(writing, record)),
            "stance": Action(self.take_stance, first_of(writing, self._of_kind(Quote, only_quotes))),
            "add-act": Action(self.add_act, in_declaration),
            "add-tally": Action(self.add_tally, in_declaration),
            "history": Action(self.show_history, record),
        }

    @property
    def current(self) -> Record | None:
        """The record under the cursor as it is in the store; in a scope a view may show fewer of its parts."""
        shown, whole = self._host.current, self._host.app.session_host.whole_library
        return whole.find(shown.id) if shown and whole else shown

    def _why_no_record(self) -> str | None:
        return "Nothing is under the cursor." if self.current is None else None

    def _of_kind(self, kind: type[Record], otherwise: str) -> Refusal:
        return lambda: None if isinstance(self.current, kind) else otherwise

    def _arrive(self, id_: str | None) -> None:
        library = self._host.app.library
        if id_ is None or library is None:
            return
        if outside := outside_words(library, id_):
            self._host.refuse(outside)
        else:
            self._host.arrival.to_record(id_)

    def _open(self, form: "FormScreen") -> None:
        self._host.app.push_screen(form, self._arrive)

    @property
    def _library(self) -> Library:
        library = self._host.app.session_host.whole_library
        assert library is not None, "edit commands are refused until the store has been read"
        return library

    def add(self) -> None:
        """Add a record to the pane's table, in a form."""
        self._add(self._host.filtered, self._expected())

    def _expected(self) -> "Typed":
        """Return the fields that a new quote probably shares with the quotes on the screen."""
        current = self.current
        lead = self._host.browsing.lead if self._host.browsing else None
        leads = lead is not None and lead.table in ("actors", "declarations")
        speaker = self._library.name(lead.id) if lead and leads and self._host.filtered == "quotes" else ""
        source = current.source if isinstance(current, Quote) else ""
        return {"speaker": speaker, "source": source} if self._host.filtered == "quotes" else {}

    def _add(self, table: str, expected: "Typed") -> None:
        from summittui.ui import edits
        from summittui.ui.dialogs.form import FormScreen
        from summittui.ui.forms.field import filled
        from summittui.ui.forms.records import FIELDS

        name = TABLES[table].__name__.lower()
        self._open(FormScreen(f"Add: {name}", filled(FIELDS[table], expected), partial(edits.add, table)))

    def _add_unlisted(self, table: str) -> None:
        from summittui.ui import passage_edits
        from summittui.ui.dialogs.form import FormScreen
        from summittui.ui.forms.passages import unplaced_disagreement_form

        if table == "disagreements":
            fields = unplaced_disagreement_form()
            self._open(FormScreen("Add: disagreement", fields, passage_edits.add_disagreement))
        else:
            self._add(table, {})

    def change(self) -> None:
        """Change the record in a form."""
        if self.current is not None:
            self._change(self.current)

    def _change(self, record: Record) -> None:
        from summittui.ui import edits
        from summittui.ui.dialogs.form import FormScreen
        from summittui.ui.forms.records import fields_of

        table = TABLE_OF[type(record)]
        fields = fields_of(record, table, self._library)
        self._open(FormScreen(f"Change {record.id}", fields, edits.change, base=record))

    def take_stance(self) -> None:
        """Set the stance of the quote on an issue."""
        from summittui.ui import edits
        from summittui.ui.dialogs.form import FormScreen
        from summittui.ui.forms import parts

        quote = self.current
        if isinstance(quote, Quote):
            fields = parts.stance_fields(self._library, quote)
            self._open(FormScreen(f"Stance of {quote.id}", fields, edits.set_stance, base=quote))

    def add_act(self) -> None:
        """Add an act to the declaration."""
        from summittui.ui.forms import parts

        self._add_part("Add an act", parts.ACT, parts.with_act)

    def add_tally(self) -> None:
        """Add a number to the declaration."""
        from summittui.ui.forms import parts

        self._add_part("Add a number", parts.TALLY, parts.with_tally)

    def _add_part(self, title: str, fields: "tuple[Field, ...]", put: "PutPart") -> None:
        from summittui.ui import edits
        from summittui.ui.dialogs.form import FormScreen

        record = self.current
        if record is not None:
            self._open(FormScreen(f"{title} to {record.id}", fields, partial(edits.add_part, put), base=record))

    def write_memo(self) -> None:
        """Write a memo on the record."""
        from summittui.ui import edits
        from summittui.ui.dialogs.form import FormScreen
        from summittui.ui.forms import parts
        from summittui.ui.forms.field import filled

        record = self.current
        if record is None:
            return
        note = self._library.note_on(record.id)
        fields = filled(parts.MEMO, {"memo": note.memo or "" if note else ""})
        self._open(FormScreen(f"Memo on {record.id}", fields, partial(edits.set_memo, record.id), base=note))

    def star(self) -> None:
        """Star the record, or unstar it."""
        from summittui.ui import edits

        if self.current is not None:
            self._host.app.session_host.run_edit(partial(edits.star, self.current))

    def edit(self) -> None:
        """Open the record in the user's editor."""
        from summittui.ui.dialogs.text_edit import TextEdit

        if self.current is not None:
            TextEdit(self._host.app, self.current, self._arrive).begin()

    def delete(self) -> None:
        """Show the references to the record; where there are none, ask, then delete the record."""
        record = self.current
        if record is not None:
            self._delete(record)

    def _delete(self, record: Record) -> None:
        from summittui.ui import edits

        question = partial(edits.blocking_references, record)
        self._host.app.session_host.ask(question, partial(self._confirm_delete, record))

    def _confirm_delete(self, record: Record, found: "tuple[Referrer, ...]") -> None:
        from summittui.ui import edits
        from summittui.ui.dialogs.question import QuestionScreen

        name = line((clip(display_name(record), 2 * _SHOWN), "heading"), (f"  {record.id}", "apparatus"))
        if found:
            places = [line(f"  {place}") for place in found[:_NAMED]]
            more = [line(f"  and {len(found) - _NAMED} more")] if len(found) > _NAMED else []
            text = [name, Text(), line("It is named here, and these places would dangle:"), *places, *more]
            way_out = line("Change these first, or merge it into another record (: merge).")
            self._host.app.push_screen(QuestionScreen("It cannot be deleted", [*text, Text(), way_out]))
            return

        def answered(answer: str | None) -> None:
            if answer == "delete":
                self._host.app.session_host.run_edit(partial(edits.delete, record))

        answers = (("keep", "Keep it"), ("delete", "Delete it"))
        self._host.app.push_screen(QuestionScreen("Delete this record?", [name], answers), answered)

    def merge(self) -> None:
        """Merge the record with another one."""
        from summittui.ui import edits
        from summittui.ui.dialogs.form import FormScreen
        from summittui.ui.forms import parts

        self._open(FormScreen("Merge two records", parts.merge_fields(self._current_id), edits.merge, is_whole=False))

    def rename(self) -> None:
        """Rename the record's id, in all references too."""
        from summittui.ui import edits
        from summittui.ui.dialogs.form import FormScreen
        from summittui.ui.forms import parts

        self._open(
            FormScreen("Give a record another id", parts.rename_fields(self._current_id), edits.rename, is_whole=False)
        )

    def undo(self) -> None:
        """Undo this user's last edit."""
        from summittui.ui import edits

        self._host.app.session_host.run_edit(edits.undo)

    def redo(self) -> None:
        """Redo the edit that was undone last."""
        from summittui.ui import edits

        self._host.app.session_host.run_edit(edits.redo)

    @property
    def _current_id(self) -> str:
        return self.current.id if self.current else ""

    def show_history(self) -> None:
        """Show who changed the record, when, before and after."""
        from summittui.ui.render.versions import log_lines

        id_ = self._current_id
        self._host.app.session_host.ask(
            lambda session: log_lines(session.log(id_)),
            partial(self._show_history, id_),
        )

    def _show_history(self, id_: str, lines: list[Text]) -> None:
        from summittui.ui.dialogs.question import QuestionScreen

        self._host.app.push_screen(QuestionScreen(f"History of {id_}", lines))
