"""Copying, paging and opening an address, in a user's words."""

import base64
import json
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from summittui.exchange.citing import Style, citations, cite, short
from summittui.library.memory.library import MemoryLibrary
from summittui.model import Quote
from summittui.ui.screens.accounts import AccountsScreen
from summittui.ui.screens.evidence import EvidenceScreen
from summittui.ui.screens.matrix import MatrixScreen
from summittui.ui.screens.pairs import PairsScreen
from summittui.ui.screens.reader import ReaderScreen
from summittui.ui.screens.timeline import TimelineScreen
from summittui.ui.screens.variants import VariantsScreen
from summittui.ui.terminal.clipboard import clipboard_file
from tests.paris import paris, source
from tests.ui.driver import SMALL, Reader, reading
from tests.ui.screens.test_matrix import go_to
from tests.ui.visiting import visiting


def the_copy() -> str:
    return clipboard_file().read_text(encoding="utf-8")


def line_of(reader: Reader, id_: str) -> str:
    return short(cite(reader.library, reader.library.get(id_)))


def run(arguments: Sequence[str]) -> int:
    """Run a program without a terminal to give it."""
    return subprocess.run(arguments, check=False).returncode


@pytest.mark.parametrize("size", [SMALL, (140, 40)])
async def test_y_copies_the_quote_with_who_said_it_and_says_where_it_went(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with reading(tmp_path, size) as reader:
        await reader.choose("vance-kill-industry", "quotes")
        sent: list[str] = []
        driver = reader.app._driver
        assert driver is not None
        driver.write = sent.append  # type: ignore[method-assign, assignment]  # what goes to the terminal
        reader.app.take_driver(driver)
        await reader.run("copy")
        await reader.settle()
        assert the_copy() == line_of(reader, "vance-kill-industry")
        copies = [each for each in sent if each.startswith("\x1b]52;c;")]
        assert [base64.b64decode(each[7:-1]).decode() for each in copies] == [the_copy()]
        assert "clipboard.txt" in reader.told[-1]
        assert reader.told[-1].startswith("Copied with its citation: the terminal's clipboard, if it takes OSC 52")


async def test_two_copies_end_with_the_later_one(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        for id_ in ("khan-pathway", "vance-kill-industry"):
            reader.app.copying.copy_text(id_, "it")
        await reader.settle()
        assert the_copy() == "vance-kill-industry"


async def test_the_marked_actors_are_copied_together_and_in_the_quotes_the_quote_is(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        for actor in ("china", "france"):
            await reader.choose(actor)
            await reader.run("mark")
        await reader.run("copy")
        await reader.settle()
        assert the_copy().split("\n") == [line_of(reader, "china"), line_of(reader, "france")]
        assert "2 records, each with its citation" in reader.told[-1]
        await reader.press("escape")
        await reader.choose("vance-kill-industry", "quotes")
        await reader.run("copy")
        await reader.settle()
        assert the_copy() == line_of(reader, "vance-kill-industry")


async def test_a_full_citation_asks_for_its_style_and_offers_the_last_one_first(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.choose("khan-pathway", "quotes")
        quote = reader.library.get("khan-pathway")
        await reader.run("copy-cited")
        await reader.answer("CSL-JSON")
        assert the_copy() == citations(reader.library, [quote], Style.CSL)
        assert json.loads(the_copy())[0]["id"] == "khan-pathway"
        await reader.run("copy-cited")
        await reader.press("enter")
        await reader.settle()
        assert the_copy() == citations(reader.library, [quote], Style.CSL)
        await reader.run("copy-cited")
        await reader.answer("Markdown")
        assert the_copy() == citations(reader.library, [quote], Style.MARKDOWN)


async def test_nothing_is_copied_when_the_style_is_not_chosen(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.run("copy-cited")
        await reader.press("escape")
        await reader.settle()
        assert not clipboard_file().exists()


async def test_where_nothing_is_under_the_cursor_nothing_is_copied_and_that_is_said(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.press("slash")
        await reader.type("zzzz")
        await reader.press("enter")
        await reader.run("copy")
        await reader.settle()
        assert reader.told[-1] == "Nothing that can be copied is under the cursor."
        assert not clipboard_file().exists()


async def test_a_hostile_record_reaches_no_clipboard_raw(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        quote = reader.library.get_as(Quote, "khan-pathway")
        words = replace(quote.quoted[0], exact="x\x1b]52;c;eA==\x07\n$(rm)\u202e\x9b2J") if quote.quoted else None
        hostile = replace(quote, quoted=(words,) if words else (), gist="g\x1b[31m\ng", role="r\r\u2066")
        records = paris().records
        quotes = tuple(hostile if each.id == hostile.id else each for each in records.quotes)
        reader.app.library = MemoryLibrary(replace(records, quotes=quotes))
        await reader.wait()
        await reader.choose("khan-pathway", "quotes")
        await reader.run("copy")
        await reader.settle()
        assert "\n" not in the_copy()
        assert not set(the_copy()) & set("\x1b\x07\r\x9b\u202e\u2066")


async def test_the_reader_copies_the_quote_at_its_passage(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.choose("vance-kill-industry", "quotes")
        await reader.run("source")
        assert isinstance(reader.app.screen, ReaderScreen)
        await reader.run("copy")
        await reader.settle()
        assert line_of(reader, "vance-kill-industry") in the_copy().split("\n")


async def test_the_matrix_copies_a_cell_as_markdown_and_a_silent_one_not(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        await reader.run("matrix")
        screen = await go_to(reader, "united-states", "sign-paris-statement")
        assert screen.position
        await reader.run("copy")
        await reader.settle()
        evidence = citations(reader.library, screen.position.evidence, Style.MARKDOWN)
        assert the_copy().startswith("## United States on ")
        assert the_copy().endswith(evidence)
        silent = next(
            (row.perspective.id, issue.id)
            for row in (screen.live.answer.rows if screen.live.answer else ())
            for issue, cell in zip(screen.live.answer.issues if screen.live.answer else (), row.cells, strict=True)
            if not cell.n
        )
        await go_to(reader, *silent)
        await reader.run("copy")
        assert reader.told[-1] == "Nothing that can be copied is under the cursor."
        reader.on(MatrixScreen)


async def test_evidence_of_a_deed_is_copied_as_the_act(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        await reader.run("matrix")
        await go_to(reader, "united-states", "sign-paris-statement")
        await reader.press("enter")
        assert reader.on(EvidenceScreen).piece
        await reader.run("copy")
        await reader.settle()
        assert the_copy().startswith("declined: Statement on Inclusive")
        assert "— United States (an act, as the source states it)" in the_copy()


async def test_pairs_copy_the_evidence_of_both_with_their_number(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        await reader.run("matrix", "pairs", "voices")
        await reader.press("g")
        pair = reader.on(PairsScreen).pair
        assert pair
        await reader.run("copy")
        await reader.settle()
        assert the_copy().startswith("## ")
        assert pair.left.label in the_copy().split("\n")[0]
        assert the_copy().count("\n> — ") >= 2 * len(pair.shared)


async def test_the_timeline_the_variants_the_documents_and_two_accounts_are_copied_from(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        await reader.run("timeline")
        screen = reader.on(TimelineScreen)
        while not (screen.moment and screen.moment.kind == "act"):
            await reader.press("j")
        await reader.run("copy")
        await reader.settle()
        assert "(an act, as the source states it)" in the_copy()
        await reader.press("escape", "escape")
        await reader.choose("vance-gold-standard", "quotes")
        await reader.run("variants")
        await reader.run("copy")
        await reader.settle()
        assert the_copy() == line_of(reader, reader.on(VariantsScreen).body.key or "")
        await reader.run("documents")
        await reader.run("copy")
        await reader.settle()
        assert the_copy().startswith("(the whole article). Science and Technology Daily (stdaily)")
        await reader.run("compare")
        reader.on(AccountsScreen)
        await reader.run("copy")
        await reader.settle()
        assert the_copy().startswith("What did about 60, or 58, countries back?")
        assert "stdaily: About sixty states signed the Paris Statement." in the_copy()


async def test_what_is_selected_in_a_line_is_copied_the_same_way(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.press("slash")
        await reader.type("vance")
        await reader.press("shift+home", "ctrl+c")
        await reader.settle()
        assert the_copy() == "vance"


@pytest.fixture
def pager(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], str]:
    """A script that is the pager; what was shown is returned."""
    script = tmp_path / "a pager.sh"
    script.write_text(f'#!/bin/sh\ncat "$2" > "{tmp_path}/paged"\necho "$1" > "{tmp_path}/option"\n')
    script.chmod(0o700)
    monkeypatch.setenv("PAGER", f"'{script}' -R")
    return (tmp_path / "paged").read_text


async def test_a_pager_shows_the_record_and_the_text_of_a_document(tmp_path: Path, pager: Callable[[], str]) -> None:
    text = "Attached\x1b[31m text.\n" * 3
    async with reading(tmp_path, program=run, texts={"stdaily": text}) as reader:
        await reader.choose("khan-pathway", "quotes")
        await reader.run("page")
        assert "Yasir Habib Khan" in pager()
        assert (tmp_path / "option").read_text() == "-R\n"
        await reader.run("documents")
        await reader.settle()
        await reader.run("page")
        assert "Attached text.\nAttached text.\n" in pager()
        assert "\x1b" not in pager()
        await reader.press("j")
        await reader.settle()
        await reader.run("page")
        assert "No text is attached; this is its outline, in our words." in pager()
        assert source("nigeriapulse").outline[0].gist in pager()


@pytest.mark.parametrize(
    ("command", "complaint"),
    [
        ("false", "The pager false ended with the code 1; set PAGER to another."),
        ("no-such-pager", "The pager no-such-pager cannot be used (No such file or directory); set PAGER to another."),
        ("'", "$PAGER holds an unfinished quotation: '; correct it."),
    ],
)
async def test_a_pager_that_fails_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, complaint: str
) -> None:
    monkeypatch.setenv("PAGER", command)
    async with reading(tmp_path, program=run) as reader:
        await reader.run("page")
        assert reader.told[-1] == complaint


async def test_an_address_is_shown_and_copied_and_over_ssh_no_browser_is_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[Sequence[str]] = []
    monkeypatch.setenv("BROWSER", "lynx %s:other")

    def remember(arguments: Sequence[str]) -> int:
        started.append(arguments)
        return 0

    url = source("nigeriapulse").url or ""
    async with reading(tmp_path, program=remember) as reader:
        await reader.choose("khan-pathway", "quotes")
        await reader.run_from_palette("open the address")
        assert started == [["lynx", url]]
        monkeypatch.setenv("SSH_CONNECTION", "1 2 3 4")
        await reader.run_from_palette("open the address")
        assert the_copy() == url
        assert reader.sees("nigeriapulse.com/2025/02/13")
        assert len(started) == 1
        await reader.press("escape")
        await reader.choose("china")
        assert url


async def test_only_addresses_of_the_web_are_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER", "lynx")
    async with visiting(tmp_path) as reader:
        records = paris().records
        sources = tuple(replace(each, url="javascript:alert(1)") for each in records.sources)
        reader.app.library = MemoryLibrary(replace(records, sources=sources))
        await reader.wait()
        await reader.choose("khan-pathway", "quotes")
        await reader.run_from_palette("open the address")
        assert reader.told[-1] == "No source with an address of the web is under the cursor."
        assert not clipboard_file().exists()
