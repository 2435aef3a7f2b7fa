"""Views and queries that name records by ids from before a rename or a merge, and the same with the present ids."""

from collections.abc import Callable, Mapping

from summittui.library.protocol import Library
from summittui.model.ids import is_slug
from summittui.queries.language.renaming import Present, renamed_text
from summittui.queries.links import ViewLink, parse_view


def former_ids(library: Library, view: ViewLink) -> tuple[str, ...]:
    """Return the words of a view that have the form of an id and are none of the library's: perhaps former ids."""
    return _former(library, view.renamed)


def former_ids_in(library: Library, query: str) -> tuple[str, ...]:
    """Return the values of a query's text that have the form of an id and are none of the library's."""
    return _former(library, lambda present: renamed_text(query, present))


def _former(library: Library, renamed: Callable[[Present], object]) -> tuple[str, ...]:
    found: dict[str, None] = {}

    def note(words: str) -> str:
        if is_slug(words) and not words.isdigit() and library.find(words) is None:
            found[words] = None
        return words

    renamed(note)
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
    after = view.renamed(_present_ids(library, successors))
    return view if after == view else parse_view(str(after))


def followed_query(library: Library, query: str, successors: Mapping[str, str]) -> str:
    """Return a query's text with the present ids of records, as `followed_view` does."""
    return renamed_text(query, _present_ids(library, successors))


def _present_ids(library: Library, successors: Mapping[str, str]) -> Present:
    known = {old: new for old, new in successors.items() if library.find(old) is None and library.find(new)}
    return lambda words: known.get(words, words)
