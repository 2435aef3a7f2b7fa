"""The merge of two records: nothing goes without a word."""

from typing import Any

import pytest
from msgspec.structs import replace

from summittui.library import Library
from summittui.library.changes.merging import Merge, merged
from summittui.library.memory.library import MemoryLibrary
from summittui.model import (
    Act,
    ActKind,
    Actor,
    ActorId,
    ActorKind,
    Camp,
    Certainty,
    Claim,
    Declaration,
    DeclarationId,
    Disagreement,
    DisagreementKind,
    Event,
    InputError,
    Note,
    PartyId,
    Quote,
    QuoteKind,
    Record,
    RecordId,
    Selector,
    Severity,
    Side,
    Source,
    SourceId,
    StanceValue,
)
from summittui.model.rules import problems
from tests.library.test_rewriting import LIBRARY, OTHER, after, named_by
from tests.model.samples import ADA, BO, CLAIM, DAILY, DIRECT, INDIRECT, PACT, RECORDS, RULES, SOURCE, TEXT, stance


def changes_of(library: Library, id_: str, into: str) -> dict[str, Record | None]:
    return dict(merged(library, id_, into).changes)


def merge_of(gone: Record, kept: Record, table: str, **others: tuple[Record, ...]) -> tuple[Any, Merge]:
    """Return the record that is made of two of one table, and the merge."""
    records: Any = replace(RECORDS, **{table: (*getattr(RECORDS, table), gone, kept), **others})
    merge = merged(MemoryLibrary(records), gone.id, kept.id)
    assert list(problems(after(MemoryLibrary(records), dict(merge.changes)))) == []
    return merge.changes[kept.id], merge


def test_two_actors_become_one_with_the_names_of_both() -> None:
    records = after(LIBRARY, changes_of(LIBRARY, "bo", "ada"))
    assert list(problems(records)) == []
    ada = MemoryLibrary(records).get("ada")
    assert ada == replace(ADA, aliases=("Bo", "Bó"))
    assert "bo" not in named_by(records)


def test_an_actor_that_resembled_or_spoke_for_the_one_it_is_merged_into_does_so_no_more() -> None:
    spokesman = replace(BO, speaks_for=ActorId("ada"), affiliation=ActorId("ada"))
    leader = replace(ADA, speaks_for=ActorId("bo"), affiliation=ActorId("bo"), related=(ActorId("bo"),))
    library = MemoryLibrary(replace(RECORDS, actors=(leader, spokesman, RECORDS.actors[2])))
    ada = changes_of(library, "bo", "ada")["ada"]
    assert ada == replace(ADA, aliases=("Bo", "Bó"))


def test_each_coder_keeps_the_own_stance() -> None:
    mine, theirs = replace(stance(), by="Ann"), replace(stance(StanceValue.AGAINST), by="Bob")
    kept, merge = merge_of(
        replace(INDIRECT, id="one", stances=(mine,)), replace(INDIRECT, id="two", stances=(theirs,)), "quotes"
    )
    assert kept.stances == (theirs, mine)
    assert merge.conflicts == ()


def test_of_two_issues_the_side_on_the_second_stays() -> None:
    quote = replace(DIRECT, stances=(stance(StanceValue.AGAINST, issue="order"), stance()))
    library = MemoryLibrary(replace(RECORDS, issues=(RULES, OTHER), quotes=(quote, RECORDS.quotes[1])))
    into_rules = changes_of(library, "order", "rules")["ada-rules"]
    assert isinstance(into_rules, Quote)
    assert into_rules.stances == (stance(),)
    into_order = changes_of(library, "rules", "order")["ada-rules"]
    assert isinstance(into_order, Quote)
    assert into_order.stances == (stance(StanceValue.AGAINST, issue="order"),)


def test_sides_of_two_holders_on_one_issue_both_stay_after_a_merge() -> None:
    quote = replace(DIRECT, stances=(stance(issue="order"), stance(StanceValue.AGAINST, holder="bo")))
    library = MemoryLibrary(replace(RECORDS, issues=(RULES, OTHER), quotes=(quote, RECORDS.quotes[1])))
    united = changes_of(library, "order", "rules")["ada-rules"]
    assert isinstance(united, Quote)
    assert united.stances == (stance(), stance(StanceValue.AGAINST, holder="bo"))


def test_an_act_that_two_actors_did_alike_is_one_act_of_both_changes_of() -> None:
    one, two = PACT.acts[0], PACT.acts[1]
    alike = replace(PACT, acts=(replace(one, stances=(), as_of=None), two))
    library = MemoryLibrary(replace(RECORDS, declarations=(alike,)))
    pact = changes_of(library, "bo", "ada")["pact"]
    assert isinstance(pact, Declaration)
    assert len(pact.acts) == 1


def test_the_notes_on_two_records_become_one() -> None:
    notes = (
        Note(id="note-bo", about=RecordId("bo"), memo="of Bo", starred=True),
        Note(id="note-ada", about=RecordId("ada"), memo="of Ada"),
    )
    changes = changes_of(MemoryLibrary(replace(RECORDS, notes=notes)), "bo", "ada")
    assert changes["note-bo"] is None
    assert changes["note-ada"] == Note(id="note-ada", about=RecordId("ada"), memo="of Ada\nof Bo", starred=True)
    alone = changes_of(MemoryLibrary(replace(RECORDS, notes=notes[:1])), "bo", "ada")
    assert alone["note-bo"] == replace(notes[0], about=RecordId("ada"))


def test_a_source_whose_passages_would_point_into_another_text_is_not_changes_of() -> None:
    other = Source(id="weekly", kind=SOURCE.kind, outlet="The Weekly", sha256="0" * 64)
    library = MemoryLibrary(replace(RECORDS, sources=(SOURCE, other)))
    with pytest.raises(InputError, match="marks passages in the first"):
        changes_of(library, DAILY, "weekly")
    assert changes_of(library, "weekly", DAILY)["weekly"] is None
    copies = (replace(SOURCE, sha256="0" * 64), other)
    assert changes_of(MemoryLibrary(replace(RECORDS, sources=copies)), DAILY, "weekly")[DAILY] is None


def test_records_of_different_tables_and_one_record_do_not_merge() -> None:
    with pytest.raises(InputError, match="of different tables, actors and issues"):
        changes_of(LIBRARY, "bo", "rules")
    with pytest.raises(InputError, match="into itself"):
        changes_of(LIBRARY, "bo", "bo")


def quote(id_: str, **fields: Any) -> Quote:
    return Quote(id=id_, source=DAILY, kind=QuoteKind.DIRECT, speaker=PartyId("ada"), **fields)


def test_what_only_the_first_quote_has_is_taken_over() -> None:
    rich: dict[str, Any] = {
        "doubt": "Second-hand.",
        "note": "From the first coder.",
        "role": "Minister",
        "date": "2025-02-10",
        "about": (PartyId("bo"),),
        "topics": ("rules",),
        "stances": (stance(),),
        "optional": True,
    }
    united, merge = merge_of(quote("one", words="Rules help.", **rich), quote("two", words="Rules help."), "quotes")
    assert united == quote("two", words="Rules help.", **rich)
    assert set(merge.taken) == set(rich)
    assert merge.conflicts == ()


def test_two_doubts_and_two_notes_are_joined_and_one_that_says_the_same_is_not_repeated() -> None:
    one = quote("one", words="Help.", doubt="Second-hand.", note="Seen in print")
    two = quote("two", words="Help.", doubt="A translation.", note="Seen in print")
    united, merge = merge_of(one, two, "quotes")
    assert (united.doubt, united.note) == ("A translation. Second-hand.", "Seen in print")
    assert merge.conflicts == ()
    assert merge_of(replace(one, doubt="why"), replace(two, doubt="how"), "quotes")[0].doubt == "how; why"


def test_what_both_have_and_differ_in_is_named_with_both_values() -> None:
    one = quote("one", words="Help.", role="Minister", date="2025-02-10", stances=(stance(StanceValue.AGAINST),))
    two = quote("two", words="Help!", role="Envoy", date="2025-02-11", stances=(stance(),))
    united, merge = merge_of(one, replace(two, speaker=PartyId("bo")), "quotes")
    assert united == replace(two, speaker=PartyId("bo"))
    assert [str(one) for one in merge.conflicts] == [
        "two, words: Help.; it keeps Help!",
        "two, speaker: ada; it keeps bo",
        "two, role: Minister; it keeps Envoy",
        "two, date: 2025-02-10; it keeps 2025-02-11",
        "two, stances[0].stance: against; it keeps for",
    ]
    assert merge.taken == ()


def test_words_that_get_their_place_by_the_other_quote_stand_there_once() -> None:
    placed = replace(DIRECT, id="placed", stances=())
    united, merge = merge_of(placed, quote("two", words="Rules help."), "quotes")
    assert (united.words, united.quoted, united.spans) == (None, placed.quoted, placed.spans)
    assert merge.conflicts == ()
    united, merge = merge_of(quote("one", words="Rules help."), placed, "quotes")
    assert united == placed
    assert (merge.taken, merge.conflicts) == ((), ())


@pytest.mark.parametrize("words_go", [True, False])
def test_other_words_do_not_cover_those_that_are_kept(words_go: bool) -> None:
    placed, typed = replace(DIRECT, id="placed", stances=()), quote("typed", words="Rules harm.")
    gone, kept = (typed, placed) if words_go else (placed, typed)
    united, merge = merge_of(gone, kept, "quotes")
    assert united.exact == kept.exact
    assert len(merge.conflicts) == 1
    assert str(gone.exact) in str(merge.conflicts[0])
    assert str(kept.exact) in str(merge.conflicts[0])


def test_the_spans_of_two_quotes_are_not_put_together_to_words_that_nobody_said() -> None:
    one = replace(DIRECT, id="one", spans=(Selector(29, 33),), quoted=(Selector(29, 33, exact=TEXT[29:33]),))
    united, merge = merge_of(one, replace(DIRECT, id="two"), "quotes")
    assert united.exact == "Rules help."
    assert {conflict.field for conflict in merge.conflicts} == {"spans", "quoted"}


def test_a_field_that_would_break_a_rule_is_left_out_and_named() -> None:
    direct = replace(DIRECT, id="one", spans=INDIRECT.spans, quoted=(Selector(39, 59, exact=TEXT[39:59]),))
    united, merge = merge_of(direct, replace(INDIRECT, id="two"), "quotes")
    assert united.quoted == ()
    assert {"kind", "quoted"} <= {conflict.field for conflict in merge.conflicts}


def test_quotes_of_two_sources_stay_apart() -> None:
    other = Source(id="weekly", kind=SOURCE.kind, outlet="The Weekly")
    library = MemoryLibrary(
        replace(
            RECORDS,
            sources=(SOURCE, other),
            quotes=(*RECORDS.quotes, replace(quote("one", words="Help."), source=SourceId("weekly"))),
        )
    )
    with pytest.raises(InputError, match="stand in different sources, weekly and daily"):
        merged(library, "one", "ada-rules")


def test_evidence_of_a_claim_is_united_in_order_and_its_repetition_of_itself_goes() -> None:
    one = replace(CLAIM, id="one", spans=(Selector(24, 30),), doubt="Vague.", manner="praise", repeats=())
    two = replace(CLAIM, id="two", repeats=("one",), gist="Both signed it.")
    united, merge = merge_of(one, two, "claims")
    assert isinstance(united, Claim)
    assert united.spans == (Selector(24, 30), *CLAIM.spans)
    assert (united.doubt, united.manner, united.repeats) == ("Vague.", "praise", ())
    assert [conflict.field for conflict in merge.conflicts] == ["gist", "repeats"]


def test_overlapping_evidence_is_not_united_and_named() -> None:
    one, two = replace(CLAIM, id="one", spans=(Selector(60, 70),)), replace(CLAIM, id="two")
    united, merge = merge_of(one, two, "claims")
    assert united.spans == CLAIM.spans
    assert [str(conflict) for conflict in merge.conflicts] == ["two, spans: 60–70; it keeps 61–73"]


def test_a_note_and_an_affiliation_of_an_actor_are_taken_over_and_its_kind_is_not() -> None:
    one = Actor(id="one", name="One", kind=ActorKind.PERSON, affiliation=ActorId("bo"), note="Not the musician.")
    two = Actor(id="two", name="Two", kind=ActorKind.AUTHOR)
    united, merge = merge_of(one, two, "actors")
    assert united == replace(one, id="two", name="Two", kind=ActorKind.AUTHOR, aliases=("One",))
    assert [str(conflict) for conflict in merge.conflicts] == ["two, kind: person; it keeps author"]


def test_a_date_keeps_the_note_on_it_and_gets_none_of_another_date() -> None:
    one = Event(id="one", name="One", date="2025-02", date_note="As announced", place="Paris")
    united, merge = merge_of(one, Event(id="two", name="Two", date="2025-03"), "events")
    assert (united.date, united.date_note, united.place, united.aliases) == ("2025-03", None, "Paris", ("One",))
    assert {conflict.field for conflict in merge.conflicts} == {"date", "date_note"}
    alone, merge = merge_of(one, Event(id="two", name="Two", date="2025-02"), "events")
    assert alone.date_note == "As announced"
    assert merge.conflicts == ()


def test_an_act_with_its_declaration_comes_from_one_camp() -> None:
    more = replace(PACT, id="more", title="More", acts=(), tallies=())
    declarations = (PACT, more)
    one = Camp(
        id="one", name="One", act=ActKind.SIGNED, declaration=DeclarationId(more.id), members=(ActorId("bo"),), note="N"
    )
    two = Camp(id="two", name="Two", act=ActKind.SIGNED, declaration=DeclarationId(PACT.id), members=(ActorId("ada"),))
    united, merge = merge_of(one, two, "camps", declarations=declarations)
    assert united == replace(two, members=(ActorId("ada"), ActorId("bo")), note="N")
    assert {conflict.field for conflict in merge.conflicts} == {"name", "declaration"}
    plain = replace(two, act=None, declaration=None)
    filled = merge_of(one, plain, "camps", declarations=declarations)[0]
    assert (filled.act, filled.declaration) == (ActKind.SIGNED, "more")


def test_acts_of_one_actor_as_one_source_states_them_are_one_with_the_doubt() -> None:
    doubted = Act(actor=ActorId("ada"), act=ActKind.SIGNED, source=DAILY, doubt="Says who?", certainty=Certainty.LOW)
    one = Declaration(id="one", title="One", kind="pact", label="One", acts=(doubted,))
    united, merge = merge_of(one, PACT, "declarations", declarations=(one, PACT))
    assert len(united.acts) == len(PACT.acts)
    assert united.acts[0] == replace(PACT.acts[0], doubt="Says who?", source=DAILY)
    assert [str(conflict) for conflict in merge.conflicts] == [
        "pact, label: One; it keeps Pact",
        "pact, acts[0].certainty: low; it keeps high",
    ]


def test_a_stance_that_a_follower_loses_is_named() -> None:
    kept = replace(DIRECT, stances=(stance(StanceValue.AGAINST, issue="order"), stance()))
    library = MemoryLibrary(replace(RECORDS, issues=(RULES, OTHER), quotes=(kept, RECORDS.quotes[1])))
    merge = merged(library, "order", "rules")
    assert [str(conflict) for conflict in merge.conflicts] == [
        "rules, label: Order; it keeps Rules",
        "rules, question: “Should there be order?”; it keeps “Should there be rules?”",
        "ada-rules, stances[0].stance: against; it keeps for",
    ]


def test_sides_of_one_source_are_one_and_two_compared_sources_do_not_merge() -> None:
    weekly = Source(id="weekly", kind=SOURCE.kind, outlet="The Weekly")
    sides = (Side(source=DAILY, gist="Two."), Side(source=SourceId("weekly"), gist="Three."))
    one = Disagreement(
        id="one", title="How many", kind=DisagreementKind.DETAIL, severity=Severity.LOW, sides=sides, explanation="X"
    )
    two = replace(one, id="two", sides=(replace(sides[0], spans=(Selector(61, 73),)), sides[1]))
    united, merge = merge_of(two, one, "disagreements", sources=(SOURCE, weekly))
    assert united.sides == two.sides
    assert (merge.taken, merge.conflicts) == (("sides",), ())
    library = MemoryLibrary(replace(RECORDS, sources=(SOURCE, weekly), disagreements=(one,)))
    with pytest.raises(InputError, match="'one' compares 'weekly' with 'daily'"):
        merged(library, "weekly", "daily")


def source(id_: str, **fields: Any) -> Source:
    return Source(id=id_, kind=SOURCE.kind, outlet="Paper", **fields)


def test_the_text_of_a_source_goes_along_where_the_other_has_none_of_its_own() -> None:
    one, two = source("one", sha256="1" * 64, length=4), source("two", url="https://example.org")
    library = MemoryLibrary(replace(RECORDS, sources=(SOURCE, one, two)), {SourceId("one"): "Text"})
    merge = merged(library, "one", "two")
    assert merge.texts == {"two": "Text"}
    assert merge.changes["two"] == replace(two, sha256="1" * 64, length=4)


@pytest.mark.parametrize("known", [{"sha256": "2" * 64}, {"length": 9}])
def test_an_attached_text_is_not_lost_to_a_source_of_another(known: dict[str, Any]) -> None:
    one, two = source("one", sha256="1" * 64), source("two", **known)
    library = MemoryLibrary(replace(RECORDS, sources=(SOURCE, one, two)), {SourceId("one"): "Text"})
    with pytest.raises(InputError, match="not known to have one text, and that of the first is attached"):
        merged(library, "one", "two")
    without = merged(MemoryLibrary(library.records), "one", "two")
    assert without.changes["two"] == two
    assert [conflict.field for conflict in without.conflicts] == ["sha256"]


def test_two_attached_texts_of_one_digest_that_differ_stay_apart() -> None:
    one, two = source("one", sha256="1" * 64), source("two", sha256="1" * 64)
    records = replace(RECORDS, sources=(SOURCE, one, two))
    with pytest.raises(InputError, match="the texts attached to 'one' and 'two' differ"):
        merged(MemoryLibrary(records, {SourceId("one"): "Text", SourceId("two"): "Text "}), "one", "two")
    merge = merged(MemoryLibrary(records, {SourceId("one"): "Text", SourceId("two"): "Text"}), "one", "two")
    assert merge.texts == {}


def test_marks_in_a_text_do_not_come_under_the_digest_of_another() -> None:
    one = source("one", sha256="1" * 64)
    library = MemoryLibrary(replace(RECORDS, sources=(replace(SOURCE, length=None, outline=()), one)))
    merge = merged(library, "one", "daily")
    united = merge.changes["daily"]
    assert isinstance(united, Source)
    assert united.sha256 is None
    assert "sha256" in {conflict.field for conflict in merge.conflicts}
