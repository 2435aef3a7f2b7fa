import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from summittui.library.memory.library import MemoryLibrary
from summittui.model import TABLES, Actor, ActorKind, InputError, Quote, QuoteKind, Source, UnknownId
from summittui.session.entry.records import settable_fields, with_fields
from summittui.session.entry.texts import entry_of, items_of, list_of
from tests.store.samples import ADA, BO, DAILY, REPORTED, SOURCE, TEXT, WORDS, records_of

BARE = MemoryLibrary(records_of())
ATTACHED = MemoryLibrary(records_of(), {DAILY: TEXT})


def test_a_text_is_set_as_what_the_field_holds() -> None:
    actor = with_fields(
        BARE, ADA, [("name", " Ada L. "), ("kind", "author"), ("aliases", "A. , L"), ("optional", "true")]
    )
    assert actor == replace(ADA, name="Ada L.", kind=ActorKind.AUTHOR, aliases=("A.", "L"), optional=True)
    assert with_fields(BARE, SOURCE, [("length", "12")]).length == 12


def test_a_whole_number_is_read_as_in_a_tally() -> None:
    assert with_fields(BARE, SOURCE, [("length", "12,000")]).length == 12_000
    with pytest.raises(InputError, match=r"'12,5' begins with no whole number"):
        with_fields(BARE, SOURCE, [("length", "12,5")])


@pytest.mark.parametrize(
    ("entered", "items"),
    [
        ("A, B", ("A", "B")),
        ('"Example, Robert, Jr.", Bob', ("Example, Robert, Jr.", "Bob")),
        ('Dwayne "The Rock" Johnson', ('Dwayne "The Rock" Johnson',)),
        ('"say ""so"", he", B', ('say "so", he', "B")),
        (" A ,, B , ", ("A", "B")),
        ("A; B", ("A; B",)),
        ("", ()),
    ],
)
def test_items_stand_between_commas_and_in_marks_where_they_hold_one(entered: str, items: tuple[str, ...]) -> None:
    assert items_of(entered) == items


@given(st.lists(st.one_of(st.text(), st.text(alphabet='a,"; \n'))))
def test_a_list_that_is_entered_as_it_is_shown_stays_as_it_is(items: list[str]) -> None:
    assert items_of(list_of(items)) == tuple(items)


@given(st.text(alphabet='ab,"; '))
def test_what_is_entered_is_read_or_refused_and_then_shown_so_that_it_is_read_again(text: str) -> None:
    try:
        items = items_of(text)
    except InputError:
        return
    assert items_of(list_of(items)) == items


def test_records_are_entered_by_names_that_mean_them_alone() -> None:
    assert entry_of(BARE, ("ada", "bo"), ("actors",)) == "Ada, Bo"
    assert entry_of(BARE, "ada", ("actors",)) == "Ada"
    assert entry_of(BARE, None, ("actors",)) == entry_of(BARE, None) == entry_of(BARE, ()) == ""


def test_names_become_ids_alone_and_in_lists() -> None:
    actor = with_fields(BARE, ADA, [("speaks_for", "B."), ("related", "Bo, The Paper")])
    assert (actor.speaks_for, actor.related) == ("bo", ("bo", "paper"))
    with pytest.raises(UnknownId):
        with_fields(BARE, ADA, [("related", "Bo, Nobody")])


def test_an_empty_text_clears_what_may_be_empty() -> None:
    assert with_fields(BARE, replace(BO, note="x"), [("aliases", ""), ("note", " ")]) == replace(BO, aliases=())
    with pytest.raises(InputError, match="'name' is missing"):
        with_fields(BARE, BO, [("name", "")])


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("alias", "x", "actors have no field 'alias'; did you mean aliases?"),
        ("id", "x", "rename"),
        ("mentions", "x", "has parts"),
        ("kind", "bird", "write one of person"),
        ("optional", "perhaps", "this must be true or false"),
        ("aliases", 'A, "B', "the quotation mark that begins '\"B' is not closed"),
        ("aliases", '"A" B', "is not closed at the end of its item"),
    ],
)
def test_what_does_not_fit_is_refused(name: str, value: str, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence):
        with_fields(BARE, ADA, [(name, value)])


def test_words_of_a_quote_are_placed_anew_or_lose_their_place() -> None:
    moved = with_fields(ATTACHED, WORDS, [("words", "Bo answered")])
    assert moved.quoted[0].exact == moved.exact == "Bo answered"
    assert moved.spans[0].start == TEXT.index("Bo answered")
    lost = with_fields(ATTACHED, WORDS, [("words", "Rules hurt.")])
    assert (lost.exact, lost.spans, lost.quoted) == ("Rules hurt.", (), ())


def test_an_indirect_quote_gets_no_words() -> None:
    with pytest.raises(InputError, match="set its gist"):
        with_fields(BARE, REPORTED, [("words", "x")])
    mixed = with_fields(BARE, REPORTED, [("kind", "mixed"), ("words", "x")])
    assert (mixed.kind, mixed.words) == (QuoteKind.MIXED, "x")


def test_every_field_is_settable_but_the_id_and_those_with_parts() -> None:
    assert set(Actor.__struct_fields__) - set(settable_fields(Actor)) == {"id", "roles", "mentions"}
    assert set(Source.__struct_fields__) - set(settable_fields(Source)) == {"id", "outline"}
    assert {"stances", "spans", "quoted", "cue"}.isdisjoint(settable_fields(Quote))
    assert all(settable_fields(type_) for type_ in TABLES.values())
