"""Sentences that say no more than the records do: a made-up library whose acts and dates are little known."""

import pytest

from summittui.exchange.citing import Style, citations
from summittui.exchange.reports.as_markdown import report_to_markdown
from summittui.exchange.reports.brief import brief
from summittui.library.answers.accounts import accounts
from summittui.library.answers.clauses import compare_declarations
from summittui.library.answers.comparison import compare
from summittui.library.answers.pairs import pairs
from summittui.library.answers.timeline import timeline
from summittui.library.memory.library import MemoryLibrary
from summittui.model import (
    Act,
    ActKind,
    Actor,
    ActorId,
    ActorKind,
    Certainty,
    Claim,
    ClaimKind,
    Declaration,
    Issue,
    IssueId,
    Level,
    ListStatus,
    PartyId,
    Quote,
    QuoteKind,
    Records,
    Source,
    SourceId,
    SourceKind,
    Stance,
    StanceValue,
)
from summittui.present.aligned import aligned_lines
from summittui.present.declarations import declarations_lines
from summittui.present.pairs import left_out_words
from summittui.present.position import position_words
from summittui.present.record import record_label, record_lines
from summittui.present.tables import records_table
from summittui.present.timeline import timeline_lines
from summittui.queries.comparison import AccountsQuery, Alignment, ComparisonQuery, DeclarationsQuery
from summittui.queries.perspectives import EvidenceFilter

GAZETTE, COURIER = SourceId("gazette"), SourceId("courier")


def on_levy(side: StanceValue) -> tuple[Stance, ...]:
    return (Stance(issue=IssueId("levy"), stance=side, level=Level.TEXTUAL, certainty=Certainty.HIGH),)


def said(id_: str, speaker: str, source: SourceId, side: StanceValue) -> Quote:
    speaker_id, stances = PartyId(speaker), on_levy(side)
    return Quote(
        id=id_, source=source, kind=QuoteKind.INDIRECT, speaker=speaker_id, gist=f"{speaker} speaks", stances=stances
    )


ACTS = (
    Act(
        actor=ActorId("sealand"),
        act=ActKind.SIGNED,
        source=GAZETTE,
        certainty=Certainty.MEDIUM,
        as_of="2025",
        stances=on_levy(StanceValue.FOR),
    ),
    Act(
        actor=ActorId("norland"),
        act=ActKind.STAYED_OUT,
        source=COURIER,
        date="2024",
        stances=on_levy(StanceValue.AGAINST),
        doubt="One report only.",
    ),
    Act(actor=ActorId("norland"), act=ActKind.DISSENTED, source=COURIER, not_after="2024-06-01"),
)
CHARTER = Declaration(
    id="charter",
    title="Charter of Ports",
    label="Charter",
    kind="charter",
    acts=ACTS,
    list_status=ListStatus.INCOMPLETE,
    as_of="2025",
)
CLAIM = Claim(
    id="alone", source=COURIER, author=ActorId("writer"), kind=ClaimKind.FACT, gist="It stands alone", doubt="Says who?"
)
VOICE = Claim(
    id="voice",
    source=COURIER,
    author=ActorId("writer"),
    kind=ClaimKind.EVALUATION,
    gist="A levy is wise",
    stances=on_levy(StanceValue.FOR),
)
LIBRARY = MemoryLibrary(
    Records(
        sources=(
            Source(id=GAZETTE, kind=SourceKind.ARTICLE, outlet="Gazette", published="2025-03-02"),
            Source(id=COURIER, kind=SourceKind.ARTICLE, outlet="Courier", published="2024-11"),
        ),
        actors=(
            *(Actor(id=each, name=each.title(), kind=ActorKind.STATE) for each in ("sealand", "norland")),
            *(Actor(id=each, name=each.title(), kind=ActorKind.PERSON) for each in ("ada", "bo", "cy")),
            Actor(id="writer", name="Writer", kind=ActorKind.AUTHOR),
        ),
        issues=(Issue(id="levy", label="Levy", question="A levy?", pole_for="Yes.", pole_against="No."),),
        declarations=(CHARTER, Declaration(id="other", title="Other Text", label="Other", kind="text")),
        quotes=(
            said("one", "ada", GAZETTE, StanceValue.FOR),
            said("two", "ada", COURIER, StanceValue.FOR),
            said("three", "bo", GAZETTE, StanceValue.AGAINST),
            said("four", "cy", COURIER, StanceValue.UNCLEAR),
        ),
        claims=(CLAIM, VOICE),
    )
)


def test_an_act_is_worded_with_the_text_that_it_was_done_with() -> None:
    words = "\n".join(line.plain for line in record_lines(LIBRARY, LIBRARY.get_as(Actor, "norland")))
    assert "act: stayed out of Charter in 2024" in words
    assert "act: dissented from Charter" in words
    (row,) = records_table(LIBRARY, "actors", (LIBRARY.get_as(Actor, "sealand"),)).rows
    assert "signed Charter, certainty medium" in row


def test_a_citation_of_a_declaration_hedges_its_acts_and_its_list() -> None:
    line = citations(LIBRARY, [CHARTER], Style.PLAIN)
    assert "Signed: Sealand, as of 2025, certainty medium (gazette)." in line
    assert "Stayed out: Norland in 2024 (doubtful: One report only) (courier)." in line
    assert "Signatories: the list is incomplete, as of 2025." in line


def test_a_date_that_only_limits_an_act_is_not_its_date() -> None:
    lines = [line.plain.strip() for line in timeline_lines(LIBRARY, timeline(LIBRARY))]
    signed = next(line for line in lines if line.startswith("as of 2025  act: Sealand: signed the Charter;"))
    assert signed.endswith(" — certainty medium [charter]")
    limits = "the latest possible 1, that as of which it is known 1"
    assert f"of the bars, by a date that is not their own: {limits}" in lines
    evidence = LIBRARY.evidence_of(ActorId("sealand"))[0]
    assert evidence.text == "signed the Charter (as of 2025)"


def test_evidence_in_a_row_of_a_date_says_whose_date_that_is() -> None:
    query = ComparisonQuery(sides=("sealand", "ada"), by=Alignment.DATE)
    words = "\n".join(line.plain for line in aligned_lines(LIBRARY, compare(LIBRARY, query)))
    assert "high; dated by the publication of its source): reported: ada speaks" in words
    assert "dated as of 2025; published 2025-03-02): signed the Charter (as of 2025)" in words


def test_what_only_one_source_has_counts_speakers_and_acts_whose_passages_are_not_marked() -> None:
    found = accounts(LIBRARY, AccountsQuery(sources=(GAZETTE, COURIER)))
    assert [each.id for each in found.only_left.actors] == ["sealand", "bo"]
    assert [each.id for each in found.only_right.actors] == ["norland", "cy"]
    assert found.only_left.declarations == found.only_right.declarations == ()


def test_a_doubtful_claim_is_never_called_by_its_gist_alone() -> None:
    assert record_label(LIBRARY, CLAIM).endswith("Courier (courier), published 2024-11 — doubtful: Says who?")


def test_pairs_without_any_shared_issue_are_not_counted_among_those_with_few() -> None:
    (words, *_) = left_out_words(pairs(LIBRARY))
    assert words == "3 pairs with some issue in common, but fewer than 2"


def test_declarations_side_by_side_say_that_nothing_is_recorded() -> None:
    found = compare_declarations(LIBRARY, DeclarationsQuery(sides=("other", "charter")))
    assert "  no clause recorded" in [line.plain for line in declarations_lines(LIBRARY, found)]


@pytest.mark.parametrize("sides", [("charter", "other"), ("norland", "sealand")])
def test_a_brief_tells_every_doubt_of_an_act_that_it_shows(sides: tuple[str, str]) -> None:
    text = report_to_markdown(brief(LIBRARY, compare(LIBRARY, ComparisonQuery(sides=sides))))
    (doubt,) = [line for line in text.partition("## Doubts")[2].splitlines() if "One report only." in line][:1]
    assert doubt.startswith("- stayed out of ")
    assert "— Norland" in doubt


def test_the_own_voice_of_a_source_is_asserted_and_not_reported() -> None:
    position = compare(LIBRARY, ComparisonQuery(sides=("writer", "ada"))).rows[0].positions[0]
    assert position_words(LIBRARY, position) == "for (once); asserted 1"


def test_a_source_without_an_author_is_not_silent_on_what_its_claims_assert() -> None:
    (row,) = compare(LIBRARY, ComparisonQuery(sides=(COURIER, GAZETTE))).rows
    assert [position_words(LIBRARY, each) for each in row.positions] == ["for (once); asserted 1", "no statement found"]


def test_who_loses_all_evidence_to_a_filter_is_never_called_silent() -> None:
    query = ComparisonQuery(sides=("ada", "norland", "other"), evidence_filter=EvidenceFilter(no_doubtful=True))
    found = compare(LIBRARY, query)
    words = "only A speaks: A for · C silent · B nothing left; 1 left out"
    assert found.rows[0].verdict.words == words
    text = report_to_markdown(brief(LIBRARY, found))
    assert "B Norland: nothing left by the filter.\n" in text
    assert "C Other: no statement found.\n" in text
