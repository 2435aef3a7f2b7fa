"""Agreement of coders, against figures computed by hand."""

import sys

import pytest
from msgspec.structs import replace

from summittui.library.answers.agreement import coder_agreement
from summittui.library.memory.library import MemoryLibrary
from summittui.library.memory.matching import matching_ordinals
from summittui.model import (
    Actor,
    ActorKind,
    Certainty,
    InputError,
    Issue,
    IssueId,
    Level,
    PartyId,
    Quote,
    QuoteKind,
    Records,
    Source,
    SourceId,
    SourceKind,
    Stance,
    StanceValue,
    coders_differ,
    settled_stances,
)
from summittui.queries.language import Field, Query

F, A, M = StanceValue.FOR, StanceValue.AGAINST, StanceValue.MIXED


def stance(value: StanceValue, by: str | None, issue: str = "rules") -> Stance:
    return Stance(issue=IssueId(issue), stance=value, level=Level.INTERPRETIVE, certainty=Certainty.HIGH, by=by)


def library_of(*coded: tuple[Stance, ...]) -> MemoryLibrary:
    quotes = tuple(
        Quote(
            id=f"q{number}",
            source=SourceId("s"),
            kind=QuoteKind.INDIRECT,
            speaker=PartyId("ada"),
            gist=f"point {number}",
            stances=stances,
        )
        for number, stances in enumerate(coded)
    )
    issues = tuple(
        Issue(id=each, label=each, question="?", pole_for="yes", pole_against="no") for each in ("rules", "open")
    )
    return MemoryLibrary(
        Records(
            sources=(Source(id="s", kind=SourceKind.ARTICLE, outlet="X"),),
            actors=(Actor(id="ada", name="Ada", kind=ActorKind.PERSON),),
            issues=issues,
            quotes=quotes,
        )
    )


def coded_by_two(*pairs: tuple[StanceValue, StanceValue], issue: str = "rules") -> list[tuple[Stance, ...]]:
    return [(stance(one, "anna", issue), stance(other, "ben", issue)) for one, other in pairs]


def test_two_coders_against_figures_computed_by_hand() -> None:
    # Coincidences of 5 records: FF 4, AA 2, FA 2, AF 2; n = 10, n(F) = 6, n(A) = 4.
    # Observed disagreement 4/10, expected 2*6*4/(10*9) = 48/90; alpha = 1 - 0.4 * 90/48 = 0.25.
    first, every = coder_agreement(library_of(*coded_by_two((F, F), (F, F), (A, A), (F, A), (A, F))))
    assert (first.issue, first.coders, first.records, first.equal, first.pairs) == ("rules", ("anna", "ben"), 5, 3, 5)
    assert first.share == 0.6
    assert first.alpha == pytest.approx(0.25)
    assert replace(every, issue="rules") == first


def test_three_coders_one_of_whom_missed_a_record() -> None:
    # Records: (F, F, A) and (A, A): coincidences of the first FF 1, FA 1, AF 1, of the second AA 2; n = 5,
    # n(F) = 2, n(A) = 3. Observed 2/5, expected 2*2*3/(5*4) = 12/20; alpha = 1 - 0.4/0.6 = 1/3.
    three = (stance(F, "anna"), stance(F, "ben"), stance(A, "cleo"))
    only, _ = coder_agreement(library_of(three, (stance(A, "anna"), stance(A, "cleo"))))
    assert (only.equal, only.pairs, only.records) == (2, 4, 2)
    assert only.alpha == pytest.approx(1 / 3)


def test_each_issue_is_told_apart_and_all_together() -> None:
    rows = coder_agreement(library_of(*coded_by_two((F, F), (A, A)), *coded_by_two((F, A), (M, M), issue="open")))
    assert [(row.issue, row.share) for row in rows] == [("rules", 1.0), ("open", 0.5), (None, 0.75)]
    assert rows[0].alpha == 1.0


def test_where_all_codings_are_the_same_alpha_is_not_defined() -> None:
    only, _ = coder_agreement(library_of(*coded_by_two((F, F), (F, F))))
    assert (only.share, only.alpha) == (1.0, None)


def test_what_one_coder_alone_or_nobody_set_counts_for_nothing() -> None:
    assert coder_agreement(library_of((stance(F, "anna"),), (stance(F, None),))) == ()


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "krippendorff", None)
    with pytest.raises(InputError, match=r"pip install 'summittui\[agreement\]'"):
        coder_agreement(library_of(*coded_by_two((F, A))))


def test_coders_who_differ_make_a_stance_unclear_until_one_settles_it() -> None:
    differing = (stance(F, "anna"), stance(A, "ben"))
    (unclear,) = settled_stances(differing)
    assert (unclear.stance, unclear.certainty) == (StanceValue.UNCLEAR, Certainty.LOW)
    assert unclear.note == "the coders differ (anna: for, ben: against)"
    assert coders_differ(differing)
    settled = (*differing, stance(A, None))
    assert [one.stance for one in settled_stances(settled)] == [A]
    assert not coders_differ(settled)
    assert len(settled_stances((stance(F, "anna"), stance(F, "ben")))) == 1


def test_evidence_counts_coders_once_and_lists_find_what_they_differ_on() -> None:
    library = library_of((stance(F, "anna"), stance(F, "ben")), (stance(F, "anna"), stance(A, "ben")))
    assert [piece.stance.stance for piece in library.evidence_of("ada")] == [F, StanceValue.UNCLEAR]
    assert list(matching_ordinals(library, "quotes", Query((Field("is", "contested"),)))) == [1]
