"""Forms, options and TOML enter the same fields and make the same records of the same values."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from summittui.cli import main
from summittui.cli.commands.add_ import command as add
from summittui.exchange.as_toml import record_from_toml, record_to_toml
from summittui.library.memory.library import MemoryLibrary
from summittui.model import TABLES, InputError, Quote, Record
from summittui.session import Session
from summittui.session.entry.records import TEXT, finalised, new_record, settable_fields, with_fields
from summittui.session.entry.toml import toml_change
from summittui.session.naming import NO_ID
from summittui.ui.forms.field import InvalidEntries
from summittui.ui.forms.records import FIELDS, changed, new_record_of
from tests.store.samples import DAILY, REPORTED, WORDS, records_of
from tests.store.samples import TEXT as ATTACHED

LIBRARY = MemoryLibrary(records_of(), {DAILY: ATTACHED})
PARTS = {"stances", "level", "certainty", "by", "acts", "at", "words", "sides", "from_toml", "store", "as_json"}
"""Options that enter parts of a record, or nothing of it."""
ENTRIES: dict[str, dict[str, str]] = {
    "actors": {"name": " Cy ", "kind": "person", "aliases": '"C, Y", See', "speaks_for": "Ada"},
    "quotes": {"speaker": "Bo", "source": "daily", "kind": "direct", "text": " rules slow ", "role": "guest"},
    "issues": {"label": "Open", "question": "Open?", "pole_for": "yes", "pole_against": "no"},
    "declarations": {"title": "The Text", "kind": "", "forum": "Here", "date": "2025-02"},
    "sources": {"outlet": "The Weekly", "kind": "article", "published": "2025", "language": "en"},
}


def settable(table: str) -> set[str]:
    type_ = TABLES[table]
    return {*settable_fields(type_), *((TEXT, "at") if type_ is Quote else ())}


@pytest.mark.parametrize("table", FIELDS)
def test_every_field_of_a_form_is_one_that_can_be_entered(table: str) -> None:
    assert {field.name for field in FIELDS[table]} <= settable(table)


@pytest.mark.parametrize("table", FIELDS)
def test_every_option_of_a_new_record_is_one_that_can_be_entered(table: str) -> None:
    command = add.commands[TABLES[table].__name__.lower()]
    options = {each.name for each in command.params if isinstance(each, click.Option)}
    assert {each for each in options if each} - PARTS - {"json", "help"} <= settable(table)


@pytest.mark.parametrize("table", ENTRIES)
def test_a_form_and_toml_make_the_same_record(table: str) -> None:
    made: Record = new_record_of(table, LIBRARY, ENTRIES[table])
    text = record_to_toml(made)
    assert finalised(LIBRARY, record_from_toml(TABLES[table], text)) == made


@pytest.mark.parametrize("table", ENTRIES)
def test_a_form_and_options_make_the_same_record(table: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMITTUI_STORE", str(tmp_path / "store.json"))
    entries = {**ENTRIES[table]}
    if table == "quotes":
        entries |= {"speaker": "JD Vance", "source": "stdaily"}
    if table == "actors":
        entries |= {"speaks_for": "China"}
    options = [part for name, text in entries.items() if text for part in _option(name, text)]
    with_options = CliRunner().invoke(main, ["add", TABLES[table].__name__.lower(), *options])
    assert with_options.exit_code == 0, with_options.stderr
    session = Session.open(tmp_path / "store.json")
    id_ = with_options.stdout.strip()
    record = session.library.get(id_)
    session.remove(id_)
    assert new_record_of(table, session.library, entries) == record
    session.close()


def _option(name: str, text: str) -> list[str]:
    if name == "aliases":
        return ["--alias", "C, Y", "--alias", "See"]
    return [f"--{name.removeprefix('pole_').replace('_', '-')}", text]


def test_the_content_of_an_indirect_quote_is_its_gist_when_it_is_made_and_when_it_is_changed() -> None:
    entries = {"speaker": "bo", "source": "daily", "kind": "indirect", "text": "rules slow"}
    assert new_record(LIBRARY, Quote, entries).gist == "rules slow"
    assert with_fields(LIBRARY, REPORTED, [(TEXT, "other")]).gist == "other"
    both = [(TEXT, "the content"), ("gist", "the gist")]
    assert with_fields(LIBRARY, REPORTED, both).gist == "the gist"
    assert new_record(LIBRARY, Quote, entries | dict(both)).gist == "the gist"


def test_a_change_by_a_form_by_a_setting_and_by_toml_is_the_same() -> None:
    by_form = changed(WORDS, LIBRARY, {"text": "Bo answered", "role": "guest"})
    assert by_form == with_fields(LIBRARY, WORDS, [("words", "Bo answered"), ("role", "guest")])
    assert toml_change(LIBRARY, WORDS, record_to_toml(by_form)).record == by_form


def test_words_that_are_written_as_toml_are_anchored_in_the_text() -> None:
    unplaced = record_to_toml(with_fields(MemoryLibrary(records_of()), WORDS, [("words", "Bo answered")]))
    change = toml_change(LIBRARY, WORDS, unplaced)
    assert isinstance(change.record, Quote)
    assert [each.exact for each in change.record.quoted] == ["Bo answered"]


def test_an_empty_text_changes_nothing_and_another_id_is_refused() -> None:
    assert toml_change(LIBRARY, WORDS, " \n").record is WORDS
    with pytest.raises(InputError, match="the id must stay"):
        toml_change(LIBRARY, WORDS, record_to_toml(WORDS).replace(WORDS.id, "other", 1))


def test_an_offset_that_is_no_number_is_said_at_its_field() -> None:
    with pytest.raises(InvalidEntries) as refused:
        changed(WORDS, LIBRARY, {"at": "here"})
    assert refused.value.complaints == {"at": "write the offset as a number, such as 914"}


def test_offsets_without_words_are_refused_where_there_is_nothing_to_place() -> None:
    with pytest.raises(InputError, match="which has no words"):
        changed(REPORTED, LIBRARY, {"at": "12"})


def test_a_new_record_gets_an_id_of_its_own() -> None:
    assert new_record(LIBRARY, TABLES["actors"], {"name": "Ada", "kind": "person"}).id not in ("ada", NO_ID)
