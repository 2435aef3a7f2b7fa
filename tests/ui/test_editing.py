"""Editing in the screens, in a user's words."""

from pathlib import Path

import pytest
from textual.events import Paste

from summittui.model import Declaration, Quote
from summittui.ui.dialogs.form import FormScreen
from summittui.ui.dialogs.question import QuestionScreen
from summittui.ui.forms.field_line import FieldLine
from tests.in_memory import in_memory
from tests.ui.driver import MEDIUM, SMALL, WIDE, Reader, reading

SIZES = [SMALL, MEDIUM, WIDE, (60, 20)]


def offered(reader: Reader) -> bool:
    return any(each.is_open for each in reader.app.screen.query(FieldLine))


async def test_a_quote_is_added_by_a_form_that_completes_names(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        for size in SIZES:
            await reader.resize(*size)
            await reader.press("2", "a")
            await reader.fill(source="nigeriapulse", text="Key words of mine", speaker="")
            await reader.type("vanc")
            assert offered(reader), size
            assert reader.sees("JD Vance"), size
            await reader.press("enter")
            assert not offered(reader), size
            await reader.save()
            added = reader.library.get_as(Quote, "vance-key-words-of")
            assert (added.speaker, added.source, added.exact) == ("jd-vance", "nigeriapulse", "Key words of mine")
            assert reader.rows_of("quotes").cursor_key == "vance-key-words-of"
            assert reader.rows_of("quotes").has_focus
            assert "Added “Key words of mine”. u undoes." in reader.told
            assert len(reader.keys("actors")) == 39
            await reader.run("undo")
            await reader.settle()
            assert reader.library.find("vance-key-words-of") is None
            reader.app.clear_notifications()


async def test_enter_goes_from_field_to_field_and_saves_in_the_last_one(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.press("a")
        await reader.type("Ada Lovelace")
        await reader.press("enter", "enter", "enter", "enter", "enter")
        await reader.settle()
        assert reader.library.name("ada-lovelace") == "Ada Lovelace"
        assert reader.rows_of("actors").cursor_key == "ada-lovelace"


async def test_the_arrows_enter_and_space_fill_a_form_and_its_menu_saves_it(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.press("a")
        await reader.type("Iceland")
        for key in ("down", "right", "down", "down", "space", "down", "tab", "tab", "tab", "enter"):
            await reader.press(key)
            await reader.settle()
        iceland = reader.library.get("iceland")
        assert getattr(iceland, "kind", "") == "state"
        assert getattr(iceland, "speaks_for", None) is not None


async def test_up_ends_at_the_first_field(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.press("a", "up", "up", "x", "down")
        assert {each.value for each in reader.app.screen.query(FieldLine)} == {"x", "person", ""}


async def test_what_is_pasted_becomes_one_line_whole(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.press("2", "a")
        reader.app.screen.post_message(Paste("first line\nsecond \x1b[31mline\n"))
        await reader.settle()
        assert "first line second line" in {each.value for each in reader.app.screen.query(FieldLine)}


async def test_an_error_stands_at_its_field_and_nothing_is_lost(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.press("2", "a")
        await reader.fill(text="Some words", date="Febr", speaker="Nobody at all")
        await reader.save()
        assert reader.sees("! Nothing among the actors or declarations is called 'Nobody at all'")
        await reader.fill(speaker="")
        await reader.save()
        wrong = [each.field.name for each in reader.app.screen.query(FieldLine) if each.has_class("-wrong")]
        assert wrong == ["date"]
        assert reader.sees("! 'Febr' is no date; write YYYY, YYYY-MM or YYYY-MM-DD.")
        assert {each.value for each in reader.app.screen.query(FieldLine)} >= {"Some words", "Febr"}
        assert len(in_memory(reader.library).records.quotes) == 25
        await reader.fill(date="2025-02")
        await reader.save()
        assert len(in_memory(reader.library).records.quotes) == 26


async def test_a_required_field_that_is_empty_says_so_and_so_does_a_file_that_cannot_be_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "codes.csv").write_text("name\nSharing of models\n")
    async with reading(tmp_path) as reader:
        await reader.press("3", "a")
        await reader.save()
        assert reader.sees("! Fill this in.")
        assert isinstance(reader.app.screen, FormScreen)
        await reader.press("escape")
        await reader.run_from_palette("load a file")
        await reader.fill(path="none.csv")
        await reader.save()
        assert reader.sees("! Nothing was loaded from none.csv: it cannot be read"), reader.text
        await reader.fill(path="codes.csv")
        await reader.save()
        assert not isinstance(reader.app.screen, FormScreen)
        assert "codebook (CSV): 1 issue loaded; 0 there already. u undoes." in reader.told
        assert "sharing-of-models" in {issue.id for issue in reader.library.issues()}


async def test_leaving_a_form_asks_only_where_something_was_typed(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.press("a", "escape")
        assert not isinstance(reader.app.screen, FormScreen | QuestionScreen)
        await reader.press("a")
        await reader.type("x")
        await reader.press("escape")
        assert reader.sees("What you typed is not saved.")
        await reader.answer("Go on")
        assert isinstance(reader.app.screen, FormScreen)
        await reader.press("escape")
        await reader.answer("Throw it away")
        assert not isinstance(reader.app.screen, FormScreen | QuestionScreen)


async def test_a_change_keeps_every_field_that_was_not_touched(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        before = reader.library.get_as(Quote, "khan-pathway")
        await reader.choose("khan-pathway", "quotes")
        await reader.run("change")
        await reader.fill(occasion="a news conference")
        await reader.save()
        after = reader.library.get_as(Quote, "khan-pathway")
        assert after.occasion == "a news conference"
        assert (after.spans, after.quoted, after.stances, after.gist) == (
            before.spans,
            before.quoted,
            before.stances,
            before.gist,
        )
        assert reader.rows_of("quotes").cursor_key == "khan-pathway"


async def test_aliases_are_entered_with_commas_between_them_and_in_marks_where_they_hold_one(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.choose("jd-vance")
        await reader.run("change")
        await reader.fill(aliases='"Vance, J. D.", J. D. Vance')
        await reader.save()
        assert getattr(reader.library.get("jd-vance"), "aliases", ()) == ("Vance, J. D.", "J. D. Vance")
        await reader.run("change")
        await reader.fill(name="JD Vance II")
        await reader.save()
        assert getattr(reader.library.get("jd-vance"), "aliases", ()) == ("Vance, J. D.", "J. D. Vance")


async def test_a_stance_is_set_with_issue_side_level_and_certainty(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.choose("guterres-bridge-gap", "quotes")
        await reader.run("stance")
        await reader.fill(issue="open acc", stance="mixed", level="textual", certainty="high")
        await reader.save()
        found = [
            one for one in reader.library.get_as(Quote, "guterres-bridge-gap").stances if one.issue == "open-access"
        ]
        assert [(one.stance, one.level, one.certainty) for one in found] == [("mixed", "textual", "high")]
        assert reader.sees("Open access: mixed. u undoes.")


async def test_only_a_quote_takes_a_stance(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.run("stance")
        assert reader.sees("Only a quote takes a stance")


async def test_a_star_and_a_memo_are_shown_and_taken_off(tmp_path: Path) -> None:
    async with reading(tmp_path, WIDE) as reader:
        await reader.choose("khan-pathway", "quotes")
        await reader.run("star")
        await reader.settle()
        assert reader.sees("★ starred")
        await reader.run("memo")
        await reader.fill(memo="ask him [/] again")
        await reader.save()
        assert reader.sees("Memo: ask him [/] again")
        await reader.run("star")
        await reader.settle()
        assert not reader.sees("★ starred")
        note = reader.library.note_on("khan-pathway")
        assert note is not None
        assert note.memo == "ask him [/] again"


async def test_a_record_that_is_named_is_not_deleted_and_the_places_are_listed(tmp_path: Path) -> None:
    async with reading(tmp_path, WIDE) as reader:
        await reader.choose("jd-vance")
        await reader.run("delete")
        await reader.settle()
        assert reader.sees("quotes vance-kill-industry, speaker")
        assert reader.sees("these places would dangle")
        await reader.press("enter")
        assert reader.library.find("jd-vance") is not None


async def test_a_record_that_nothing_names_is_deleted_after_a_question(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.choose("khan-pathway", "quotes")
        await reader.run("star")
        await reader.settle()
        await reader.run("delete")
        await reader.settle()
        await reader.press("enter")
        assert reader.library.find("khan-pathway") is not None
        await reader.run("delete")
        await reader.settle()
        await reader.answer("Delete it")
        assert reader.library.find("khan-pathway") is None
        assert reader.library.note_on("khan-pathway") is None
        assert reader.rows_of("quotes").cursor_key is not None


async def test_an_issue_is_deleted_from_the_palette_unless_it_is_named(tmp_path: Path) -> None:
    async with reading(tmp_path, WIDE) as reader:
        await reader.run_from_palette("delete an issue")
        await reader.answer("Tight regulation")
        assert reader.sees("these places would dangle")
        await reader.press("escape")
        await reader.run_from_palette("add an issue")
        await reader.fill(label="Chips", question="Export chips?", pole_for="yes", pole_against="no")
        await reader.save()
        await reader.run_from_palette("delete an issue")
        await reader.answer("Chips")
        await reader.answer("Delete it")
        assert reader.library.find("chips") is None
        assert reader.library.find("tight-regulation")


async def test_an_issue_and_a_source_are_added_from_the_palette(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.run_from_palette("add an issue")
        await reader.fill(label="Chips", question="Export chips?", pole_for="yes", pole_against="no")
        await reader.save()
        assert reader.library.find("chips")
        await reader.run_from_palette("add a source")
        await reader.fill(outlet="The Gazette", published="2025-02-12")
        await reader.save()
        assert reader.library.source("the-gazette-2025-02").outlet == "The Gazette"


async def test_records_that_no_pane_lists_are_added_found_changed_and_deleted(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.run_from_palette("change an issue")
        await reader.answer("Open access")
        await reader.fill(label="Openness")
        await reader.save()
        assert reader.library.name("open-access") == "Openness"
        await reader.run_from_palette("add an event")
        await reader.fill(name="Example Summit", date="2025-02")
        await reader.save()
        await reader.run_from_palette("add a claim")
        await reader.fill(source="stdaily", author="france", gist="It was in Paris.")
        await reader.save()
        await reader.run_from_palette("add a disagreement")
        await reader.fill(title="Where it was", source="stdaily", gist="Paris.", other="nigeriapulse")
        await reader.fill(other_gist="Nothing.", explanation="One is silent.")
        await reader.save()
        for id_ in ("example-summit", "it-was-in-paris", "where-it-was"):
            assert reader.library.find(id_) is not None, reader.text
        await reader.run_from_palette("delete an event")
        await reader.type("example s")
        await reader.press("enter")
        await reader.answer("Delete it")
        assert reader.library.find("example-summit") is None


async def test_an_act_and_a_number_are_added_to_a_declaration(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.choose("paris-statement", "declarations")
        before = reader.library.get_as(Declaration, "paris-statement")
        await reader.run_from_palette("add an act")
        await reader.fill(actor="xi-jinping", act="endorsed", source="stdaily")
        await reader.save()
        await reader.run_from_palette("add a number")
        await reader.fill(source="stdaily", number="sixty", counts="signatories")
        await reader.save()
        assert reader.sees("'sixty' begins with no whole number")
        await reader.fill(number="61")
        await reader.save()
        after = reader.library.get_as(Declaration, "paris-statement")
        assert [(act.actor, act.act) for act in after.acts[len(before.acts) :]] == [("xi-jinping", "endorsed")]
        assert [tally.number for tally in after.tallies[len(before.tallies) :]] == [61]


async def test_the_history_of_a_record_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.ui.logged import LOGGED

    async with reading(tmp_path) as reader:
        await reader.choose("jd-vance")
        assert reader.app.session_host.session is not None
        monkeypatch.setattr(type(reader.app.session_host.session), "log", lambda _self, _id=None: (LOGGED,))
        await reader.run("history")
        await reader.settle()
        for words in ("History of jd-vance", "ada@server", "- name = Vance", "+ name = JD Vance"):
            assert reader.sees(words), words


async def test_undo_names_what_was_undone_and_how_to_do_it_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.ui.logged import LOGGED

    async with reading(tmp_path) as reader:
        monkeypatch.setattr(type(reader.app.session_host.session), "undo", lambda _self: LOGGED)
        monkeypatch.setattr(type(reader.app.session_host.session), "redo", lambda _self: LOGGED)
        await reader.run("undo")
        await reader.settle()
        assert reader.sees("Undone: change jd-vance. U does it again.")
        await reader.run("redo")
        await reader.settle()
        assert reader.sees("Done again: change jd-vance. u undoes.")
