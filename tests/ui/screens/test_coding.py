"""Coding in the text at the keyboard: a passage is selected by motions and becomes a record on one key."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from summittui.library.answers.check import check
from summittui.model import (
    Actor,
    ActorKind,
    Claim,
    Declaration,
    Disagreement,
    DisagreementKind,
    PartyId,
    Quote,
    QuoteKind,
    Record,
    Severity,
    Side,
    Source,
    SourceId,
    SourceKind,
)
from summittui.session import Session
from summittui.session.importing import Details
from summittui.ui.screens.coding import CodingScreen
from tests.ui.driver import MEDIUM, SMALL, Reader, reading

ARTICLE = Path(__file__).parents[2] / "intake" / "samples" / "harbour.txt"
TEXT = ARTICLE.read_text(encoding="utf-8")


@asynccontextmanager
async def reading_article(
    folder: Path, size: tuple[int, int] = MEDIUM, *, records: tuple[Record, ...] = ()
) -> AsyncIterator[Reader]:
    """Open Documents on a store of one imported article, its text at hand, nothing proposed."""
    session = Session.create(folder / "store.json")
    session.intake.import_documents([str(ARTICLE)], Details(outlet="Courier"))
    for record in records:
        session.add(record)
    session.close()
    async with reading(folder, size) as reader:
        await reader.press("D")
        await reader.settle()
        yield reader


async def find(reader: Reader, words: str) -> None:
    """Look for words in the text."""
    await reader.press("slash")
    await reader.type(words)
    await reader.press("enter")
    await reader.settle()


def selected(reader: Reader) -> str:
    screen = reader.app.screen
    assert isinstance(screen, CodingScreen), screen
    return screen.selection.words


async def save(reader: Reader) -> None:
    await reader.settle()
    await reader.save()
    await reader.settle()
    assert isinstance(reader.app.screen, CodingScreen), reader.text


async def test_an_article_is_coded_by_hand_with_every_place_proven(tmp_path: Path) -> None:
    async with reading_article(tmp_path, SMALL) as reader:
        # a quote of somebody new, read from the text around it: four keys
        await reader.press("v", "quotation_mark")
        assert selected(reader) == "No vessel without a crew will dock here before its code has been inspected,"
        assert reader.sees("14 words, 75 characters selected")
        await reader.press("a")
        await save(reader)
        (quote,) = reader.library.every(Quote)
        assert (quote.speaker, quote.kind, quote.exact) == ("mara-lindqvist", "direct", selected(reader))
        assert quote.role == "the harbour minister of Norland"
        assert [TEXT[each.start : each.end] for each in quote.cue] == ["said"]
        # the stance of what stands at the passage, its issue made on the way
        await reader.press("t")
        await reader.answer("A new issue")
        await reader.fill(label="Tests", question="Test first?", pole_for="Before", pole_against="Not at all")
        await reader.save()
        await reader.answer("for: Before")
        (quote,) = reader.library.every(Quote)
        assert [(one.issue, one.stance) for one in quote.stances] == [("tests", "for")]
        # an indirect quote by motions: the rest of a sentence from a word on
        await find(reader, "pilots would")
        await reader.press("v", "s")
        assert selected(reader) == "pilots would lose their work first and that nobody had asked them."
        await reader.press("less_than_sign")
        assert selected(reader).endswith("nobody had asked them")
        await reader.press("a")
        await reader.fill(kind="indirect")
        await save(reader)
        indirect = next(each for each in reader.library.every(Quote) if each.kind == "indirect")
        assert indirect.speaker == "ines-okafor"
        # a claim of the source itself, an act and a number, each on one key
        await reader.press("p", "c")
        await reader.fill(gist="Ministers met on autonomous ships.")
        await save(reader)
        assert [reader.library.name(each.author) for each in reader.library.every(Claim)] == ["Courier"]
        await find(reader, "Corvania declined")
        await reader.press("s")
        assert selected(reader).startswith("Corvania")
        await reader.press("d")
        await save(reader)
        await reader.press("m")
        await save(reader)
        (declaration,) = reader.library.every(Declaration)
        assert [(one.actor, one.act) for one in declaration.acts] == [("corvania", "declined")]
        assert [(one.number, one.qualifier, one.counts) for one in declaration.tallies] == [(40, "about", "companies")]
        report = check(reader.library, reader.library.text)
        assert {state for state, number in report.spans.items() if number} == {"verbatim"}
        assert report.problems == ()
        # undone from here, and left by Escape
        await reader.press("u")
        await reader.settle()
        assert next(iter(reader.library.every(Declaration))).tallies == ()
        await reader.press("escape", "escape")
        await reader.settle()
        assert not isinstance(reader.app.screen, CodingScreen)


async def test_records_without_a_place_are_given_one_and_sides_are_taken_from_the_text(tmp_path: Path) -> None:
    other = Source(id="other", kind=SourceKind.ARTICLE, outlet="Other")
    actor = Actor(id="vass", name="Teodor Vass", kind=ActorKind.PERSON)
    bare = Quote(
        id="vass-ban",
        source=SourceId("courier"),
        kind=QuoteKind.DIRECT,
        speaker=PartyId("vass"),
        words="an inspection is a ban",
    )
    sides = (Side(source=SourceId("other"), gist="Two states."), Side(source=SourceId("courier"), gist="Three states."))
    matter = Disagreement(
        id="who-signed",
        title="Who signed",
        kind=DisagreementKind.DETAIL,
        severity=Severity.LOW,
        sides=sides,
        explanation="They count differently.",
    )
    async with reading_article(tmp_path, records=(other, actor, bare, matter)) as reader:
        await reader.press("enter")
        await find(reader, "inspection that")
        await reader.press("v", "quotation_mark", "o")
        await reader.answer("vass-ban")
        quote = reader.library.get_as(Quote, "vass-ban")
        assert quote.words is None
        assert quote.exact == "An inspection that takes nine months is a ban by another name,"
        await find(reader, "Norland and")
        await reader.press("s", "x")
        await reader.settle()
        await reader.press("enter")
        await save(reader)
        side = reader.library.get_as(Disagreement, "who-signed").sides[1]
        assert [TEXT[each.start : each.end] for each in side.spans] == [selected(reader)]
        await reader.press("x")
        await reader.settle()
        await reader.type("Cost")
        await reader.press("enter")
        await reader.fill(gist="Cheap.", other="other", other_gist="Nothing.", explanation="One is silent.")
        await save(reader)
        assert reader.library.get_as(Disagreement, "cost").sides[0].spans
        await reader.press("o")
        assert reader.sees("Every record of this source has a place.")
        report = check(reader.library, reader.library.text)
        assert {state for state, number in report.spans.items() if number} == {"verbatim"}
        await reader.press("enter")
        assert reader.sees("What is it?")
        await reader.press("escape")
        reader.app.session_host.limit("before:1900")
        await reader.settle()
        assert reader.library.find("courier") is None
        assert reader.sees("Select")  # what is coded belongs to the whole store
        assert not reader.sees("limited to what is")
