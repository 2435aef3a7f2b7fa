"""Views that name records by ids from before a rename or a merge, and the same views with the present ids."""

import re
from collections.abc import Callable, Iterator, Mapping

from msgspec.structs import replace

from summittui.library.protocol import Library
from summittui.model.ids import is_slug
from summittui.queries.language import AllOf, AnyOf, Field, Not, Part, Query, QueryError
from summittui.queries.language.fields import FIELDS
from summittui.queries.language.parsing import parse_query
from summittui.queries.language.parts import query_of
from summittui.queries.link_shapes import LISTS
from summittui.queries.links import NAMING, ViewLink, parse_view

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_QUERIES = (*LISTS, "query")
"""The options of a view that hold a query."""


def former_ids(library: Library, view: ViewLink) -> tuple[str, ...]:
    """Return the words of a view that have the form of an id and are none of the library's: perhaps former ids."""
    found: dict[str, None] = {}

    def note(words: str) -> str:
        if is_slug(words) and not words.isdigit() and library.find(words) is None:
            found[words] = None
        return words

    _mapped(view, note)
    return tuple(found)


def followed_view(library: Library, view: ViewLink, successors: Mapping[str, str]) -> ViewLink:
    """Return a view with the present ids of records in place of those they had before a rename or a merge.

    Args:
        library: The records as they are.
        view: The view, of whatever time.
        successors: The present id by each former one.

    Raises:
        InputError: By a merge, the view is left with fewer records than its screen needs.
    """
    known = {old: new for old, new in successors.items() if library.find(old) is None and library.find(new)}
    after = _mapped(view, lambda words: known.get(words, words))
    return view if after == view else parse_view(str(after))


def _mapped(view: ViewLink, present: Callable[[str], str]) -> ViewLink:
    """Return a view with `present` applied to whatever can be an id in it."""
    options = {name: _option(name, value, present) for name, value in view.options.items()}
    subjects = tuple(dict.fromkeys(map(present, view.subjects)))
    at = _ID.sub(lambda found: present(found[0]), view.at)
    return replace(view, subjects=subjects, options=options, at=at)


def _option(name: str, value: str, present: Callable[[str], str]) -> str:
    if name in _QUERIES:
        try:
            query = parse_query(value)
        except QueryError:
            return value
        after = query_of(_parts(query, present))
        return value if after == query else str(after)
    return ",".join(map(present, value.split(","))) if name in NAMING else value


def _parts(query: Query, present: Callable[[str], str]) -> Iterator[Part]:
    return (_part(part, present) for part in query.parts)


def _part(part: Part, present: Callable[[str], str]) -> Part:
    match part:
        case Field(name, value) if FIELDS[name].named:
            return Field(name, present(value))
        case Not(inner):
            return replace(part, part=_part(inner, present))
        case AnyOf(parts) | AllOf(parts):
            return replace(part, parts=tuple(_part(each, present) for each in parts))
    return part
