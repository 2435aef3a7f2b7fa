"""The scope of a library in words, the same on screens, on the command line and in reports."""

from summittui.library import Library
from summittui.model.text import capitalised


def scope_words(library: Library) -> str:
    """Return the limits of a library, “limited to what is from the collection …”; empty where it is whole."""
    if not library.scope:
        return ""
    from summittui.library.answers.naming import NamesIn
    from summittui.queries.scope import describe_scope

    return describe_scope(NamesIn(library), str(library.scope))


def scope_sentence(library: Library) -> str:
    """Return the limits of a library as a sentence; empty where it is whole."""
    words = scope_words(library)
    return f"{capitalised(words)}." if words else ""


def outside_words(library: Library, id_: str) -> str:
    """Return that a record was saved and lies outside the limits of a library; empty where the library has it."""
    is_outside = library.scope and library.find(id_) is None
    return f"It is saved, and lies outside what is shown: {scope_words(library)}." if is_outside else ""


def empty_message(library: Library, what: str) -> str:
    """Return the sentence for a list without anything, such as “The store holds no quotes.”; limits are named."""
    limits = scope_words(library)
    return f"There are no {what} here, {limits}." if limits else f"The store holds no {what}."
