"""Digests: a span that is marked against an attached text can be proved by it, and no other is taken for proven."""

import pytest
from msgspec.structs import replace

from summittui.model import (
    Act,
    ActKind,
    ActorId,
    Declaration,
    InputError,
    Passage,
    Quote,
    Selector,
    SourceId,
    digest_of,
)
from summittui.store.store import Store
from tests.store.backends import Sessions
from tests.store.samples import DAILY, REPORTED, SOURCE, TEXT, WORDS


@pytest.fixture
def store(sessions: Sessions) -> Store:
    return sessions.create(texts={DAILY: TEXT})


@pytest.fixture
def textless(sessions: Sessions) -> Store:
    return sessions.create()


def bare(start: int, end: int) -> Selector:
    return Selector(start, end)


def kept(store: Store, id_: str) -> Quote:
    return next(quote for quote in store.records().quotes if quote.id == id_)


def test_a_span_without_words_gets_the_digest_of_what_stands_there(store: Store) -> None:
    store.put(replace(REPORTED, spans=(bare(3, 9),), cue=(bare(4, 8),)))
    quote = kept(store, "bo-rules")
    assert quote.spans == (Selector(3, 9, digest=digest_of(TEXT[3:9])),)
    assert quote.cue == (Selector(4, 8, digest=digest_of(TEXT[4:8])),)


def test_passages_in_parts_of_a_record_get_it_too(store: Store) -> None:
    act = Act(actor=ActorId("ada"), act=ActKind.SIGNED, evidence=(Passage(0, 8, source=DAILY),))
    store.put(Declaration(id="pact", title="Pact", label="Pact", kind="pact", acts=(act,)))
    (pact,) = store.records().declarations
    assert pact.acts[0].evidence[0].digest == digest_of(TEXT[:8])


def test_words_and_digests_that_are_given_stay_as_they_are(store: Store) -> None:
    given = (Selector(3, 9, digest="0" * 16),)
    store.put(replace(REPORTED, spans=given))
    assert kept(store, "bo-rules").spans == given


def test_without_the_text_nothing_is_made_up(textless: Store) -> None:
    textless.put(replace(REPORTED, spans=(bare(3, 9),)))
    assert kept(textless, "bo-rules").spans == (bare(3, 9),)


def test_a_text_that_is_attached_later_blesses_no_span(textless: Store) -> None:
    textless.put(replace(REPORTED, spans=(bare(3, 9),)))
    textless.attach(DAILY, TEXT)
    textless.put(replace(kept(textless, "bo-rules"), gist="edited later"))
    assert kept(textless, "bo-rules").spans == (bare(3, 9),)
    textless.put(replace(kept(textless, "bo-rules"), spans=(bare(4, 9),)))
    assert kept(textless, "bo-rules").spans[0].digest == digest_of(TEXT[4:9])


def test_a_record_that_is_renamed_blesses_no_span(textless: Store) -> None:
    textless.put(replace(REPORTED, spans=(bare(3, 9),)))
    textless.attach(DAILY, TEXT)
    renamed = replace(kept(textless, "bo-rules"), id="bo-other")
    textless.edit({"bo-rules": None, "bo-other": renamed}, label="rename")
    assert kept(textless, "bo-other").spans == (bare(3, 9),)


def test_a_span_inside_the_quoted_words_is_proved_by_them(textless: Store) -> None:
    textless.put(replace(WORDS, spans=(bare(11, 16),)))
    assert kept(textless, "ada-rules").spans == (Selector(11, 16, digest=digest_of("Rules")),)


def test_a_span_that_the_attached_text_does_not_have_is_refused(store: Store) -> None:
    for length in (None, 9_999):
        store.put(replace(SOURCE, length=length))
        for start, end in ((5, 5), (9, 3), (3, len(TEXT) + 1), (-1, 4)):
            with pytest.raises(InputError, match="the span"):
                store.put(replace(REPORTED, spans=(bare(start, end),), source=SourceId("daily")))
        assert kept(store, "bo-rules") == REPORTED
