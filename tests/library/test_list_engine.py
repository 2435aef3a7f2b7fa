"""What the list engine finds equals what a scan keeps, in any order, however it was narrowed."""

from hypothesis import given, settings
from hypothesis import strategies as st

from summittui.library.answers.related import related
from summittui.library.memory.library import MemoryLibrary
from summittui.library.memory.listing import ListEngine
from summittui.library.memory.ranks import SORT_KEYS
from summittui.model import Record
from summittui.queries.language.parsing import parse_query
from summittui.queries.listing import ListQuery
from summittui.queries.orders import ORDERS, Order
from tests.library.query.scan import scanned as matching
from tests.paris import paris

LIBRARY = MemoryLibrary(paris().records)
TABLES = ("actors", "quotes", "declarations")
WORDS = ("", "v", "va", "van", "vance", "gold", "vance kind:direct", "-vance", "kind:state", "AI OR china")
LEADS = (None, "united-states", "paris-statement", "khan-pathway")
WANTED = st.sampled_from(TABLES).flatmap(
    lambda table: st.builds(
        lambda words, lead, field, is_reversed: ListQuery(
            table=table, lead=lead, query=parse_query(words), order=Order(field, is_reversed)
        ),
        st.sampled_from(WORDS),
        st.sampled_from(LEADS),
        st.sampled_from(tuple(ORDERS[table])),
        st.booleans(),
    )
)


def scanned(wanted: ListQuery) -> tuple[Record, ...]:
    """Return what is wanted, by a scan of the table."""
    ids = matching(LIBRARY, wanted.table, wanted.query)
    lead = related(LIBRARY, wanted.lead) if wanted.lead else ids
    return tuple(record for record in LIBRARY.records.table(wanted.table) if record.id in ids and record.id in lead)


@settings(deadline=None)
@given(st.lists(WANTED, max_size=5))
def test_a_list_has_what_a_scan_keeps_whatever_was_shown_before(asked: list[ListQuery]) -> None:
    lister = ListEngine(LIBRARY)
    for wanted in asked:
        listed = lister.find(wanted)
        assert listed is not None
        kept = scanned(wanted)
        assert sorted(each.id for each in listed) == sorted(each.id for each in kept)
        if wanted.order == Order():
            assert tuple(listed) == kept
        assert [listed.find(each.id) for each in listed] == list(range(len(listed)))
        left_out = {each.id for each in LIBRARY.records.table(wanted.table)} - {each.id for each in listed}
        assert all(listed.find(each) == -1 for each in left_out)


@settings(deadline=None)
@given(WANTED)
def test_reversed_is_the_other_way_round_and_what_has_no_value_stays_last(wanted: ListQuery) -> None:
    key = SORT_KEYS[wanted.table][wanted.order.field](LIBRARY)
    listed = ListEngine(LIBRARY).find(wanted)
    assert listed is not None
    values = [key(each) for each in listed]
    known = [value for value in values if value is not None]
    assert known == sorted(known, reverse=wanted.order.reversed)
    assert values[len(known) :] == [None] * (len(values) - len(known))


def test_a_list_in_another_order_keeps_it_while_words_are_typed() -> None:
    lister, by_date = ListEngine(LIBRARY), Order("date")
    for words in ("", "v", "va"):
        listed = lister.find(ListQuery(table="quotes", query=parse_query(words), order=by_date))
        assert listed is not None
        key = SORT_KEYS["quotes"]["date"](LIBRARY)
        dates = [key(each) for each in listed]
        assert dates == sorted(dates, key=lambda each: (each is None, each))


def test_an_overtaken_question_is_given_up() -> None:
    wanted = ListQuery(table="quotes", query=parse_query("gold"))
    assert ListEngine(LIBRARY).find(wanted, lambda: True) is None
