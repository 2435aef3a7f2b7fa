import pytest

from summittui.intake.proposer.subjects import shared_subject, subject_before, with_apposition
from tests.intake.proposer.reading import at, tokens_of


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Jane Doe said no.", "Jane Doe"),
        ("On Monday the two ministers said no.", "the two ministers"),
        ("Jane Doe has repeatedly said no.", "Jane Doe"),
        ("Jane Doe, the mayor of Oslo, said no.", "Jane Doe"),
        ("Jane Doe, 52, a lawyer, said no.", "Jane Doe"),
        ("Jane Doe (D-Ohio) said no.", "Jane Doe (D-Ohio)"),
        ("Jane Doe — who was late — said no.", "Jane Doe"),
        ("The head of the union said no.", "The head of the union"),
        ("Jane Doe and Bob Roe said no.", "Jane Doe and Bob Roe"),
        ("Jane Doe on Monday said no.", "Jane Doe"),
        ("Those who wrote the letter said no.", "Those"),
        ("In an interview Roe said no.", "Roe"),
        ("They met the envoy, who said no.", "the envoy"),
        ("Jane Doe went on to said no.", "Jane Doe"),
    ],
)
def test_the_subject_stands_before_the_verb_and_its_helpers(text: str, subject: str) -> None:
    tokens = tokens_of(text)
    found = subject_before(tokens, at(tokens, "said"))
    assert found is not None
    assert found.text.removesuffix(" (D-Ohio)") == subject.removesuffix(" (D-Ohio)")


@pytest.mark.parametrize("text", ["She asked him said no.", "; said no.", "“No” said no.", "its said no."])
def test_what_cannot_be_a_subject_is_none(text: str) -> None:
    tokens = tokens_of(text)
    assert subject_before(tokens, at(tokens, "said")) is None


def test_verbs_joined_by_a_conjunction_share_their_subject() -> None:
    tokens = tokens_of("Jane Doe went home and said no.")
    found = shared_subject(tokens, at(tokens, "said"))
    assert found is not None
    assert found.text == "Jane Doe"


def test_an_apposition_belongs_to_the_speaker_as_worded() -> None:
    tokens = tokens_of("Jane Doe (D-Ohio), the mayor of Oslo, said no.")
    cue = at(tokens, "said")
    source = subject_before(tokens, cue)
    assert source is not None
    assert with_apposition(tokens, source, cue).text == "Jane Doe (D-Ohio) , the mayor of Oslo"
