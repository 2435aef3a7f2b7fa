"""Fields of the query language as statements that select the records of a table."""

from collections.abc import Callable, Mapping
from functools import partial

from summittui.library.answers.camps import members_of
from summittui.library.answers.perspective import perspective
from summittui.library.memory.field_tests import first_day
from summittui.library.sqlite.connections import json_of
from summittui.library.sqlite.rows_library import RowsLibrary
from summittui.library.sqlite.schema import range_of
from summittui.library.sqlite.statements import NO_ROWS, Statement, rows_of_ids, rows_with, union
from summittui.library.sqlite.terms import ELSEWHERE
from summittui.model import Camp, Event
from summittui.model.text import fold_words
from summittui.queries.language.states import HAS, IS, State

Wanted = frozenset[str]


def rows_of_field(library: RowsLibrary, table: str, field: str, wanted: Wanted) -> Statement:
    """Select the records of a table of which a field says one of some values."""
    return MEANINGS[field](library, table, wanted) if field in MEANINGS else NO_ROWS


def members(library: RowsLibrary, field: str, wanted: Wanted) -> Wanted:
    """Return the ids of those whose words and deeds count: for `actor:` also those who speak for an actor."""
    if field != "actor":
        return wanted
    return frozenset(member for id_ in wanted for member in perspective(library, id_).members)


def _of_actor(field: str, library: RowsLibrary, table: str, wanted: Wanted) -> Statement:
    own = members(library, field, wanted)
    match table:
        case "quotes" | "claims":
            return rows_with(table, "by", own)
        case "actors":
            return rows_of_ids(table, own)
        case "sources":
            return union((_sources_quoting(own), rows_with(table, "by", own)))
        case "issues":
            return _issues_with_side_of(own)
        case "camps":
            camps = (camp for camp in library.every(Camp) if not own.isdisjoint(members_of(library, camp)))
            return rows_of_ids(table, [camp.id for camp in camps])
    return NO_ROWS


def _sources_quoting(actors: Wanted) -> Statement:
    """Select the sources that have words of some actors."""
    quotes = rows_with("quotes", "by", actors)
    return Statement(f"select source from fact where source is not null and row in ({quotes.sql})", quotes.values)


def _issues_with_side_of(actors: Wanted) -> Statement:
    """Select the issues on which some actors take a side in words or deeds of their own."""
    sql = (
        "select d.row from stated s join document d on d.id = s.issue "
        "where s.holder in (select value from json_each(?)) and s.own and d.row between ? and ?"
    )
    return Statement(sql, (json_of(actors), *range_of("issues")))


def _about(_: RowsLibrary, table: str, wanted: Wanted) -> Statement:
    return rows_with(table, "about", wanted) if table in {"quotes", "claims"} else NO_ROWS


def _issue(_: RowsLibrary, table: str, wanted: Wanted) -> Statement:
    return rows_of_ids(table, wanted) if table == "issues" else NO_ROWS


def _valued(field: str, _: RowsLibrary, table: str, wanted: Wanted) -> Statement:
    return rows_with(table, field, wanted)


def _source(_: RowsLibrary, table: str, wanted: Wanted) -> Statement:
    return rows_of_ids(table, wanted) if table == "sources" else rows_with(table, "source", wanted)


def _declaration(_: RowsLibrary, table: str, wanted: Wanted) -> Statement:
    match table:
        case "quotes":
            return union((rows_with(table, "by", wanted), rows_with(table, "about", wanted)))
        case "claims":
            return rows_with(table, "about", wanted)
        case "declarations":
            return rows_of_ids(table, wanted)
    return NO_ROWS


def _after(_: RowsLibrary, table: str, wanted: Wanted) -> Statement:
    sql = "select row from fact where last >= ? and row between ? and ?"
    return Statement(sql, (min(map(first_day, wanted)), *range_of(table)))


def _before(_: RowsLibrary, table: str, wanted: Wanted) -> Statement:
    sql = "select row from fact where first < ? and row between ? and ?"
    return Statement(sql, (max(map(first_day, wanted)), *range_of(table)))


def _event(library: RowsLibrary, table: str, wanted: Wanted) -> Statement:
    events = [each for each in library.every(Event) if each.id in wanted or each.part_of in wanted]
    told = rows_with("declarations", "event", wanted | {each.id for each in events})
    texts = [each.id for each in library.rows.selected(told)]
    sources = [mention.source for each in events for mention in each.mentions]
    called = [fold_words(name) for each in events for name in (each.name, *each.aliases)]
    match table:
        case "events":
            return rows_of_ids(table, wanted | {each.id for each in events})
        case "declarations":
            return rows_of_ids(table, texts)
        case "sources":
            return rows_of_ids(table, sources)
        case "claims":
            return union((rows_with(table, "source", sources), rows_with(table, "about", texts)))
        case "quotes":
            fields: dict[str, list[str]] = {"source": [*sources], "about": texts, "by": texts, "occasion": called}
            return union(rows_with(table, field, values) for field, values in fields.items())
    return NO_ROWS


def _state(field: str, states: Mapping[str, State], _: RowsLibrary, table: str, wanted: Wanted) -> Statement:
    words = [word for word in wanted if table in states[word].tables]
    own = [word for word in words if word not in ELSEWHERE]
    return union((rows_with(table, field, own), *(_ELSEWHERE[word](table) for word in words if word in ELSEWHERE)))


def _noted(word: str, table: str) -> Statement:
    """Select the records on which a note says something."""
    sql = (
        "select d.row from key k join posting p using(key) join document d on d.id = k.value "
        "where k.field = ? and d.row between ? and ?"
    )
    return Statement(sql, (word, *range_of(table)))


def _with_text(table: str) -> Statement:
    if table == "sources":
        sql = "select row from document where row between ? and ? and id in (select source from attached)"
        return Statement(sql, range_of(table))
    sql = (
        "select p.row from attached a join key k on k.value = a.source and k.field = 'source' "
        "join posting p using(key) where p.row between ? and ?"
    )
    return Statement(sql, range_of(table))


def _with_variants(table: str) -> Statement:
    sql = (
        "select row from posting where row between ? and ? and key in (select key from key join posting using(key) "
        "where field = 'utterance' group by key having count(*) > 1)"
    )
    return Statement(sql, range_of(table))


_ELSEWHERE: Mapping[str, Callable[[str], Statement]] = {
    "memo": partial(_noted, "memo"),
    "starred": partial(_noted, "starred"),
    "text": _with_text,
    "variants": _with_variants,
}
"""The selection of records by what other records or texts say of them, by the word for it."""

MEANINGS: Mapping[str, Callable[[RowsLibrary, str, Wanted], Statement]] = {
    "actor": partial(_of_actor, "actor"),
    "by": partial(_of_actor, "by"),
    "about": _about,
    "issue": _issue,
    "kind": partial(_valued, "kind"),
    "source": _source,
    "via": partial(_valued, "via"),
    "declaration": _declaration,
    "proof": partial(_valued, "proof"),
    "after": _after,
    "before": _before,
    "event": _event,
    "collection": partial(_valued, "collection"),
    "has": partial(_state, "has", HAS),
    "is": partial(_state, "is", IS),
}
"""The selection of records by each field that looks at a record itself."""
