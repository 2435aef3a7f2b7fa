"""The words of a record, which are searched and shown: its own texts and the names of those that it names."""

from collections.abc import Sequence

from summittui.library.protocol import Library
from summittui.model import Actor, Claim, Declaration, Note, Quote, Record


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
