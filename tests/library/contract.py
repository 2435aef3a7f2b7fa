"""What any library must answer, as questions to be asked of two: the answers must be equal."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from summittui.library import Library
from summittui.library.answers.accounts import accounts
from summittui.library.answers.annotations_at import doubts_at, tallies_at
from summittui.library.answers.camps import members_of
from summittui.library.answers.check import check
from summittui.library.answers.clauses import compare_declarations
from summittui.library.answers.comparison import compare
from summittui.library.answers.ledger import ledger
from summittui.library.answers.matrix import matrix
from summittui.library.answers.naming import NamesIn
from summittui.library.answers.pairs import pairs
from summittui.library.answers.perspective import perspective
from summittui.library.answers.poles import unspoken_poles
from summittui.library.answers.positions import positions
from summittui.library.answers.search import search
from summittui.library.answers.timeline import timeline
from summittui.library.answers.variants import variants
from summittui.library.answers.verification.verifying import verify
from summittui.model import TABLES, Actor, Camp, Declaration, Source, SourceId
from summittui.queries.comparison import AccountsQuery, Alignment, ComparisonQuery, DeclarationsQuery
from summittui.queries.language import Field, Query, QueryError
from summittui.queries.language.fields import FIELDS
from summittui.queries.language.parsing import parse_query
from summittui.queries.listing import ListQuery
from summittui.queries.matrix import MatrixQuery, Rows
from summittui.queries.orders import ORDERS, Order
from summittui.queries.timeline import TimelineQuery
from summittui.queries.variants import VariantsQuery
from summittui.queries.verification import VerificationQuery

QUERIES = ("", "gold", "vance", "by:vance", "actor:china gold", "issue:tight-regulation stance:against", "-kind:direct")
LEADS = ("china", "jd-vance", "paris-statement", "khan-pathway")
UNKNOWN = ("nobody", "Chyna", "jd-vanc")
WORDS = ("", "van", "united", "JD Vance", "the")


def ids(records: Iterable[Any]) -> list[str]:
    return [record.id for record in records]


def _lists(library: Library) -> Any:
    asked = [ListQuery(table=table, query=parse_query(text)) for table in ORDERS for text in QUERIES]
    asked += [ListQuery(table=table, lead=lead) for table in ORDERS for lead in LEADS]
    asked += [
        ListQuery(table=table, order=Order(field, is_reversed))
        for table, fields in ORDERS.items()
        for field in fields
        for is_reversed in (False, True)
    ]
    asked.append(ListQuery(table="quotes", among=frozenset({"khan-pathway", "china"})))
    asked += [ListQuery(table=table, query=parse_query("gold"), scope="event:paris after:2025") for table in ORDERS]
    return [_list(library, query) for query in asked]


def _list(library: Library, query: ListQuery) -> Any:
    found = library.select(query)
    at = [found.find(id_) for id_ in (*ids(found), "nobody")]
    return ids(found), at, found.count_words(), query.conditions(NamesIn(library)), ids(found[1:4])


def _facets(library: Library) -> Any:
    gold = parse_query("gold")
    return [
        library.facets(ListQuery(table=table, query=gold, scope=scope))
        for table in ("quotes", "actors")
        for scope in ("", "after:2025")
    ]


def _records(library: Library) -> Any:
    return [
        (
            record,
            library.find(record.id) is not None,
            library.name(record.id),
            library.resolve(record.id),
            ids(library.referrers(record.id)),
            library.note_on(record.id),
            library.holds(ListQuery(table=table, query=parse_query("gold")), record.id),
        )
        for table, type_ in TABLES.items()
        for record in library.every(type_)
    ]


def _belongings(library: Library) -> Any:
    return [
        (
            ids(library.quotes_by(actor.id)),
            ids(library.quotes_about(actor.id)),
            ids(library.claims_about(actor.id)),
            library.deeds_of(actor.id),
            library.speakers_for(actor.id),
            list(library.evidence_of(actor.id)),
        )
        for actor in (*library.every(Actor), *library.every(Declaration))
    ]


def _sources(library: Library) -> Any:
    return [
        (
            ids(library.quotes_in(source.id)),
            ids(library.claims_in(source.id)),
            ids(library.proposals_in(source.id)),
            library.text(source.id),
            library.has_text(source.id),
            tallies_at(library, source.id, source.outline),
            doubts_at(library, source.id, [quote.spans[0] for quote in library.quotes_in(source.id) if quote.spans]),
        )
        for source in library.every(Source)
    ]


def _names(library: Library) -> Any:
    tables = ("actors", "declarations")
    return (
        [tuple(library.named_like(typed, tables)) for typed in WORDS],
        [ids(library.bearers(name)) for name in WORDS],
        library.utterances(""),
        [library.meanings(Field("by", name)) for name in WORDS if name],
        [library.resolve(name, tables) for name in ("JD Vance", "us", "China")],
        [library.unknown(name, tables) for name in UNKNOWN],
        [list(library.values_like(field, typed)) for field in FIELDS for typed in ("", "uni", "s")],
        [_refusal(library, field, name) for field in FIELDS for name in UNKNOWN],
    )


def _refusal(library: Library, field: str, value: str) -> str:
    try:
        library.check_query(Query((Field(field, value),)))
    except QueryError as error:
        return str(error)
    return ""


def _stances(library: Library) -> Any:
    issues = ids(library.issues())
    held = [(library.holders(issue), library.stances_on(issue), unspoken_poles(library, issue)) for issue in issues]
    camps = [members_of(library, camp) for camp in library.every(Camp)]
    positioned = [dict(positions(library, perspective(library, actor.id))) for actor in library.every(Actor)]
    return held, library.holders(), camps, positioned


def _comparisons(library: Library) -> Any:
    four = ("united-states", "china", "united-kingdom", "european-union")
    aligned = [compare(library, ComparisonQuery(sides=tuple(four), by=by)) for by in (Alignment.DATE, Alignment.SOURCE)]
    return (
        compare(library, ComparisonQuery(sides=tuple(four))),
        aligned,
        compare_declarations(library, DeclarationsQuery(sides=tuple(ids(library.every(Declaration))[:2]))),
    )


def _summaries(library: Library) -> Any:
    return (
        matrix(library),
        matrix(library, MatrixQuery(folded=True, rows=Rows.BOTH, voices=True)),
        pairs(library),
        timeline(library),
        timeline(library, TimelineQuery(whose="china")),
        ledger(library).rows,
    )


def _matters(library: Library) -> Any:
    left, right = ids(library.every(Source))[:2]
    told = [variants(library, VariantsQuery(quote=utterance)) for utterance in library.utterances("")]
    return (
        accounts(library, AccountsQuery(sources=(left, right))),
        told,
        verify(library, VerificationQuery(source=left)),
    )


def _searches(library: Library) -> Any:
    found = (search(library, parse_query(text)) for text in QUERIES)
    return [[(group.table, group.total, tuple(group.hits)) for group in groups] for groups in found]


def _checked(library: Library) -> Any:
    return check(library, lambda source: library.text(SourceId(source)))


QUESTIONS: Mapping[str, Callable[[Library], Any]] = {
    "lists": _lists,
    "facets": _facets,
    "records": _records,
    "belongings": _belongings,
    "sources": _sources,
    "names": _names,
    "stances": _stances,
    "comparisons": _comparisons,
    "summaries": _summaries,
    "matters": _matters,
    "searches": _searches,
    "checked": _checked,
}
"""Every question by its name."""
