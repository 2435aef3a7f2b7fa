"""The queries of the matrix, perspectives over issues, and of the evidence in one cell."""

from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, ClassVar

from summittui.queries.perspectives import PERSPECTIVES, EvidenceField, EvidenceFilter, IssuesField, VoicesField
from summittui.queries.spelling import Choice, Flag, ManyRecords, OneRecord
from summittui.queries.view_query import ScopeText, ViewQuery


class Rows(StrEnum):
    """The perspectives that have a row in a matrix where none is named."""

    ACTORS = "actors"
    CAMPS = "camps"
    BOTH = "both"


_Folded = Annotated[
    bool,
    Flag(
        line="folded",
        option="--folded",
        words="with who speaks for them",
        help="Take in those who speak for an actor.",
    ),
]


class MatrixQuery(ViewQuery, frozen=True, kw_only=True):
    """The query of a matrix: perspectives as rows over issues as columns."""

    view: ClassVar[str] = "matrix"
    command: ClassVar[tuple[str, ...]] = ("matrix",)
    title: ClassVar[str] = "matrix"
    looks = MappingProxyType({"marked": ()})

    perspectives: Annotated[tuple[str, ...], ManyRecords(tables=PERSPECTIVES, most=None)] = ()
    """The rows; where none is named, all of `rows` with any evidence."""
    rows: Annotated[
        Rows,
        Choice(
            of=Rows,
            line="rows",
            option="--rows",
            words={Rows.BOTH: "actors and camps"},
            help="Take actors, camps, or both, where no NAME is given.",
        ),
    ] = Rows.ACTORS
    sort: Annotated[
        str,
        OneRecord(
            line="sort",
            option="--sort-by",
            tables=("issues", *PERSPECTIVES),
            words="sorted by {}",
            help="Sort by an issue (its column) or by an actor (its row).",
        ),
    ] = ""
    folded: _Folded = False
    voices: VoicesField = False
    issues: IssuesField = ()
    evidence_filter: EvidenceField = EvidenceFilter()
    scope: ScopeText = ""


class EvidenceQuery(ViewQuery, frozen=True, kw_only=True):
    """The query of the evidence on which one perspective's position on one issue rests."""

    view: ClassVar[str] = "evidence"
    title: ClassVar[str] = "evidence"

    whose: Annotated[str, OneRecord(tables=PERSPECTIVES, fewest=1)]
    issue: Annotated[str, OneRecord(line="issue", tables=("issues",), fewest=1, words="on {}")]
    folded: _Folded = False
    scope: ScopeText = ""

    @property
    def printed(self) -> MatrixQuery:
        """The matrix query of this one cell."""
        return MatrixQuery(perspectives=(self.whose,), issues=(self.issue,), folded=self.folded, scope=self.scope)
