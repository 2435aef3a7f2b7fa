"""A made-up library: a quote in a quote, two years, words that are none, a camp beside its members."""

import pytest
from msgspec.structs import replace

from summittui.exchange.citing.contents import cite
from summittui.library.answers.comparison import compare
from summittui.library.memory.library import MemoryLibrary
from summittui.model import (
    Actor,
    ActorId,
    ActorKind,
    Camp,
    Certainty,
    Fidelity,
    Issue,
    IssueId,
    Level,
    PartyId,
    Quote,
    QuoteId,
    QuoteKind,
    Records,
    Source,
    SourceId,
    SourceKind,
    Stance,
    StanceValue,
)
from summittui.model.rules import problems
from summittui.present.attribution import citation
from summittui.present.comparison import comparison_lines
from summittui.present.position import side_words
from summittui.present.tables import records_table
from summittui.queries.comparison import ComparisonQuery


def said(id_: str, speaker: str, words: str, side: StanceValue, **more: object) -> Quote:
    stance = Stance(issue=IssueId("gold"), stance=side, level=Level.TEXTUAL, certainty=Certainty.HIGH)
    return Quote(
        id=id_,
        source=SourceId("daily"),
        kind=QuoteKind.DIRECT,
        speaker=PartyId(speaker),
        words=words,
        stances=(stance,),
        **more,  # type: ignore[arg-type]
    )


OUTER = Quote(
    id="outer",
    source=SourceId("daily"),
    kind=QuoteKind.INDIRECT,
    speaker=PartyId("bob"),
    gist="Bob tells what he heard",
)
QUOTES = (
    OUTER,
    said("inner", "zed", "No gold at all", StanceValue.AGAINST, nested_in=QuoteId("outer")),
    said("before", "ann", "Gold is bad", StanceValue.AGAINST, date="2024-04-30"),
    said("after", "ann", "Gold is good", StanceValue.FOR, not_after="2025-02-11"),
    said("unsure", "eve", "Gold shines", StanceValue.FOR, certainty=Certainty.LOW),
)
ACTORS = tuple(Actor(id=id_, name=id_.title(), kind=ActorKind.PERSON) for id_ in ("ann", "bob", "eve", "zed"))
RECORDS = Records(
    sources=(Source(id="daily", kind=SourceKind.ARTICLE, outlet="Daily", published="2025-02-12"),),
    actors=ACTORS,
    issues=(Issue(id="gold", label="Gold", question="Gold?", pole_for="yes", pole_against="no"),),
    quotes=QUOTES,
    camps=(Camp(id="both", name="Both", members=(ActorId("ann"), ActorId("zed"))),),
)
LIBRARY = MemoryLibrary(RECORDS)


def compared(*sides: str) -> list[str]:
    return [line.plain.strip() for line in comparison_lines(LIBRARY, compare(LIBRARY, ComparisonQuery(sides=sides)))]


def test_a_quote_in_a_quote_is_told_by_who_says_the_outer_one() -> None:
    inner = LIBRARY.get_as(Quote, "inner")
    assert next(line for line in compared("ann", "zed") if "No gold" in line).endswith("via Bob [inner]")
    assert "via Bob" in citation(LIBRARY, inner)
    assert cite(LIBRARY, inner).via == "Bob"
    assert "Bob" in records_table(LIBRARY, "quotes", (inner,)).rows[0]


def test_when_words_were_said_stands_beside_them_and_two_sides_in_two_years_are_told_apart() -> None:
    lines = compared("ann", "zed")
    assert any("Ann, said 2024-04-30; Daily (daily), published 2025-02-12" in line for line in lines)
    assert any("Ann, said not after 2025-02-11; Daily" in line for line in lines)
    position = compare(LIBRARY, ComparisonQuery(sides=("ann", "zed"))).rows[0].positions[0]
    assert side_words(LIBRARY, position) == "mixed (1 for, 1 against); against in 2024, for not after 2025"
    assert "said not after 2025-02-11" in cite(LIBRARY, LIBRARY.get_as(Quote, "after")).said


def test_a_camp_beside_its_members_keeps_them_and_is_not_set_against_them() -> None:
    lines = compared("both", "ann", "zed")
    assert lines[0].startswith("A Both (named members: Ann, Zed)")
    assert not any(line.startswith("A Both: no statement") for line in lines)
    assert any("A and B are a set and its member" in line for line in lines)


def test_words_of_low_certainty_are_weak_and_say_why() -> None:
    lines = compared("ann", "eve")
    assert "B Eve: for, weak (once); quoted 1" in lines
    assert any("weak: it is little sure that it was said or done so" in line for line in lines)


@pytest.mark.parametrize("fidelity", Fidelity)
def test_words_that_are_not_the_speaker_s_need_a_doubt(fidelity: Fidelity) -> None:
    quote = replace(QUOTES[2], fidelity=fidelity)
    found = [each.field for each in problems(replace(RECORDS, quotes=(OUTER, quote)))]
    assert found == ([] if fidelity in {Fidelity.EXACT, Fidelity.REWORDED} else ["doubt"])
    assert str(fidelity) in " ".join(cite(LIBRARY, quote).remarks)
