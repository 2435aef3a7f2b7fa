"""Proposals wait in the store, marked so; nothing of them is a record before somebody accepts it."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from summittui.library.answers.check import check
from summittui.library.answers.search import search
from summittui.library.memory.library import MemoryLibrary
from summittui.model import (
    ActKind,
    Actor,
    ActorKind,
    Declaration,
    DeclarationId,
    InputError,
    PartyId,
    Proposal,
    ProposalState,
    Qualifier,
    QuoteKind,
    SourceId,
)
from summittui.queries.language import Query
from summittui.queries.language.parts import Words
from summittui.queries.review import ReviewQuery
from summittui.session import Session
from summittui.session.accepting import Acceptance, Corrections
from summittui.session.entry.records import new_record
from summittui.session.importing import Details
from summittui.session.proposing import Proposer
from summittui.session.review import Review
from tests.in_memory import in_memory

ARTICLE = Path(__file__).parents[1] / "intake" / "samples" / "harbour.txt"
SOURCE = SourceId("selwyn-courier")
MAKING = Corrections(new_actors=True, new_declarations=True)
PENDING = ReviewQuery()


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = Session.create(tmp_path / "p.json")
    opened.intake.import_documents([str(ARTICLE)], Details(outlet="Selwyn Courier"), proposer=Proposer())
    yield opened
    opened.close()


def pending(session: Session, **conditions: object) -> tuple[Proposal, ...]:
    return Review(session).named((), ReviewQuery(**conditions))  # type: ignore[arg-type]


def accept_all(session: Session, corrections: Corrections = MAKING) -> Acceptance:
    return Review(session).accept(pending(session), corrections)


def states(session: Session) -> set[str]:
    return {each.state for each in in_memory(session.library).records.proposals}


def test_an_import_brings_its_proposals_in_the_same_edit(session: Session) -> None:
    kinds = [each.kind for each in pending(session)]
    assert sorted(kinds) == [
        "act",
        "act",
        "act",
        "direct",
        "direct",
        "direct",
        "indirect",
        "indirect",
        "mixed",
        "tally",
    ]
    starts = [each.spans[0].start for each in pending(session)]
    assert starts == sorted(starts)
    session.undo()
    assert list(in_memory(session.library).records) == []


def test_nothing_that_waits_is_found_listed_or_counted(session: Session) -> None:
    library = session.library
    records = in_memory(library).records
    assert (records.quotes, records.actors, records.declarations) == ((), (), ())
    assert search(library, Query((Words("inspected"),))) == ()
    assert check(library, library.text).spans["verbatim"] == len(library.source(SOURCE).outline)
    assert check(library, library.text).problems == ()


def test_proposals_outlive_the_session_and_the_backup(session: Session, tmp_path: Path) -> None:
    shutil.copytree(tmp_path, tmp_path.parent / "copy")
    again = Session.open(tmp_path.parent / "copy" / "p.json")
    assert in_memory(again.library).records.proposals == in_memory(session.library).records.proposals
    again.close()


def test_what_is_accepted_has_speaker_cue_places_and_printed_words_all_proven(session: Session) -> None:
    accepted = accept_all(session)
    library, text = session.library, in_memory(session.library).texts[SOURCE]
    by_speaker = {quote.speaker: quote for quote in in_memory(library).records.quotes if quote.kind is QuoteKind.DIRECT}
    quote = by_speaker[PartyId("pavel-drann")]
    assert quote.exact == "We will not sign what we cannot check,"
    assert text[quote.quoted[0].start : quote.quoted[0].end] == quote.exact
    assert quote.verb is not None
    assert text[quote.verb.start : quote.verb.end] == "said"
    assert quote.role == "the envoy of Corvania"
    (mixed,) = [quote for quote in in_memory(library).records.quotes if quote.kind is QuoteKind.MIXED]
    assert (mixed.speaker, mixed.exact) == ("mara-lindqvist", "for the worst night of the year, not for the best")
    assert mixed.gist is not None
    assert mixed.gist.startswith("that the rules were written")
    report = check(library, library.text)
    assert set(Review(session).proofs(accepted.made)) == {"verbatim"}
    assert {state for state, number in report.spans.items() if number} == {"verbatim"}
    assert report.problems == ()
    assert states(session) == {ProposalState.ACCEPTED}


def test_acts_and_tallies_come_to_their_declaration(session: Session) -> None:
    accept_all(session)
    (declaration,) = in_memory(session.library).records.declarations
    assert declaration.title == "Selwyn Accord"
    assert {(act.actor, act.act) for act in declaration.acts} == {
        ("norland", ActKind.SIGNED),
        ("estmark", ActKind.SIGNED),
        ("corvania", ActKind.DECLINED),
    }
    (tally,) = declaration.tallies
    assert (tally.number, tally.qualifier, tally.counts) == (40, Qualifier.ABOUT, "companies")


def test_one_undo_takes_an_acceptance_back_and_a_redo_makes_it_again(session: Session) -> None:
    before = in_memory(session.library).records
    accept_all(session)
    after = in_memory(session.library).records
    session.undo()
    assert in_memory(session.library).records == before
    session.redo()
    assert in_memory(session.library).records == after


def test_missing_actors_are_asked_for_in_one_sentence_and_nothing_changes(session: Session) -> None:
    before = in_memory(session.library).records
    with pytest.raises(InputError, match=r"no actor is called “Mara Lindqvist”.* add --new-actors"):
        accept_all(session, Corrections())
    with pytest.raises(InputError, match=r"no declaration is called “Selwyn Accord”; add --new-declarations"):
        accept_all(session, Corrections(new_actors=True))
    assert in_memory(session.library).records == before


def test_a_speaker_is_found_by_name_or_alias(session: Session) -> None:
    kind = ActorKind.PERSON
    session.add(new_record(session.library, Actor, {"name": "The Envoy", "kind": kind, "aliases": "Pavel Drann"}))
    proposal = next(each for each in pending(session) if each.quote and each.quote.speaker == "Pavel Drann")
    Review(session).accept([proposal], Corrections())
    assert [quote.speaker for quote in in_memory(session.library).records.quotes] == ["the-envoy"]


def test_a_reviewer_can_name_the_speaker_and_the_kind(session: Session) -> None:
    session.add(Actor(id="ada", name="Ada", kind=ActorKind.PERSON))
    (mixed,) = pending(session, kinds=("mixed",))
    corrections = Corrections(speaker=PartyId("ada"), kind=QuoteKind.INDIRECT)
    Review(session).accept([mixed], corrections)
    (quote,) = in_memory(session.library).records.quotes
    assert (quote.speaker, quote.kind, quote.quoted) == ("ada", QuoteKind.INDIRECT, ())


def test_what_is_rejected_or_coded_is_never_proposed_again(session: Session) -> None:
    review = Review(session)
    review.reject(pending(session, kinds=("direct",)))
    review.accept(pending(session, kinds=("act",)), MAKING)
    proposed = review.propose([SOURCE], Proposer())
    assert [one.proposals for one in proposed] == [0]
    assert len(pending(session)) == 4


def test_a_passage_that_is_coded_by_now_goes_on_waiting(session: Session) -> None:
    accept_all(session)
    quote = in_memory(session.library).records.quotes[0]
    session.undo()
    session.add(Actor(id=quote.speaker or "", name="Somebody", kind=ActorKind.PERSON))
    session.add(quote)
    with pytest.raises(InputError, match="coded already"):
        Review(session).accept(pending(session)[:1], MAKING)


def test_a_deleted_document_takes_its_proposals_along_and_undo_brings_them_back(session: Session) -> None:
    session.remove(SOURCE)
    assert in_memory(session.library).records.proposals == ()
    session.undo()
    assert len(pending(session)) == 10


def test_a_renamed_document_keeps_its_proposals(session: Session) -> None:
    session.rename(SOURCE, "courier")
    assert {each.source for each in pending(session)} == {"courier"}
    assert len(accept_all(session).accepted) == 10


def test_two_sessions_decide_at_once_and_nothing_is_lost(session: Session, tmp_path: Path) -> None:
    other = Session.open(tmp_path / "p.json")
    mine, theirs = pending(session), pending(other)
    Review(session).accept([mine[0]], MAKING)
    with pytest.raises(InputError, match="is accepted already; nothing was changed"):
        Review(other).accept([theirs[0]], MAKING)
    Review(other).accept([theirs[3]], MAKING)  # by the same new actor, whom the first session made
    session.reload()
    assert [actor.id for actor in in_memory(session.library).records.actors] == ["mara-lindqvist"]
    assert [quote.speaker for quote in in_memory(session.library).records.quotes] == ["mara-lindqvist"] * 2
    other.close()


def test_a_generic_name_waits_until_its_declaration_is_named(tmp_path: Path) -> None:
    opened = Session.create(tmp_path / "p.json")
    (tmp_path / "a.txt").write_text("Norland signed the accord on Monday.\n")
    opened.intake.import_documents([str(tmp_path / "a.txt")], Details(outlet="X"), proposer=Proposer())
    with pytest.raises(InputError, match="the text has no name for “the accord”; give it by --declaration"):
        accept_all(opened)
    id_ = opened.add(new_record(opened.library, Declaration, {"title": "The Selwyn Accord"}))
    accept_all(opened, Corrections(new_actors=True, declaration=DeclarationId(id_)))
    (declaration,) = in_memory(opened.library).records.declarations
    assert [(act.actor, act.sources) for act in declaration.acts] == [("norland", ("x",))]
    opened.close()


OWN = """
import json, sys
text = json.load(sys.stdin)["text"]
there = "We will not sign what we cannot check,"
quotes = [
    {"kind": "direct", "spans": [{"exact": there}], "speaker": "Pavel Drann"},
    {"kind": "direct", "spans": [{"exact": "We never said so"}], "speaker": "Pavel Drann"},
]
print(json.dumps({"quotes": quotes}))
"""


def test_a_program_of_ones_own_proposes_and_what_it_invents_never_enters(tmp_path: Path) -> None:
    opened = Session.create(tmp_path / "p.json")
    (tmp_path / "own.py").write_text(OWN)
    own = Proposer((sys.executable, str(tmp_path / "own.py")))
    (imported,) = opened.intake.import_documents([str(ARTICLE)], Details(outlet="Selwyn Courier"), proposer=own)
    assert imported.proposals == 1
    assert imported.inventions == ("“We never said so” (Pavel Drann): “We never said so” stands nowhere in the text",)
    Review(opened).accept(pending(opened), MAKING)
    assert [quote.exact for quote in in_memory(opened.library).records.quotes] == [
        "We will not sign what we cannot check,"
    ]
    opened.close()


def test_a_proposer_that_fails_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    opened = Session.create(tmp_path / "p.json")
    failing = Proposer((sys.executable, "-c", "raise SystemExit(1)"))
    with pytest.raises(InputError, match="failed with exit code 1"):
        opened.intake.import_documents([str(ARTICLE)], Details(outlet="X"), proposer=failing)
    assert list(in_memory(opened.library).records) == []
    opened.close()


def test_a_library_that_follows_has_the_same_proposals(session: Session) -> None:
    first = in_memory(session.library).records.proposals
    Review(session).reject([first[2]])
    fresh = MemoryLibrary(in_memory(session.library).records, in_memory(session.library).texts)
    assert session.library.proposals_in(SOURCE) == fresh.proposals_in(SOURCE)
