import pytest

from tests.intake.proposer.reading import said


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Jane Doe called for more trains in a statement on Thursday.", "more trains"),
        ("Jane Doe called on Thursday for more trains.", "more trains"),
        ('Jane Doe dismissed the plan as "a gift" after the vote.', 'the plan as "a gift"'),
        ('Jane Doe said, "It is over," until the lights went out.', '"It is over,"'),
        ("Jane Doe said the plan had come up in the interview.", "the plan had come up in the interview"),
    ],
)
def test_the_circumstance_of_speaking_is_not_what_was_said(text: str, content: str) -> None:
    assert said(text) == [("Jane Doe", content)]
