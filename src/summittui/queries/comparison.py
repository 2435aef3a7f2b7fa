"""The queries of comparisons: perspectives, declarations or two sources side by side."""

from collections.abc import Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, ClassVar

from msgspec.structs import replace

from summittui.queries.perspectives import PERSPECTIVES, EvidenceField, EvidenceFilter, IssuesField
from summittui.queries.spelling import Choice, Flag, ManyRecords, RowKeys
from summittui.queries.view_query import ScopeText, ViewQuery

SIDE_BY_SIDE = MappingProxyType({"wrap": ("off",), "scroll": ("apart",)})
"""The options for the layout of columns side by side."""
_PAIR = 2


class Alignment(StrEnum):
    """The kind of rows that a comparison has."""

    ISSUE = "issue"
    DATE = "date"
    SOURCE = "source"
    DECLARATION = "declaration"


_ORDER = tuple(Alignment)
_ROWS = {
    Alignment.ISSUE: "by issue, where they differ first",
    Alignment.DATE: "by date",
    Alignment.SOURCE: "by source",
    Alignment.DECLARATION: "by declaration: who signed, who declined",
}


class ComparisonQuery(ViewQuery, frozen=True, kw_only=True):
    """The query of a comparison: perspectives as columns, over issues, dates or sources as rows."""

    view: ClassVar[str] = "compare"
    command: ClassVar[tuple[str, ...]] = ("compare",)
    title: ClassVar[str] = "comparison"
    looks = SIDE_BY_SIDE

    sides: Annotated[tuple[str, ...], ManyRecords(tables=PERSPECTIVES, fewest=2, most=None)]
    """The columns, the first one first."""
    by: Annotated[
        Alignment,
        Choice(
            of=Alignment,
            line="by",
            option="--by",
            words=_ROWS,
            is_always_given=True,
            help="Make these the rows, also of declarations (their words) and sources (their authors).",
        ),
    ] = Alignment.ISSUE
    differences_only: Annotated[
        bool,
        Flag(
            line="only",
            word="differences",
            option="--differences",
            words="differences only",
            help="Only the rows on which they differ, or have more than one entry.",
        ),
    ] = False
    evidence_filter: EvidenceField = EvidenceFilter()
    issues: IssuesField = ()
    unfolded: Annotated[
        tuple[str, ...],
        ManyRecords(
            line="unfolded",
            option="--unfold",
            tables=PERSPECTIVES,
            most=None,
            words="without those who speak for {}",
            help="Leave out those who speak for this one; may be given several times.",
        ),
    ] = ()
    merged: Annotated[
        tuple[str, ...],
        ManyRecords(
            line="merged",
            option="--merge",
            tables=PERSPECTIVES,
            most=None,
            words="with what is recorded apart from {}",
            help="Take in the states and bodies that are recorded apart from this one; may be given several times.",
        ),
    ] = ()
    collapsed: Annotated[
        bool,
        Flag(
            line="rows",
            word="collapsed",
            option="--collapsed",
            words="one line each",
            help="One line for each row and column, without the evidence; the text alone changes.",
        ),
    ] = False
    """Whether each row is one line for each column."""
    expanded: Annotated[frozenset[str], RowKeys(line="expanded")] = frozenset()
    """The keys of the rows that are expanded nevertheless."""
    scope: ScopeText = ""

    @property
    def printed(self) -> "ComparisonQuery":
        """The query without expanded rows and without a filter of acts, which no command can express."""
        by_acts = self.by is Alignment.DECLARATION
        counted = EvidenceFilter() if by_acts else self.evidence_filter
        return replace(self, evidence_filter=counted, expanded=frozenset())

    def stands_in_full(self, key: str) -> bool:
        """Tell whether a row shows its evidence."""
        return not self.collapsed or key in self.expanded

    @property
    def leaves_out(self) -> bool:
        """Whether a filter or the choice of rows leaves something out."""
        return self.differences_only or bool(self.evidence_filter.description)

    @property
    def aligned_next(self) -> "ComparisonQuery | None":
        """The query with the next kind of rows; None after the last one."""
        at = _ORDER.index(self.by) + 1
        if at == len(_ORDER):
            return None
        counted = EvidenceFilter() if _ORDER[at] is Alignment.DECLARATION else self.evidence_filter
        return replace(self, by=_ORDER[at], evidence_filter=counted, differences_only=False, expanded=frozenset())

    @property
    def stepped_back(self) -> "ComparisonQuery | None":
        """The query with one step undone: collapsed rows, a filter, the differences, the alignment."""
        counted = self.evidence_filter
        if self.collapsed:
            return replace(self, expanded=frozenset()) if self.expanded else replace(self, collapsed=False)
        if counted.no_doubtful:
            return replace(self, evidence_filter=replace(counted, no_doubtful=False))
        if counted.direct_only:
            return replace(self, evidence_filter=replace(counted, direct_only=False))
        if self.differences_only:
            return replace(self, differences_only=False)
        return None if self.by is Alignment.ISSUE else replace(self, by=Alignment.ISSUE)

    def toggled(self, field: str, side: str) -> "ComparisonQuery":
        """Return the query with a column added to the field `unfolded` or `merged`, or removed from it."""
        others = tuple(each for each in getattr(self, field) if each != side)
        return replace(self, **{field: others if side in getattr(self, field) else (*others, side)})


class DeclarationsQuery(ViewQuery, frozen=True, kw_only=True):
    """The query of declarations side by side, clause by clause, act by act."""

    view: ClassVar[str] = "declarations"
    command: ClassVar[tuple[str, ...]] = ("compare",)
    title: ClassVar[str] = "declarations side by side"
    looks = SIDE_BY_SIDE

    sides: Annotated[tuple[str, ...], ManyRecords(tables=("declarations",), fewest=2, most=None)]
    scope: ScopeText = ""


class AccountsQuery(ViewQuery, frozen=True, kw_only=True):
    """The query of two sources as two accounts of one event."""

    view: ClassVar[str] = "accounts"
    command: ClassVar[tuple[str, ...]] = ("sources", "compare")
    title: ClassVar[str] = "two accounts"

    sources: Annotated[tuple[str, ...], ManyRecords(tables=("sources",), fewest=2, most=_PAIR)]
    scope: ScopeText = ""


def whole_query(tables: Sequence[str], ids: Sequence[str], scope: str = "") -> DeclarationsQuery | AccountsQuery | None:
    """Return the query that puts whole records side by side: declarations alone, or two sources; else None.

    Args:
        tables: The table of each record.
        ids: The records, the first column first.
        scope: The scope of the query.
    """
    if set(tables) == {"declarations"}:
        return DeclarationsQuery(sides=tuple(ids), scope=scope)
    if set(tables) == {"sources"} and len(ids) == _PAIR:
        return AccountsQuery(sources=tuple(ids), scope=scope)
    return None
