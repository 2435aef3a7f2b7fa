"""From what a person types to the record that is meant."""

from difflib import get_close_matches
from typing import TYPE_CHECKING

from summittui.model import TABLE_OF, Record, UnknownId
from summittui.model.text import fold_words, safe

if TYPE_CHECKING:
    from summittui.library.library import Library

NEAR = 3
"""How many near names a refusal offers."""


def resolve(library: "Library", words: str, tables: tuple[str, ...]) -> str:
    """Return the id that `words` mean in `tables` (all tables where empty); see `Library.resolve`."""
    record = library.find(words)
    if record is not None and (not tables or TABLE_OF[type(record)] in tables):
        return record.id
    wanted = fold_words(words)
    found = [record.id for record in _candidates(library, tables) if wanted in map(fold_words, names(record))]
    if len(found) == 1:
        return found[0]
    if found:
        raise UnknownId(f"{safe(words)!r} can mean {' or '.join(sorted(found))}; give one of these ids")
    raise UnknownId(unknown(library, words, tables))


def names(record: Record) -> tuple[str, ...]:
    """Return everything that a record may be called: its id, name or title, label and aliases."""
    own = [record.id] + [getattr(record, field, None) for field in ("name", "title", "label", "outlet")]
    return tuple(name for name in (*own, *getattr(record, "aliases", ())) if name)


def unknown(library: "Library", words: str, tables: tuple[str, ...]) -> str:
    """Return the sentence that refuses `words`, with the nearest ids."""
    by_name = {fold_words(name): record.id for record in _candidates(library, tables) for name in names(record)}
    wanted = fold_words(words)
    by_word = {word: id_ for name, id_ in reversed(by_name.items()) for word in name.replace("-", " ").split()}
    close = get_close_matches(wanted, by_name, n=NEAR, cutoff=0.5)
    part = [name for name in by_name if wanted and wanted in name]
    alike = get_close_matches(wanted, by_word, n=NEAR, cutoff=0.75)
    found = (*(by_name[name] for name in (*close, *part)), *(by_word[word] for word in alike))
    near = list(dict.fromkeys(found))[:NEAR]
    kind = " or ".join(tables) if tables else "records"
    hint = f"did you mean {' or '.join(near)}?" if near else "see the ids with `summittui list`"
    return f"nothing among the {kind} is called {safe(words)!r}; {hint}"


def _candidates(library: "Library", tables: tuple[str, ...]) -> list[Record]:
    return [record for record in library.records if not tables or TABLE_OF[type(record)] in tables]
