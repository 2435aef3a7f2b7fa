"""All screens limited to a collection, an event or a period: chosen by a key, told in the title, kept in the line."""

from functools import partial
from pathlib import Path

from msgspec.structs import replace

from summittui.library.answers.query_reading import read_scope
from summittui.model import Declaration, Event
from summittui.queries.links import parse_view
from summittui.session import Session
from summittui.ui import edits
from summittui.ui.dialogs.scope import ChoiceRows, ScopeScreen, choices
from summittui.ui.screens.timeline import TimelineScreen
from summittui.ui.views.links import view_of_screen
from tests.record import both
from tests.ui.driver import SMALL
from tests.ui.visiting import Visitor, visiting


def test_everything_collections_events_and_years_are_offered(tmp_path: Path) -> None:
    library = both(tmp_path).library
    offered = choices(library)
    scopes = {each.scope for each in offered}
    assert offered[0].scope == ""
    assert {"collection:paris-2025", "collection:own", "event:new-delhi-summit", "after:2025 before:2026"} <= scopes
    for each in offered[1:]:
        assert library.limited(each.scope).scope == read_scope(library, each.scope)
    assert all(text.cell_len <= 40 for at in range(len(offered)) for text in ChoiceRows(offered).lines(at, 40))


async def test_every_screen_is_limited_says_so_and_keeps_it_in_its_line(tmp_path: Path) -> None:
    async with visiting(tmp_path, SMALL) as reader:
        session = reader.app.session_host.session
        assert session
        session.collections.add("ai-declarations")
        reader.app.session_host.reload()
        await reader.settle()
        reader.app.library = session.scoped_library
        everything = reader.library.size("declarations")
        await reader.run("scope")
        assert isinstance(reader.app.screen, ScopeScreen)
        await reader.press("escape")
        assert not reader.library.scope
        await reader.run("scope")
        await reader.type("new delhi")
        await reader.press("enter")
        await reader.settle()
        assert reader.fits()
        assert reader.sees("▸ limited to what is of India AI Impact Summit, New Delhi")
        assert 0 < reader.library.size("declarations") < everything
        await reader.run("timeline")
        assert reader.sees("▸ limited to what is of India AI Impact Summit")
        view = view_of_screen(reader.on(TimelineScreen))
        assert view
        assert parse_view(str(view)) == view
        assert view.query.limits == "event:new-delhi-summit"
        assert "--scope=event:new-delhi-summit" in view.query.printed.arguments

        await reader.run("scope")
        await reader.press("enter")
        await reader.settle()
        assert not reader.sees("▸ limited to what is")
        assert reader.library.size("declarations") == everything
        reader.app.views.open_view(view)
        await reader.settle()
        assert reader.sees("▸ limited to what is of India AI Impact Summit")
        shown = reader.on(TimelineScreen).to_export()
        assert shown

        reader.app.session_host.limit("collection:paris-2025")
        await reader.settle()
        await reader.run("browse")
        await reader.choose("paris-statement", "declarations")
        limited, whole = (one.get_as(Declaration, "paris-statement") for one in (reader.library, session.library))
        assert 0 < len(limited.acts) < len(whole.acts)
        await reader.run("change")
        await reader.fill(label="Paris text")
        await reader.save()
        assert session.library.get("paris-statement") == replace(whole, label="Paris text")
        assert str(reader.library.scope) == "collection:paris-2025"
        await _limits_that_are_gone_are_told(reader, session)


async def _limits_that_are_gone_are_told(reader: Visitor, session: Session) -> None:
    session.add(Event(id="dinner", name="Dinner"))
    reader.app.session_host.limit("event:dinner")
    await reader.settle()
    reader.app.session_host.run_edit(partial(edits.delete, session.library.get("dinner")))
    await reader.settle()
    assert not reader.library.scope
    assert reader.sees("is shown again.")
