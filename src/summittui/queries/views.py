"""The queries that a view can ask, by the first word of their lines."""

from collections.abc import Mapping
from types import MappingProxyType

from summittui.queries.browse import BrowseQuery
from summittui.queries.comparison import AccountsQuery, ComparisonQuery, DeclarationsQuery
from summittui.queries.documents import DocumentsQuery, ReaderQuery
from summittui.queries.ledger import LedgerQuery
from summittui.queries.matrix import EvidenceQuery, MatrixQuery
from summittui.queries.pairs import PairsQuery
from summittui.queries.review import ReviewQuery
from summittui.queries.search import SearchQuery
from summittui.queries.timeline import TimelineQuery
from summittui.queries.variants import VariantsQuery
from summittui.queries.verification import VerificationQuery
from summittui.queries.view_query import ViewQuery

_QUERIES: tuple[type[ViewQuery], ...] = (
    BrowseQuery,
    ComparisonQuery,
    DeclarationsQuery,
    AccountsQuery,
    VariantsQuery,
    MatrixQuery,
    LedgerQuery,
    PairsQuery,
    EvidenceQuery,
    TimelineQuery,
    DocumentsQuery,
    ReaderQuery,
    SearchQuery,
    ReviewQuery,
    VerificationQuery,
)
VIEWS: Mapping[str, type[ViewQuery]] = MappingProxyType({each.view: each for each in _QUERIES})
"""The kinds of queries that a line can open, each by its first word."""
