"""Docstrings name the thing: by the noun of its kind, or by a verb of the field."""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise

import pytest

from tests.test_house import docstrings, modules

ASKING = frozenset({"what", "how", "where", "who", "whom", "whose", "give", "gives"})
"""Words that no docstring begins with: a question names nothing, and "give" is no verb of the field."""
PRONOUNS = frozenset({"it", "they", "them", "its", "their"})
POINTING = frozenset({"this", "that", "these", "those"})
NOUN_BEFORE = frozenset({"a", "an", "the", "each", "every", "all", "any", "some", "no", "another", "one", "two", "of"})
"""Words behind which a noun comes."""


def first_sentences() -> Iterator[tuple[str, str]]:
    """Yield the place and the first sentence of each docstring, those below assignments among them."""
    for module, tree in modules().items():
        for node in ast.walk(tree):
            for each in docstrings(node):
                text = " ".join(str(getattr(each.value, "value", "")).split())
                yield f"{module}:{each.lineno}", re.split(r"(?<=[.!?])\s", text, maxsplit=1)[0]


def words_of(sentence: str) -> list[str]:
    return re.findall(r"[a-z'_-]+", sentence.lower())


def lacks_noun(sentence: str) -> bool:
    """Tell whether a sentence begins with a pronoun, or has one and no noun that it could stand for."""
    words = words_of(sentence)
    if words[:1] and words[0] in PRONOUNS | POINTING:
        return True
    has_noun = any(one in NOUN_BEFORE and two not in PRONOUNS | POINTING for one, two in pairwise(words))
    return not PRONOUNS.isdisjoint(words) and not has_noun


def test_a_docstring_begins_with_the_name_of_the_thing_or_with_a_verb_of_the_field() -> None:
    assert [(at, said) for at, said in first_sentences() if words_of(said)[:1] and words_of(said)[0] in ASKING] == []


def test_no_docstring_begins_with_a_pronoun_or_has_one_without_a_noun() -> None:
    assert [(at, said) for at, said in first_sentences() if lacks_noun(said)] == []


@pytest.mark.parametrize(
    ("sentence", "lacks"),
    [
        ("Those that are left.", True),
        ("Move it to a row.", False),
        ("Show them.", True),
        ("Return whom it stands for.", True),
        ("Focus the list and show its title.", False),
        ("The number of records.", False),
    ],
)
def test_a_pronoun_needs_a_noun(sentence: str, lacks: bool) -> None:
    assert lacks_noun(sentence) is lacks
