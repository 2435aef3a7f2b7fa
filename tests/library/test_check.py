"""Check: every span is counted once, by state; what drifted is named with record and field."""

from msgspec.structs import replace

from summittui.library.answers.check import check, check_source
from summittui.library.answers.proof import ProofState
from summittui.library.memory.library import MemoryLibrary
from summittui.model import Selector, SourceId
from summittui.model.passages import marked_spans
from tests.model.samples import ADA, DIRECT, INDIRECT, RECORDS, TEXT
from tests.paris import paris
from tests.reference import needs_reference, texts

DAILY = SourceId("daily")
LIBRARY = MemoryLibrary(RECORDS)
SPANS = sum(len(list(marked_spans(record))) for record in RECORDS)


def counts(**given: int) -> dict[str, int]:
    return {state.value: given.get(state.name.lower(), 0) for state in ProofState}


def test_without_texts_every_span_is_not_attached_and_that_is_no_problem() -> None:
    report = check(LIBRARY, lambda _source: None)
    assert report.spans == counts(not_attached=SPANS)
    assert report.quoted == counts(not_attached=1)
    assert report.ok


def test_every_span_of_an_unchanged_text_is_verbatim() -> None:
    report = check(LIBRARY, {DAILY: TEXT}.get)
    assert (report.spans, report.quoted) == (counts(verbatim=SPANS), counts(verbatim=1))
    assert (report.ok, report.drifts, report.problems) == (True, (), ())


def test_a_changed_word_is_named_with_its_record_and_field() -> None:
    report = check(LIBRARY, {DAILY: TEXT.replace("Rules help.", "Rules harm.")}.get)
    assert report.quoted == counts(drifted=1)
    drift, *around = sorted(report.drifts, key=lambda each: each.field != "quoted[0]")
    assert {(each.record, each.field) for each in around} == {("ada-rules", "spans[0]"), ("daily", "outline[0]")}
    assert (drift.table, drift.record, drift.field, drift.source) == ("quotes", "ada-rules", "quoted[0]", DAILY)
    assert drift.selector == DIRECT.quoted[0]
    assert drift.proof.difference == "Rules [-help-]{+harm+}."
    assert not report.ok


def test_a_span_that_no_text_can_prove_is_named_and_is_no_failure() -> None:
    bare = replace(RECORDS, quotes=(replace(INDIRECT, spans=(Selector(3, 9),), nested_in=None),))
    report = check(MemoryLibrary(bare), {DAILY: TEXT}.get)
    (span,) = report.unproven
    assert (span.record, span.field, span.proof.state) == ("bo-rules", "spans[0]", ProofState.UNPROVEN)
    assert report.spans["unproven"] == 1
    assert report.ok
    assert check(MemoryLibrary(bare), lambda _source: None).unproven == ()


def test_words_without_a_place_are_named_without_one() -> None:
    unplaced = replace(DIRECT, quoted=(), spans=(), words="Never said")
    report = check(MemoryLibrary(replace(RECORDS, quotes=(unplaced, INDIRECT))), {DAILY: TEXT}.get)
    (drift,) = report.drifts
    assert (drift.selector, drift.is_quoted) == (None, True)
    assert str(drift) == "quotes 'ada-rules', words, daily"
    assert report.quoted["not found"] == 1


def test_a_text_that_is_cut_short_lacks_the_later_spans() -> None:
    report = check(LIBRARY, {DAILY: TEXT[:23]}.get)
    assert report.spans["not found"] + report.spans["drifted"] == len(report.drifts) > 0
    assert sum(report.spans.values()) == SPANS
    assert {drift.record for drift in report.drifts} == {
        "daily",
        "bo-rules",
        "daily-signed",
        "daily-signed-again",
        "pact",
    }


def test_a_broken_rule_is_a_problem_even_without_texts() -> None:
    report = check(
        MemoryLibrary(replace(RECORDS, events=(replace(RECORDS.events[0], id=ADA.id),))), lambda _source: None
    )
    assert [problem.field for problem in report.problems] == ["id"]
    assert not report.ok


def test_one_source_alone_counts_its_own_spans_alone() -> None:
    library = MemoryLibrary(paris().records)
    for source in ("stdaily", "nigeriapulse"):
        own = sum(marked.source == source for record in paris().records for marked in marked_spans(record))
        report = check_source(library, SourceId(source), "")
        assert report.spans == counts(not_found=own)
        assert {drift.source for drift in report.drifts} == {source}
        assert report.problems == ()


@needs_reference
def test_the_collection_proves_verbatim_against_its_documents() -> None:
    report = check(MemoryLibrary(paris().records), {SourceId(id_): text for id_, text in texts().items()}.get)
    assert report.ok
    assert {state for state, count in report.spans.items() if count} == {"verbatim"}
    assert report.quoted["verbatim"] == 13
