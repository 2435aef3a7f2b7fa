"""Fields of the query language as statements that select the records of a table."""

from collections.abc import Callable, Mapping
from functools import partial

from summittui.library.answers.camps import members_of
from summittui.library.answers.perspective import perspective
from summittui.library.memory.field_tests import first_day
from summittui.library.sqlite.connections import json_of
from summittui.library.sqlite.rows_library import RowsLibrary
from summittui.library.sqlite.schema import RowRange, every_row
from summittui.library.sqlite.statements import NO_ROWS, Statement, rows_of_ids, rows_with, union
from summittui.library.sqlite.terms import ELSEWHERE
from summittui.model import Camp, Event
from summittui.model.text import fold_words
from summittui.queries.language.states import HAS, IS, State

Wanted = frozenset[str]


def rows_of_field(library: RowsLibrary, among: RowRange, field: str, wanted: Wanted) -> Statement:
    """Select the records of a range of which a field says one of some values."""
    return MEANINGS[field](library, among, wanted) if field in MEANINGS else NO_ROWS


def members(library: RowsLibrary, field: str, wanted: Wanted) -> Wanted:
    """Return the ids of those whose words and deeds count: for `actor:` also those who speak for an actor."""
    if field != "actor":
        return wanted
    return frozenset(member for id_ in wanted for member in perspective(library, id_).members)


def _of_actor(field: str, library: RowsLibrary, among: RowRange, wanted: Wanted) -> Statement:
    own = members(library, field, wanted)
    match among.table:
        case "quotes" | "claims":
            return rows_with(among, "by", own)
        case "actors":
            return rows_of_ids(among, own)
        case "sources":
            return union((_sources_quoting(among, own), rows_with(among, "by", own)))
        case "issues":
            return _issues_with_side_of(among, own)
        case "camps":
            camps = (camp for camp in library.every(Camp) if not own.isdisjoint(members_of(library, camp)))
            return rows_of_ids(among, [camp.id for camp in camps])
    return NO_ROWS


def _sources_quoting(among: RowRange, actors: Wanted) -> Statement:
    """Select the sources that have words of some actors."""
    quotes = rows_with(every_row("quotes"), "by", actors)
    sql = f"select distinct source as row from fact where row in ({quotes.sql}) and source between ? and ?"
    return Statement(sql, (*quotes.values, *among.ends))


def _issues_with_side_of(among: RowRange, actors: Wanted) -> Statement:
    """Select the issues on which some actors take a side in words or deeds of their own."""
    sql = (
        "select distinct d.row from stated s join document d on d.id = s.issue "
        "where s.holder in (select value from json_each(?)) and s.own and d.row between ? and ?"
    )
    return Statement(sql, (json_of(actors), *among.ends))


def _about(_: RowsLibrary, among: RowRange, wanted: Wanted) -> Statement:
    return rows_with(among, "about", wanted) if among.table in {"quotes", "claims"} else NO_ROWS


def _issue(_: RowsLibrary, among: RowRange, wanted: Wanted) -> Statement:
    return rows_of_ids(among, wanted) if among.table == "issues" else NO_ROWS


def _valued(field: str, _: RowsLibrary, among: RowRange, wanted: Wanted) -> Statement:
    return rows_with(among, field, wanted)


def _source(_: RowsLibrary, among: RowRange, wanted: Wanted) -> Statement:
    return rows_of_ids(among, wanted) if among.table == "sources" else rows_with(among, "source", wanted)


def _declaration(_: RowsLibrary, among: RowRange, wanted: Wanted) -> Statement:
    match among.table:
        case "quotes":
            return union((rows_with(among, "by", wanted), rows_with(among, "about", wanted)))
        case "claims":
            return rows_with(among, "about", wanted)
        case "declarations":
            return rows_of_ids(among, wanted)
    return NO_ROWS


def _after(_: RowsLibrary, among: RowRange, wanted: Wanted) -> Statement:
    return _dated(among, "last >= ?", min(map(first_day, wanted)))


def _before(_: RowsLibrary, among: RowRange, wanted: Wanted) -> Statement:
    return _dated(among, "first < ?", max(map(first_day, wanted)))


def _dated(among: RowRange, test: str, day: str) -> Statement:
    """Select the records of a range with a date that passes a test; those without a date do not."""
    test = f"({test}) is true"
    sql = f"select row from fact where {test} and row between ? and ?"
    return Statement(sql, (day, *among.ends), test, (day,), is_slow=True)


def _event(library: RowsLibrary, among: RowRange, wanted: Wanted) -> Statement:
    events = [each for each in library.every(Event) if each.id in wanted or each.part_of in wanted]
    told = rows_with(every_row("declarations"), "event", wanted | {each.id for each in events})
    texts = [each.id for each in library.rows.selected(told)]
    sources = [mention.source for each in events for mention in each.mentions]
    called = [fold_words(name) for each in events for name in (each.name, *each.aliases)]
    match among.table:
        case "events":
            return rows_of_ids(among, wanted | {each.id for each in events})
        case "declarations":
            return rows_of_ids(among, texts)
        case "sources":
            return rows_of_ids(among, sources)
        case "claims":
            return union((rows_with(among, "source", sources), rows_with(among, "about", texts)))
        case "quotes":
            fields: dict[str, list[str]] = {"source": [*sources], "about": texts, "by": texts, "occasion": called}
            return union(rows_with(among, field, values) for field, values in fields.items())
    return NO_ROWS


def _state(field: str, states: Mapping[str, State], _: RowsLibrary, among: RowRange, wanted: Wanted) -> Statement:
    words = [word for word in wanted if among.table in states[word].tables]
    own = [word for word in words if word not in ELSEWHERE]
    return union((rows_with(among, field, own), *(_ELSEWHERE[word](among) for word in words if word in ELSEWHERE)))


def _noted(word: str, among: RowRange) -> Statement:
    """Select the records on which a note says something."""
    sql = (
        "select distinct d.row from key k join posting p using(key) join document d on d.id = k.value "
        "where k.field = ? and d.row between ? and ?"
    )
    return Statement(sql, (word, *among.ends))


def _with_text(among: RowRange) -> Statement:
    if among.table == "sources":
        sql = "select row from document where row between ? and ? and id in (select source from attached)"
        return Statement(sql, among.ends)
    sql = (
        "select distinct p.row from attached a join key k on k.value = a.source and k.field = 'source' "
        "join posting p using(key) where p.row between ? and ?"
    )
    return Statement(sql, among.ends)


def _with_variants(among: RowRange) -> Statement:
    sql = (
        "select distinct p.row from (select key from key indexed by key_of join posting using(key) "
        "where field = 'utterance' group by key having count(*) > 1) several "
        "cross join posting p on p.key = several.key where p.row between ? and ?"
    )
    return Statement(sql, among.ends)


_ELSEWHERE: Mapping[str, Callable[[RowRange], Statement]] = {
    "memo": partial(_noted, "memo"),
    "starred": partial(_noted, "starred"),
    "text": _with_text,
    "variants": _with_variants,
}
"""The selection of records by what other records or texts say of them, by the word for it."""

MEANINGS: Mapping[str, Callable[[RowsLibrary, RowRange, Wanted], Statement]] = {
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
