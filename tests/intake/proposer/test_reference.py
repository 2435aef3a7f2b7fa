"""The two documents, read with the names of the shipped collection, against the reading of them by hand."""

import re
from typing import Any

import pytest

from summittui.intake.known import known_records
from summittui.intake.proposer import propose
from summittui.library.memory.library import MemoryLibrary
from summittui.model import QuoteProposal
from tests.paris import paris
from tests.reference import SOURCE_OF, annotation, needs_reference, party_ids, texts

WORD = re.compile(r"\w+(?:['’.-]\w+)*")
CORE = "core"
UNNAMED = {"The declaration", "a resolution", "Chinese officials"}
"""Speakers as worded that no name or alias stands for."""


def words_in(text: str, spans: list[tuple[int, int]]) -> set[int]:
    return {m.start() for start, end in spans for m in WORD.finditer(text, start, end)}


def found_in(source: str) -> tuple[str, tuple[QuoteProposal, ...]]:
    text = texts()[source]
    return text, propose(text, known_records(MemoryLibrary(paris().records))).quotes


@needs_reference
@pytest.mark.parametrize("document", ["A", "B"])
def test_every_quotation_of_the_reference_is_proposed_with_its_words_and_speaker(document: str) -> None:
    text, quotes = found_in(SOURCE_OF[document])
    missed = [gold["id"] for gold in _wanted(document) if not any(_same(text, gold, quote) for quote in quotes)]
    assert missed == []


def _wanted(document: str) -> list[dict[str, Any]]:
    return [gold for gold in annotation()["quotations"] if gold["doc"] == document and gold["tier"] == CORE]


def _same(text: str, gold: dict[str, Any], quote: QuoteProposal) -> bool:
    content = gold["content_span"]
    wanted = words_in(text, [(content["start"], content["end"])])
    proposed = words_in(text, [(span.start, span.end) for span in quote.spans])
    is_same_content = len(wanted & proposed) >= 0.8 * len(wanted | proposed)
    is_speaker = quote.actor == party_ids().get(gold["speaker"]) or quote.speaker in UNNAMED
    return is_same_content and is_speaker


@needs_reference
@pytest.mark.parametrize("document", ["A", "B"])
def test_nobodys_words_are_given_to_those_whom_the_documents_do_not_quote(document: str) -> None:
    _, quotes = found_in(SOURCE_OF[document])
    speakers = {quote.actor for quote in quotes} | {quote.speaker for quote in quotes}
    assert not speakers & {"emmanuel-macron", "xi-jinping", "france", "Emmanuel Macron", "Xi Jinping", "France"}
