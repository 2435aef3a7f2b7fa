"""The commands of Compare: what counts as evidence, what the rows are, and whom a column takes in."""

from typing import Protocol

from msgspec.structs import replace

from summittui.library.answers.perspective import Perspective
from summittui.model import Declaration, Source
from summittui.queries.comparison import Alignment, ComparisonQuery
from summittui.queries.perspectives import EvidenceFilter
from summittui.ui.actions import Action, Actions
from summittui.ui.command_app import CommandApp
from summittui.ui.commands.sides import ColumnLayout

_PAIR = 2


class CompareHost(Protocol):
    """A screen that shows a comparison."""

    comparing: ComparisonQuery
    """The comparison as it is asked for."""

    @property
    def app(self) -> CommandApp:
        """The app that opens other screens."""

    @property
    def columns(self) -> ColumnLayout:
        """The columns as they are laid out."""

    @property
    def perspective(self) -> Perspective | None:
        """The column of the cursor; None until there is an answer."""

    def compare(self, comparing: ComparisonQuery) -> None:
        """Make another comparison."""

    def narrow(self, comparing: ComparisonQuery) -> None:
        """Show other rows of the same comparison."""

    def why_no_difference(self) -> str | None:
        """Return why there is no row on which the columns differ; None where there is one."""


class CompareCommands:
    """Filters, aligns and folds a comparison."""

    def __init__(self, host: CompareHost) -> None:
        """Make them for a screen."""
        self._host = host

    @property
    def actions(self) -> Actions:
        """What the commands do."""
        return {
            "differences-only": Action(self.differences_only, self._host.why_no_difference),
            "align": Action(self.align),
            "direct-only": Action(self.direct_only, self._why_not_filter),
            "no-doubtful": Action(self.no_doubtful, self._why_not_filter),
            "fold": Action(self.fold, self._why_not_fold),
            "see-also": Action(self.see_also, self._why_not_see_also),
        }

    def _why_not_filter(self) -> str | None:
        acts = self._host.comparing.by is Alignment.DECLARATION
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
        comparing = self._host.comparing
        self._host.narrow(replace(comparing, differences_only=not comparing.differences_only))

    def align(self) -> None:
        """Make the rows issues, dates, sources, declarations in turn, then whole declarations or two sources."""
        host, comparing = self._host, self._host.comparing
        after = comparing.aligned_next
        if after is not None and not (after.by is Alignment.DECLARATION and self._kinds <= {Declaration, Source}):
            host.compare(after)
        elif self._as_wholes:
            host.app.navigation.exchange("compared", host.app.library, comparing.sides)
        else:
            host.compare(replace(comparing, by=Alignment.ISSUE, differences_only=False))

    @property
    def _kinds(self) -> set[type]:
        library, sides = self._host.app.library, self._host.comparing.sides
        return {type(library.find(id_)) for id_ in sides} if library else set()

    @property
    def _as_wholes(self) -> bool:
        kinds = self._kinds
        return kinds == {Declaration} or (kinds == {Source} and len(self._host.comparing.sides) == _PAIR)

    def direct_only(self) -> None:
        """Count only quoted words of their own, or all evidence."""
        counted = self._host.comparing.evidence_filter
        self._count(replace(counted, direct_only=not counted.direct_only))

    def no_doubtful(self) -> None:
        """Leave out what is doubtful, or count it."""
        counted = self._host.comparing.evidence_filter
        self._count(replace(counted, no_doubtful=not counted.no_doubtful))

    def _count(self, evidence_filter: EvidenceFilter) -> None:
        self._host.compare(replace(self._host.comparing, evidence_filter=evidence_filter))

    def fold(self) -> None:
        """Take in those who speak for the actor of this column, or leave them out."""
        self._host.compare(self._host.comparing.toggled("unfolded", self._side))

    def see_also(self) -> None:
        """Take in the states and bodies that are recorded apart from this column, or leave them out."""
        self._host.compare(self._host.comparing.toggled("merged", self._side))

    @property
    def _side(self) -> str:
        """The id of the column of the cursor."""
        return self._host.comparing.sides[self._host.columns.column]
