"""The views as tables and as JSON: every row leads to its records, and no quote stands without who, where and when."""

import csv
import io
import json
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from summittui.exchange import table_to_csv, table_to_markdown, to_json
from summittui.exchange.plain import plain_comparison
from summittui.exchange.views import (
    matrix_to_markdown,
    plain_accounts,
    plain_declarations,
    plain_matrix,
    plain_pairs,
    plain_timeline,
    plain_variants,
)
from summittui.library.answers.accounts import accounts
from summittui.library.answers.clauses import compare_declarations
from summittui.library.answers.comparison import compare
from summittui.library.answers.matrix import matrix
from summittui.library.answers.pairs import pairs
from summittui.library.answers.timeline import timeline
from summittui.library.answers.variants import variants
from summittui.library.dating import NOT_AFTER
from summittui.library.memory.library import MemoryLibrary
from summittui.model import StanceValue
from summittui.present.accounts import accounts_table
from summittui.present.declarations import declarations_table
from summittui.present.matrix import matrix_grid, matrix_table
from summittui.present.pairs import pairs_table
from summittui.present.position import position_words
from summittui.present.table import Table
from summittui.present.tables import comparison_table
from summittui.present.timeline import timeline_table
from summittui.present.variants import variants_table
from summittui.queries.comparison import AccountsQuery, ComparisonQuery, DeclarationsQuery
from summittui.queries.matrix import MatrixQuery
from summittui.queries.pairs import PairsQuery
from summittui.queries.perspectives import EvidenceFilter
from summittui.queries.variants import VariantsQuery
from tests.paris import paris

LIBRARY = MemoryLibrary(paris().records)
MATRIX = matrix(LIBRARY, MatrixQuery(folded=True))
PAIRS = pairs(LIBRARY, PairsQuery(voices=True))
TIMELINE = timeline(LIBRARY)
ACCOUNTS = accounts(LIBRARY, AccountsQuery(sources=("stdaily", "nigeriapulse")))
VARIANTS = variants(LIBRARY, VariantsQuery(quote="vance-gold-standard"))
DECLARATIONS = compare_declarations(
    LIBRARY, DeclarationsQuery(sides=tuple(each.id for each in paris().records.declarations))
)
COMPARISON = compare(LIBRARY, ComparisonQuery(sides=("united-states", "china", "european-union", "stdaily")))

TABLES: dict[str, Callable[[], Table]] = {
    "comparison": lambda: comparison_table(LIBRARY, COMPARISON),
    "matrix": lambda: matrix_table(LIBRARY, MATRIX),
    "pairs": lambda: pairs_table(PAIRS),
    "timeline": lambda: timeline_table(LIBRARY, TIMELINE),
    "accounts": lambda: accounts_table(LIBRARY, ACCOUNTS),
    "variants": lambda: variants_table(LIBRARY, VARIANTS),
    "declarations": lambda: declarations_table(LIBRARY, DECLARATIONS),
}
PLAIN: dict[str, Callable[[], Any]] = {
    "comparison": lambda: plain_comparison(LIBRARY, COMPARISON),
    "matrix": lambda: plain_matrix(LIBRARY, MATRIX),
    "pairs": lambda: plain_pairs(PAIRS),
    "timeline": lambda: plain_timeline(LIBRARY, TIMELINE),
    "accounts": lambda: plain_accounts(ACCOUNTS),
    "variants": lambda: plain_variants(LIBRARY, VARIANTS),
    "declarations": lambda: plain_declarations(LIBRARY, DECLARATIONS),
}


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    table = TABLES[name]()
    return tuple(dict(zip(table.headings, row, strict=True)) for row in table.rows)


@pytest.mark.parametrize("name", TABLES)
def test_csv_and_markdown_have_every_row_and_no_character_is_lost(name: str) -> None:
    table = TABLES[name]()
    read = list(csv.reader(io.StringIO(table_to_csv(table), newline="")))
    assert [tuple(row) for row in read] == [table.headings, *table.rows]
    assert len(table_to_markdown(table).splitlines()) == len(table.rows) + 2


@pytest.mark.parametrize("name", PLAIN)
def test_json_reads_back_as_it_was_made(name: str) -> None:
    plain = PLAIN[name]()
    assert json.loads(to_json(plain)) == plain


@pytest.mark.parametrize("name", ["timeline", "variants", "declarations", "accounts"])
def test_every_row_names_the_record_that_it_comes_from(name: str) -> None:
    for row in rows(name):
        assert row.get("part") == "caution" or LIBRARY.find(row["record"]) is not None, row


def test_every_cell_of_a_matrix_names_as_many_records_as_it_has_evidence() -> None:
    for row, cell in zip(rows("matrix"), (cell for each in MATRIX.rows for cell in each.cells), strict=True):
        ids = [part.split(" (")[0] for kind in ("words", "deeds", "said about") for part in row[kind].split("; ")]
        assert {id_ for id_ in ids if id_} == {piece.record for piece in cell.evidence}
        assert int(row["n"]) == cell.n
        assert (row["position"] == "no statement found") is (cell.n == 0)
        assert ("doubtful" in row["position"]) is cell.doubtful
        told = "as told by" in row["position"] or "told two ways" in row["position"]
        assert told is (cell.n > 0 and not cell.own)


def test_the_grid_of_a_matrix_has_a_sign_with_n_for_each_cell() -> None:
    grid = matrix_grid(MATRIX)
    for row, signs in zip(MATRIX.rows, grid.rows, strict=True):
        for cell, sign in zip(row.cells, signs[1:], strict=True):
            assert (sign == "·") is (cell.n == 0)
            assert str(cell.n) in sign or not cell.n
            assert (sign[0] in "△▽◇") is (cell.hollow and cell.stance is not StanceValue.UNCLEAR)
            assert sign.removesuffix("&").endswith(" s") is (cell.n > 0 and not cell.own)


def test_the_markdown_of_a_matrix_has_the_grid_its_legend_and_the_evidence() -> None:
    text = matrix_to_markdown(LIBRARY, MATRIX)
    assert "▲ for, ▼ against" in text
    for row in MATRIX.rows:
        assert all(piece.record in text for cell in row.cells for piece in cell.evidence)


def test_a_pair_is_told_with_n_its_issue_and_the_evidence_of_both() -> None:
    counted = [row for row in rows("pairs") if not row["left out"]]
    assert counted
    for row in counted:
        assert int(row["n"]) >= 2
        assert LIBRARY.find(row["issue"])
        for side in ("left evidence", "right evidence"):
            assert row[side]
            assert "doubtful" not in row[side]
    left_out = [row for row in rows("pairs") if row["left out"].startswith("fewer")]
    assert len(left_out) == len(plain_pairs(PAIRS)["left_out"]["too_few_issues"]) == len(PAIRS.too_few) > 0


def test_every_quote_of_a_timeline_has_who_source_and_what_its_date_is() -> None:
    for row in rows("timeline"):
        if row["kind"].startswith("quote"):
            assert row["who"]
            assert row["source"]
            latest = row["date"].startswith("not after ")
            assert row["dated by"] == (NOT_AFTER if latest else "the publication of its source")
            assert row["what"].startswith("“" if LIBRARY.get(row["record"]).exact else "reported: ")  # type: ignore[attr-defined]  # a quote
    undated = [quote for quote in paris().records.quotes if not quote.not_after]
    assert plain_timeline(LIBRARY, TIMELINE)["by_publication"] == len(undated)


def test_an_undated_act_has_no_date_in_any_form() -> None:
    undated = [row for row in rows("timeline") if row["date"] == "no date"]
    assert len(undated) == TIMELINE.undated == len(plain_timeline(LIBRARY, TIMELINE)["without_date"])
    assert {row["precision"] for row in undated} == {""}


def test_the_sides_of_a_matter_stand_with_their_spans() -> None:
    first = next(row for row in rows("accounts") if row["part"] == "disagreement")
    assert first["matter"] == "What did about 60, or 58, countries back?"
    assert "signed the Paris Statement" in first["stdaily"]
    assert "China's Initiative" in first["nigeriapulse"]
    assert first["spans"] == "stdaily 129–266; nigeriapulse 40–98, 723–803"
    caution = rows("accounts")[0]
    assert (caution["part"], "weak corroboration" in caution["explanation"]) == ("caution", True)


def test_variants_stand_with_who_where_when_and_what_changed() -> None:
    first, other = rows("variants")
    assert (first["record"], other["record"]) == ("vance-gold-standard", "vance-global-standard")
    assert all(row["who"] and row["source"] and row["when"] for row in (first, other))
    assert other["difference"] == "too little in common for a word difference (18 % of the words)"
    assert other["turned"] == "mixed in stdaily, indirect in nigeriapulse"
    assert other["doubt"]


def test_no_act_recorded_is_never_told_as_declined() -> None:
    silent = [row for row in rows("declarations") if row["what"] == "no act recorded"]
    assert silent
    for row in rows("declarations"):
        if row["what"].startswith("declined"):
            assert (row["declaration"], row["matter"]) in {
                ("Paris Statement", "United States"),
                ("Paris Statement", "United Kingdom"),
            }


def test_a_position_says_what_it_is_worth() -> None:
    kept = EvidenceFilter(no_doubtful=True)
    (row,) = compare(
        LIBRARY, ComparisonQuery(sides=("european-union", "ecns"), issues=("china-initiative",), evidence_filter=kept)
    ).rows
    assert [position_words(LIBRARY, cell) for cell in row.positions] == [
        "nothing left, 1 left out by the filter",
        "no statement found",
    ]
    (row,) = compare(LIBRARY, ComparisonQuery(sides=("european-union", "france"), issues=("china-initiative",))).rows
    assert position_words(LIBRARY, row.positions[0]) == "for, doubtful (once); no words of its own; deeds 1"
