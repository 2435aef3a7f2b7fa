"""The syntax of attributions within a sentence."""

import pytest

from tests.intake.proposer.reading import said

BEFORE = [
    ("Jane Doe said the talks had failed.", "the talks had failed"),
    ("Jane Doe said on Monday in Oslo that the talks had failed.", "that the talks had failed"),
    ("Jane Doe said Monday the talks had failed.", "the talks had failed"),
    ("Jane Doe told reporters that the talks had failed.", "that the talks had failed"),
    ("Jane Doe told the Herald on Monday she would sign.", "she would sign"),
    ('Jane Doe said, "It is over."', '"It is over."'),
    ('Jane Doe said: "It is over."', '"It is over."'),
    ('Jane Doe said in Paris "it is over" for good.', '"it is over" for good'),
    ('In Paris, Jane Doe said "it is over".', '"it is over"'),
    ('According to Bob Roe, Jane Doe said "it is over".', '"it is over"'),
    ('When it ended, Jane Doe said "it is over".', '"it is over"'),
    ('Jane Doe called the plan "a gift" to rivals.', 'the plan "a gift" to rivals'),
    ('Jane Doe described it as "a gift" to rivals.', 'it as "a gift" to rivals'),
    ("Jane Doe called for an end to the talks.", "an end to the talks"),
    ("Jane Doe accused him of breaking his word.", "breaking his word"),
    ("Jane Doe pledged to sign the text.", "to sign the text"),
    ("Jane Doe pointed out that nobody had come.", "that nobody had come"),
    ("Jane Doe asked whether anybody had come.", "whether anybody had come"),
    ("Jane Doe warned the House that time was short.", "that time was short"),
]
BEHIND = [
    ('"It is over," said Jane Doe.', '"It is over,"'),
    ('"It is over," Jane Doe told reporters on Monday.', '"It is over,"'),
    ('"Is it over?" Jane Doe asked.', '"Is it over?"'),
    ("The talks have failed, Jane Doe said.", "The talks have failed"),
    ("The talks have failed, Jane Doe said on Monday in Oslo.", "The talks have failed"),
    ("The talks have failed, according to Jane Doe.", "The talks have failed"),
    ("According to Jane Doe, the talks have failed.", "the talks have failed"),
    ("According to Jane Doe, a researcher at the institute, the talks have failed.", "the talks have failed"),
    ("As Jane Doe put it on Monday, the talks have failed.", "the talks have failed"),
]
INSIDE = [
    ("The deal, Jane Doe said, is dead.", "The deal|is dead"),
    ('"It is over," Jane Doe said, "and it was hard."', '"It is over,"|"and it was hard."'),
    ('"It is over," said Jane Doe, the mayor of Oslo, "for good."', '"It is over,"|"for good."'),
    ("Yet, Jane Doe said, the deal is dead.", "the deal is dead"),
]


@pytest.mark.parametrize(("text", "content"), BEFORE + BEHIND + INSIDE)
def test_content_stands_behind_before_or_around_its_attribution(text: str, content: str) -> None:
    assert said(text) == [("Jane Doe", content)]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (
            'Jane Doe said the talks had failed, adding that "nobody" was to blame.',
            [("Jane Doe", "the talks had failed"), ("Jane Doe", 'that "nobody" was to blame')],
        ),
        (
            "Jane Doe said the deal was dead, and Bob Roe said it was not.",
            [("Jane Doe", "the deal was dead"), ("Bob Roe", "it was not")],
        ),
        (
            'Jane Doe said it was over and called the deal "a gift" to rivals.',
            [("Jane Doe", "it was over"), ("Jane Doe", 'the deal "a gift" to rivals')],
        ),
        ('Though she called it "a gift," Jane Doe did not sign.', [("she", 'it "a gift,"')]),
        ("Jane Doe said it was over, though few agreed.", [("Jane Doe", "it was over")]),
        ("Jane Doe said it was over, leaving rivals amazed.", [("Jane Doe", "it was over")]),
        ("According to The Herald, Jane Doe said the talks had failed.", [("Jane Doe", "the talks had failed")]),
        ('"It is over," Jane Doe said, while aides looked on.', [("Jane Doe", '"It is over,"')]),
    ],
)
def test_content_ends_where_another_attribution_or_the_writer_takes_over(
    text: str, quotes: list[tuple[str, str]]
) -> None:
    assert said(text) == quotes


@pytest.mark.parametrize(
    "text",
    [
        "It rains.",
        "The claims of a Herald report were wrong.",
        "As Jane Doe said when she left.",
        "The mayor called a meeting in May.",
        "One delegate asked not to be named.",
        "The crisis highlighted differences.",
        "The club added two players.",
        "Jane Doe said no.",
        "Jane Doe praised the plan.",
        'On "World at One," Jane Doe wore red.',
        "",
        '"',
        "““”\"''",
    ],
)
def test_nothing_is_proposed_where_nothing_is_said(text: str) -> None:
    assert said(text) == []
