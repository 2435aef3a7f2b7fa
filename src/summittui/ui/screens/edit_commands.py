"""What the commands do that edit a record in a form, or ask before they edit it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from rich.text import Text

from summittui.library import Library
from summittui.model import TABLE_OF, TABLES, Declaration, Quote, Record
from summittui.model.display_names import display_name
from summittui.model.text import clip
from summittui.queries.listing import ListQuery
from summittui.ui.command_screen import CommandScreen
from summittui.ui.keys.lookup import key_of
from summittui.ui.render.line import line

if TYPE_CHECKING:
    from summittui.library.changes.rewriting import Referrer
    from summittui.ui.dialogs.form import FormScreen
    from summittui.ui.edits import PutPart
    from summittui.ui.forms.field import Field, Typed

_WRITING = frozenset(
    (
        *("add", "add-issue", "add-source", "add-act", "add-tally", "change", "change-issue", "change-source"),
        *("edit", "delete-issue", "delete-source"),
        *("stance", "memo", "star", "delete", "merge", "rename", "undo", "redo"),
    )
)
_OF_A_RECORD = frozenset({"change", "edit", "memo", "star", "delete", "history"})
_KINDS: dict[str, tuple[type[Record], str]] = {
    "stance": (Quote, "Only a quote takes a stance; put the cursor on one in pane 2."),
    "add-act": (Declaration, "Put the cursor on a declaration in pane 3."),
    "add-tally": (Declaration, "Put the cursor on a declaration in pane 3."),
}
"""What a command is for, and what it says elsewhere."""
_NAMED = 12
"""How many places a refused deletion lists."""
_SHOWN = 40


class EditCommands(CommandScreen[None]):
    """The commands that edit the record under the cursor."""

    @property
    def current(self) -> Record | None:
        """The record under the cursor."""
        return None

    @property
    def table(self) -> str:
        """The table that a new record goes to."""
        return ""

    @property
    def lead_id(self) -> str | None:
        """The record whose belongings are shown."""
        return None

    def go_to_record(self, id_: str) -> None:
        """Put the cursor on a record."""

    def why_not(self, command_id: str) -> str | None:
        """Return why nothing can be edited now."""
        if command_id in _WRITING and (self.app.why_read_only or self.app.session_host.session is None):
            return self.app.why_read_only or "The store is still being read."
        if command_id in _OF_A_RECORD and self.current is None:
            return "Nothing is under the cursor."
        kind, otherwise = _KINDS.get(command_id, (Record, ""))
        refused = bool(otherwise) and not isinstance(self.current, kind)
        return otherwise if refused else super().why_not(command_id)

    def _arrive(self, id_: str | None) -> None:
        if id_ is not None:
            self.go_to_record(id_)

    def _open(self, form: "FormScreen") -> None:
        self.app.push_screen(form, self._arrive)

    @property
    def _library(self) -> Library:
        library = self.app.library
        assert library is not None, "edit commands are refused until the store has been read"
        return library

    def do_add(self) -> None:
        """Add a record of the pane's table."""
        self._add(self.table, self._expected())

    def _expected(self) -> "Typed":
        """Return what a new quote probably has in common with what is shown."""
        current = self.current
        found = self._library.find(self.lead_id) if self.lead_id else None
        leads = found is not None and TABLE_OF[type(found)] in ("actors", "declarations")
        speaker = self._library.name(self.lead_id) if leads and self.table == "quotes" else ""
        source = current.source if isinstance(current, Quote) else ""
        return {"speaker": speaker, "source": source} if self.table == "quotes" else {}

    def do_add_issue(self) -> None:
        """Add an issue."""
        self._add("issues", {})

    def do_add_source(self) -> None:
        """Add a source."""
        self._add("sources", {})

    def _add(self, table: str, expected: "Typed") -> None:
        from summittui.ui import edits
        from summittui.ui.dialogs.form import FormScreen
        from summittui.ui.forms.field import filled
        from summittui.ui.forms.records import FIELDS

        name = TABLES[table].__name__.lower()
        self._open(FormScreen(f"Add: {name}", filled(FIELDS[table], expected), partial(edits.add, table)))

    def do_change(self) -> None:
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

    def do_change_issue(self) -> None:
        """Choose an issue and change it."""
        self._choose("issues", "issue", self._change)

    def do_change_source(self) -> None:
        """Choose a source and change it."""
        self._choose("sources", "source", self._change)

    def do_delete_issue(self) -> None:
        """Choose an issue and delete it, if nothing names it."""
        self._choose("issues", "issue", self._delete)

    def do_delete_source(self) -> None:
        """Choose a source and delete it, if nothing names it."""
        self._choose("sources", "source", self._delete)

    def _choose(self, table: str, label: str, then: Callable[[Record], None]) -> None:
        from summittui.ui.dialogs.question import QuestionScreen

        ids = [record.id for record in self._library.select(ListQuery(table=table))]
        if not ids:
            self.refuse(f"The store holds no {table}.")
            return

        def chosen(id_: str | None) -> None:
            record = self._library.find(id_) if id_ else None
            if record is not None:
                then(record)

        answers = [(id_, f"{self._library.name(id_)}  {id_}") for id_ in ids]
        self.app.push_screen(
            QuestionScreen(f"Which {label}?", [line(f"{key_of('close')} leaves everything as it is.")], answers), chosen
        )

    def do_stance(self) -> None:
        """Set the stance of the quote on an issue."""
        from summittui.ui import edits
        from summittui.ui.dialogs.form import FormScreen
        from summittui.ui.forms import parts

        quote = self.current
        if isinstance(quote, Quote):
            fields = parts.stance_fields(self._library, quote)
            self._open(FormScreen(f"Stance of {quote.id}", fields, edits.set_stance, base=quote))

    def do_add_act(self) -> None:
        """Add an act to the declaration."""
        from summittui.ui.forms import parts

        self._add_part("Add an act", parts.ACT, parts.with_act)

    def do_add_tally(self) -> None:
        """Add a number to the declaration."""
        from summittui.ui.forms import parts

        self._add_part("Add a number", parts.TALLY, parts.with_tally)

    def _add_part(self, title: str, fields: "tuple[Field, ...]", put: "PutPart") -> None:
        from summittui.ui import edits
        from summittui.ui.dialogs.form import FormScreen

        record = self.current
        if record is not None:
            self._open(FormScreen(f"{title} to {record.id}", fields, partial(edits.add_part, put), base=record))

    def do_memo(self) -> None:
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

    def do_star(self) -> None:
        """Give the record a star, or take it."""
        from summittui.ui import edits

        if self.current is not None:
            self.app.session_host.run_edit(partial(edits.star, self.current))

    def do_edit(self) -> None:
        """Open the record in the user's editor."""
        from summittui.ui.dialogs.text_edit import TextEdit

        if self.current is not None:
            TextEdit(self.app, self.current, self._arrive).begin()

    def do_delete(self) -> None:
        """Say what names the record; if nothing does, ask and delete it."""
        record = self.current
        if record is not None:
            self._delete(record)

    def _delete(self, record: Record) -> None:
        from summittui.ui import edits

        self.app.session_host.ask(partial(edits.in_the_way, record), partial(self._confirm_delete, record))

    def _confirm_delete(self, record: Record, found: "tuple[Referrer, ...]") -> None:
        from summittui.ui import edits
        from summittui.ui.dialogs.question import QuestionScreen

        name = line((clip(display_name(record), 2 * _SHOWN), "heading"), (f"  {record.id}", "apparatus"))
        if found:
            places = [line(f"  {place}") for place in found[:_NAMED]]
            more = [line(f"  and {len(found) - _NAMED} more")] if len(found) > _NAMED else []
            text = [name, Text(), line("It is named here, and these places would dangle:"), *places, *more]
            way_out = line("Change these first, or merge it into another record (: merge).")
            self.app.push_screen(QuestionScreen("It cannot be deleted", [*text, Text(), way_out]))
            return

        def answered(answer: str | None) -> None:
            if answer == "delete":
                self.app.session_host.run_edit(partial(edits.delete, record))

        answers = (("keep", "Keep it"), ("delete", "Delete it"))
        self.app.push_screen(QuestionScreen("Delete this record?", [name], answers), answered)

    def do_merge(self) -> None:
        """Make one record of two."""
        from summittui.ui import edits
        from summittui.ui.dialogs.form import FormScreen
        from summittui.ui.forms import parts

        self._open(FormScreen("Merge two records", parts.merge_fields(self._current_id), edits.merge, is_whole=False))

    def do_rename(self) -> None:
        """Give a record another id."""
        from summittui.ui import edits
        from summittui.ui.dialogs.form import FormScreen
        from summittui.ui.forms import parts

        self._open(
            FormScreen("Give a record another id", parts.rename_fields(self._current_id), edits.rename, is_whole=False)
        )

    @property
    def _current_id(self) -> str:
        return self.current.id if self.current else ""

    def do_history(self) -> None:
        """Show who changed the record, when, before and after."""
        from summittui.ui.render.versions import log_lines

        id_ = self._current_id
        self.app.session_host.ask(
            lambda session: log_lines(session.log(id_)),
            partial(self._show_history, id_),
        )

    def _show_history(self, id_: str, lines: list[Text]) -> None:
        from summittui.ui.dialogs.question import QuestionScreen

        self.app.push_screen(QuestionScreen(f"History of {id_}", lines))
