from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.coordinate import Coordinate

from summittui.library.memory.library import MemoryLibrary
from summittui.model import Records
from summittui.present.pairs import pair_counts
from summittui.ui.render.pairs import pair_key
from summittui.ui.screens.browse import BrowseScreen
from summittui.ui.screens.compare import CompareScreen
from summittui.ui.screens.evidence import EvidenceScreen
from summittui.ui.screens.matrix import MatrixScreen
from summittui.ui.screens.pairs import PairsScreen
from summittui.ui.screens.reader import ReaderScreen
from tests.hostile.walk import go_home
from tests.in_memory import in_memory
from tests.paris import paris
from tests.ui.driver import reading
from tests.ui.visiting import SIZES, Visitor, visiting

LABELS = {"china": "中华人民共和国外交部发言人办公室", "united-states": "الولايات المتحدة الأمريكية في باريس"}


async def go_to(reader: Visitor, actor: str, issue: str) -> MatrixScreen:
    """Put the cursor on one cell."""
    screen = reader.on(MatrixScreen)
    assert screen.live.answer
    row = [each.perspective.id for each in screen.live.answer.rows].index(actor)
    screen.table.put(Coordinate(row, [each.id for each in screen.live.answer.issues].index(issue)))
    await reader.wait()
    return screen


async def test_the_matrix_shows_a_sign_n_and_the_kind_of_evidence(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        for size in SIZES:
            await reader.resize(*size)
            await reader.run("matrix")
            await go_to(reader, "united-states", "sign-paris-statement")
            assert reader.fits()
            line = next(line for line in reader.lines if "▸ United States" in line)
            assert "▼ 1 d" in line
            assert reader.sees("United States: ▼ against (once); no words of its own  deeds 1")
            assert reader.sees("w words d deeds s said about it hollow: weak or as told")
            await go_home(reader)


async def test_a_doubtful_cell_has_its_n_in_brackets_and_says_so(tmp_path: Path) -> None:
    async with visiting(tmp_path, (140, 40)) as reader:
        await reader.run("matrix")
        await go_to(reader, "european-union", "china-initiative")
        assert "△ 1 d" in next(line for line in reader.lines if "▸ European Union" in line)
        assert reader.sees("△ for, doubtful (once)")


async def test_what_only_others_tell_is_marked_as_theirs(tmp_path: Path) -> None:
    async with visiting(tmp_path, (140, 40)) as reader:
        await reader.run("matrix")
        await go_to(reader, "france", "tight-regulation")
        assert "◇ 1 s&" in next(line for line in reader.lines if "▸ France" in line)
        assert reader.sees("◇ mixed as told by The New York Times")


async def test_columns_that_do_not_fit_are_paged_and_the_question_stands_in_the_frame(tmp_path: Path) -> None:
    async with visiting(tmp_path, (80, 24)) as reader:
        await reader.run("matrix")
        table = reader.on(MatrixScreen).table
        assert 0 in table.columns_in_sight
        assert 7 not in table.columns_in_sight
        assert reader.sees("more ↔")
        await reader.press(*"l" * 7)
        assert 7 in table.columns_in_sight
        assert "▸ " in reader.text
        assert "May a state put its own security" in reader.lines[1]


async def test_enter_opens_the_words_behind_a_cell_and_o_their_source(tmp_path: Path) -> None:
    async with visiting(tmp_path, (100, 30)) as reader:
        await reader.run("matrix")
        screen = await go_to(reader, "jd-vance", "tight-regulation")
        cursor = screen.table.cursor
        await reader.press("enter")
        evidence = reader.on(EvidenceScreen)
        assert reader.sees("“kill a transformative industry.”")
        assert reader.sees("JD Vance · own words")
        while evidence.current is None or evidence.current.id != "vance-kill-industry":
            await reader.press("j")
        await reader.run("source")
        reader.on(ReaderScreen)
        await reader.press("escape", "escape")
        assert reader.on(MatrixScreen).table.cursor == cursor


async def test_a_silent_cell_opens_nothing_and_says_that_silence_is_no_stance(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        await reader.run("matrix")
        await go_to(reader, "united-kingdom", "open-access")
        await reader.press("enter")
        reader.on(MatrixScreen)
        assert reader.sees("No statement was found here;")


async def test_sorting_by_an_issue_orders_the_actors_and_escape_restores(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        await reader.run("matrix")
        screen = await go_to(reader, "united-states", "sign-paris-statement")
        assert screen.live.answer
        before = [row.perspective.id for row in screen.live.answer.rows]
        await reader.run("sort-by-issue")
        stances = [str(row.cells[0].stance) for row in screen.live.answer.rows]
        assert stances == sorted(stances, key=["for", "mixed", "unclear", "against", "None"].index)
        assert screen.row
        assert screen.row.perspective.id == "united-states"
        await reader.press("escape")
        assert [row.perspective.id for row in screen.live.answer.rows] == before
        reader.on(MatrixScreen)


async def test_sorting_by_an_actor_orders_the_issues(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        await reader.run("matrix")
        screen = await go_to(reader, "united-states", "ai-leadership")
        await reader.run("sort-by-actor")
        assert screen.row
        stances = [str(cell.stance) for cell in screen.row.cells]
        assert stances == sorted(stances, key=["for", "mixed", "unclear", "against", "None"].index)
        assert screen.issue
        assert screen.issue.id == "ai-leadership"


async def test_marked_actors_go_to_compare(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        await reader.run("matrix")
        await reader.run("compare")
        assert reader.sees("Mark an actor with space")
        await go_to(reader, "china", "open-access")
        await reader.press("space")
        await go_to(reader, "united-states", "open-access")
        assert reader.sees("1 marked")
        await reader.run("compare")
        reader.on(CompareScreen)
        assert reader.sees("A  China")
        assert reader.sees("B  United States")


async def test_escape_takes_the_marks_off_before_it_leaves(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        await reader.press("M", "space", "escape")
        assert reader.on(MatrixScreen).table.marks == frozenset()
        await reader.press("escape")
        reader.on(BrowseScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_who_stands_with_whom_names_the_issues_and_what_is_left_out(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with visiting(tmp_path, size) as reader:
        await reader.run("matrix", "pairs")
        screen = reader.on(PairsScreen)
        assert reader.fits()
        assert reader.sees("7 pairs with some issue in common")
        assert reader.sees("newspapers and authors: Author of stdaily")
        await reader.run("voices")
        assert screen.live.answer
        (pair,) = screen.live.answer.pairs
        screen.body.list_pane.to_key(pair_key(pair))
        await reader.wait()
        assert pair_counts(pair).plain.strip() in reader.text
        assert reader.sees(f"Both take a firm side on {pair.n} issues")
        await reader.press("tab", "G")
        assert reader.sees(pair.shared[-1].issue.label)
        await reader.press("escape")
        await reader.run("pair-order")
        assert reader.sees("by same")


async def test_newspapers_and_authors_are_added_to_the_matrix_with_a_key(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        await reader.press("M")
        screen = reader.on(MatrixScreen)
        assert not [row for row in screen.live.answer.rows if row.is_voice] if screen.live.answer else False
        await reader.press("a")
        await reader.wait()
        assert reader.sees("newspapers and authors")
        assert [row for row in screen.live.answer.rows if row.is_voice] if screen.live.answer else False


async def test_issues_that_one_record_feeds_are_named_under_the_matrix(tmp_path: Path) -> None:
    async with visiting(tmp_path, (140, 40)) as reader:
        await reader.run("matrix")
        reader.on(MatrixScreen).body.arrive("paris-signatories/sign-paris-statement")
        await reader.wait()
        assert reader.sees("Not independent of Collective governance, Open access")


async def test_a_pair_is_compared_with_enter_and_w_goes_back_to_the_matrix(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        await reader.run("matrix", "pairs", "voices")
        screen = reader.on(PairsScreen)
        await reader.press("g")
        assert screen.pair
        names = (screen.pair.left.label, screen.pair.right.label)
        await reader.press("enter")
        reader.on(CompareScreen)
        assert reader.sees(f"A  {names[0]}")
        assert reader.sees(f"B  {names[1]}"[:20])
        await reader.press("escape", "w")
        reader.on(MatrixScreen)


async def test_without_records_both_views_say_so(tmp_path: Path) -> None:
    async with visiting(tmp_path, (80, 24), records=Records()) as reader:
        await reader.run("matrix")
        assert reader.sees("The store holds no stance of anybody on any issue.")
        await reader.press("enter", "space", "s", "c", "j", "l")
        reader.on(MatrixScreen)
        await reader.run("pairs")
        assert reader.sees("No two actors take a firm side on two issues that they share.")
        await reader.press("enter", "o", "j")
        reader.on(PairsScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_wide_letters_and_right_to_left_names_do_not_break_a_row(tmp_path: Path, size: tuple[int, int]) -> None:
    shipped = paris().records
    actors = tuple(replace(each, name=LABELS.get(each.id, each.name)) for each in shipped.actors)
    issues = tuple(replace(each, label="人工智能治理 قواعد الذكاء") for each in shipped.issues)
    async with visiting(tmp_path, size, records=replace(shipped, actors=actors, issues=issues)) as reader:
        await reader.run("matrix")
        table = reader.on(MatrixScreen).table
        assert reader.sees("中华人民")
        assert {table.render_line(y).cell_length for y in range(table.size.height)} == {size[0]}
        assert all(table.render_line(y).text.endswith("│") for y in range(1, table.size.height - 1))


async def test_the_cursor_keeps_its_actor_when_the_library_changes(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        await reader.run("matrix")
        screen = await go_to(reader, "united-states", "ai-leadership")
        reader.on(MatrixScreen)
        assert reader.app.library
        records = in_memory(reader.app.library).records
        reader.app.library = MemoryLibrary(replace(records, issues=records.issues[::-1]))
        await reader.wait()
        assert screen.row
        assert screen.issue
        assert (screen.row.perspective.id, screen.issue.id) == ("united-states", "ai-leadership")


async def test_the_menu_in_the_last_line_suffices_without_letters(tmp_path: Path) -> None:
    async with visiting(tmp_path, (80, 24)) as reader:
        await reader.run("matrix")
        await reader.press("tab", "tab", "right", "right", "enter")
        reader.on(PairsScreen)
        await reader.press("escape")
        assert reader.on(MatrixScreen).table.cursor == Coordinate(0, 0)


async def test_the_rows_can_be_camps_and_an_actors_row_can_take_in_who_speaks_for_it(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.run("matrix")
        await reader.settle()
        await reader.run("take-in")
        await reader.settle()
        assert reader.sees("with who speaks for them")
        await reader.run("rows")
        await reader.settle()
        screen = reader.app.screen
        assert isinstance(screen, MatrixScreen)
        assert screen.live.answer is not None
        assert all(row.perspective.rule is not None for row in screen.live.answer.rows)
