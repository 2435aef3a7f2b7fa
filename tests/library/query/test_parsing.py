"""The grammar: what a text means, that its canonical text means the same, and what a mistake says."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from summittui.model import InputError
from summittui.queries.language import AllOf, AnyOf, Field, Not, Query, QueryError, Words
from summittui.queries.language.parsing import DEEPEST, parse_query
from summittui.queries.language.parts import words_query
from tests.library.query.made import SIGNS, queries


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", ()),
        ("  \t ", ()),
        ("gold standard", (Words("gold"), Words("standard"))),
        ('"gold  standard"', (Words("gold standard"),)),
        ("“gold standard”", (Words("gold standard"),)),
        ('"gold"', (Words("gold"),)),
        (r'"a \"b\" \\"', (Words('a "b" \\'),)),
        ("a b OR c", (Words("a"), AnyOf((Words("b"), Words("c"))))),
        ("(a b) OR c", (AnyOf((AllOf((Words("a"), Words("b"))), Words("c"))),)),
        ("a or b", (Words("a"), Words("or"), Words("b"))),
        ('"OR"', (Words("OR"),)),
        ("-a", (Not(Words("a")),)),
        ("--a", (Words("a"),)),
        ("-(a b)", (Not(AllOf((Words("a"), Words("b")))),)),
        ("-(a OR b)", (Not(AnyOf((Words("a"), Words("b")))),)),
        ("-(-a)", (Words("a"),)),
        ('-"a b"', (Not(Words("a b")),)),
        ("-kind:mixed", (Not(Field("kind", "mixed")),)),
        ("well-being", (Words("well-being"),)),
        ("12:30", (Words("12:30"),)),
        ("((a))", (Words("a"),)),
        ("(a b) c", (Words("a"), Words("b"), Words("c"))),
        ("a OR (b OR c)", (AnyOf((Words("a"), Words("b"), Words("c"))),)),
        ('actor:"United States"', (Field("actor", "United States"),)),
        ("ACTOR:Vance", (Field("actor", "Vance"),)),
        ("after:2025-02", (Field("after", "2025-02"),)),
        ("(kind:mixed)gold", (Field("kind", "mixed"), Words("gold"))),
    ],
)
def test_a_text_means_its_parts(text: str, parts: tuple[object, ...]) -> None:
    assert parse_query(text).parts == parts


@given(queries())
def test_the_canonical_text_of_a_query_means_the_query(query: Query) -> None:
    assert parse_query(str(query)) == query


@given(st.one_of(st.text(max_size=30), st.text(SIGNS, max_size=30)))
def test_any_text_means_a_query_that_its_canonical_text_means_too_or_is_refused_in_a_column(text: str) -> None:
    try:
        query = parse_query(text)
    except QueryError as refused:
        error = refused
    else:
        assert parse_query(str(query)) == query
        assert str(parse_query(str(query))) == str(query)
        return
    assert 0 <= error.column <= len(text)
    assert str(error).startswith(f"at column {error.column + 1}, ")


@given(queries(), st.data())
def test_every_beginning_of_a_good_text_is_good_or_unfinished_but_for_its_last_word(
    query: Query, data: st.DataObject
) -> None:
    text = str(query)
    begun = text[: data.draw(st.integers(0, len(text)))]
    last = begun.rpartition(" ")[2].rpartition("(")[2].lstrip("-")
    assume(":" not in last)
    refused: list[QueryError] = []
    try:
        parse_query(begun)
    except QueryError as error:
        refused.append(error)
    assert all(error.unfinished for error in refused), begun


@pytest.mark.parametrize(
    ("text", "column", "unfinished", "words"),
    [
        ("actr:vance", 0, False, "there is no field 'actr'; did you mean actor:"),
        ("gold http://x", 5, False, "there is no field 'http'"),
        ("gold actor:", 11, True, "actor: has no value"),
        ("actor: vance", 6, False, "actor: has no value; write one right behind it"),
        ("(gold", 0, True, "never closed"),
        ("gold)", 4, False, "never opened"),
        ("gold ()", 6, False, "nothing stands between the parentheses"),
        ('"gold', 0, True, "never closed"),
        ('actor:"gold', 6, True, "never closed"),
        ('"" gold', 0, False, "nothing stands between the quotation marks"),
        ("gold -", 6, True, "nothing to leave out"),
        ("gold - standard", 5, False, "right before what it leaves out"),
        ("OR gold", 0, False, "OR stands between two parts"),
        ("gold OR", 7, True, "something is missing"),
        ("gold OR )", 8, False, "a part is missing"),
        ("stance:agains", 7, None, ""),
        ("stance:agaist", 7, False, "did you mean against?"),
        ("kind:direct act:sgned", 16, False, "did you mean signed"),
        (
            "proof:foo",
            6,
            False,
            "normalised, drifted, not-found, not-attached, unproven or no-place",
        ),
        ("has:varians", 4, False, "did you mean variants"),
        ("after:2025-13", 6, False, "is no date; write 2025, 2025-02 or 2025-02-10"),
        ("after:202", 6, True, "is no date"),
        ("after:2025-", 6, True, "is no date"),
        ("after:202 gold", 6, False, "is no date"),
        ("(" * (DEEPEST + 1) + "a" + ")" * (DEEPEST + 1), DEEPEST, False, f"more than {DEEPEST} groups"),
    ],
)
def test_a_mistake_says_what_is_wrong_in_which_column(
    text: str, column: int, unfinished: bool | None, words: str
) -> None:
    if unfinished is None:
        assert parse_query(text)
        return
    with pytest.raises(QueryError) as caught:
        parse_query(text)
    error = caught.value
    assert isinstance(error, InputError)
    assert (error.column, error.unfinished) == (column, unfinished), str(error)
    assert words in str(error)
    assert f"at column {column + 1}, " in str(error)


def test_a_mistake_shows_hostile_words_as_harmless_text() -> None:
    with pytest.raises(QueryError) as caught:
        parse_query("stance:\x1b]0;x\x07\u202eevil")
    assert not set(str(caught.value)) & set("\x1b\x07\u202e")


def test_thousands_of_parentheses_are_refused_in_a_sentence() -> None:
    with pytest.raises(QueryError):
        parse_query("(" * 100_000)


def test_a_part_is_taken_off_and_queries_are_joined_without_asking_twice() -> None:
    query = parse_query("gold kind:mixed -by:china")
    assert str(query.without(1)) == "gold -by:china"
    assert str(query.joined(parse_query("kind:mixed silver"))) == "gold kind:mixed -by:china silver"
    assert query.joined() == query


@given(queries(), queries())
def test_a_joined_query_has_the_parts_of_both(one: Query, other: Query) -> None:
    assert set(one.joined(other).parts) == {*one.parts, *other.parts}


@given(st.text(max_size=30))
def test_all_words_of_a_text_can_be_asked_for_whatever_signs_are_in_it(text: str) -> None:
    assert parse_query(str(words_query(text))) == words_query(text)
