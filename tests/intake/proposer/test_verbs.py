import pytest

from summittui.intake.proposer.verbs import is_verb
from tests.intake.proposer.reading import at, tokens_of


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The plan failed.", "failed"),
        ("She would go.", "would"),
        ("They didn’t mind.", "didn’t"),
        ("He votes today.", "votes"),
        ("Doe claims it.", "claims"),
        ("The deal was dead.", "was"),
    ],
)
def test_finite_verbs_are_known_by_form_and_neighbour(text: str, word: str) -> None:
    tokens = tokens_of(text)
    assert is_verb(tokens, at(tokens, word))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The newly elected president", "elected"),
        ("Elected officials agree", "Elected"),
        ("the states of the union", "states"),
        ("a plan for change", "plan"),
        ("Doe, leaving early", "leaving"),
        ("Doe's proposed plan", "proposed"),
        ("in need of help", "need"),
    ],
)
def test_nouns_adjectives_and_participles_are_no_finite_verbs(text: str, word: str) -> None:
    tokens = tokens_of(text)
    assert not is_verb(tokens, at(tokens, word))
