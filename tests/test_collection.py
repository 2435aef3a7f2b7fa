"""The shipped collection is complete, sound, and carries no words that it may not carry."""

import re
from collections.abc import Iterator
from typing import Any

from summittui.model import COLLECTION_TABLES, Actor, Claim, ClaimKind, Declaration, Quote, Records, digest_of
from summittui.model.codec import record_to_plain
from summittui.model.passages import marked_spans
from tests.paris import actor, declaration, paris
from tests.reference import SOURCE_OF, Place, annotation, needs_reference, overlap, party_ids, place, places, texts

RUN = 9
"""Consecutive words that no text of ours may share with a document."""

RECORDS: Records = paris().records


def test_the_collection_says_what_it_is() -> None:
    assert (paris().id, paris().version, bool(paris().licence), bool(paris().note)) == (
        "paris-2025",
        "1.1.1",
        True,
        True,
    )


def test_every_table_has_all_its_records() -> None:
    counts = {name: len(RECORDS.table(name)) for name in COLLECTION_TABLES}
    assert counts == {
        "sources": 2,
        "actors": 39,
        "events": 2,
        "issues": 8,
        "declarations": 4,
        "quotes": 25,
        "claims": 58,
        "disagreements": 20,
        "agreements": 7,
        "checks": 0,
    }
    assert sum(len(record.mentions) for record in RECORDS.actors) == 139


def test_only_what_stood_in_quotation_marks_carries_its_words() -> None:
    carrying = {
        (record.id, marked.field) for record in RECORDS for marked in marked_spans(record) if marked.selector.exact
    }
    quoted = {(quote.id, f"quoted[{n}]") for quote in RECORDS.quotes for n in range(len(quote.quoted))}
    assert carrying == quoted
    assert len(quoted) == 13


def test_every_other_span_carries_a_digest_and_no_words_around_it() -> None:
    for record in RECORDS:
        for marked in marked_spans(record):
            selector = marked.selector
            assert selector.prefix is selector.suffix is None
            if selector.exact is None:
                assert re.fullmatch(r"[0-9a-f]{16}", selector.digest or ""), (record.id, marked.field)


def test_every_repeated_claim_is_a_claim_of_the_same_source() -> None:
    sources = {claim.id: claim.source for claim in RECORDS.claims}
    for claim in RECORDS.claims:
        assert all(sources[other] == claim.source and other != claim.id for other in claim.repeats), claim.id


def test_the_outline_covers_every_paragraph_in_order() -> None:
    assert [len(source.outline) for source in RECORDS.sources] == [14, 10]
    for source in RECORDS.sources:
        assert source.outline[0].start == 0
        assert source.outline[-1].end == source.length
        assert all(
            after.start == before.end + 1 for before, after in zip(source.outline, source.outline[1:], strict=False)
        )


@needs_reference
def test_every_span_verifies_against_the_documents() -> None:
    for record in RECORDS:
        for marked in marked_spans(record):
            span = marked.selector
            words = texts()[marked.source][span.start : span.end]
            assert words == span.exact if span.exact else digest_of(words) == span.digest, (record.id, marked.field)


@needs_reference
def test_the_length_of_each_source_is_that_of_its_text() -> None:
    assert {source.id: source.length for source in RECORDS.sources} == {id_: len(text) for id_, text in texts().items()}


@needs_reference
def test_no_text_of_ours_repeats_a_document() -> None:
    runs = {run for text in texts().values() for part in re.split(r'"[^"]*"|“[^”]*”|\n', text) for run in _runs(part)}
    title = declaration("paris-statement").title
    for record in RECORDS:
        for text in _texts(record_to_plain(record)):
            assert not runs & set(_runs(text.replace(title, ""))), (
                record.id,
                text,
            )


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9]+", text.lower().replace("’", "").replace("'", ""))
    return (tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1))


def _texts(plain: Any) -> Iterator[str]:
    if isinstance(plain, str):
        yield plain
    elif isinstance(plain, dict):
        for key, value in plain.items():
            yield from () if key == "exact" else _texts(value)
    elif isinstance(plain, list | tuple):
        for value in plain:
            yield from _texts(value)


@needs_reference
def test_every_mention_of_every_actor_declaration_and_event_is_carried() -> None:
    assert len(set(party_ids().values())) == len(party_ids()) == 43
    bearers: list[Actor | Declaration] = [*RECORDS.actors, *RECORDS.declarations]
    by_id = {record.id: record for record in bearers}
    for theirs in (*annotation()["actors"], *annotation()["declarations"]):
        ours = by_id[party_ids()[theirs["id"]]]
        carried = {(m.source, m.start, m.end, m.form.value) for m in ours.mentions}
        assert carried >= {(*place(m), m["type"]) for m in theirs["mentions"]}, ours.id
    for event, theirs in zip(RECORDS.events, annotation()["events"], strict=True):
        assert {(m.source, m.start, m.end, m.form.value) for m in event.mentions} == {
            (*place(m), m["type"]) for m in theirs["mentions"]
        }


@needs_reference
def test_every_actor_has_its_roles_and_those_it_speaks_for() -> None:
    for theirs in annotation()["actors"]:
        ours = actor(party_ids()[theirs["id"]])
        assert {(role.at.source, role.at.start, role.at.end) for role in ours.roles} == places(theirs["roles"])
        spoken_for = party_ids().get((theirs["speaks_for"] or "").split(" ")[0])
        assert ours.speaks_for == (None if spoken_for == ours.id else spoken_for), ours.id
        assert ours.optional == (theirs["tier"] != "core"), ours.id


@needs_reference
def test_every_quotation_is_carried_with_its_kind_speaker_channel_and_spans() -> None:
    for ours, theirs in zip(RECORDS.quotes, annotation()["quotations"], strict=True):
        speaker, via = party_ids().get(theirs["speaker"]), party_ids().get(theirs["reported_via"])
        assert (ours.kind, ours.speaker, ours.via) == (theirs["kind"], speaker, via), ours.id
        content = theirs.get("segments") or [theirs["content_span"]]
        assert [(s.start, s.end) for s in ours.spans] == [(s["start"], s["end"]) for s in content], ours.id
        quoted = theirs["quoted_span"]
        assert [(s.start, s.end, s.exact) for s in ours.quoted] == (
            [(quoted["start"], quoted["end"], quoted["text"])] if quoted else []
        )
        assert {(ours.source, s.start, s.end) for s in ours.cue} == places(theirs["cue_spans"]), ours.id
        assert _single(ours, "verb", theirs["verb_span"])
        assert _single(ours, "speaker_at", theirs["speaker_span"])
        assert _single(ours, "via_at", theirs["via_span"])
        assert _single(ours, "occasion_at", theirs["occasion_span"])
        assert {*ours.about, *ours.topics} == {party_ids().get(about, about) for about in theirs["about"]}, ours.id


def _single(quote: Quote, field: str, theirs: dict[str, Any] | None) -> bool:
    span = getattr(quote, field)
    return span is None if theirs is None else (quote.source, span.start, span.end) == place(theirs)


@needs_reference
def test_every_relation_is_an_act_a_quote_or_a_claim() -> None:
    acts = {
        (act.actor, act.act.value, text.id, frozenset((p.source, p.start, p.end) for p in act.evidence))
        for text in RECORDS.declarations
        for act in text.acts
    }
    words = {"refused": "declined", "promotes": "promoted"}
    told = {"criticised_refusal_of", "aligned"}
    wanted = {
        (
            party_ids()[r["actor"]],
            words.get(r["relation"], r["relation"]),
            party_ids()[r["declaration"]],
            places(r["evidence"]),
        )
        for r in annotation()["relations"]
        if r["relation"] not in told
    }
    assert acts == wanted
    spans = _spans_of_words()
    for relation in annotation()["relations"]:
        if relation["relation"] in told:
            assert any(overlap(ours, theirs) for ours in spans for theirs in places(relation["evidence"]))


def _spans_of_words() -> set[Place]:
    records: list[Quote | Claim] = [*RECORDS.quotes, *RECORDS.claims]
    return {(record.source, s.start, s.end) for record in records for s in record.spans}


@needs_reference
def test_every_claim_and_every_evaluation_is_carried() -> None:
    ours = {
        (c.kind, c.author, frozenset((c.source, s.start, s.end) for s in c.spans), c.manner, c.optional)
        for c in RECORDS.claims
    }
    facts = {
        (ClaimKind.FACT, f"author-{SOURCE_OF[c['doc']]}", places(c["spans"]), None, c.get("tier") == "optional")
        for c in annotation()["claims"]
    }
    evaluations = {
        (ClaimKind.EVALUATION, party_ids()[e["holder"]], places([e["span"]]), e["type"], e.get("tier") == "optional")
        for e in annotation()["evaluations"]
    }
    assert ours == facts | evaluations


@needs_reference
def test_every_number_is_a_tally() -> None:
    qualifiers = {"approximately": "about", "exact": "exactly", "more than": "over", "vague": "vague"}
    for theirs in annotation()["declarations"]:
        tallies = {
            (t.source, t.spans[0].start, t.spans[0].end, t.number, t.qualifier.value, bool(t.doubt))
            for t in declaration(party_ids()[theirs["id"]]).tallies
        }
        for number in theirs["numeric_claims"]:
            doubtful = number.get("suspect", False) or number["value"] is None
            assert (*place(number["span"]), number["value"], qualifiers[number["qualifier"]], doubtful) in tallies


@needs_reference
def test_every_disagreement_and_agreement_is_carried_with_both_sides() -> None:
    for name in ("disagreements", "agreements"):
        for ours, theirs in zip(getattr(RECORDS, name), annotation()[name], strict=True):
            sides = {side.source: {(side.source, s.start, s.end) for s in side.spans} for side in ours.sides}
            assert sides == {SOURCE_OF[doc]: places(theirs[doc]) for doc in "AB"}, ours.id
            assert all(side.gist for side in ours.sides)
    severities = {
        ours.id: (ours.severity.value, theirs["severity"])
        for ours, theirs in zip(RECORDS.disagreements, annotation()["disagreements"], strict=True)
    }
    corrected = {id_: both for id_, both in severities.items() if both[0] != both[1]}
    assert corrected == {"why-the-us-stayed-out": ("medium", "high")}
