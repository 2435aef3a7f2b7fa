"""The words by which a record is found."""

from summittui.library.library import Library
from summittui.model import Actor, Claim, Declaration, Quote, Record
from summittui.model.text import fold


def terms(words: str) -> tuple[str, ...]:
    """Return the folded terms of what a reader typed; all of them must occur."""
    return tuple(fold(words).split())


def holds_all(library: Library, record: Record, wanted: tuple[str, ...]) -> bool:
    """Tell whether all folded terms occur among the words of a record, in any order."""
    if not wanted:
        return True
    text = searchable(library, record)
    return all(term in text for term in wanted)


def searchable(library: Library, record: Record) -> str:
    """Return the folded words of a record, kept in the library once they were asked for."""
    text = library.folded_words.get(record.id)
    if text is None:
        text = fold(" \n".join(part for part in plain_words(library, record) if part))
        library.folded_words[record.id] = text
    return text


def plain_words(library: Library, record: Record) -> tuple[str, ...]:
    """Return what may be searched in a record: names, quoted words, our own words, and who and where."""
    match record:
        case Quote():
            names = tuple(library.name(id_) for id_ in (record.speaker, record.via, record.utterance) if id_)
            own = (record.exact or "", record.gist or "", record.role or "", record.occasion or "", record.doubt or "")
            return (*own, *names, library.name(record.source), *record.topics, record.kind, record.id)
        case Actor():
            return (record.name, *record.aliases, *(role.title for role in record.roles), record.kind, record.id)
        case Declaration():
            gists = tuple(clause.gist for clause in record.clauses)
            return (record.title, record.label, *record.aliases, record.kind, record.forum or "", *gists, record.id)
        case Claim():
            about = tuple(library.name(id_) for id_ in record.about)
            return (record.gist, library.name(record.source), record.kind, record.manner or "", *about, record.id)
    fields = ("name", "title", "label", "question", "outlet", "explanation", "note", "pole_for", "pole_against")
    sides = tuple(side.gist for side in getattr(record, "sides", ()))
    return (*(getattr(record, field, None) or "" for field in fields), *sides, record.id)
