import pytest

from summittui.library.answers.comparison import compare
from summittui.library.evidence import EvidenceKind
from summittui.library.memory.library import MemoryLibrary
from summittui.model import InputError
from summittui.queries.comparison import Alignment, ComparisonQuery
from summittui.queries.perspectives import EvidenceFilter
from tests.paris import paris

LIBRARY = MemoryLibrary(paris().records)
PAIR = ("united-states", "china")
WAYS = (Alignment.DATE, Alignment.SOURCE)


def test_dates_follow_each_other_with_their_precision_and_the_undated_come_last() -> None:
    rows = compare(LIBRARY, ComparisonQuery(sides=tuple(PAIR), by=Alignment.DATE)).rows
    assert [row.key for row in rows] == ["2023", "2025", "not after 2025-02-11", "2025-02-13", "2025-03-01", ""]
    assert rows[0].label == "2023 (the year alone)"
    assert rows[2].label == "not after 2025-02-11"
    assert rows[-1].label == "no date stated"


def test_no_evidence_is_lost_or_doubled_by_date() -> None:
    by_issue = compare(LIBRARY, ComparisonQuery(sides=tuple(PAIR)))
    by_date = compare(LIBRARY, ComparisonQuery(sides=tuple(PAIR), by=Alignment.DATE))
    for column in range(2):
        told = [piece for row in by_issue.rows for piece in row.cells[column].evidence]
        dated = [piece for row in by_date.rows for piece in row.cells[column].evidence]
        assert sorted(map(repr, told)) == sorted(map(repr, dated))


def test_what_two_sources_tell_stands_with_each_of_them() -> None:
    rows = compare(LIBRARY, ComparisonQuery(sides=tuple(PAIR), by=Alignment.SOURCE)).rows
    assert [row.key for row in rows] == ["stdaily", "nigeriapulse"]
    for row in rows:
        assert all(row.key in piece.sources for cell in row.cells for piece in cell.evidence)
    assert "not a second witness" in rows[1].note


@pytest.mark.parametrize("by", WAYS)
def test_a_row_says_who_has_something_and_never_that_they_agree(by: Alignment) -> None:
    words = {row.speakers(("A", "B")) for row in compare(LIBRARY, ComparisonQuery(sides=tuple(PAIR), by=by)).rows}
    assert words <= {"both", "only A", "only B"}
    assert "both" in words


@pytest.mark.parametrize("by", WAYS)
def test_what_a_filter_left_out_is_counted_and_never_called_silence(by: Alignment) -> None:
    kept = EvidenceFilter(direct_only=True)
    aligned = compare(LIBRARY, ComparisonQuery(sides=tuple(PAIR), by=by, evidence_filter=kept))
    left_out = sum(
        cell.left_out
        for row in compare(LIBRARY, ComparisonQuery(sides=tuple(PAIR), evidence_filter=kept)).rows
        for cell in row.cells
    )
    assert left_out
    assert sum(row.left_out for row in aligned.rows) >= left_out
    emptied = [row for row in aligned.rows if not row.n]
    assert {row.speakers(("A", "B")) for row in emptied} <= {"nothing left by the filter"}


@pytest.mark.parametrize("by", WAYS)
def test_words_come_before_deeds_and_deeds_before_what_others_say(by: Alignment) -> None:
    order = list(EvidenceKind)
    for row in compare(LIBRARY, ComparisonQuery(sides=tuple(PAIR), by=by)).rows:
        for cell in row.cells:
            ranks = [order.index(piece.kind) for piece in cell.evidence]
            assert ranks == sorted(ranks)


def test_only_the_evidence_on_the_issues_asked_for_counts() -> None:
    rows = compare(LIBRARY, ComparisonQuery(sides=tuple(PAIR), by=Alignment.DATE, issues=("tight-regulation",))).rows
    issues = {piece.stance.issue for row in rows for cell in row.cells for piece in cell.evidence}
    assert issues <= {"tight-regulation"}


def test_one_alone_is_refused() -> None:
    with pytest.raises(InputError, match="two or more"):
        compare(LIBRARY, ComparisonQuery(sides=("china",), by=Alignment.DATE))
