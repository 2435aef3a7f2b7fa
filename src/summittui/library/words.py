"""The words by which a record is found."""

from summittui.library.kept import Column, Groups
from summittui.library.library import Library
from summittui.library.step import Step
from summittui.model import TABLE_OF, TABLES, Actor, Claim, Declaration, Note, Quote, Record
from summittui.model.text import fold

_UNIFIED = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "‐": "-", "‑": "-"})
_BETWEEN = " \0 "
"""Stands between the words of two fields, so that no phrase reaches from one into the other."""


def plain(text: str) -> str:
    """Return `text` as it is searched: folded, typographic marks as typed ones, white space run together."""
    return " ".join(_folded(text).split())


def _folded(text: str) -> str:
    return fold(text) if text.isascii() else fold(text.translate(_UNIFIED))


def folded_points(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return `plain(text)`, and for each of its code points the range of `text` that it comes from.

    Ranges are half-open; a mark that folding drops belongs to the sign before it.
    """
    folded: list[str] = []
    points: list[tuple[int, int]] = []
    for at, sign in enumerate(text):
        became = _folded(sign)
        if not became and points and folded[-1] != " ":
            points[-1] = (points[-1][0], at + 1)
        for each in became:
            if not each.isspace() or (folded and folded[-1] != " "):
                folded.append(" " if each.isspace() else each)
                points.append((at, at + 1))
    if folded and folded[-1] == " ":
        del folded[-1], points[-1]
    return "".join(folded), tuple(points)


def warm(library: Library, *tables: str) -> None:
    """Fold the texts of some tables, of all where none is named, so that the first question is as fast as the next."""
    for table in tables or TABLES:
        folded_texts(library, table)


def folded_texts(library: Library, table: str) -> tuple[str, ...]:
    """Return the searchable text of each record of a table, in the table's order; made once for a library."""
    return library.once(_FOLDED_TEXTS, table)


def searchable(library: Library, record: Record) -> str:
    """Return the folded words of a record."""
    return plain(_BETWEEN.join(part for part in plain_words(library, record) if part))


def _named(record: Record) -> tuple[str | None, ...]:
    """Return the ids of those whose names are among the words of a record."""
    match record:
        case Quote():
            return (record.speaker, record.via, record.utterance, record.source)
        case Claim():
            return (record.source, *record.about)
        case Note():
            return (record.about,)
    return ()


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
        case Note():
            return (record.memo or "", library.name(record.about), record.id)
    fields = ("name", "title", "label", "question", "outlet", "explanation", "note", "pole_for", "pole_against")
    sides = tuple(side.gist for side in getattr(record, "sides", ()))
    return (*(getattr(record, field, None) or "" for field in fields), *sides, record.id)


def _by_name(record: Record) -> list[tuple[str, Record]]:
    return [(id_, record) for id_ in dict.fromkeys(_named(record)) if id_]


_NAMING: Groups[Record] = Groups(("quotes", "claims", "notes"), _by_name, lambda record: record)
"""The records that have the name of each record among their words."""


def _naming(step: Step, table: str) -> list[str]:
    """Return the ids of the records of a table in whose words a record stands that is called otherwise now."""
    naming = step.after.once(_NAMING) if step.renamed else {}
    found = (record for id_ in step.renamed for record in naming.get(id_, ()))
    return [record.id for record in found if TABLE_OF[type(record)] == table]


_FOLDED_TEXTS = Column(searchable, _naming)
