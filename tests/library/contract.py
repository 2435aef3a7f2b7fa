"""What any library must answer, as questions to be asked of two: the answers must be equal."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

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
from summittui.model.cancelling import never_cancelled
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


class Asked(NamedTuple):
    """What is asked of one library."""

    queries: tuple[str, ...]
    leads: tuple[str, ...]
    unknown: tuple[str, ...]
    """Names that mean nothing, or come near to some."""
    words: tuple[str, ...]
    """What is typed where a name is entered."""
    sides: tuple[str, ...]
    """The ids of those who are compared."""
    scope: str = "after:2025"


SHIPPED = Asked(
    queries=(
        "",
        "gold",
        "vance",
        "by:vance",
        "actor:china gold",
        "issue:tight-regulation stance:against",
        "-kind:direct",
    ),
    leads=("china", "jd-vance", "paris-statement", "khan-pathway"),
    unknown=("nobody", "Chyna", "jd-vanc"),
    words=("", "van", "united", "JD Vance", "the"),
    sides=("united-states", "china", "united-kingdom", "european-union"),
    scope="event:paris after:2025",
)
"""What is asked of the shipped collection."""


_LISTED = (*ORDERS, "sources", "issues", "claims", "notes")
"""The tables of which lists are asked for."""


def ids(records: Iterable[Any]) -> list[str]:
    return [record.id for record in records]


def _lists(library: Library, asked: Asked) -> Any:
    wanted = [ListQuery(table=table, query=parse_query(text)) for table in _LISTED for text in asked.queries]
    wanted += [ListQuery(table=table, lead=lead) for table in ORDERS for lead in asked.leads]
    wanted += [
        ListQuery(table=table, order=Order(field, is_reversed))
        for table, fields in ORDERS.items()
        for field in fields
        for is_reversed in (False, True)
    ]
    wanted.append(ListQuery(table="quotes", among=frozenset(asked.leads)))
    some = parse_query(asked.queries[1])
    wanted += [ListQuery(table=table, query=some, scope=asked.scope) for table in (*ORDERS, "proposals")]
    return [_list(library, query) for query in wanted]


def _list(library: Library, query: ListQuery) -> Any:
    found = library.select(query)
    *parts, whole = library.select_stepwise(query, never_cancelled)
    assert whole.is_whole
    assert ids(whole) == ids(found)
    for part in parts:
        assert not part.is_whole
        assert ids(part) == ids(found)[: len(part)]
    at = [found.find(id_) for id_ in (*ids(found), "nobody")]
    return ids(found), at, found.count_words(), query.conditions(NamesIn(library)), ids(found[1:4])


def _facets(library: Library, asked: Asked) -> Any:
    return [
        library.facets(ListQuery(table=table, query=parse_query(asked.queries[1]), scope=scope), first)
        for table in ("quotes", "actors")
        for scope in ("", "after:2025")
        for first in (None, 3)
    ]


def _records(library: Library, asked: Asked) -> Any:
    return [
        (
            record,
            library.find(record.id) is not None,
            library.name(record.id),
            library.resolve(record.id),
            ids(library.referrers(record.id)),
            library.note_on(record.id),
            library.holds(ListQuery(table=table, query=parse_query(asked.queries[1])), record.id),
        )
        for table, type_ in TABLES.items()
        for record in library.every(type_)
    ]


def _belongings(library: Library, _: Asked) -> Any:
    return [
        (
            ids(library.quotes_by(actor.id)),
            library.count_quotes_by(actor.id),
            ids(library.quotes_about(actor.id)),
            ids(library.claims_about(actor.id)),
            library.deeds_of(actor.id),
            library.speakers_for(actor.id),
            list(library.evidence_of(actor.id)),
        )
        for actor in (*library.every(Actor), *library.every(Declaration))
    ]


def _sources(library: Library, _: Asked) -> Any:
    return [
        (
            ids(library.quotes_in(source.id)),
            library.count_quotes_in(source.id),
            ids(library.claims_in(source.id)),
            ids(library.proposals_in(source.id)),
            library.text(source.id),
            library.has_text(source.id),
            tallies_at(library, source.id, source.outline),
            doubts_at(library, source.id, [quote.spans[0] for quote in library.quotes_in(source.id) if quote.spans]),
        )
        for source in library.every(Source)
    ]


def _names(library: Library, asked: Asked) -> Any:
    tables = ("actors", "declarations")
    return (
        [tuple(library.named_like(typed, tables, most)) for typed in asked.words for most in (None, 3)],
        library.years(),
        [ids(library.bearers(name)) for name in asked.words],
        library.utterances(""),
        [library.meanings(Field("by", name)) for name in asked.words if name],
        [library.resolve(name, tables) for name in (*asked.sides, library.name(asked.sides[0]))],
        [library.unknown(name, tables) for name in asked.unknown],
        [
            list(library.values_like(field, typed))
            for field in FIELDS
            for typed in ("", "uni", "s", "united-st", "of the")
        ],
        [_refusal(library, field, name) for field in FIELDS for name in asked.unknown],
    )


def _refusal(library: Library, field: str, value: str) -> str:
    try:
        library.check_query(Query((Field(field, value),)))
    except QueryError as error:
        return str(error)
    return ""


def _stances(library: Library, _: Asked) -> Any:
    issues = ids(library.issues())
    held = [(library.holders(issue), library.stances_on(issue), unspoken_poles(library, issue)) for issue in issues]
    camps = [members_of(library, camp) for camp in library.every(Camp)]
    positioned = [dict(positions(library, perspective(library, actor.id))) for actor in library.every(Actor)]
    return held, library.holders(), camps, positioned


def _comparisons(library: Library, asked: Asked) -> Any:
    by_others = (Alignment.DATE, Alignment.SOURCE)
    aligned = [compare(library, ComparisonQuery(sides=asked.sides, by=by)) for by in by_others]
    return (
        compare(library, ComparisonQuery(sides=asked.sides)),
        aligned,
        compare_declarations(library, DeclarationsQuery(sides=tuple(ids(library.every(Declaration))[:2]))),
    )


def _summaries(library: Library, asked: Asked) -> Any:
    return (
        matrix(library),
        matrix(library, MatrixQuery(folded=True, rows=Rows.BOTH, voices=True)),
        pairs(library),
        timeline(library),
        timeline(library, TimelineQuery(whose=asked.sides[1])),
        ledger(library).rows,
    )


def _matters(library: Library, _: Asked) -> Any:
    left, right = ids(library.every(Source))[:2]
    told = [variants(library, VariantsQuery(quote=utterance)) for utterance in library.utterances("")]
    return (
        accounts(library, AccountsQuery(sources=(left, right))),
        told,
        verify(library, VerificationQuery(source=left)),
    )


def _searches(library: Library, asked: Asked) -> Any:
    found = (search(library, parse_query(text)) for text in asked.queries)
    return [[(group.table, group.total, tuple(group.hits)) for group in groups] for groups in found]


def _checked(library: Library, _: Asked) -> Any:
    return check(library, lambda source: library.text(SourceId(source)))


QUESTIONS: Mapping[str, Callable[[Library, Asked], Any]] = {
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
