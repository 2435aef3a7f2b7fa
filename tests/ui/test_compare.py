from pathlib import Path

from summittui.library.answers.side_by_side import Row
from summittui.queries.comparison import Alignment
from summittui.queries.links import parse_view
from summittui.ui.screens.browse import BrowseScreen
from summittui.ui.screens.compare import CompareScreen
from summittui.ui.screens.compared_rows import ComparedRows
from summittui.ui.screens.reader import ReaderScreen
from summittui.ui.views.screen_links import screen_of, view_of
from tests.hostile.walk import go_home
from tests.ui.driver import MEDIUM, SMALL, Reader, reading


async def compare(reader: Reader, *actors: str) -> CompareScreen:
    for actor in actors:
        await reader.choose(actor)
        await reader.press("space")
    await reader.run("compare")
    await reader.settle()
    screen = reader.app.screen
    assert isinstance(screen, CompareScreen)
    return screen


def issue_rows(screen: CompareScreen) -> tuple[Row, ...]:
    return tuple(row for row in rows_of(screen).rows if isinstance(row, Row) and row.positions)


def rows_of(screen: CompareScreen) -> ComparedRows:
    assert screen.shown is not None
    return screen.shown


def row_of(screen: CompareScreen) -> int:
    assert screen.grid.cursor
    return screen.grid.cursor.row


async def test_two_marked_actors_stand_side_by_side_issue_by_issue(tmp_path: Path) -> None:
    async with reading(tmp_path, (200, 50)) as reader:
        await compare(reader, "united-states", "china")
        assert reader.sees("A  United States  ⊃ JD Vance")
        assert reader.sees("B  China  ⊃ Zhang Guoqing")
        assert reader.sees("≠ differ by")
        while not reader.sees("✗ declined the Paris Statement"):
            await reader.run("next-difference")
            assert not reader.sees("No further difference")
        assert reader.sees("no words of its own")


async def test_one_mark_is_compared_with_the_cursor(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.choose("united-states")
        await reader.run("compare")
        going_on = "c on another compares them; space on it, or Esc, lets go."
        assert f"United States is pinned as side A. {going_on}" in reader.told
        await reader.choose("china")
        await reader.run("compare")
        assert reader.sees("A  United States")
        assert reader.sees("B  China")


async def test_swap_exchanges_the_columns(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await compare(reader, "united-states", "china")
        await reader.run("swap")
        await reader.settle()
        assert reader.sees("A  China")
        assert reader.sees("B  United States")


async def test_next_difference_goes_to_the_next_row_that_differs_and_stops_at_the_last(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        screen = await compare(reader, "united-states", "china")
        differing = [at for at, row in enumerate(issue_rows(screen)) if row.state in {"differ", "one side mixed"}]
        visited = [0]
        for _ in differing[1:]:
            await reader.run("next-difference")
            visited.append(row_of(screen))
        assert visited == differing
        await reader.run("next-difference")
        assert reader.sees("No further difference below.")
        await reader.run("previous-difference")
        assert row_of(screen) == differing[-2]


async def test_differences_only_hides_the_other_rows(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        screen = await compare(reader, "united-states", "china")
        await reader.run("differences-only")
        assert {str(row.state) for row in issue_rows(screen)} == {"differ"}
        await reader.run("differences-only")
        assert len(rows_of(screen).rows) == 8


async def test_where_nothing_differs_the_keys_say_so(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await compare(reader, "guo-jiakun", "over-140-nations")
        await reader.run("differences-only")
        assert reader.sees("They differ on no issue.")


async def test_silence_is_named(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await compare(reader, "european-commission", "france")
        assert reader.sees("· no statement found")


async def test_unfolding_leaves_the_speakers_out(tmp_path: Path) -> None:
    async with reading(tmp_path, (200, 50)) as reader:
        await compare(reader, "united-states", "china")
        await reader.run("fold")
        await reader.settle()
        assert not reader.sees("⊃ JD Vance")
        assert reader.sees("alone, w folds its speakers in")
        await reader.run("fold")
        await reader.settle()
        assert reader.sees("⊃ JD Vance")


async def test_an_entry_opens_its_passage_and_escape_returns_to_the_same_cell(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        screen = await compare(reader, "united-states", "china")
        await reader.press("l", "j", "j")
        cursor = screen.grid.cursor
        await reader.press("enter")
        assert isinstance(reader.app.screen, ReaderScreen)
        await reader.press("escape")
        assert reader.app.screen.query_one("#grid") is screen.grid
        assert screen.grid.cursor == cursor


async def test_below_eighty_columns_the_sides_stack_and_nothing_is_lost(tmp_path: Path) -> None:
    async with reading(tmp_path, (78, 200)) as reader:
        screen = await compare(reader, "united-states", "china")
        assert screen.grid.stacked
        entries = [piece.text for row in issue_rows(screen) for cell in row.cells for piece in cell.evidence]
        assert entries
        assert all(reader.sees(text) for text in entries)


async def test_six_columns_are_paged_beside_the_pinned_first(tmp_path: Path) -> None:
    six = ("united-states", "china", "european-commission", "united-nations", "france", "united-kingdom")
    async with reading(tmp_path, MEDIUM) as reader:
        screen = await compare(reader, *six)
        assert screen.grid.columns_in_sight == (0, 1, 2)
        assert reader.sees("+3 more")
        for _ in six[1:]:
            await reader.press("l")
        assert screen.grid.columns_in_sight == (0, 4, 5)
        assert reader.sees("A  United States")
        assert reader.sees("F  United Kingdom")


async def test_the_menu_in_the_last_line_suffices_without_letters(tmp_path: Path) -> None:
    async with reading(tmp_path, SMALL) as reader:
        await compare(reader, "united-states", "china")
        await reader.press("tab", "tab", "left", "enter")
        assert isinstance(reader.app.screen, ReaderScreen)
        await reader.press("escape")
        await reader.press("tab", "left", "left", "enter")
        assert reader.sees("A  China")
        await reader.press("escape")
        assert isinstance(reader.app.screen, BrowseScreen)


async def test_the_cursor_is_always_in_sight(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        for size in (SMALL, MEDIUM, (140, 40)):
            await reader.resize(*size)
            screen = await compare(reader, "united-states", "china")
            for key in ("j", "j", "n", "ctrl+d", "l", "G", "pageup", "n", "g"):
                await reader.press(key)
                assert screen.grid.cursor
                assert screen.grid.sees(screen.grid.cursor)
            await go_home(reader)


async def step(reader: Reader, *commands: str) -> None:
    for each in commands:
        await reader.run(each)
        await reader.settle()


async def pick(reader: Reader, words: str) -> None:
    await reader.settle()
    await reader.type(words)
    await reader.press("enter")
    await reader.settle()


async def test_columns_are_added_by_alias_and_dropped_down_to_two(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        screen = await compare(reader, "united-states", "china")
        await step(reader, "drop-column")
        assert "Two columns are the fewest that can be compared; add one before you drop one." in reader.told
        await step(reader, "add-column")
        await pick(reader, "macron")
        assert list(screen.sides) == ["united-states", "china", "emmanuel-macron"]
        assert screen.columns.column == 2
        await step(reader, "drop-column")
        assert screen.sides == ("united-states", "china")


async def test_what_stands_in_the_comparison_already_is_refused_with_the_reason(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        screen = await compare(reader, "united-states", "china")
        await step(reader, "pick-first")
        await pick(reader, "china")
        assert "China stands in column B already." in reader.told
        await reader.press("escape")
        assert screen.sides == ("united-states", "china")


async def test_a_and_b_put_others_in_the_first_and_the_second_column(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        screen = await compare(reader, "united-states", "china")
        await step(reader, "pick-second")
        await pick(reader, "nigeriapulse")
        assert screen.sides == ("united-states", "nigeriapulse")
        await step(reader, "pick-first")
        await pick(reader, "france")
        assert screen.sides == ("france", "nigeriapulse")


async def test_filters_are_named_and_escape_takes_them_off_one_by_one(tmp_path: Path) -> None:
    async with reading(tmp_path, SMALL) as reader:
        screen = await compare(reader, "united-states", "china")
        await step(reader, "direct-only", "no-doubtful")
        assert "quoted words of their own only, without what is doubtful" in reader.lines[0]
        emptied = [row for row in issue_rows(screen) if row.state_word == "nothing left by the filter"]
        assert emptied
        entries = [entry.plain for texts in screen.grid._rows for cell in texts.cells for entry in cell]
        assert any(entry.startswith("· nothing left by the filter, ") for entry in entries)
        await reader.press("escape")
        await reader.settle()
        assert "without what is doubtful" not in reader.lines[0]
        await reader.press("escape")
        await reader.settle()
        assert not screen.view_query.evidence_filter.description
        await reader.press("escape")
        assert isinstance(reader.app.screen, BrowseScreen)


async def test_the_rows_are_issues_then_dates_then_sources_then_declarations_then_issues_again(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        screen = await compare(reader, "united-states", "china")
        await step(reader, "align")
        assert reader.sees("by date")
        assert reader.sees("2023 (the year alone)")
        assert not reader.sees("= agree")
        await step(reader, "align")
        assert screen.columns.row_key in {"stdaily", "nigeriapulse"}
        await step(reader, "align")
        assert "paris-statement" in rows_of(screen).keys
        await step(reader, "align")
        assert len(issue_rows(screen)) == 8


async def test_an_entry_of_a_date_opens_its_own_passage(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        screen = await compare(reader, "china", "united-states")
        await step(reader, "align")
        assert screen.grid.cursor
        piece = rows_of(screen).evidence(screen.grid.cursor)
        assert piece is not None
        first = rows_of(screen).rows[0]
        assert isinstance(first, Row)
        assert piece == first.cells[0].evidence[0]
        await step(reader, "open")
        assert isinstance(reader.app.screen, ReaderScreen)


async def test_scrolling_apart_moves_the_column_of_the_cursor_alone(tmp_path: Path) -> None:
    async with reading(tmp_path, (120, 20)) as reader:
        screen = await compare(reader, "united-states", "china")
        await step(reader, "scroll-apart")
        assert reader.sees("scrolling apart")
        before = right_column(screen)
        await reader.press("ctrl+d", "ctrl+d", "j")
        assert screen.grid.cursor
        assert screen.grid.sees(screen.grid.cursor)
        assert right_column(screen) == before
        await reader.press("l", "ctrl+d", "ctrl+d", "ctrl+d")
        assert right_column(screen) != before
        await reader.press("escape")
        assert not screen.columns.apart


def right_column(screen: CompareScreen) -> list[str]:
    return [line.pieces[1][1].plain for line in screen.grid._seen]


async def test_words_cut_to_one_line_keep_who_and_where(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await compare(reader, "china", "united-states")
        await step(reader, "wrap")
        assert reader.sees("words cut to one line")
        assert "…" in reader.text
        assert reader.sees("Zhang Guoqing · stdaily ¶11")
        await step(reader, "wrap")
        assert not reader.sees("words cut to one line")


async def test_a_row_and_the_table_are_copied_with_their_sources(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        screen = await compare(reader, "united-states", "china")
        await step(reader, "copy-row")
        row = reader.copied
        await step(reader, "copy-table")
        assert {line.split(" | ")[0] for line in row.splitlines()[4:]} == {f"| {issue_rows(screen)[0].label}"}
        assert row.splitlines()[4:] == reader.copied.splitlines()[4 : len(row.splitlines())]
        assert "published 2025-" in row


async def test_rows_collapse_to_a_line_each_and_enter_expands_the_one_of_the_cursor(tmp_path: Path) -> None:
    async with reading(tmp_path, (160, 40)) as reader:
        screen = await compare(reader, "united-states", "china")
        await reader.press("Z")
        heads = [screen.grid.render_line(y).text for y in range(screen.grid.size.height)]
        starts = [next(y for y, text in enumerate(heads) if row.label[:12] in text) for row in issue_rows(screen)]
        assert starts == list(range(starts[0], starts[0] + len(starts)))
        assert reader.sees("A  United States")
        assert reader.sees("one line each")
        assert reader.sees("≠ Signing the Paris Statement")
        third = issue_rows(screen)[2]
        await reader.press("g", "j", "j", "enter")
        assert row_of(screen) == 2
        assert len(rows_of(screen).texts[2].cells[0]) > 1
        view = str(view_of(screen))
        assert "rows:collapsed" in view
        assert f"expanded:{third.key}" in view
        opened = screen_of(screen.live.library, parse_view(view))  # type: ignore[arg-type]  # it has been read
        assert isinstance(opened, CompareScreen)
        assert opened.view_query == screen.view_query
        await reader.press("enter")
        assert row_of(screen) == 2
        assert not screen.view_query.expanded
        await reader.press("enter", "j", "enter")
        assert isinstance(reader.app.screen, ReaderScreen)
        await reader.press("escape")
        await reader.settle()
        await reader.press("escape", "escape")
        assert not screen.view_query.collapsed
        assert isinstance(reader.app.screen, CompareScreen)


async def test_in_a_narrow_terminal_each_column_of_a_collapsed_row_has_its_line(tmp_path: Path) -> None:
    async with reading(tmp_path, (70, 24)) as reader:
        screen = await compare(reader, "united-states", "china")
        await reader.press("Z", "t")
        await reader.settle()
        assert reader.sees("n 1 (")
        assert screen.view_query.collapsed
        lines = [screen.grid.render_line(y).text for y in range(screen.grid.size.height)]
        assert any("A  United States  " in line and "⊃" not in line for line in lines[1:]), lines


async def test_by_declaration_acts_stand_side_by_side_and_a_silence_is_no_refusal(tmp_path: Path) -> None:
    async with reading(tmp_path, (160, 45)) as reader:
        screen = await compare(reader, "united-states", "china", "european-union")
        for _ in range(3):
            await step(reader, "align")
        assert screen.view_query.by is Alignment.DECLARATION
        labels = [text.label.plain for text in rows_of(screen).texts]
        assert "Paris Statement\n2025\ndeclined: A · signed: B · no act recorded: C" in labels
        assert reader.sees("✗ declined")
        assert reader.sees("4 declarations · they differ on 1")
        assert "By declaration all acts are shown, each with its doubt." in str(screen.actions["direct-only"].why_not())
        await reader.run("next-difference")
        assert rows_of(screen).question(row_of(screen)).startswith("Statement on Inclusive")
        assert "| Paris Statement |" in screen.copied(None)
        await reader.press("Z")
        assert "Paris Statement  2025" in [text.label.plain for text in rows_of(screen).texts]
        await reader.press("enter", "enter")
        await reader.press("Z")
        await step(reader, "source")
        assert isinstance(reader.app.screen, ReaderScreen)
