"""The commands of Compare: what counts as evidence, what the rows are, and whom a column takes in."""

from typing import Protocol

from msgspec.structs import replace

from summittui.library.answers.perspective import Perspective
from summittui.model import TABLE_OF
from summittui.queries.comparison import Alignment, ComparisonQuery, whole_query
from summittui.queries.perspectives import EvidenceFilter
from summittui.ui.actions import Action, Actions
from summittui.ui.command_app import CommandApp
from summittui.ui.commands.sides import ColumnLayout


class CompareHost(Protocol):
    """A screen that shows a comparison."""

    view_query: ComparisonQuery
    """The query of the comparison."""

    @property
    def app(self) -> CommandApp:
        """The app that opens other screens."""

    @property
    def columns(self) -> ColumnLayout:
        """The columns with their layout."""

    @property
    def perspective(self) -> Perspective | None:
        """The column of the cursor; None until there is an answer."""

    def compare(self, query: ComparisonQuery) -> None:
        """Compute the comparison of another query."""

    def narrow(self, query: ComparisonQuery) -> None:
        """Show other rows of the present comparison."""

    def why_no_difference(self) -> str | None:
        """Return why there is no row on which the columns differ; None where there is one."""


class CompareCommands:
    """The commands that filter, align and fold a comparison."""

    def __init__(self, host: CompareHost) -> None:
        """Create the commands for a screen."""
        self._host = host

    @property
    def actions(self) -> Actions:
        """The actions of the commands, by their ids."""
        return {
            "differences-only": Action(self.differences_only, self._host.why_no_difference),
            "align": Action(self.align),
            "direct-only": Action(self.direct_only, self._why_not_filter),
            "no-doubtful": Action(self.no_doubtful, self._why_not_filter),
            "fold": Action(self.fold, self._why_not_fold),
            "see-also": Action(self.see_also, self._why_not_see_also),
        }

    def _why_not_filter(self) -> str | None:
        acts = self._host.view_query.by is Alignment.DECLARATION
        return "By declaration all acts are shown, each with its doubt." if acts else None

    def _why_not_fold(self) -> str | None:
        column, library = self._host.perspective, self._host.app.library
        has_speakers = column and library and any(library.speakers_for(member) for member in column.members)
        return None if has_speakers else "Nobody is recorded as speaking for this one."

    def _why_not_see_also(self) -> str | None:
        column = self._host.perspective
        return None if column and column.see_also else "No state or body is recorded apart from this one."

    def differences_only(self) -> None:
        """Show the differences only, or all rows again."""
        query = self._host.view_query
        self._host.narrow(replace(query, differences_only=not query.differences_only))

    def align(self) -> None:
        """Align by issue, date, source or declaration in turn; then show whole declarations or two accounts."""
        host, query = self._host, self._host.view_query
        after, tables = query.aligned_next, self._tables
        can_act = not {"declarations", "sources"}.issuperset(tables)
        if after is not None and (can_act or after.by is not Alignment.DECLARATION):
            host.compare(after)
        elif whole_query(tables, query.sides):
            host.app.navigation.exchange("compared", host.app.library, query.sides)
        else:
            host.compare(replace(query, by=Alignment.ISSUE, differences_only=False))

    @property
    def _tables(self) -> list[str]:
        """The table of each column that is a record of the library."""
        library, sides = self._host.app.library, self._host.view_query.sides
        found = [library.find(id_) for id_ in sides] if library else []
        return [TABLE_OF[type(record)] for record in found if record]

    def direct_only(self) -> None:
        """Count only quoted words of their own, or all evidence."""
        counted = self._host.view_query.evidence_filter
        self._count(replace(counted, direct_only=not counted.direct_only))

    def no_doubtful(self) -> None:
        """Filter out doubtful evidence, or count all evidence."""
        counted = self._host.view_query.evidence_filter
        self._count(replace(counted, no_doubtful=not counted.no_doubtful))

    def _count(self, evidence_filter: EvidenceFilter) -> None:
        self._host.compare(replace(self._host.view_query, evidence_filter=evidence_filter))

    def fold(self) -> None:
        """Fold those who speak for the actor of this column into the column, or leave them out."""
        self._host.compare(self._host.view_query.toggled("unfolded", self._side))

    def see_also(self) -> None:
        """Merge the states and bodies that are recorded apart from this column into the column, or leave them out."""
        self._host.compare(self._host.view_query.toggled("merged", self._side))

    @property
    def _side(self) -> str:
        """The id of the column of the cursor."""
        return self._host.view_query.sides[self._host.columns.column]
