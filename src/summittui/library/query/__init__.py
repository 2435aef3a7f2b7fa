"""The query language: words, phrases, fields, their opposites, alternatives and groups."""

from summittui.library.query.asking import asked_tables, refuse_silent_fields, says_nothing_about
from summittui.library.query.describing import describe_query
from summittui.library.query.errors import QueryError
from summittui.library.query.facets import FACETS, asks_for, chosen, facet_query, toggled
from summittui.library.query.fields import FIELDS, FieldInfo
from summittui.library.query.highlighting import asked_words, matched_ranges
from summittui.library.query.matching import left_to_ask, narrows, places
from summittui.library.query.parsing import parse_query
from summittui.library.query.parts import AllOf, AnyOf, Field, Not, Part, Query, Words, words_query
from summittui.library.query.values import check_query, meant, read_query
from summittui.library.words import warm

__all__ = [
    "FACETS",
    "FIELDS",
    "AllOf",
    "AnyOf",
    "Field",
    "FieldInfo",
    "Not",
    "Part",
    "Query",
    "QueryError",
    "Words",
    "asked_tables",
    "asked_words",
    "asks_for",
    "check_query",
    "chosen",
    "describe_query",
    "facet_query",
    "left_to_ask",
    "matched_ranges",
    "meant",
    "narrows",
    "parse_query",
    "places",
    "read_query",
    "refuse_silent_fields",
    "says_nothing_about",
    "toggled",
    "warm",
    "words_query",
]
