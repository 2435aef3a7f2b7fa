"""The query language: words, phrases, fields, their opposites, alternatives and groups.

Here is what a query is; what is done with one is imported from the module that does it.
"""

from summittui.queries.language.errors import QueryError
from summittui.queries.language.parts import AllOf, AnyOf, Field, Not, Part, Query, Words

__all__ = ["AllOf", "AnyOf", "Field", "Not", "Part", "Query", "QueryError", "Words"]
