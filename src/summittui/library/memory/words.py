"""The words by which a record is found."""

from collections.abc import Sequence

from summittui.library.memory.delta import Delta
from summittui.library.memory.derived import GroupIndex, RecordColumn
from summittui.library.memory.library import Library
from summittui.model import SEARCHED_TABLES, TABLE_OF, Actor, Claim, Declaration, Note, Quote, Record
from summittui.model.text import fold_words

_BETWEEN = " \0 "
"""Stands between the words of two fields, so that no phrase reaches from one into the other."""


def warm(library: Library, *tables: str) -> None:
    """Fold the texts of some tables, of all where none is named, so that the first question is as fast as the next."""
    for table in tables or SEARCHED_TABLES:
        folded_texts(library, table)


def folded_texts(library: Library, table: str) -> tuple[str, ...]:
    """Return the searchable text of each record of a table, in the table's order; made once for a library."""
    return library.derived(_FOLDED_TEXTS, table)


def searchable(library: Library, record: Record) -> str:
    """Return the folded words of a record."""
    return fold_words(_BETWEEN.join(part for part in plain_words(library, record) if part))


def _named(record: Record) -> tuple[str | None, ...]:
    """Return the ids of those whose names are among the words of a record."""
    match record:
        case Quote():
            return (*record.speakers, record.via, record.utterance, record.source)
        case Claim():
            return (record.source, *record.about)
        case Note():
            return (record.about,)
    return ()


def plain_words(library: Library, record: Record) -> tuple[str, ...]:
    """Return what may be searched in a record: names, quoted words, our own words, and who and where."""
    return tuple([text for _, text in worded_fields(library, record)])


def worded_fields(library: Library, record: Record) -> tuple[tuple[str, str], ...]:
    """Return what may be searched in a record, each text with its field, such as `aliases[0]`.

    Of a field that names another record the text is what that record is called.
    """
    match record:
        case Quote():
            texts = (
                ("exact", record.exact or ""),
                ("gist", record.gist or ""),
                ("role", record.role or ""),
                ("occasion", record.occasion or ""),
                ("doubt", record.doubt or ""),
            )
            named = (("speaker", record.speaker), ("via", record.via), ("utterance", record.utterance))
            names = [(field, library.name(id_)) for field, id_ in named if id_]
            names += _many("joint_speakers", [library.name(id_) for id_ in record.joint_speakers])
            where = ("source", library.name(record.source))
            return (*texts, *names, where, *_many("topics", record.topics), ("kind", record.kind), ("id", record.id))
        case Actor():
            roles = ((f"roles[{at}].title", role.title) for at, role in enumerate(record.roles))
            return (("name", record.name), *_many("aliases", record.aliases), *roles, *_texts(record, "kind", "id"))
        case Declaration():
            own = (*_texts(record, "title", "label"), *_many("aliases", record.aliases))
            gists = ((f"clauses[{at}].gist", clause.gist) for at, clause in enumerate(record.clauses))
            return (*own, *_texts(record, "kind", "forum"), *gists, ("id", record.id))
        case Claim():
            own = (("gist", record.gist), ("source", library.name(record.source)), *_texts(record, "kind", "manner"))
            return (*own, *_many("about", [library.name(id_) for id_ in record.about]), ("id", record.id))
        case Note():
            return (("memo", record.memo or ""), ("about", library.name(record.about)), ("id", record.id))
    sides = ((f"sides[{at}].gist", side.gist) for at, side in enumerate(getattr(record, "sides", ())))
    there = [field for field in _OTHERS if field in record.__struct_fields__]
    return (*_texts(record, *there), *sides, ("id", record.id))


_OTHERS = ("name", "title", "label", "question", "outlet", "explanation", "note", "pole_for", "pole_against")
"""The fields of words of the other tables; each has some of them."""


def _texts(record: Record, *fields: str) -> list[tuple[str, str]]:
    return [(field, getattr(record, field) or "") for field in fields]


def _many(field: str, texts: Sequence[str]) -> list[tuple[str, str]]:
    return [(f"{field}[{at}]", text) for at, text in enumerate(texts)] if texts else []


def _by_name(record: Record) -> list[tuple[str, Record]]:
    return [(id_, record) for id_ in dict.fromkeys(_named(record)) if id_]


_NAMING: GroupIndex[Record] = GroupIndex(("quotes", "claims", "notes"), _by_name, lambda record: record)
"""The records that have the name of each record among their words."""


def _naming(delta: Delta, table: str) -> list[str]:
    """Return the ids of the records of a table in whose words a record stands that is called otherwise now."""
    naming = delta.after.derived(_NAMING) if delta.renamed else {}
    found = (record for id_ in delta.renamed for record in naming.get(id_, ()))
    return [record.id for record in found if TABLE_OF[type(record)] == table]


_FOLDED_TEXTS = RecordColumn(searchable, _naming)
