"""Speech over sentences and paragraphs."""

import pytest

from summittui.intake.proposer import propose
from summittui.model import QuoteKind
from tests.intake.proposer.reading import said


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (
            '"We won," said Jane Doe, the mayor of Oslo. "It was hard."',
            [("Jane Doe", '"We won,"|"It was hard."')],
        ),
        (
            'Jane Doe said the talks had failed.\n"We tried for ten whole days."',
            [("Jane Doe", "the talks had failed"), ("Jane Doe", '"We tried for ten whole days."')],
        ),
        (
            "“We tried,” Jane Doe said. “It was hard.\n“But we go on.”",
            [("Jane Doe", "“We tried,”|“It was hard."), ("Jane Doe", "“But we go on.”")],
        ),
        (
            "'We tried,' Jane Doe said. 'It isn't \"over\" yet.\n'But we go on.'",
            [("Jane Doe", "'We tried,'|'It isn't \"over\" yet."), ("Jane Doe", "'But we go on.'")],
        ),
        ("Jane Doe added:\n\n“We must wait. We have time.”", [("Jane Doe", "“We must wait. We have time.”")]),
        (
            "“I was there for the whole of it.” ― Jane Doe, 24, Oslo",
            [("Jane Doe", "“I was there for the whole of it.”")],
        ),
        ("“I was there for it all.”\n― Jane Doe, 24, Oslo", [("Jane Doe", "“I was there for it all.”")]),
        ('Jane Doe: "We must wait."', [("Jane Doe", '"We must wait."')]),
    ],
)
def test_a_passage_that_stands_alone_belongs_to_whoever_spoke_before_or_signs_it(
    text: str, quotes: list[tuple[str, str]]
) -> None:
    assert said(text) == quotes


def test_a_short_passage_that_stands_alone_is_no_speech() -> None:
    assert said('Jane Doe said the talks had failed.\n"Not yet."') == [("Jane Doe", "the talks had failed")]


def test_a_passage_without_any_speaker_is_not_proposed() -> None:
    assert said('"We tried for ten whole days."') == []


@pytest.mark.parametrize("label", ["DOE", "JANE DOE", "DOE (laughing)"])
def test_a_transcript_gives_each_paragraph_to_its_label(label: str) -> None:
    text = f"Jane Doe and Bob Roe debate.\n{label}: Well, it is over.\nROE: It is not."
    name = label.removesuffix(" (laughing)")
    speakers = {"DOE": "Jane Doe", "JANE DOE": "Jane Doe"}
    assert said(text) == [(speakers[name], "Well, it is over."), ("Bob Roe", "It is not.")]


@pytest.mark.parametrize(
    ("labels", "speakers"),
    [
        (("Q", "A"), ["Q", "A", "Q", "A"]),
        (("The Courier", "Jane Doe (laughing)"), ["Courier", "Jane Doe", "Courier", "Jane Doe"]),
        (("Time", "Place"), []),
    ],
)
def test_names_in_small_letters_are_labels_where_they_take_turns(labels: tuple[str, str], speakers: list[str]) -> None:
    asks, answers = labels
    last = f"{answers}: It does." if speakers else ""
    text = f"Jane Doe met the Courier.\n{asks}: Will it end?\n{answers}: Well, it will.\n{asks}: And then?\n{last}"
    assert [speaker for speaker, _ in said(text)] == speakers


def test_a_lone_label_that_is_no_name_is_no_speaker() -> None:
    assert said("Jane Doe debates.\nCLARIFICATION: This page was wrong.") == []


def test_a_paragraph_without_marks_behind_an_announcement_is_a_block_quote_in_the_speakers_own_words() -> None:
    text = "The talks end.\nJane Doe wrote in full:\nWe must wait. We have time.\nThe vote is near."
    (quote,) = propose(text).quotes
    assert (quote.speaker, quote.kind, quote.reason) == ("Jane Doe", QuoteKind.DIRECT, "block quote")
    assert quote.spans[0].exact == "We must wait. We have time."


@pytest.mark.parametrize(
    "text",
    [
        "The talks end.\nJane Doe packed these:\nA coat and a hat.",
        "The talks end.\nJane Doe wrote in full: see below. It rained.\nThe vote is near.",
    ],
)
def test_a_colon_without_an_announcement_at_the_end_opens_no_block_quote(text: str) -> None:
    assert [quote for quote in propose(text).quotes if quote.reason == "block quote"] == []
