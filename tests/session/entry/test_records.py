import pytest
from msgspec.structs import replace

from summittui.library import Library
from summittui.library.memory.library import MemoryLibrary
from summittui.model import (
    Act,
    ActKind,
    Actor,
    ActorId,
    ActorKind,
    Certainty,
    Declaration,
    InputError,
    Issue,
    Level,
    PartyId,
    Qualifier,
    Quote,
    QuoteKind,
    Selector,
    Source,
    SourceId,
    SourceKind,
    StanceValue,
    Tally,
    UnknownId,
    digest_of,
)
from summittui.model.ids import is_slug
from summittui.session.coding import anchor_words, with_words
from summittui.session.entry.parts import new_act, new_stance, new_tally
from summittui.session.entry.records import new_record
from summittui.session.naming import new_id
from tests.store.samples import DAILY, TEXT, WORDS, records_of

BARE = MemoryLibrary(records_of())
ATTACHED = MemoryLibrary(records_of(), {DAILY: TEXT})


def quote_of(text: str, library: Library = BARE, kind: QuoteKind = QuoteKind.DIRECT, gist: str | None = None) -> Quote:
    return new_record(
        library, Quote, {"speaker": "B.", "source": "The Daily", "kind": kind, "text": text, "gist": gist or ""}
    )


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Zoë Öberg", "zoe-oberg"),
        ("Łukasz Żółć", "lukasz-zolc"),
        ("Søren Þórðarson", "soren-thordarson"),
        ("O’Brien", "o-brien"),
        ("ＡＩ Ethics", "ai-ethics"),
        ("one two three four five", "one-two-three-four"),
        ("ada", "ada-2"),
        ("习近平", "actor-1"),
        ("第5届", "actor-1"),
        ("Владимир", "actor-1"),
        ("—", "actor-1"),
        ("2025", "2025"),
        ("../../etc", "etc"),
        ("a" * 500, "a" * 60),
    ],
)
def test_an_id_is_made_of_the_first_words_and_is_free(name: str, id_: str) -> None:
    assert new_id(BARE, "actor", name) == id_
    assert is_slug(id_)


def test_an_id_tells_who_speaks_and_when_a_source_was_published() -> None:
    assert new_id(BARE, "source", "The Daily", after="2025-02") == "the-daily-2025-02"
    assert new_id(BARE, "source", "人民日报", after="2025-02") == "source-1"
    assert quote_of("我们合作。").id == "bo-quote-1"


def test_ids_of_names_without_a_latin_letter_are_numbered_by_kind() -> None:
    first = new_record(BARE, Actor, {"name": "张国一", "kind": ActorKind.PERSON})
    library = MemoryLibrary(replace(BARE.records, actors=(*BARE.records.actors, first)))
    assert (first.id, new_record(library, Actor, {"name": "李国二", "kind": ActorKind.PERSON}).id) == (
        "actor-1",
        "actor-2",
    )


def test_names_become_ids() -> None:
    quote = new_record(
        BARE,
        Quote,
        {
            "speaker": "bo",
            "source": "daily",
            "kind": QuoteKind.DIRECT,
            "text": "Rules slow",
            "via": "the paper",
            "date": "2025",
        },
    )
    assert (quote.id, quote.speaker, quote.source, quote.via) == ("bo-rules-slow", "bo", "daily", "paper")
    with pytest.raises(UnknownId, match="did you mean"):
        new_record(BARE, Quote, {"speaker": "boo", "source": "daily", "kind": QuoteKind.DIRECT, "text": "x"})


def test_a_quote_of_nobody_named_has_no_speaker() -> None:
    quote = new_record(BARE, Quote, {"speaker": "", "source": "daily", "kind": QuoteKind.DIRECT, "text": "Rules slow"})
    assert (quote.id, quote.speaker) == ("unnamed-rules-slow", None)


def test_without_the_text_the_words_are_kept_alone() -> None:
    quote = quote_of("rules slow")
    assert (quote.words, quote.spans, quote.quoted) == ("rules slow", (), ())


def test_in_the_text_the_words_are_marked_with_what_stands_around_them() -> None:
    quote = quote_of("rules slow", ATTACHED)
    start = TEXT.index("rules slow")
    assert quote.words is None
    assert quote.spans == (Selector(start, start + 10, digest=digest_of("rules slow")),)
    (quoted,) = quote.quoted
    assert (quoted.start, quoted.exact) == (start, "rules slow")
    assert quoted.prefix == TEXT[start - 32 : start]
    assert quoted.suffix == TEXT[start + 10 : start + 42]


@pytest.mark.parametrize(("words", "text"), [("l", TEXT), ("none", TEXT), ("aa", "aaa"), ("", TEXT)])
def test_words_that_the_text_has_not_exactly_once_keep_no_place(words: str, text: str) -> None:
    quote = with_words(MemoryLibrary(records_of(), {DAILY: text}), WORDS, words)
    assert (quote.words, quote.spans, quote.quoted) == (words, (), ())


def test_an_indirect_quote_has_its_text_as_gist_and_no_words() -> None:
    quote = quote_of("that rules slow", ATTACHED, QuoteKind.INDIRECT)
    assert (quote.gist, quote.words, quote.spans) == ("that rules slow", None, ())


def test_words_in_a_reported_clause_leave_the_clause_anchor_words() -> None:
    clause = (Selector(45, 69),)
    quote = Quote(id="q", source=DAILY, kind=QuoteKind.MIXED, speaker=PartyId("bo"), spans=clause, gist="brake")
    assert with_words(ATTACHED, quote, "rules").spans == clause
    assert with_words(ATTACHED, quote, "help").spans != clause


def test_words_are_settled_once_their_text_is_there() -> None:
    waiting = quote_of("rules slow")
    assert anchor_words(BARE, waiting) == waiting
    assert anchor_words(ATTACHED, waiting) == quote_of("rules slow", ATTACHED)
    assert anchor_words(ATTACHED, WORDS) == WORDS


def test_spans_that_are_given_with_words_stay_or_are_refused_and_are_never_dropped() -> None:
    start = TEXT.index("rules slow")
    given = replace(quote_of("rules slow"), spans=(Selector(start, start + 10, digest="0123456789abcdef"),))
    assert anchor_words(BARE, given) == given
    placed = anchor_words(ATTACHED, given)
    assert (placed.spans, placed.quoted[0].exact, placed.words) == (given.spans, "rules slow", None)
    for elsewhere in (Selector(3, 9), Selector(start, start + 5), Selector(-5, 3)):
        with pytest.raises(InputError, match="the words "):
            anchor_words(ATTACHED, replace(given, spans=(elsewhere,)))
    reported = replace(given, kind=QuoteKind.MIXED, gist="brake", spans=(Selector(start - 5, start + 15),))
    assert anchor_words(ATTACHED, reported).spans == reported.spans
    with pytest.raises(InputError, match="the words do not stand at 3–9, the spans that are given"):
        anchor_words(ATTACHED, replace(reported, spans=(Selector(3, 9),)))


def test_an_item_that_is_entered_twice_stands_in_its_list_once() -> None:
    actor = new_record(BARE, Actor, {"name": "Cy", "kind": "person", "aliases": "X, Y, X", "related": "ada, Ada"})
    assert (actor.aliases, actor.related) == (("X", "Y"), ("ada",))


def test_the_other_records_are_drafted_with_ids_of_their_names() -> None:
    actor = new_record(
        BARE,
        Actor,
        {"name": "Cy", "kind": ActorKind.PERSON, "aliases": "C", "speaks_for": "Ada", "affiliation": "paper"},
    )
    assert (actor.id, actor.speaks_for, actor.affiliation, actor.aliases) == ("cy", "ada", "paper", ("C",))
    assert (
        new_record(BARE, Issue, {"question": "Q?", "label": "Open", "pole_for": "y", "pole_against": "n"}).id == "open"
    )
    text = new_record(BARE, Declaration, {"title": "The Text"}, acts=(new_act(BARE, "Ada", "signed", "The Daily"),))
    assert (text.id, text.label) == ("the-text", "The Text")
    assert text.acts == (Act(actor=ActorId("ada"), act=ActKind.SIGNED, source=DAILY),)
    assert (
        new_record(BARE, Source, {"outlet": "Le Monde", "kind": SourceKind.ARTICLE, "published": "2025"}).id
        == "le-monde-2025"
    )


def test_what_is_needed_is_asked_for() -> None:
    for draft in (
        lambda: quote_of("  "),
        lambda: new_record(BARE, Actor, {"name": " ", "kind": ActorKind.PERSON}),
        lambda: new_record(BARE, Issue, {"question": "Q?", "label": "L", "pole_for": "", "pole_against": "n"}),
        lambda: new_record(BARE, Declaration, {"title": "", "label": "L"}),
        lambda: new_record(BARE, Source, {"outlet": "", "kind": SourceKind.ARTICLE}),
        lambda: new_tally(BARE, " ", "about", 60, "daily"),
    ):
        with pytest.raises(InputError, match="need"):
            draft()


def test_a_stance_has_a_side_a_level_and_a_certainty() -> None:
    stance = new_stance(BARE, "Rules", "against", holder="B.")
    assert (stance.issue, stance.stance, stance.holder) == ("rules", StanceValue.AGAINST, "bo")
    assert (stance.level, stance.certainty) == (Level.INTERPRETIVE, Certainty.MEDIUM)
    with pytest.raises(InputError, match="is no stance; write one of for, against"):
        new_stance(BARE, "rules", "yes")


def test_acts_and_tallies_name_their_source() -> None:
    with pytest.raises(InputError, match="is no act; write one of signed"):
        new_act(BARE, "ada", "sang", "daily")
    tally = new_tally(BARE, "people", "over", 100, "The Daily")
    assert tally == Tally(source=SourceId("daily"), number=100, qualifier=Qualifier.OVER, counts="people")
    with pytest.raises(InputError, match="is no qualifier"):
        new_tally(BARE, "people", "roughly", 100, "daily")
