"""What is told of a record when it is entered, and by a check, though nothing forbids it."""

from msgspec.structs import replace

from summittui.library import Library
from summittui.library.answers.check import check
from summittui.library.answers.equal_quotes import equal_quotes, equal_quotes_of, same_words
from summittui.library.answers.notices import entry_notices
from summittui.library.answers.shared_names import shared_names
from summittui.library.memory.library import MemoryLibrary
from summittui.model import Actor, ActorKind
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
