import pytest
from msgspec.structs import replace

from summittui.exchange.as_toml import record_from_toml, record_to_editable, record_to_toml
from summittui.model import Actor, InputError, Quote
from tests.paris import paris
from tests.store.samples import ADA, REPORTED, WORDS

HOSTILE = 'a\r\nb\x1b[31m\x9b\u202e|"\\\'\'\' """\u2028\U000e0041\tend'


def test_every_record_of_the_shipped_collection_reads_back_as_the_same() -> None:
    for record in paris().records:
        assert record_from_toml(type(record), record_to_toml(record)) == record
        assert record_from_toml(type(record), record_to_editable(record)) == record


def test_no_character_is_altered_and_none_reaches_the_editor_that_drives_a_terminal() -> None:
    quote = replace(REPORTED, gist=HOSTILE)
    text = record_to_editable(quote)
    assert record_from_toml(Quote, text) == quote
    for char in "\x1b\x9b\u202e\u2028\U000e0041\r":
        assert char not in text


def test_the_id_stands_first_and_what_is_not_set_is_named() -> None:
    assert record_to_toml(WORDS).startswith('id = "ada-rules"\n')
    lines = record_to_editable(ADA).splitlines()
    assert lines[0].startswith("# A record of actors: ")
    assert lines[1] == (
        "# Not set: iso, aliases, roles, affiliation, speaks_for, related, members, mentions, optional, note"
    )


def test_an_id_stands_in_for_one_that_is_missing_alone() -> None:
    text = 'name = "Bo"\nkind = "person"\n'
    assert record_from_toml(Actor, text, id_="bo").id == "bo"
    assert record_from_toml(Actor, f'id = "own"\n{text}', id_="bo").id == "own"
    with pytest.raises(InputError, match="'id' is missing"):
        record_from_toml(Actor, text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("name = x", "the text is no TOML: Invalid value .*line 1"),
        ('id = "bo"\nid = "bo"', "the text is no TOML"),
        (
            'id = "bo"\nname = "Bo"\nkind = "bird"',
            "actors 'bo', kind: 'bird' is not possible here; write one of person",
        ),
        ('id = "bo"\nname = 1\nkind = "person"', "name: this must be a text, not a whole number"),
        ('id = "bo"\nname = 2025-01-01\nkind = "person"', "name: this must be a text, not a date"),
        ('id = "bo"\nname = "Bo"\nkind = "person"\nnick = "B"', "nick: the model has no such field"),
        ("a = " + "[" * 5000, "the text is no TOML"),
    ],
)
def test_a_text_that_is_no_record_is_refused_with_what_is_wrong(text: str, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence):
        record_from_toml(Actor, text)
