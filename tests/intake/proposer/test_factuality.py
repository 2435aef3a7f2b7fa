"""What was not said is no quote of anybody."""

import pytest

from tests.intake.proposer.reading import said


@pytest.mark.parametrize(
    "text",
    [
        'Did Jane Doe say "it is over"?',
        'Jane Doe may say "it is over".',
        "Jane Doe should say that it is over.",
        "If Jane Doe says it is over, Norway leaves.",
        "Nobody said that it was over.",
        "No minister said that it was over.",
        "Neither Jane Doe nor Bob Roe said it was over.",
        "Jane Doe refused to say that it was over.",
        'Jane Doe refused to call the pact "over".',
        'Jane Doe never called the pact "over".',
        'Jane Doe denied saying "it is over".',
        'Jane Doe was accused of saying "it is over".',
        'Jane Doe left without saying "it is over".',
        'It was not Jane Doe who said "it is over".',
    ],
)
def test_what_was_not_said_is_no_quote(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Jane Doe would not say whether it was over.", "whether it was over"),
        ("Jane Doe declined to say whether it was over.", "whether it was over"),
        ("Jane Doe will say on Monday that it is over.", "that it is over"),
        ("Asked if she would sign, Jane Doe said it was over.", "it was over"),
        ("Is it over? Jane Doe said it was over.", "it was over"),
    ],
)
def test_a_silence_and_what_is_announced_are_told(text: str, content: str) -> None:
    assert said(text) == [("Jane Doe", content)]
