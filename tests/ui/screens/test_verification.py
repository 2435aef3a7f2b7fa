"""Against the record on the screen: from a claim to what the record has, and back; never a bare “false”."""

from pathlib import Path

from summittui.library.answers.verification.verifying import verify
from summittui.present.verification import verification_entries
from summittui.queries.links import parse_view
from summittui.queries.verification import VerificationQuery
from summittui.ui.render.verification import EntryRows
from summittui.ui.screens.recorded import RecordedScreen
from summittui.ui.screens.verification import VerificationScreen
from summittui.ui.views.links import view_of_screen
from tests.record import both
from tests.ui.visiting import visiting


def test_every_entry_has_a_key_of_its_own_an_outcome_and_the_record_behind_it(tmp_path: Path) -> None:
    library = both(tmp_path).library
    for source in ("stdaily", "nigeriapulse"):
        entries = list(verification_entries(library, verify(library, VerificationQuery(source=source))))
        assert len({each.key for each in entries}) == len(entries)
        for entry in entries:
            assert library.find(entry.claim.id)
            assert all(library.find(id_) for id_ in entry.on_record)
            assert (
                "on record" in " ".join(line.plain for line in entry.lines)
                or "record" in entry.lines[0].plain
                or (
                    "noted" in entry.lines[0].plain
                    or "compare" in entry.lines[0].plain
                    or entry.part.startswith("Words")
                )
            )
        texts = " ".join(line.plain for entry in entries for line in entry.lines).casefold()
        assert "false" not in texts.split()
        rows = EntryRows(entries)
        assert all(text.cell_len <= 50 for at in range(len(rows)) for text in rows.lines(at, 50))


async def test_from_a_quote_to_the_record_and_back(tmp_path: Path) -> None:
    async with visiting(tmp_path, (80, 24)) as reader:
        session = reader.app.session_host.session
        assert session
        await reader.choose("jd-vance", "actors")
        await reader.run("verify")
        assert reader.told == ["Put the cursor on a document, or on what a document says."]
        await reader.choose("vance-kill-industry", "quotes")
        await reader.run("verify")
        assert reader.sees("No page of the public record is in the library")
        session.collections.add("ai-declarations")
        reader.app.library = session.scoped_library
        await reader.wait()
        screen = reader.on(VerificationScreen)
        assert reader.fits()
        assert screen.body.key == "vance-kill-industry"
        assert reader.sees("fewer words: JD Vance")
        assert reader.sees("left out: ")
        view = view_of_screen(screen)
        assert view
        assert str(view) == "verify stdaily at:vance-kill-industry"
        assert parse_view(str(view)) == view
        assert view.query.printed.arguments == ("verify", "--", "stdaily")
        await reader.press("enter")
        assert reader.on(RecordedScreen).body.key == "record-vance-kill"
        assert reader.fits()
        await reader.press("j")
        assert reader.sees("sipoch-vance")
        await reader.press("escape")
        assert reader.on(VerificationScreen).body.key == "vance-kill-industry"
        assert reader.on(VerificationScreen).to_export()
        await reader.run("source")
        assert reader.sees("stdaily")
        await reader.press("escape")
        await reader.press("escape")
        await reader.run("documents")
        await reader.press("j")
        await reader.run("verify")
        assert reader.on(VerificationScreen).view_query.source == "nigeriapulse"
        assert reader.sees("≠ contradicted by the record")
