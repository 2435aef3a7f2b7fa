"""What is told of a record when it is entered, and by a check, though nothing forbids it."""

from msgspec.structs import replace

from summittui.library import Library
from summittui.library.answers.check import check
from summittui.library.answers.contrary_acts import contrary_acts, contrary_acts_on
from summittui.library.answers.equal_quotes import equal_quotes, equal_quotes_of, same_words
from summittui.library.answers.notices import entry_notices
from summittui.library.answers.shared_names import shared_names
from summittui.library.memory.library import MemoryLibrary
from summittui.model import ActKind, Actor, ActorKind, SourceId
from tests.model.samples import ADA, DIRECT, INDIRECT, RECORDS
from tests.paris import paris

OTHER = Actor(id="office", name="The Office", kind=ActorKind.ORGANISATION, aliases=("ÁDA", "bo"))


def with_actor(actor: Actor) -> Library:
    """Return the samples with one more actor."""
    return MemoryLibrary(replace(RECORDS, actors=(*RECORDS.actors, actor)))


def test_a_name_alias_or_id_of_another_is_told_once_each() -> None:
    told = entry_notices(with_actor(OTHER), OTHER)
    assert told == (
        "'bo' can mean bo or office; enter one of these ids to say which.",
        "'ÁDA' can mean ada or office; enter one of these ids to say which.",
    )


def test_a_name_that_is_the_id_of_a_quote_or_a_source_is_told() -> None:
    actor = replace(OTHER, name="daily", aliases=(DIRECT.id,))
    assert len(entry_notices(with_actor(actor), actor)) == 2


def test_what_was_so_before_is_not_told_again() -> None:
    assert entry_notices(with_actor(OTHER), OTHER, OTHER) == ()
    assert len(entry_notices(with_actor(OTHER), OTHER, replace(OTHER, aliases=("bo",)))) == 1


def test_a_check_tells_every_shared_name_once_and_is_well() -> None:
    report = check(with_actor(OTHER), lambda _source: None)
    assert report.ok
    assert [shared.ids for shared in report.shared_names] == [("ada", "office"), ("bo", "office")]
    assert report.shared_names == shared_names(with_actor(OTHER))


def test_the_shipped_collection_shares_no_name_and_has_no_equal_quotes() -> None:
    library = MemoryLibrary(paris().records)
    assert shared_names(library) == ()
    assert equal_quotes(library) == ()


def test_equal_quotes_have_source_speakers_and_folded_words_in_common() -> None:
    again = replace(DIRECT, id="again", spans=(), quoted=(), words=f"“{(DIRECT.exact or '').upper()}!”")
    others = (replace(again, id="other-speaker", speaker=None), replace(again, id="other-words", words="else"))
    library = MemoryLibrary(replace(RECORDS, quotes=(*RECORDS.quotes, again, *others)))
    assert same_words(again) == same_words(DIRECT)
    assert equal_quotes_of(library, again) == (DIRECT.id,)
    assert equal_quotes(library) == check(library, lambda _source: None).equal_quotes == ((DIRECT.id, "again"),)
    assert "are the same words" in entry_notices(library, again)[0]
    assert entry_notices(library, again, replace(again, note="x")) == ()


def test_reports_are_equal_by_their_gists() -> None:
    again = replace(INDIRECT, id="again")
    assert equal_quotes_of(MemoryLibrary(replace(RECORDS, quotes=(*RECORDS.quotes, again))), again) == (INDIRECT.id,)


def test_a_record_does_not_share_a_name_with_itself() -> None:
    assert entry_notices(MemoryLibrary(RECORDS), ADA) == ()


def test_the_initials_of_a_state_are_a_name_that_another_record_can_take_away() -> None:
    state = Actor(id="united-isles", name="United Isles", kind=ActorKind.STATE)
    taken = replace(RECORDS.issues[0], id="ui")
    library = MemoryLibrary(replace(RECORDS, actors=(*RECORDS.actors, state), issues=(*RECORDS.issues, taken)))
    assert "'ui' can mean ui or united-isles; enter one of these ids to say which." in entry_notices(library, taken)
    assert library.resolve("ui", ["actors"]) == "united-isles"
    assert library.resolve("ui") == "ui"


def test_two_acts_of_which_one_source_tells_only_one_can_be_so() -> None:
    (declaration, *others) = RECORDS.declarations
    signed = declaration.acts[0]
    declined = replace(signed, act=ActKind.DECLINED)
    both = replace(declaration, acts=(signed, declined))
    library = MemoryLibrary(replace(RECORDS, declarations=(both, *others)))
    name = library.name(signed.actor)
    (told,) = entry_notices(library, both, declaration)
    assert told.startswith(f"daily says of {name} both that it signed and that it declined ({declaration.id}); ")
    report = check(library, lambda _source: None)
    assert report.ok
    assert [(each.actor, each.source) for each in report.contrary_acts] == [(signed.actor, "daily")]
    for apart in (
        replace(declined, doubt="Nobody else says so."),
        replace(declined, evidence=(), source=SourceId("elsewhere")),
        replace(declined, as_of="2024"),
        replace(declined, act=ActKind.DISSENTED),
    ):
        assert contrary_acts_on(replace(declaration, acts=(replace(signed, as_of="2025"), apart))) == ()
    assert contrary_acts_on(
        replace(declaration, acts=(replace(signed, as_of="2025-02"), replace(declined, as_of="2025")))
    )


def test_the_shipped_collection_has_no_contrary_acts() -> None:
    assert contrary_acts(MemoryLibrary(paris().records)) == ()
