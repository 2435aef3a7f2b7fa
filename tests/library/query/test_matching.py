"""What a query keeps equals a naive scan, couples hold together, and narrowing changes nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from summittui.library.answers.query_reading import read_query
from summittui.library.memory.field_values import meant
from summittui.library.memory.library import MemoryLibrary
from summittui.library.memory.listing import ListEngine
from summittui.library.memory.matching import left_to_ask, matching_ordinals, narrows
from summittui.model import TABLES, Note, Record, RecordId, SourceId, StanceValue
from summittui.queries.language import Query, QueryError, Words
from summittui.queries.language.applicability import applicable_tables, inapplicable_fields, refuse_inapplicable_fields
from summittui.queries.language.fields import FIELDS
from summittui.queries.language.parsing import parse_query
from summittui.queries.language.parts import Field
from summittui.queries.listing import ListQuery
from tests.library.query.made import FIELD_VALUES, fields, queries
from tests.library.query.scan import scanned
from tests.model.samples import DIRECT, RECORDS, TEXT, stance
from tests.paris import paris

STARRED = Note(id="note-on-a-quote", about=RecordId("vance-gold-standard"), starred=True, memo="Mine")
LIBRARY = MemoryLibrary(replace(paris().records, notes=(STARRED,)), {SourceId("stdaily"): "a text"})
ASKED = tuple(table for table in TABLES if table not in {"notes", "camps"})
TYPED = st.sampled_from(["gold", "standard", "China", "vance", "AI", "u", "un", "2025", "é", "the", "governance"]).map(
    Words
)


def selected(library: MemoryLibrary, table: str, query: Query, engine: ListEngine | None = None) -> tuple[Record, ...]:
    """Return the records that a query keeps, by an engine that has answered before or else by a fresh one."""
    found = (engine or ListEngine(library)).find(ListQuery(table=table, query=query))
    assert found is not None
    return tuple(found)


def ids(library: MemoryLibrary, table: str, text: str) -> list[str]:
    records = library.records.table(table)
    return [records[place].id for place in matching_ordinals(library, table, read_query(library, text))]


@given(st.sampled_from(ASKED), queries(st.one_of(TYPED, fields())))
def test_a_query_keeps_what_a_naive_scan_keeps(table: str, query: Query) -> None:
    kept = [LIBRARY.records.table(table)[place].id for place in matching_ordinals(LIBRARY, table, query)]
    assert kept == scanned(LIBRARY, table, query)
    asked = ListQuery(table=table, query=query)
    assert kept == [record.id for record in LIBRARY.records.table(table) if LIBRARY.holds(asked, record.id)]


@pytest.mark.parametrize(
    "field", [Field(name, value) for name, values in FIELD_VALUES.items() for value in values], ids=str
)
@pytest.mark.parametrize("table", ASKED)
def test_every_field_alone_keeps_what_a_naive_scan_keeps(table: str, field: Field) -> None:
    query = parse_query(str(field))
    kept = [LIBRARY.records.table(table)[place].id for place in matching_ordinals(LIBRARY, table, query)]
    assert kept == scanned(LIBRARY, table, query)
    if table not in applicable_tables(field):
        assert kept == []


def test_the_values_that_are_tried_cover_all_fields_and_find_something_with_each() -> None:
    assert set(FIELD_VALUES) == set(FIELDS)
    for name, values in FIELD_VALUES.items():
        assert any(
            matching_ordinals(LIBRARY, table, Query((Field(name, value),))) for value in values for table in ASKED
        ), name


def test_issue_and_stance_beside_each_other_hold_of_the_same_stance() -> None:
    torn = replace(DIRECT, id="torn", stances=(stance(issue="rules"), stance(StanceValue.AGAINST, issue="other")))
    other = replace(RECORDS.issues[0], id="other", label="Other")
    library = MemoryLibrary(replace(RECORDS, quotes=(torn,), issues=(*RECORDS.issues, other)))
    assert ids(library, "quotes", "issue:rules stance:for") == ["torn"]
    assert ids(library, "quotes", "issue:other stance:against") == ["torn"]
    assert ids(library, "quotes", "issue:rules stance:against") == []
    assert ids(library, "quotes", "stance:against issue:rules") == []
    assert ids(library, "quotes", "(issue:rules OR issue:other) stance:against") == ["torn"]
    assert ids(library, "quotes", "issue:rules (stance:against OR stance:mixed)") == []
    assert ids(library, "quotes", "issue:rules issue:other") == ["torn"]
    assert ids(library, "quotes", "issue:rules issue:other stance:for") == []
    assert ids(library, "quotes", "-(issue:rules stance:against)") == ["torn"]
    assert ids(library, "quotes", "issue:rules -stance:against") == []


def test_actor_and_act_beside_each_other_hold_of_the_same_act() -> None:
    assert ids(LIBRARY, "declarations", "actor:united-states act:declined") == ["paris-statement"]
    assert ids(LIBRARY, "declarations", "actor:united-states act:signed") == []
    assert "china" in ids(LIBRARY, "actors", "declaration:paris-statement act:signed")
    assert "united-states" not in ids(LIBRARY, "actors", "declaration:paris-statement act:signed")


def test_actor_folds_in_who_speaks_for_it_and_by_does_not() -> None:
    folded, alone = (ids(LIBRARY, "quotes", f"{name}:united-states") for name in ("actor", "by"))
    assert "vance-gold-standard" in folded
    assert "vance-gold-standard" not in alone
    assert ids(LIBRARY, "quotes", "actor:vance") == ids(LIBRARY, "quotes", "by:jd-vance") != []


def test_what_others_say_of_an_actor_is_not_its_own_stance() -> None:
    for issue, side in (("rules", "for"), ("rules", "against")):
        found = ids(MemoryLibrary(RECORDS), "actors", f"issue:{issue} stance:{side}")
        assert found == (["ada"] if side == "for" else ["bo"])


def test_proof_is_looked_up_in_the_text_that_is_attached() -> None:
    quote = DIRECT.id
    assert quote in ids(MemoryLibrary(RECORDS), "quotes", "proof:not-attached")
    attached = MemoryLibrary(RECORDS, {SourceId("daily"): TEXT})
    assert quote in ids(attached, "quotes", "proof:verbatim")
    drifted = MemoryLibrary(RECORDS, {SourceId("daily"): TEXT.replace("Rules help", "Rules hurt")})
    assert quote in ids(drifted, "quotes", "proof:drifted")
    assert quote not in ids(drifted, "quotes", "proof:verbatim")


@pytest.mark.parametrize(
    ("date", "after", "before"),
    [
        ("2025", "2025-02-10", "2025-02"),
        ("2025-02", "2025-02", "2025-02-02"),
        ("2025-02-10", "2025-02-10", "2025-02-11"),
        ("2025-02-10", "2024", "2026"),
    ],
)
def test_a_date_is_taken_for_all_that_it_can_be(date: str, after: str, before: str) -> None:
    library = MemoryLibrary(replace(RECORDS, quotes=(replace(DIRECT, date=date),)))
    assert ids(library, "quotes", f"after:{after}") == ids(library, "quotes", f"before:{before}") == [DIRECT.id]


@pytest.mark.parametrize(
    ("date", "text"),
    [
        ("2025", "after:2026"),
        ("2025", "before:2025-01"),
        ("2025-02", "before:2025-02-01"),
        ("2025-01-31", "after:2025-02"),
    ],
)
def test_what_cannot_lie_there_is_not_kept(date: str, text: str) -> None:
    library = MemoryLibrary(replace(RECORDS, quotes=(replace(DIRECT, date=date),)))
    assert ids(library, "quotes", text) == []


@pytest.mark.parametrize(
    ("field", "found"),
    [
        ("actor:vance", ("jd-vance",)),
        ("actor:JD-VANCE", ("jd-vance",)),
        ('actor:"clement delangue"', ("clement-delangue",)),
        ("stance:m", ("mixed",)),
        ("kind:te", ("text",)),
        ("kind:text", ("text",)),
        ("act:s", ("signed", "supported", "stayed out")),
        ("after:2025", ("2025",)),
        ("actor:zzz", ()),
        ("actor:ance", ()),
    ],
)
def test_a_value_means_what_is_called_or_begins_so(field: str, found: tuple[str, ...]) -> None:
    (part,) = parse_query(field).parts
    assert isinstance(part, Field)
    assert meant(LIBRARY, part) == found


def test_a_name_that_many_begin_with_means_them_all() -> None:
    united = {"united-states", "united-kingdom", "united-nations"}
    (part,) = parse_query("actor:united").parts
    assert isinstance(part, Field)
    assert united <= set(meant(LIBRARY, part))


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        (
            "gold actor:chnia",
            11,
            "nothing among the actors or declarations or camps is called 'chnia'; did you mean china",
        ),
        ('by:china  source:"stdialy"', 17, "did you mean stdaily"),
        ("kind:sate", 5, "did you mean state"),
        ("-(a OR issue:qqqqqq)", 13, "see the names with `summittui list issues`"),
    ],
)
def test_a_value_that_means_nothing_is_named_with_its_column_and_what_is_near(
    text: str, column: int, words: str
) -> None:
    with pytest.raises(QueryError, match=f"^at column {column + 1}, ") as caught:
        read_query(LIBRARY, text)
    assert caught.value.column == column
    assert not caught.value.unfinished
    assert words in str(caught.value)
    for use in (
        lambda: matching_ordinals(LIBRARY, "quotes", parse_query(text)),
        lambda: LIBRARY.check_query(parse_query(text)),
    ):
        with pytest.raises(QueryError):
            use()


def test_a_field_that_says_nothing_about_a_table_keeps_none_of_it_and_can_be_named() -> None:
    query = parse_query("gold via:ecns -proof:verbatim")
    assert [str(field) for field in inapplicable_fields(query, "actors")] == ["via:ecns", "proof:verbatim"]
    assert inapplicable_fields(query, "quotes") == ()
    assert ids(LIBRARY, "actors", "via:ecns") == []
    assert inapplicable_fields(parse_query("has:role"), "actors") != ()
    with pytest.raises(QueryError, match=r"via:ecns says nothing about actors; .*: quotes$") as caught:
        refuse_inapplicable_fields(query, "actors")
    assert caught.value.column == len("gold via:")


@given(st.sampled_from(ASKED), queries(st.one_of(TYPED, fields())), queries(st.one_of(TYPED, fields())))
def test_a_narrowed_selection_is_the_same_as_a_fresh_one(table: str, before: Query, more: Query) -> None:
    previous = selected(LIBRARY, table, before)
    for query in (more, before.joined(more)):
        engine = ListEngine(LIBRARY)
        assert selected(LIBRARY, table, before, engine) == previous
        fresh = selected(LIBRARY, table, query)
        assert selected(LIBRARY, table, query, engine) == fresh
        assert narrows(LIBRARY, query, before) <= (set(fresh) <= set(previous))


@given(st.sampled_from(ASKED), st.text("goldAIvéc n", max_size=12))
def test_a_word_that_grows_letter_by_letter_narrows_each_time(table: str, text: str) -> None:
    engine, before = ListEngine(LIBRARY), Query()
    for end in range(len(text) + 1):
        query = parse_query(text[:end])
        assert narrows(LIBRARY, query, before)
        assert selected(LIBRARY, table, query, engine) == selected(LIBRARY, table, query)
        before = query


@given(st.sampled_from(ASKED), queries(st.one_of(TYPED, fields())), queries(st.one_of(TYPED, fields())))
def test_what_is_left_to_ask_keeps_of_what_was_kept_what_all_of_it_keeps(
    table: str, before: Query, more: Query
) -> None:
    for query in (more, before.joined(more)):
        if narrows(LIBRARY, query, before):
            kept = matching_ordinals(LIBRARY, table, before)
            left = left_to_ask(LIBRARY, query, before)
            assert list(matching_ordinals(LIBRARY, table, left, kept)) == list(matching_ordinals(LIBRARY, table, query))


@pytest.mark.parametrize(
    ("query", "before", "left"),
    [
        ("by:jd-vance", "by:vance", ""),
        ("by:jd-vance gold", "by:vance", "gold"),
        ("by:vance golden", "by:vance gold", "golden"),
        ("by:vance", "by:v", "by:vance"),
        ("issue:open-access stance:for", "issue:open-access", "issue:open-access stance:for"),
        ("gold by:vance", "gold", "by:vance"),
        ("gold -kind:text", "gold -kind:text", ""),
    ],
)
def test_what_means_the_same_is_not_asked_again_unless_something_stands_beside_it(
    query: str, before: str, left: str
) -> None:
    wanted, last = read_query(LIBRARY, query), read_query(LIBRARY, before)
    assert narrows(LIBRARY, wanted, last)
    assert str(left_to_ask(LIBRARY, wanted, last)) == left


@pytest.mark.parametrize(
    ("query", "before"), [("by:china", "by:vance"), ("by:v", "by:vance"), ("about:vance", "by:vance")]
)
def test_another_or_a_shorter_value_narrows_nothing(query: str, before: str) -> None:
    assert not narrows(LIBRARY, read_query(LIBRARY, query), read_query(LIBRARY, before))


@pytest.mark.parametrize("text", ["gold", "by:vance", "kind:direct gold", "-kind:direct"])
@pytest.mark.parametrize("stretch", [range(5), range(3, 11), range(20, 25), range(0)])
def test_places_in_a_row_are_asked_about_as_single_ones_are(text: str, stretch: range) -> None:
    query = read_query(LIBRARY, text)
    assert list(matching_ordinals(LIBRARY, "quotes", query, stretch)) == list(
        matching_ordinals(LIBRARY, "quotes", query, list(stretch))
    )


def test_another_library_or_table_is_never_narrowed_from() -> None:
    gold, engine = parse_query("gold"), ListEngine(LIBRARY)
    assert selected(LIBRARY, "quotes", gold, engine) != ()
    assert selected(MemoryLibrary(RECORDS), "quotes", gold) == ()
    assert selected(LIBRARY, "actors", gold, engine) == selected(LIBRARY, "actors", gold)
