"""A source against the record: each claim, quote, number and act meets with what the record has of it."""

from pathlib import Path

import pytest

from summittui.library import Library
from summittui.library.answers.verification.verifying import Verification, verify
from summittui.library.answers.verification.wordings import Outcome, compare_wording
from summittui.library.memory.library import MemoryLibrary
from summittui.model import Claim, Ruling
from summittui.present.record import record_paragraphs
from summittui.present.verification import NO_RECORD, verification_lines, verification_table
from summittui.queries.verification import VerificationQuery
from tests.paris import paris
from tests.record import both, record

SUPPORTED, CONTRADICTED, UNVERIFIABLE, NOTED = Ruling
NIGERIAPULSE = {
    "check-58-countries": (CONTRADICTED, "wrong object"),
    "check-eu-au-countries": (CONTRADICTED, "organisations counted as countries"),
    "check-us-not-signed": (SUPPORTED, "reads as if about another text"),
    "check-america-first": (UNVERIFIABLE, "not shown to be his words"),
    "check-access-restricted": (CONTRADICTED, "distorted"),
    "check-initiative-launch": (SUPPORTED, "same"),
    "check-resolution-140": (SUPPORTED, "incomplete"),
    "check-guo-remarks": (UNVERIFIABLE, "plausible, transcript not found"),
    "check-khan-remarks": (UNVERIFIABLE, "not found on record"),
}
STDAILY = {
    "check-sixty-signed": (SUPPORTED, "round figure"),
    "check-six-priorities": (SUPPORTED, "fewer words"),
    "check-us-uk-refused": (SUPPORTED, "same"),
    "check-uk-reasons": (SUPPORTED, "incomplete"),
    "check-vance-kill": (SUPPORTED, "fewer words"),
    "check-vance-gold-standard": (SUPPORTED, "fewer words"),
    "check-dudfield": (SUPPORTED, "fewer words"),
    "check-von-der-leyen": (SUPPORTED, "words left out"),
    "check-nyt-france": (SUPPORTED, "paraphrase"),
    "check-nyt-macron": (UNVERIFIABLE, "not found on record"),
    "check-delangue": (UNVERIFIABLE, "not found on record"),
    "check-zhang": (SUPPORTED, "paraphrase"),
    "check-china-resolution": (SUPPORTED, "same"),
    "check-guterres": (SUPPORTED, "altered wording"),
}
BOTH = {
    "check-initiative-name": (NOTED, "two names"),
    "check-what-was-signed": (NOTED, "sources disagree"),
    "check-left-out": (NOTED, "left out"),
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    session = both(Path(tmp_path_factory.mktemp("verify")))
    return session.library


@pytest.mark.parametrize(("source", "expected"), [("nigeriapulse", NIGERIAPULSE), ("stdaily", STDAILY)])
def test_each_check_rules_as_the_record_has_it(library: Library, source: str, expected: dict[str, object]) -> None:
    found = verified(library, source)
    assert {each.check.id: (each.check.ruling, each.check.finding) for each in found.checks} == expected | BOTH


def test_all_checks_belong_to_one_of_the_two() -> None:
    assert {check.id for check in record().records.checks} == (NIGERIAPULSE | STDAILY | BOTH).keys()


def verified(library: Library, source: str) -> Verification:
    return verify(library, VerificationQuery(source=source))


def outcomes(found: Verification) -> dict[str, Outcome]:
    return {each.quote.id: each.outcome for each in found.quotes if each.outcome is not Outcome.REPORTED}


def test_quoted_words_meet_with_those_on_record(library: Library) -> None:
    assert outcomes(verified(library, "nigeriapulse")) == {"vance-america-first": Outcome.NOT_FOUND}
    met = outcomes(verified(library, "stdaily"))
    assert met["vance-gold-standard"] is Outcome.FEWER
    assert met["vance-kill-industry"] is Outcome.FEWER
    assert met["guterres-bridge-gap"] is Outcome.ALTERED
    assert met["von-der-leyen-up-for-grabs"] is Outcome.ALTERED
    assert met["statement-cooperation"] is Outcome.SAME
    assert met["nyt-macron-priority"] is Outcome.NOT_FOUND


def test_what_was_cut_from_vance_s_sentence_is_shown(library: Library) -> None:
    found = next(each for each in verified(library, "stdaily").quotes if each.quote.id == "vance-gold-standard")
    assert found.wording
    assert found.wording.left_out[0] == "Number one, this administration"
    assert found.wording.left_out[1].startswith("and we are the partner of choice for others")


def test_the_58_belong_to_the_paris_statement(library: Library) -> None:
    tallies = [each for each in verified(library, "nigeriapulse").tallies if each.tally.number == 58]
    assert len(tallies) == 2
    for each in tallies:
        assert each.outcome is Outcome.WRONG_OBJECT
        assert [one.declaration.id for one in each.on_record] == ["paris-statement"]


def test_about_sixty_is_borne_out_by_every_number_of_the_record(library: Library) -> None:
    (sixty,) = (each for each in verified(library, "stdaily").tallies if each.tally.number == 60)
    assert sixty.outcome is Outcome.SAME
    assert {one.tally.number for one in sixty.on_record} == {58, 61, 64, 63}


def test_the_us_co_sponsored_the_resolution(library: Library) -> None:
    text = "\n".join(line.plain for line in verification_lines(library, verified(library, "nigeriapulse")))
    assert "The US co-sponsored it at the last minute" in text


def test_the_eu_signed_in_paris_and_not_the_initiative(library: Library) -> None:
    (act,) = (each for each in verified(library, "nigeriapulse").acts if each.act.actor == "european-union")
    assert act.outcome is Outcome.WRONG_OBJECT
    assert {declaration.id for declaration, _ in act.on_record} == {"paris-statement"}


@pytest.mark.parametrize("source", ["nigeriapulse", "stdaily"])
def test_no_line_says_false_and_what_is_not_found_is_left_open(library: Library, source: str) -> None:
    found = verified(library, source)
    lines = [line.plain for line in verification_lines(library, found)]
    for line in lines:
        assert " false" not in line.lower()
        assert "lie" not in line.lower().split()
    open_ones = [*found.quotes, *found.tallies, *found.acts]
    missing = sum(each.outcome is Outcome.NOT_FOUND for each in found.quotes)
    missing += sum(not each.on_record for each in found.tallies) + sum(not each.on_record for each in found.acts)
    assert sum("that it is untrue is not shown by that" in line for line in lines) == missing
    assert len(verification_table(library, found).rows) == len(found.checks) + len(open_ones)


def test_checks_stand_beside_their_claims(library: Library) -> None:
    claim = library.get_as(Claim, "nigeriapulse-58-support")
    told = "\n".join(line.plain for line in record_paragraphs(library, claim))
    assert "contradicted by the record — wrong object" in told
    assert "checked by the editors of the collection" in told
    assert "outside all positions" in told
    assert "Collection: paris-2025" in told


def test_without_a_record_it_says_so() -> None:
    library = MemoryLibrary(paris().records)
    lines = [line.plain for line in verification_lines(library, verified(library, "stdaily"))]
    assert NO_RECORD in lines


@pytest.mark.parametrize(
    ("quoted", "recorded", "outcome", "left_out"),
    [
        (["Rules help."], "Rules help", Outcome.SAME, ()),
        (["rules “help”"], "We know: Rules help, they do.", Outcome.FEWER, ("We know:", "they do.")),
        (["Rules … do."], "Rules help, they do.", Outcome.FEWER, ("help, they",)),
        (["help", "Rules"], "Rules help", Outcome.ALTERED, None),
        (["Rules hinder all of us"], "Rules help all of us", Outcome.ALTERED, ()),
        (["America first"], "We will lead the world in AI", Outcome.NOT_FOUND, ()),
        ([""], "Rules help", Outcome.NOT_FOUND, ()),
    ],
)
def test_a_wording_is_compared_word_by_word(
    quoted: list[str], recorded: str, outcome: Outcome, left_out: tuple[str, ...] | None
) -> None:
    found = compare_wording(quoted, recorded)
    assert found.outcome is outcome or (left_out is None and found.outcome is Outcome.NOT_FOUND)
    if left_out is not None:
        assert found.left_out == left_out
