"""Review at the keyboard: proposals are accepted, corrected and rejected, a key each."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from summittui.model import Actor, ActorKind, Declaration, Proposal, ProposalState, Quote
from summittui.session import Session
from summittui.session.importing import Details
from summittui.session.proposing import Proposer
from summittui.ui.screens.review import ReviewScreen
from tests.ui.driver import MEDIUM, SMALL, Reader, reading

ARTICLE = Path(__file__).parents[2] / "intake" / "samples" / "harbour.txt"


@asynccontextmanager
async def reviewing(folder: Path, size: tuple[int, int] = MEDIUM) -> AsyncIterator[Reader]:
    """Open the screens on a store of one imported article, at its review."""
    session = Session.create(folder / "store.json")
    session.intake.import_documents([str(ARTICLE)], Details(outlet="Courier"), proposer=Proposer())
    session.close()
    async with reading(folder, size) as reader:
        await reader.press("I")
        await reader.settle()
        assert isinstance(reader.app.screen, ReviewScreen)
        yield reader


def states(reader: Reader) -> list[str]:
    return [each.state for each in reader.library.every(Proposal)]


@pytest.mark.parametrize("size", [SMALL, MEDIUM])
async def test_the_passage_is_lit_beside_who_how_and_why(tmp_path: Path, size: tuple[int, int]) -> None:
    async with reviewing(tmp_path, size) as reader:
        assert reader.sees("10 wait · 0 accepted · 0 rejected")
        assert reader.sees("Mara Lindqvist (new: person)")
        assert reader.sees("confidence 0.85")
        assert reader.sees("cue “said”")


async def test_one_key_accepts_and_asks_before_it_makes_somebody(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as reader:
        await reader.press("a")
        await reader.settle()
        assert reader.library.size("quotes") == 0
        await reader.answer("Add as new")
        (quote,) = reader.library.every(Quote)
        assert quote.speaker == "mara-lindqvist"
        assert reader.sees("9 wait · 1 accepted · 0 rejected")
        await reader.press("x")
        await reader.settle()
        assert states(reader).count(ProposalState.REJECTED) == 1
        await reader.press("u")
        await reader.press("u")
        await reader.settle()
        assert set(states(reader)) == {ProposalState.PENDING}
        assert reader.library.size("quotes") == 0


async def test_everything_above_a_confidence_is_accepted_at_once(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as reader:
        await reader.press("A")
        await reader.answer("all")
        await reader.answer("Add as new")
        assert set(states(reader)) == {ProposalState.ACCEPTED}
        assert len(reader.library.every(Quote)) == 6
        assert reader.sees("Nothing waits for review")


async def test_speaker_kind_and_boundaries_are_corrected_in_any_scope_before_it_is_accepted(
    tmp_path: Path,
) -> None:
    async with reviewing(tmp_path) as reader:
        await reader.press("j", "j", "w")
        await reader.settle()
        await reader.press("<", ".")
        await reader.settle()
        await reader.press("s")
        await reader.settle()
        await reader.type("Ida Holm")
        await reader.press("enter")
        await reader.settle()
        await reader.press("a")
        await reader.settle()
        (quote,) = reader.library.every(Quote)
        assert (quote.speaker, quote.kind) == ("ida-holm", "text")
        assert quote.exact == "pilots would lose their work first and that nobody had asked"

        host = reader.app.session_host
        assert host.session
        host.session.add(Actor(id="holm-the-elder", name="Holm the Elder", kind=ActorKind.PERSON))
        host.limit("before:1900")
        await reader.settle()
        assert reader.sees("9 wait · 1 accepted")
        assert not reader.sees("limited to")
        await reader.press("s")
        await reader.settle()
        await reader.type("elder")
        await reader.press("enter")
        await reader.settle()
        await reader.press("a")
        await reader.settle()
        assert [quote.speaker for quote in host.session.library.every(Quote)] == ["ida-holm", "holm-the-elder"]


async def test_a_stance_is_set_with_both_poles_in_view_and_its_issue_made_on_the_way(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as reader:
        await reader.press("t")
        await reader.answer("A new issue")
        await reader.fill(label="Tests", question="Test first?", pole_for="Before", pole_against="Not at all")
        await reader.save()
        assert reader.sees("Test first? for: Before")
        assert reader.sees("Test first? against: Not at all")
        await reader.answer("for: Before")
        await reader.answer("Add as new")
        (quote,) = reader.library.every(Quote)
        assert [(one.issue, one.stance) for one in quote.stances] == [("tests", "for")]


async def test_two_are_joined_one_is_split_and_a_declaration_is_made_in_the_picker(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as reader:
        await reader.press("j", "j", "J")
        await reader.settle()
        assert states(reader).count(ProposalState.REJECTED) == 1
        await reader.press("S")
        await reader.settle()
        assert states(reader).count(ProposalState.PENDING) == 10
        await reader.press("d")
        assert reader.sees("A quote belongs to no declaration")
        await reader.press("G", "k", "d")
        await reader.settle()
        await reader.type("Selwyn Code")
        await reader.press("enter")
        await reader.settle()
        await reader.press("a")
        await reader.settle()
        (declaration,) = reader.library.every(Declaration)
        assert (declaration.title, len(declaration.acts) + len(declaration.tallies)) == ("Selwyn Code", 1)


async def test_a_path_in_documents_is_imported_and_reviewed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Session.create(tmp_path / "store.json").close()
    (tmp_path / "article.md").write_text(ARTICLE.read_text(encoding="utf-8"))  # read in a process of its own
    monkeypatch.chdir(tmp_path)
    async with reading(tmp_path) as reader:
        await reader.press("D", "a")
        await reader.type("art")
        await reader.press("tab")
        await reader.fill(outlet="Courier")
        await reader.save()
        assert isinstance(reader.app.screen, ReviewScreen)
        assert reader.sees("10 wait")
        (tmp_path / "other.txt").write_text("“It is late,” said Ida Holm.")
        await reader.press("escape", "a")
        await reader.fill(path="other.txt", outlet="Other")
        await reader.save()
        await reader.press("x")
        await reader.settle()
        assert reader.sees("Nothing waits in this document; 10 wait in others, I shows them.")
        await reader.press("I")
        await reader.settle()
        assert reader.sees("10 wait · 0 accepted · 1 rejected")
