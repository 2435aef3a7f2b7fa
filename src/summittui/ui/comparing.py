"""The state of a comparison on the screen: an immutable value."""

from msgspec import Struct
from msgspec.structs import replace

from summittui.library import Library
from summittui.library.answers.acts import ActsComparison, compare_acts
from summittui.library.answers.alignment import Aligned, align
from summittui.library.answers.comparison import Comparison, compare
from summittui.library.evidence import EvidenceFilter
from summittui.queries.comparison import Alignment
from summittui.ui.sides import Sides

Compared = Comparison | Aligned | ActsComparison
_ORDER = tuple(Alignment)
_ROWS = {
    Alignment.ISSUE: "by issue, where they differ first",
    Alignment.DATE: "by date",
    Alignment.SOURCE: "by source",
    Alignment.DECLARATION: "by declaration: who signed, who declined",
}


class Comparing(Struct, frozen=True, kw_only=True):
    """A comparison as it was asked for."""

    sides: Sides
    unfolded: frozenset[str] = frozenset()
    """Ids whose speakers are left out."""
    merged: frozenset[str] = frozenset()
    """Ids that take in the states and bodies close to them."""
    by: Alignment = Alignment.ISSUE
    kept: EvidenceFilter = EvidenceFilter()
    differences_only: bool = False
    collapsed: bool = False
    """Whether each row is one line for each column."""
    expanded: frozenset[str] = frozenset()
    """Keys of the rows that stand in full all the same."""

    def computed(self, library: Library) -> Compared:
        """Return the comparison.

        Raises:
            SummitError: The library has no such perspectives.
        """
        if self.by is Alignment.ISSUE:
            return compare(library, self.sides, unfolded=self.unfolded, merged=self.merged, kept=self.kept)
        if self.by is Alignment.DECLARATION:
            return compare_acts(library, self.sides, unfolded=self.unfolded, merged=self.merged)
        return align(library, self.sides, self.by, unfolded=self.unfolded, merged=self.merged, kept=self.kept)

    @property
    def description(self) -> str:
        """The rows and the filter, in words."""
        only = "differences only" if self.differences_only else ""
        collapsed = "one line each" if self.collapsed else ""
        return " · ".join(part for part in (self.kept.description, only, _ROWS[self.by], collapsed) if part)

    def stands_in_full(self, key: str) -> bool:
        """Tell whether a row shows its evidence."""
        return not self.collapsed or key in self.expanded

    @property
    def leaves_out(self) -> bool:
        """Whether a filter or the choice of rows leaves something out."""
        return self.differences_only or bool(self.kept.description)

    @property
    def aligned_next(self) -> "Comparing | None":
        """The same with the next kind of rows; None after the last one."""
        at = _ORDER.index(self.by) + 1
        if at == len(_ORDER):
            return None
        kept = EvidenceFilter() if _ORDER[at] is Alignment.DECLARATION else self.kept
        return replace(self, by=_ORDER[at], kept=kept, differences_only=False, expanded=frozenset())

    @property
    def stepped_back(self) -> "Comparing | None":
        """The same with one thing less that leaves out or rearranges: lines, a filter, differences, the alignment."""
        if self.collapsed:
            return replace(self, expanded=frozenset()) if self.expanded else replace(self, collapsed=False)
        if self.kept.no_doubtful:
            return replace(self, kept=replace(self.kept, no_doubtful=False))
        if self.kept.direct_only:
            return replace(self, kept=replace(self.kept, direct_only=False))
        if self.differences_only:
            return replace(self, differences_only=False)
        return None if self.by is Alignment.ISSUE else replace(self, by=Alignment.ISSUE)
