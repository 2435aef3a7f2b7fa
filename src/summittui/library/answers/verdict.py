"""Verdicts: how the columns of one row of a comparison stand to each other, in the words of every front end."""

from collections.abc import Collection, Sequence
from enum import StrEnum
from itertools import combinations

from msgspec import Struct

from summittui.library.answers.letters import letter, letters
from summittui.library.answers.perspective import Perspective
from summittui.library.answers.positions import Position
from summittui.library.evidence import EvidenceKind
from summittui.model import StanceValue

EMPTIED = "nothing left by the filter"
"""The word for a row without evidence because a filter left all of it out."""


class RowState(StrEnum):
    """The relation of the columns of a row, the most different first."""

    DIFFER = "differ"
    """One is for and another against."""
    MIXED = "one side mixed"
    """The columns take different stances, none of them opposite: at least one is mixed."""
    AGREE = "agree"
    """All who take a side take the same, at least two of them firmly by their own words or deeds."""
    LEAN = "same side, not both firm"
    """All who take a side take the same, but no two of them firmly and by themselves."""
    APART = "not set against each other"
    """A set and its member, or words about somebody else alone."""
    INCOMPARABLE = "cannot be compared"
    """At least two speak, but for all but one at most the side is unclear."""
    ONE_SPEAKS = "only one speaks"
    SILENT = "no statement found"


Couple = tuple[int, int]
"""The indexes of two columns, the left one first."""

_OPPOSITES = frozenset({StanceValue.FOR, StanceValue.AGAINST})
_GROUPS = (StanceValue.FOR, StanceValue.AGAINST, StanceValue.MIXED, StanceValue.UNCLEAR)
_KIND_WORDS = {EvidenceKind.WORDS: "words", EvidenceKind.DEEDS: "deeds"}


class Verdict(Struct, frozen=True, kw_only=True):
    """A state with the words that say it."""

    state: RowState
    words: str
    """The state, which columns are on which side, and what weakens that."""
    opposed: int = 0
    """The number of pairs of columns that stand against each other."""


def verdict(cells: Sequence[Position], columns: Sequence[Perspective], sets: Collection[Couple] = ()) -> Verdict:
    """Return how the cells of one row stand to each other.

    Args:
        cells: The positions, one for each column.
        columns: The perspectives.
        sets: The couples of columns that are a set and its member.
    """
    return _Row(cells, columns, sets).verdict()


class _Row:
    """One row while its verdict is worked out."""

    def __init__(self, cells: Sequence[Position], columns: Sequence[Perspective], sets: Collection[Couple]) -> None:
        self._cells, self._columns, self._sets = cells, columns, sets
        self._speaking = [at for at, cell in enumerate(cells) if cell.n]
        clear = [at for at in self._speaking if cells[at].stance is not StanceValue.UNCLEAR]
        self._clear = list(combinations(clear, 2))
        self._couples = [couple for couple in self._clear if self._is_comparable(*couple)]
        self._opposed = [(i, j) for i, j in self._couples if {cells[i].stance, cells[j].stance} == _OPPOSITES]

    def verdict(self) -> Verdict:
        state = self._state()
        left_out = sum(cell.left_out for cell in self._cells)
        parts = [self._said(state), *self._reservations(), f"{left_out} left out" if left_out else ""]
        return Verdict(state=state, words="; ".join(filter(None, parts)), opposed=len(self._opposed))

    def _is_comparable(self, one: int, other: int) -> bool:
        if (one, other) in self._sets or (other, one) in self._sets:
            return False
        return self._reaches(one, other) and self._reaches(other, one)

    def _reaches(self, one: int, other: int) -> bool:
        """Tell whether the stance of a column concerns another one."""
        scope = self._cells[one].only_about
        return not scope or not set(scope).isdisjoint(self._columns[other].members)

    def _state(self) -> RowState:
        if len(self._speaking) < 2:
            return RowState.ONE_SPEAKS if self._speaking else RowState.SILENT
        if not self._couples:
            return RowState.APART if self._clear else RowState.INCOMPARABLE
        if self._opposed:
            return RowState.DIFFER
        if any(StanceValue.MIXED in {self._cells[i].stance, self._cells[j].stance} for i, j in self._couples):
            return RowState.MIXED
        firm = any(self._is_firm(couple) for couple in self._couples)
        return RowState.AGREE if firm else RowState.LEAN

    def _is_firm(self, couple: Couple) -> bool:
        return all(self._cells[at].firm_side for at in couple)

    def _said(self, state: RowState) -> str:
        cells = self._cells
        match state:
            case RowState.SILENT:
                return EMPTIED if any(cell.left_out for cell in cells) else state.value
            case RowState.ONE_SPEAKS:
                return f"only {letter(self._speaking[0])} speaks: {self._sides()}"
            case RowState.DIFFER:
                return f"differ by {self._by()}: {self._sides()}"
            case RowState.LEAN:
                return self._leaning()
            case _:
                return f"{state}: {self._sides()}"

    def _leaning(self) -> str:
        """Return who is on the one side, such as "B and C only (C doubtful): for · A silent"."""
        groups = self._groups()
        silent = groups.get(None)
        side = next(stance for stance in _GROUPS if stance in groups)
        others = {stance: group for stance, group in groups.items() if stance is not side}
        only = " only" if silent else ""
        said = f"{letters(groups[side], last=' and ')}{only}{self._weakened(groups[side])}: {side}"
        return " · ".join([said, *self._group_words(others)])

    def _groups(self) -> dict[StanceValue | None, list[int]]:
        groups: dict[StanceValue | None, list[int]] = {}
        for at, cell in enumerate(self._cells):
            groups.setdefault(cell.stance, []).append(at)
        return groups

    def _sides(self) -> str:
        return " · ".join(self._group_words(self._groups()))

    def _group_words(self, groups: dict[StanceValue | None, list[int]]) -> list[str]:
        """Return who takes which side, who is silent, and who is not, but has nothing left by the filter."""
        sides = [stance for stance in _GROUPS if stance in groups]
        emptied = [at for at in groups.get(None, ()) if self._cells[at].left_out]
        silent = [at for at in groups.get(None, ()) if at not in emptied]
        return [
            *(f"{letters(groups[stance])} {stance}{self._weakened(groups[stance])}" for stance in sides),
            *([f"{letters(silent)} silent"] if silent else []),
            *([f"{letters(emptied)} nothing left"] if emptied else []),
        ]

    def _weakened(self, group: list[int]) -> str:
        weak = [(at, weakness(self._cells[at])) for at in group]
        said = [word if len(group) == 1 else f"{letter(at)} {word}" for at, word in weak if word]
        return f" ({', '.join(said)})" if said else ""

    def _by(self) -> str:
        firm = [couple for couple in self._opposed if self._is_firm(couple)]
        cells = [self._cells[at] for couple in firm or self._opposed for at in couple]
        kinds = {unit.kind for cell in cells if cell.own for unit in cell.basis}
        words = [word for kind, word in _KIND_WORDS.items() if kind in kinds]
        weak = dict.fromkeys(word for cell in cells if not firm and (word := weakness(cell)))
        return " and ".join(words) + (", " if words and weak else "") + ", ".join(weak)

    def _reservations(self) -> list[str]:
        """Return why some columns are not set against each other."""
        found = []
        for i, j in self._clear:
            if (i, j) in self._sets or (j, i) in self._sets:
                found.append(f"{letter(i)} and {letter(j)} are a set and its member, not set against each other")
        for at in self._speaking:
            others = [other for other in self._speaking if other != at and not self._reaches(at, other)]
            if others:
                found.append(f"{letter(at)} speaks of somebody else alone, not of {letters(others)}")
        return found


def weakness(cell: Position) -> str:
    """Return what weakens a position, in a word or two: doubtful, weak, as told, told two ways; empty where firm."""
    if not cell.n or cell.firm_side:
        return ""
    if not cell.own:
        return f"told {_WAYS.get(cell.told_ways, 'several')} ways" if cell.told_ways > 1 else "as told"
    return "doubtful" if cell.doubtful else "weak"


_WAYS = {2: "two", 3: "three"}
