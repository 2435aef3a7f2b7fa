from pathlib import Path

from summittui.model import Records
from summittui.queries.comparison import AccountsQuery
from summittui.ui.screens.accounts import AccountsScreen
from summittui.ui.screens.documents import DocumentsScreen
from summittui.ui.screens.reader import ReaderScreen
from tests.hostile.walk import go_home
from tests.ui.visiting import SIZES, Visitor, visiting


async def open_accounts(reader: Visitor) -> AccountsScreen:
    await reader.run("documents", "compare")
    return reader.on(AccountsScreen)


async def test_what_58_countries_backed_is_understood_at_once(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        for size in SIZES:
            await reader.resize(*size)
            await open_accounts(reader)
            assert reader.fits()
            assert "What did about 60, or 58, countries back?" in reader.lines[1]
            assert reader.sees("20 disagreements · 7 agreements")
            text = " ".join(reader.text.replace("│", " ").split())
            assert "about 60 signatories →" in text
            assert "exactly 58 countries" in text
            assert "doubtful" in text
            assert "conflict" in text
            assert reader.sees("nigeriapulse mixed the two up")
            await go_home(reader)


async def test_the_title_says_that_the_two_are_not_two_witnesses(tmp_path: Path) -> None:
    async with visiting(tmp_path, (80, 24)) as reader:
        await open_accounts(reader)
        assert reader.lines[0].endswith(" one origin ")
    async with visiting(tmp_path, (100, 30)) as reader:
        await open_accounts(reader)
        assert "one origin, not two witnesses" in reader.lines[0]
    async with visiting(tmp_path, (170, 40)) as reader:
        await open_accounts(reader)
        assert "nigeriapulse is a digest of www.ecns.cn" in reader.lines[0].lower()


async def test_disagreements_come_by_severity_then_agreements_then_what_only_one_has(tmp_path: Path) -> None:
    async with visiting(tmp_path, (140, 40)) as reader:
        screen = await open_accounts(reader)
        assert [row.differs for row in screen.rows] == [True] * 20 + [False] * 11
        labels = ["\n".join(line.plain for line in row.label) for row in screen.rows]
        severities = [label.rsplit(" · ", 1)[1] for label in labels[:20]]
        assert severities == sorted(severities, key=["high", "medium", "low"].index)
        assert all("= agree" in label for label in labels[20:27])
        assert [label.split("\n")[0] for label in labels[27:]] == ["Actors", "Declarations", "Quotes", "Claims"]
        await reader.press("G")
        assert reader.sees("What a source leaves out it has neither affirmed nor denied.")


async def test_next_and_previous_go_through_the_disagreements(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        screen = await open_accounts(reader)
        for _ in range(25):
            await reader.run("next-difference")
        assert screen.grid.cursor
        assert screen.grid.cursor.row == 19
        assert reader.sees("No further disagreement below.")
        await reader.run("previous-difference")
        assert screen.grid.cursor.row == 18


async def test_enter_opens_the_passage_of_the_side_under_the_cursor(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        screen = await open_accounts(reader)
        await reader.press("l", "enter")
        opened = reader.on(ReaderScreen)
        assert opened.reader.source == "nigeriapulse"
        await reader.press("escape")
        assert reader.on(AccountsScreen).grid.cursor == screen.grid.cursor


async def test_a_side_that_has_nothing_opens_nothing(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        screen = await open_accounts(reader)
        silent = next(at for at, row in enumerate(screen.rows) if row.cells[1][0].passage is None and row.differs)
        await reader.press(*"n" * silent, "l", "g")
        screen.grid.put(screen.grid.cursor._replace(row=silent, column=1, entry=0))  # type: ignore[union-attr]
        await reader.press("enter")
        reader.on(AccountsScreen)
        assert reader.sees("This side has nothing on the matter")


async def test_swap_exchanges_the_sources(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        screen = await open_accounts(reader)
        await reader.run("swap")
        assert screen.live.answer
        assert screen.live.answer[0].left.id == "nigeriapulse"
        assert reader.lines[0].startswith(" nigeriapulse | stdaily")


async def test_escape_goes_back_to_the_documents(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        await open_accounts(reader)
        await reader.press("tab", "tab", "escape", "escape")
        reader.on(DocumentsScreen)


async def test_a_document_that_is_not_there_is_named(tmp_path: Path) -> None:
    async with visiting(tmp_path, (80, 24), records=Records()) as reader:
        await reader.app.push_screen(AccountsScreen(AccountsQuery(sources=("stdaily", "nigeriapulse"))))
        await reader.wait()
        assert reader.sees("called 'stdaily'")
        await reader.press("enter", "n", "x", "l", "j", "tab")
        reader.on(AccountsScreen)
