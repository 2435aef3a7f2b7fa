"""Records from plain values: what does not fit is named with its table, record and field, and what to do."""

from typing import Any

import pytest

from summittui.model import Actor, Problem, Quote, Record, Source
from summittui.model.codec import InvalidRecord, record_from_plain, record_to_plain
from summittui.model.errors import UNNAMED
from tests.model.samples import RECORDS
from tests.paris import paris

ADA: dict[str, Any] = {"id": "ada", "name": "Ada", "kind": "person"}
WORDS: dict[str, Any] = {"id": "words", "source": "daily", "kind": "indirect", "spans": [{"start": 1, "end": 2}]}


def complaint(type_: type[Record], plain: dict[str, Any]) -> Problem:
    with pytest.raises(InvalidRecord) as caught:
        record_from_plain(type_, plain)
    return caught.value.problem


@pytest.mark.parametrize("records", [RECORDS, paris().records], ids=["sample", "paris-2025"])
def test_every_record_survives_the_way_to_plain_values_and_back(records: Any) -> None:
    for record in records:
        assert record_from_plain(type(record), record_to_plain(record)) == record


def test_fields_at_their_default_are_left_out() -> None:
    assert record_to_plain(record_from_plain(Actor, ADA)) == ADA


def test_an_unknown_key_is_named_with_its_record() -> None:
    problem = complaint(Actor, {**ADA, "nmae": "Ada"})
    assert str(problem) == "actors 'ada', nmae: the model has no such field; remove it or correct its name"


def test_an_unknown_key_inside_a_part_is_named_with_its_path() -> None:
    problem = complaint(Quote, {**WORDS, "spans": [{"start": 1, "end": 2, "strat": 1}]})
    assert (problem.table, problem.record, problem.field) == ("quotes", "words", "spans[0].strat")


def test_a_missing_key_is_named() -> None:
    problem = complaint(Actor, {"id": "ada", "kind": "person"})
    assert str(problem) == "actors 'ada': the required field 'name' is missing; add it"
    assert str(complaint(Actor, {"id": UNNAMED, "kind": "person"})).startswith("actors: the required field 'name'")


def test_a_missing_key_of_a_part_is_named_with_its_place() -> None:
    problem = complaint(Quote, {**WORDS, "spans": [{"start": 1}]})
    assert (problem.field, problem.message) == ("spans[0]", "the required field 'end' is missing; add it")


def test_a_record_without_an_id_is_still_complained_of() -> None:
    assert complaint(Actor, {"name": "Ada", "kind": "person"}).record == UNNAMED


@pytest.mark.parametrize(
    ("type_", "plain", "field", "message"),
    [
        (Actor, {**ADA, "name": 5}, "name", "this must be a text, not a whole number; correct it"),
        (Actor, {**ADA, "name": None}, "name", "this must be a text, not nothing; correct it"),
        (Actor, {**ADA, "note": 1.5}, "note", "this must be a text, not a number with a fraction; correct it"),
        (Actor, {**ADA, "aliases": "A."}, "aliases", "this must be a list, not a text; correct it"),
        (Actor, {**ADA, "aliases": ["A.", 3]}, "aliases[1]", "this must be a text, not a whole number; correct it"),
        (Actor, {**ADA, "optional": 1}, "optional", "this must be true or false, not a whole number; correct it"),
        (Quote, {**WORDS, "spans": [5]}, "spans[0]", "this must be a table of fields, not a whole number; correct it"),
        (
            Source,
            {"id": "daily", "kind": "article", "outlet": "The Daily", "length": "9"},
            "length",
            "this must be a whole number, not a text; correct it",
        ),
    ],
)
def test_a_value_of_the_wrong_type_is_named_with_both_types(
    type_: type[Record], plain: dict[str, Any], field: str, message: str
) -> None:
    problem = complaint(type_, plain)
    assert (problem.record, problem.field, problem.message) == (plain["id"], field, message)


def test_a_value_outside_a_list_of_words_is_refused_with_the_words() -> None:
    problem = complaint(Quote, {**WORDS, "kind": "spoken"})
    assert problem.field == "kind"
    assert problem.message == "'spoken' is not possible here; write one of direct, mixed, indirect, text"


def test_the_words_of_a_part_are_found_by_its_path() -> None:
    mention = {"source": "daily", "start": 1, "end": 2, "form": "nick"}
    problem = complaint(Actor, {**ADA, "mentions": [mention]})
    assert problem.field == "mentions[0].form"
    assert problem.message.endswith("write one of name, title_name, adjectival, nominal, pronoun, embedded, slogan")


@pytest.mark.parametrize("plain", [{**ADA, "kind": "\ud800"}, {**ADA, "\ud800": 1}])
def test_half_a_character_is_a_complaint_and_no_traceback(plain: dict[str, Any]) -> None:
    assert "lone surrogate" in complaint(Actor, plain).message


@pytest.mark.parametrize(
    "plain",
    [
        {**ADA, "\x1b]52;c;AAAA\x07key\n": 1},
        {"id": "\x1b[2Jada\u202e", "kind": "person"},
        {**ADA, "kind": "\x9b31mperson"},
    ],
)
def test_a_hostile_name_or_value_drives_no_terminal(plain: dict[str, Any]) -> None:
    sentence = str(complaint(Actor, plain))
    assert not set(sentence) & set("\x1b\x07\x9b\u202e\n")


def test_a_long_wrong_name_is_cut() -> None:
    assert len(str(complaint(Actor, {**ADA, "x" * 5000: 1}))) < 200


def test_a_key_that_is_no_text_is_a_complaint_too() -> None:
    plain: dict[Any, Any] = {**ADA, 5: 1}
    assert complaint(Actor, plain).message.endswith("; correct it")
