"""Ids for new records, made of what they are called."""

import re
from collections.abc import Container, Iterable, Iterator
from itertools import chain, count
from typing import TypeVar

from msgspec.structs import replace

from summittui.library import Library
from summittui.model import Quote, Record, Source
from summittui.model.errors import UNNAMED
from summittui.model.text import fold

R = TypeVar("R", bound=Record)

NO_ID = UNNAMED
"""The id of a record that gets its own from `with_new_id`."""
WORDS_IN_ID = 4
"""The number of words of a text that an id takes."""
LENGTH_OF_ID = 60
"""The number of characters of an id at most."""


def new_id(library: Library, kind: str, name: str, *, before: str = "", after: str = "") -> str:
    """Return an id that no record has, made of the first words of a name; a number makes it unique.

    A name without a Latin letter gives none: such ids are numbered by kind, `actor-1`, since a transliteration may be
    wrong.

    Args:
        library: The records.
        kind: The kind of the record, such as `actor`.
        name: What the record is called.
        before: What stands before the words of the name.
        after: What stands behind them.
    """
    return _first_free(library, _candidates(kind, name, before, after))


def _candidates(kind: str, name: str, before: str = "", after: str = "") -> Iterator[str]:
    """Yield the ids that a record may get, without end."""
    own = _slug(name)
    if own if name.isascii() else own.strip("0123456789-"):
        return _with_numbers(_slug(f"{before} {name} {after}"))
    return _numbered(_slug(f"{before} {kind}"), 1)


def _slug(text: str) -> str:
    words = re.findall(r"[a-z0-9]+", fold(text))
    return "-".join(words[:WORDS_IN_ID])[:LENGTH_OF_ID].strip("-")


def free_id(library: Library, slug: str) -> str:
    """Return an id that no record has: `slug`, with a number where that is taken."""
    return _first_free(library, _with_numbers(slug))


def _with_numbers(slug: str) -> Iterator[str]:
    return chain((slug,), _numbered(slug, 2))


def _numbered(slug: str, first: int) -> Iterator[str]:
    return (f"{slug}-{number}" for number in count(first))


def _first_free(library: Library, ids: Iterable[str], taken: Container[str] = ()) -> str:
    return next(id_ for id_ in ids if id_ not in taken and library.find(id_) is None)


def _ids_of(record: Record) -> Iterator[str]:
    """Yield the ids that a record may get, made of what it is called, without end."""
    kind = type(record).__name__.lower()
    match record:
        case Quote():
            return _candidates(kind, record.exact or record.gist or "", _last_word(record.speaker or "unnamed"))
        case Source():
            return _candidates(kind, record.outlet, after=record.published or "")
    named = (getattr(record, field, None) for field in ("label", "name", "title", "gist"))
    return _candidates(kind, next(filter(None, named), ""))


def with_new_id(library: Library, record: R) -> R:
    """Return a record with an id that no other has, made of what it is called."""
    return with_free_id(library, record, ())


def with_free_id(library: Library, record: R, taken: Container[str]) -> R:
    """Return a record with a new id, as `with_new_id`, that is not among those just `taken` either."""
    return replace(record, id=_first_free(library, _ids_of(record), taken))


class FreeIds:
    """The new ids of many records that come in together: of thousands with one name, none tries an id again."""

    def __init__(self, library: Library) -> None:
        self.library = library
        """The present library; another one may be set, as after an edit."""
        self._taken: set[str] = set()
        self._untried: dict[str, Iterator[str]] = {}
        """The ids that were not tried yet, by the first of them."""

    def named(self, record: R) -> R:
        """Return a record with a new id, as `with_new_id`, that none before it got."""
        ids = _ids_of(record)
        first = next(ids)
        untried = self._untried.setdefault(first, chain((first,), ids))
        id_ = _first_free(self.library, untried, self._taken)
        self._taken.add(id_)
        return replace(record, id=id_)

    def take(self, id_: str) -> None:
        """Keep an id from being given."""
        self._taken.add(id_)


def _last_word(id_: str) -> str:
    """Return the last word of an id, the whole of a numbered one."""
    last = id_.rsplit("-", 1)[-1]
    return id_ if last.isdigit() else last
