"""Ids for new records, made of what they are called."""

import re
from typing import TypeVar

from msgspec.structs import replace

from summittui.library import Library
from summittui.model import Quote, Record, Source
from summittui.model.codec import UNNAMED
from summittui.model.text import fold

R = TypeVar("R", bound=Record)

NO_ID = UNNAMED
"""The id of a record that gets its own from `with_new_id`."""
WORDS_IN_ID = 4
"""How many words of a text an id takes."""


def new_id(library: Library, *parts: str) -> str:
    """Return an id that no record has, made of the first words of `parts`; a number makes it unique."""
    words = re.findall(r"[a-z0-9]+", fold(" ".join(parts)))
    return free_id(library, "-".join(words[:WORDS_IN_ID]) or "record")


def free_id(library: Library, slug: str) -> str:
    """Return an id that no record has: `slug`, with a number where that is taken."""
    number, id_ = 1, slug
    while library.find(id_) is not None:
        number += 1
        id_ = f"{slug}-{number}"
    return id_


def with_new_id(library: Library, record: R) -> R:
    """Return a record with an id that no other has, made of what it is called."""
    match record:
        case Quote():
            parts = [(record.speaker or "unnamed").rsplit("-", 1)[-1], record.exact or record.gist or ""]
        case Source():
            parts = [record.outlet, record.published or ""]
        case _:
            named = (getattr(record, field, None) for field in ("label", "name", "title"))
            parts = [next(filter(None, named), "")]
    return replace(record, id=new_id(library, *parts))
