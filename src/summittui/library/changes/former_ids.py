"""Views that name records by ids from before a rename or a merge, and the same views with the present ids."""

from collections.abc import Mapping

from summittui.library.protocol import Library
from summittui.model.ids import is_slug
from summittui.queries.links import ViewLink, parse_view


def former_ids(library: Library, view: ViewLink) -> tuple[str, ...]:
    """Return the words of a view that have the form of an id and are none of the library's: perhaps former ids."""
    found: dict[str, None] = {}

    def note(words: str) -> str:
        if is_slug(words) and not words.isdigit() and library.find(words) is None:
            found[words] = None
        return words

    view.renamed(note)
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
    after = view.renamed(lambda words: known.get(words, words))
    return view if after == view else parse_view(str(after))
