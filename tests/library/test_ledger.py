"""The ledger: signs and words say what was done, and never take absence for refusal."""

import re
from functools import cache

import pytest

from summittui.library.answers.ledger import Ledger, ledger
from summittui.library.memory.library import MemoryLibrary
from summittui.model import ActorKind, InputError
from summittui.present.ledger import cell_words, count_words, ledger_grid, ledger_lines, ledger_table, ledger_title
from summittui.queries.ledger import LedgerOrder, LedgerQuery, Standing
from tests.paris import paris
from tests.record import record_library

REFUSAL = re.compile(r"declin|refus|reject|snub", re.IGNORECASE)
ABSENT = {Standing.NOT_LISTED, Standing.UNKNOWN, Standing.NO_LIST}


@cache
def found(group: str = "") -> Ledger:
    return ledger(record_library(), LedgerQuery(group=group))


def standing(actor: str, declaration: str) -> Standing:
    row = next(row for row in found().rows if row.actor.id == actor)
    return row.cells[[column.id for column in found().columns].index(declaration)].standing


@pytest.mark.parametrize(
    ("actor", "declaration", "expected"),
    [
        ("united-states", "paris-statement", Standing.DECLINED),
        ("united-kingdom", "paris-statement", Standing.DECLINED),
        ("united-states", "new-delhi-2026", Standing.SIGNED),
        ("south-africa", "new-delhi-2026", Standing.NOT_LISTED),
        ("india", "reaim-2023", Standing.STAYED_OUT),
        ("russia", "gdc-2024", Standing.DISSENTED),
        ("new-zealand", "bletchley-2023", Standing.JOINED),
        ("china", "global-ai-governance-initiative", Standing.PROPOSED),
        ("france", "global-ai-governance-initiative", Standing.NO_LIST),
        ("germany", "coe-cets-225", Standing.NOT_LISTED),
        ("germany", "reaim-2024", Standing.UNKNOWN),
        ("united-states", "un-resolution-capacity-building", Standing.SIGNED),
        ("colombia", "new-delhi-2026", Standing.JOINED),
    ],
)
def test_an_actor_stands_to_a_text_as_the_record_has_it(actor: str, declaration: str, expected: Standing) -> None:
    assert standing(actor, declaration) is expected


def test_absence_is_worded_as_none_of_the_refusals() -> None:
    for row in found().rows:
        for column, cell in zip(found().columns, row.cells, strict=True):
            if cell.standing in ABSENT:
                words = cell_words(column, cell)
                assert not cell.acts
                assert not REFUSAL.search(words.replace("which is no refusal", "")), words


def test_the_signs_of_absence_are_those_of_nothing_else() -> None:
    assert {cell.standing for row in found().rows for cell in row.cells} >= ABSENT
    refusing = {"✗", "×", "✗?"}
    grid = ledger_grid(found())
    for row, signs_of_row in zip(found().rows, grid.rows, strict=True):
        for cell, sign in zip(row.cells, signs_of_row[1:], strict=True):
            assert (sign in refusing) is (cell.standing in {Standing.DECLINED, Standing.DISSENTED})


def test_members_of_a_group_have_a_row_though_they_did_nothing_and_the_bloc_stands_apart() -> None:
    g20 = found("g20")
    assert len(g20.rows) == 21
    assert "argentina" in [row.actor.id for row in g20.rows]
    kinds = [row.actor.kind for row in g20.rows]
    assert kinds == sorted(kinds, key=[ActorKind.STATE, ActorKind.BLOC].index)
    assert "21 members of G20 over 23 declarations" in ledger_title(record_library(), g20)


def test_a_bloc_s_act_is_not_its_members() -> None:
    convention = [column.id for column in found().columns].index("coe-cets-225")
    acted = {row.actor.id for row in found().rows if row.cells[convention].acts}
    assert "european-union" in acted
    assert "france" not in acted


def test_every_column_says_as_of_when_its_list_is_known_and_how_sure() -> None:
    lines = [line.plain for line in ledger_lines(found())]
    assert any("Paris Statement" in each and "as of 2026-10-01, certainty medium" in each for each in lines)
    assert any("Call for Control" in each and "incomplete" in each and "certainty low" in each for each in lines)


def test_doubtful_standings_are_counted_apart() -> None:
    library = MemoryLibrary(paris().records)
    one = ledger(library, LedgerQuery(declarations=("global-ai-governance-initiative",)))
    assert count_words(one, 0) == "3 signed (doubtful), 2 proposed"


def test_the_table_names_the_page_of_every_act() -> None:
    table = ledger_table(found())
    for row, cells in zip(found().rows, table.rows, strict=True):
        for cell, words in zip(row.cells, cells[4:], strict=True):
            assert all(f"[{', '.join(act.sources)}]" in words for act in cell.acts)
            assert all(f"as of {act.as_of}" in words for act in cell.acts)


def test_rows_are_chosen_and_sorted() -> None:
    library = record_library()
    declined = ledger(library, LedgerQuery(standing=Standing.DECLINED))
    assert {row.actor.id for row in declined.rows} == {"united-states", "united-kingdom", "china", "israel"}
    most = ledger(library, LedgerQuery(order=LedgerOrder.LISTED)).rows
    states = [row.listed for row in most if row.actor.kind is ActorKind.STATE]
    assert states == sorted(states, reverse=True)
    latest = ledger(library, LedgerQuery(order=LedgerOrder.LATEST)).rows
    assert latest[0].cells[-1].acts


def test_a_group_without_members_and_a_text_named_twice_are_refused() -> None:
    with pytest.raises(InputError, match="has no members"):
        ledger(record_library(), LedgerQuery(group="france"))
    with pytest.raises(InputError, match="stands twice"):
        ledger(record_library(), LedgerQuery(declarations=("seoul-2024", "seoul-2024")))
