"""Reference material beside the project folder: the two documents and a reading of them; absent in a plain clone."""

import json
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from summittui.model import Actor, Declaration
from tests.paris import paris

SHARED = Path(__file__).parents[2] / "shared"
SOURCE_OF = {"A": "stdaily", "B": "nigeriapulse"}

needs_reference = pytest.mark.skipif(
    not (SHARED / "annotation").is_dir(), reason="the reference material does not stand beside the project folder"
)

CORRECTED: dict[str, dict[str, str] | None] = {
    "POS10": {"stance": "opposes"},
    "POS12": None,
    "POS13": None,
    "POS14": None,
    "POS20": {"confidence": "medium"},
    "POS33": {"stance": "opposes"},
    "POS56": {"stance": "neutral-mixed", "confidence": "low"},
}
"""Positions that a second reading of the documents corrected, by id; None for what is no position at all."""

Place = tuple[str, int, int]
"""Source, start and end of a span."""


@cache
def annotation() -> dict[str, Any]:
    read: dict[str, Any] = json.loads((SHARED / "annotation" / "annotation.json").read_text(encoding="utf-8"))
    return read


@cache
def read_positions() -> tuple[dict[str, Any], ...]:
    """Return the positions that the reference reads out of the documents, as corrected."""
    every = annotation()["positions"]
    assert len(every) == 59
    kept = [(each, CORRECTED.get(each["id"], {})) for each in every]
    return tuple(each | corrected for each, corrected in kept if corrected is not None)


@cache
def texts() -> dict[str, str]:
    """Return the text of each source, found by its SHA-256."""
    found = {}
    for path in (SHARED / "documents").glob("*.txt"):
        found[sha256(path.read_bytes()).hexdigest()] = path.read_bytes().decode("utf-8")
    return {source.id: found[source.sha256 or ""] for source in paris().records.sources}


def place(span: dict[str, Any]) -> Place:
    return SOURCE_OF[span["doc"]], span["start"], span["end"]


def places(spans: list[dict[str, Any]]) -> frozenset[Place]:
    return frozenset(place(span) for span in spans)


@cache
def party_ids() -> dict[str, str]:
    """Return the id of our record for each actor and declaration of the reference, found by its mentions."""
    records: list[Actor | Declaration] = [*paris().records.actors, *paris().records.declarations]
    ours: dict[tuple[str, int, int, str], list[str]] = {}
    for record in records:
        for mention in record.mentions:
            ours.setdefault((mention.source, mention.start, mention.end, mention.form.value), []).append(record.id)
    ids = {"AUTH_A": "author-stdaily"}
    for theirs in (*annotation()["actors"], *annotation()["declarations"]):
        candidates = [set(ours.get((*place(m), m["type"]), ())) for m in theirs["mentions"]]
        if candidates:
            (ids[theirs["id"]],) = set.intersection(*candidates)
    return ids


def overlap(one: Place, other: Place) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]
