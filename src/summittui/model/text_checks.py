"""Checks of a struct's texts: required ones that are blank, and items that a list names twice."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Struct

from summittui.model.text import shows


class _Fields(NamedTuple):
    """The names of a struct's fields by what is asked of them."""

    required: tuple[str, ...]
    """Texts that must be given."""
    lists: tuple[str, ...]
    """Lists of texts or ids."""
    parts: tuple[str, ...]
    """Lists of structs."""


def blank_texts(struct: Struct, path: str = "") -> Iterator[str]:
    """Yield the path of each text without words that a struct and its parts need, and of each item of a list."""
    fields = _fields(type(struct))
    yield from (f"{path}{name}" for name in fields.required if not shows(getattr(struct, name)))
    for name in fields.lists:
        items = getattr(struct, name)
        yield from (f"{path}{name}[{at}]" for at, item in enumerate(items) if not shows(item))
    for name in fields.parts:
        for at, part in enumerate(getattr(struct, name)):
            yield from blank_texts(part, f"{path}{name}[{at}].")


def repeated_items(struct: Struct) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each item that stands before in its list."""
    for name in _fields(type(struct)).lists:
        items = getattr(struct, name)
        if len(set(items)) < len(items):
            yield from ((f"{name}[{at}]", item) for at, item in enumerate(items) if item in items[:at])


@cache
def _fields(type_: type[Struct]) -> _Fields:
    hints = get_type_hints(type_)
    items = {name: get_args(hint)[0] for name, hint in hints.items() if get_origin(hint) is tuple}
    needed = [field.name for field in msgspec.structs.fields(type_) if field.required and field.name != "id"]
    required = (name for name in needed if hints[name] is str)
    parts = (name for name, item in items.items() if isinstance(item, type) and issubclass(item, Struct))
    lists = (name for name, item in items.items() if item is str or getattr(item, "__supertype__", None) is str)
    return _Fields(tuple(required), tuple(lists), tuple(parts))
