"""The input and output of an external proposer: the published form of proposals (`docs/proposals.schema.json`)."""

from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from summittui.model import InputError, Known, QuoteKind
from summittui.model.text import clip, safe

VERSION = 1
_Words = Annotated[str, Meta(min_length=1, max_length=20_000)]
_Offset = Annotated[int, Meta(ge=0)]
_LONGEST_REASON = 200
"""Code points of a decoder's message in a sentence."""


class _Message(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of what is printed."""


class AnsweredSpan(_Message, frozen=True, kw_only=True):
    """Words that are said to stand in the text."""

    exact: Annotated[_Words, Meta(description="The words, letter by letter as the text prints them.")]
    start: Annotated[
        _Offset | None, Meta(description="Their first Unicode code point in the text; helps where they stand twice.")
    ] = None


class AnsweredQuote(_Message, frozen=True, kw_only=True):
    """A passage that is said to be somebody's words."""

    kind: Annotated[
        QuoteKind,
        Meta(description="direct: whole clauses in marks; mixed: a fragment; indirect: none; text: of a document."),
    ]
    spans: Annotated[
        tuple[AnsweredSpan, ...],
        Meta(min_length=1, max_length=50, description="The content; several where the attribution stands inside it."),
    ]
    speaker: Annotated[
        str, Meta(min_length=1, max_length=200, description="The full name of whoever speaks, or as the text has it.")
    ]
    mention: Annotated[AnsweredSpan | None, Meta(description="The speaker as the text words it here: she.")] = None
    cue: Annotated[AnsweredSpan | None, Meta(description="The reporting words: said.")] = None
    via: Annotated[AnsweredSpan | None, Meta(description="The outlet that the words went through.")] = None
    confidence: Annotated[float, Meta(ge=0, le=1)] = 0.5
    reason: Annotated[str, Meta(max_length=500, description="Why, in a few words.")] = ""


class Answer(_Message, frozen=True, kw_only=True):
    """All that an external proposer prints."""

    quotes: Annotated[tuple[AnsweredQuote, ...], Meta(max_length=5_000)] = ()


class _Request(Struct, frozen=True, kw_only=True):
    """All that an external proposer reads."""

    version: int = VERSION
    text: str
    known: Known


def request_of(text: str, known: Known) -> bytes:
    """Return the JSON that an external proposer reads."""
    encodable = text.encode("utf-8", "replace").decode("utf-8")
    return msgspec.json.encode(_Request(text=encodable, known=known))


def answer_of(printed: bytes) -> Answer:
    """Return what an external proposer printed.

    Raises:
        InputError: It is no JSON of the published form.
    """
    try:
        return msgspec.json.decode(printed, type=Answer)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        why = clip(safe(str(error)), _LONGEST_REASON)
        raise InputError(
            f"what the proposer printed is not of the form of proposals ({why}); nothing was proposed"
        ) from None


def answer_schema() -> dict[str, Any]:
    """Return the JSON Schema of what an external proposer prints."""
    return msgspec.json.schema(Answer)
