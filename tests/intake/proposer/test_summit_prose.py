"""The verbs of communiqués and of reports on them."""

import pytest

from tests.intake.proposer.reading import said


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("affirmed Norway's commitment to the text", "Norway's commitment to the text"),
        ("highlighted the need for rules", "the need for rules"),
        ("welcomed the declaration", "the declaration"),
        ("called for patience", "patience"),
        ("pledged to sign the text", "to sign the text"),
        ("urged all states to sign", "all states to sign"),
        ("stressed the value of trust", "the value of trust"),
        ("reiterated that nobody was left out", "that nobody was left out"),
        ("underscored the role of trust", "the role of trust"),
        ("voiced concern about the text", "concern about the text"),
        ("expressed support for the text", "support for the text"),
        ("agreed that the text was weak", "that the text was weak"),
        ("emphasised that the text was weak", "that the text was weak"),
    ],
)
def test_verbs_of_summit_prose_report(sentence: str, content: str) -> None:
    assert said(f"The minister Jane Doe {sentence}.") == [("Jane Doe", content)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Jane Doe welcomed the guests at the gate.",
        "Jane Doe agreed to sign the text.",
        "The vote highlighted a gap.",
        "Norway left the hall, underscoring a gap.",
        "Jane Doe proposed a resolution to the assembly.",
        "Jane Doe continued her walk.",
    ],
)
def test_deeds_and_what_things_do_is_no_speech(sentence: str) -> None:
    assert said(sentence) == []
