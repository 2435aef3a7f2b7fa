"""What a second, independent reading of the two documents corrected in the collection."""

import pytest

from summittui.model import ActKind, Certainty, Claim, ClaimKind, Level, Quote, Stance, StanceValue
from summittui.model.account import DisagreementKind
from tests.paris import acts_of, claim, declaration, disagreement, paris, quote, source

FOR, AGAINST, MIXED, UNCLEAR = StanceValue

Reading = tuple[StanceValue, Level, Certainty]

TEXTUAL, INTERPRETIVE = Level
HIGH, MEDIUM, LOW = Certainty


def said_at(source_id: str, start: int, end: int) -> Quote | Claim:
    """Return the one quote or claim whose content begins and ends there."""
    records: list[Quote | Claim] = [*paris().records.quotes, *paris().records.claims]
    found = [
        each
        for each in records
        if each.source == source_id and each.spans and (each.spans[0].start, each.spans[-1].end) == (start, end)
    ]
    (record,) = found
    return record


def on(record: Quote | Claim, issue: str) -> list[Stance]:
    return [each for each in record.stances if each.issue == issue]


def readings(record: Quote | Claim, issue: str) -> list[Reading]:
    return [(each.stance, each.level, each.certainty) for each in on(record, issue)]


def test_the_direction_of_the_uks_concerns_is_not_stated_and_is_a_doubt() -> None:
    uk = said_at("stdaily", 914, 993)
    assert readings(uk, "security-first") == [(UNCLEAR, INTERPRETIVE, LOW)]
    (stance,) = on(uk, "security-first")
    assert stance.basis is not None
    assert (stance.basis.start, stance.basis.end) == (914, 946)
    assert "direction of both concerns is not stated" in (uk.doubt or "")
    assert "its stated reasons" in (uk.gist or "")


def test_declining_a_text_is_a_deed_on_signing_it_and_on_nothing_else() -> None:
    declined = [act for text in paris().records.declarations for act in text.acts if act.act is ActKind.DECLINED]
    assert len(declined) == 2
    assert {stance.issue for act in declined for stance in act.stances} == {"sign-paris-statement"}


def test_what_a_text_says_is_endorsed_by_a_reading_with_its_clause_named() -> None:
    own = {"sign-paris-statement", "china-initiative"}
    found = [
        (act.actor, stance)
        for text in paris().records.declarations
        for act in text.acts
        for stance in act.stances
        if stance.issue not in own
    ]
    assert len(found) > 5
    for actor, stance in found:
        assert (stance.level, stance.certainty) == (INTERPRETIVE, MEDIUM), actor
        assert (stance.note or "").startswith("by "), actor


def test_macron_is_told_to_be_against_tight_regulation() -> None:
    told = said_at("stdaily", 2382, 2535)
    assert readings(told, "tight-regulation") == [(AGAINST, INTERPRETIVE, MEDIUM)]
    assert {stance.holder for stance in told.stances} == {"emmanuel-macron"}


@pytest.mark.parametrize(
    "place",
    [("stdaily", 1135, 1255), ("nigeriapulse", 280, 352), ("stdaily", 2944, 3224), ("nigeriapulse", 1385, 1533)],
)
def test_who_has_no_word_of_regulation_takes_no_side_on_it(place: tuple[str, int, int]) -> None:
    assert on(said_at(*place), "tight-regulation") == []


def test_nobody_speaks_for_tight_regulation_and_the_issue_says_so() -> None:
    records: list[Quote | Claim] = [*paris().records.quotes, *paris().records.claims]
    sides = {value for record in records for value, _, _ in readings(record, "tight-regulation")}
    assert sides == {AGAINST, MIXED}
    (issue,) = [each for each in paris().records.issues if each.id == "tight-regulation"]
    assert "Nobody in the two documents speaks for it" in (issue.note or "")
    assert not [each.id for each in paris().records.issues if "competition" in (each.note or "")]


def test_dudfields_words_are_about_the_uk_alone() -> None:
    (stance,) = said_at("stdaily", 1135, 1255).stances
    assert (stance.issue, stance.only_about) == ("sign-paris-statement", ("united-kingdom",))


@pytest.mark.parametrize("place", [(354, 443), (589, 647)])
def test_a_capability_and_a_role_are_no_aim_to_lead(place: tuple[int, int]) -> None:
    told = said_at("nigeriapulse", *place)
    assert [stance for stance in told.stances if stance.holder == "china"] == []


def test_china_as_stdaily_tells_it_stays_out_of_the_race() -> None:
    told = said_at("stdaily", 2768, 2892)
    assert [(each.stance, each.holder) for each in on(told, "ai-leadership")] == [(AGAINST, "china")]


def test_the_digest_takes_no_side_on_signing_by_pointing_at_a_role() -> None:
    assert on(said_at("nigeriapulse", 589, 647), "sign-paris-statement") == []


def test_zhang_is_read_with_less_certainty() -> None:
    told = said_at("stdaily", 2944, 3224)
    assert readings(told, "development-gap") == [(FOR, INTERPRETIVE, LOW)]
    assert readings(told, "open-access") == [(FOR, INTERPRETIVE, MEDIUM)]


def test_the_un_adopted_and_no_vote_is_told() -> None:
    assert "adoption" in (said_at("nigeriapulse", 2147, 2229).gist or "")
    assert not [each.id for each in paris().records.claims if " vote" in each.gist]


def test_the_digests_word_is_kept() -> None:
    assert "nationalistic" in (said_at("nigeriapulse", 219, 243).gist or "")
    assert "nation first" not in (said_at("nigeriapulse", 219, 243).gist or "")


def test_safety_and_benefits_stand_side_by_side() -> None:
    gist = said_at("nigeriapulse", 280, 352).gist or ""
    assert "side by side" in gist
    assert "safety first" not in gist


def test_limited_access_says_that_its_object_is_not_stated() -> None:
    told = said_at("nigeriapulse", 1067, 1153)
    assert "to what and for whom is not stated" in (told.gist or "")
    (stance,) = on(told, "open-access")
    assert stance.basis is not None
    assert (stance.basis.start, stance.basis.end) == (1128, 1153)


def test_a_clause_that_is_quoted_has_the_exact_words() -> None:
    (clause,) = [
        each
        for each in declaration("paris-statement").clauses
        if [(passage.start, passage.end) for passage in each.evidence] == [(390, 472)]
    ]
    assert clause.gist == f"“{quote('statement-open-inclusive').exact}”"


@pytest.mark.parametrize("id_", ["stdaily-us-declined", "stdaily-uk-declined"])
def test_the_refusal_is_called_a_refusal(id_: str) -> None:
    assert "refused to sign" in claim(id_).gist
    assert claim(id_).kind is ClaimKind.FACT


def test_why_the_us_stayed_out_is_told_with_other_weight_and_is_no_conflict() -> None:
    matter = disagreement("why-the-us-stayed-out")
    assert (matter.kind, matter.severity.value) == (DisagreementKind.FRAMING, "medium")
    assert "Compatible" in matter.explanation


def test_zhangs_commitment_is_another_utterance() -> None:
    variants = [each for each in paris().records.quotes if each.utterance == "zhang-cooperation"]
    assert [(each.source, each.spans[0].start, each.spans[0].end) for each in variants] == [
        ("stdaily", 2944, 3224),
        ("nigeriapulse", 1385, 1533),
    ]
    assert said_at("nigeriapulse", 1293, 1369) not in variants


def test_what_was_said_at_the_summit_was_said_by_its_end() -> None:
    speech = [each for each in paris().records.quotes if each.not_after]
    assert {each.id for each in speech} == {"vance-regulation-concerns", "vance-kill-industry", "vance-gold-standard"}
    ((_, promoted),) = [(text, act) for text, act in acts_of("china") if act.not_after]
    assert promoted.act is ActKind.PROMOTED
    assert {promoted.not_after, *(each.not_after for each in speech)} == {"2025-02-11"}


@pytest.mark.parametrize("id_", ["stdaily", "nigeriapulse"])
def test_what_describes_a_source_comes_from_the_public_record(id_: str) -> None:
    assert source(id_).described_from == "the public record, not the text"
