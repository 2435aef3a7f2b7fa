"""The export dialog, and that it writes what the command line writes."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from summittui.cli import main
from summittui.exchange.exports import ENDINGS, FileForm
from summittui.queries.language.parsing import parse_query
from summittui.queries.listing import ListQuery
from summittui.session.settings import Settings
from summittui.ui.dialogs.export import ExportScreen
from summittui.ui.dialogs.export_parts import PathLine
from summittui.ui.screens.browse import BrowseScreen
from summittui.ui.widgets.entry import ChoiceLine
from tests.hostile.walk import go_home
from tests.in_memory import in_memory
from tests.ui.driver import SMALL, Reader, reading
from tests.ui.visiting import SIZES, Visitor, visiting

LISTED = [FileForm.JSON, FileForm.CSV, FileForm.MARKDOWN]
OPTIONS = {FileForm.JSON: "--json", FileForm.CSV: "--csv", FileForm.MARKDOWN: "--markdown"}


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)


def here() -> list[str]:
    """Return the names of the files in the current directory."""
    return [each.name for each in Path().iterdir()]


def held(name: str) -> bytes:
    return Path(name).read_bytes()


def make_folder(name: str) -> None:
    Path(name).mkdir()


def put(name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8")


def twin(folder: Path, arguments: Sequence[str], form: FileForm) -> bytes:
    """Return what the command line writes for the same records."""
    option = [OPTIONS[form]] if form in OPTIONS else []
    result = CliRunner().invoke(main, [*arguments, *option, "--store", str(folder / "store.json")])
    assert result.exit_code == 0, result.stderr
    return result.stdout_bytes


async def export(reader: Reader, form: FileForm) -> Path:
    """Export what is shown in a form, to the path that is offered."""
    await reader.run("export")
    await reader.settle()
    dialog = reader.app.screen
    assert isinstance(dialog, ExportScreen)
    dialog.query_one(ChoiceLine).value = form.value
    await reader.settle()
    path = Path(dialog.query_one(PathLine).value)
    assert path.name.endswith(ENDINGS[form])
    await reader.press("enter")
    await reader.settle()
    return path


async def test_a_list_is_exported_as_the_command_line_lists_it(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        for key, pane in (("2", "quotes"), ("3", "declarations")):
            await reader.press(key)
            count = len(in_memory(reader.library).records.table(pane))
            for form in LISTED:
                path = await export(reader, form)
                assert path.read_bytes() == twin(tmp_path, ["list", pane], form)
                assert f"Exported {count} {pane} to {path.resolve()}" in reader.told[-1]


async def test_the_order_is_that_of_the_screen(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        path = await export(reader, FileForm.JSON)
        exported, listed = (
            {each["id"]: each for each in json.loads(text)}
            for text in (path.read_bytes(), twin(tmp_path, ["list", "actors"], FileForm.JSON))
        )
        assert list(exported) == reader.keys("actors")
        assert exported == listed


async def test_csl_is_what_cite_writes(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.press("2")
        path = await export(reader, FileForm.CSL)
        ids = [each.id for each in in_memory(reader.library).records.quotes]
        assert path.read_bytes() == twin(tmp_path, ["cite", *ids, "--style", "csl"], FileForm.CSL)


async def test_a_filter_is_kept_and_told(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.press("2", "slash")
        await reader.type("vance")
        await reader.press("enter")
        screen = reader.app.screen
        assert isinstance(screen, BrowseScreen)
        shown = [screen.lists["quotes"].rows.key(at) for at in range(len(screen.lists["quotes"].rows))]
        assert 0 < len(shown) < 25
        await reader.run("export")
        await reader.settle()
        assert reader.sees(f"Export {len(shown)} quotes · with “vance”")
        await reader.press("escape")
        path = await export(reader, FileForm.CSL)
        assert path.read_bytes() == twin(tmp_path, ["cite", *shown, "--style", "csl"], FileForm.CSL)


VIEWS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("M",), ("matrix",)),
    (("M", "s"), ("matrix", "--sort-by", "ai-leadership")),
    (("M", "w"), ("pairs",)),
    (("L", "escape"), ("timeline",)),
    (("D",), ("list", "sources")),
    (("D", "enter"), ("list", "quotes", "--source", "stdaily")),
    (("D", "c"), ("compare", "stdaily", "nigeriapulse")),
)
"""The keys that lead to a view, and the command that shows it."""


async def test_a_view_is_exported_as_the_command_line_shows_it(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        first = in_memory(reader.library).records.issues[0].id
        for keys, arguments in VIEWS:
            await reader.press(*keys)
            wanted = [first if each == "ai-leadership" else each for each in arguments]
            await exports_as_its_twin(reader, tmp_path, *wanted)
            await go_home(reader)


async def exports_as_its_twin(reader: Reader, folder: Path, *arguments: str) -> None:
    for form in LISTED:
        path = await export(reader, form)
        assert path.read_bytes() == twin(folder, arguments, form)
        path.unlink()  # another view may be offered the same path


async def test_variants_and_a_comparison_are_exported_as_the_command_line_shows_them(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        await reader.choose("vance-gold-standard", "quotes")
        await reader.run("variants")
        await exports_as_its_twin(reader, tmp_path, "variants", "vance-gold-standard")
        await reader.press("escape", "escape", "escape")
        for actor in ("china", "united-states"):
            await reader.choose(actor)
            await reader.run("mark")
        await reader.run("compare")
        await exports_as_its_twin(reader, tmp_path, "compare", "china", "united-states")


async def test_the_reader_exports_the_quotes_of_its_source(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.choose("khan-pathway", "quotes")
        await reader.run("source")
        path = await export(reader, FileForm.CSV)
        shown = reader.library.select(ListQuery(table="quotes", query=parse_query("source:nigeriapulse")))
        assert len(shown) < 25
        assert path.read_bytes() == twin(tmp_path, ["list", "quotes", "--source", "nigeriapulse"], FileForm.CSV)


async def test_the_first_lines_are_seen_before_anything_is_written(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        for size in SIZES:
            await reader.resize(*size)
            await reader.run("export")
            await reader.settle()
            assert reader.sees("Export 39 actors")
            assert reader.sees('"name": ')
            assert reader.sees(" bytes")
            assert max(map(len, reader.lines)) <= size[0]
            await reader.press("escape")
            assert isinstance(reader.app.screen, BrowseScreen)
            assert here() == []


async def test_a_file_that_is_there_is_asked_about(tmp_path: Path) -> None:
    put("quotes.json", "mine")
    async with reading(tmp_path, SMALL) as reader:
        await reader.press("2")
        await export(reader, FileForm.JSON)
        await reader.answer("Give another path")
        assert held("quotes.json") == b"mine"
        await reader.press("enter")
        await reader.settle()
        await reader.answer("Overwrite the file")
        assert held("quotes.json") == twin(tmp_path, ["list", "quotes"], FileForm.JSON)
        assert here() == ["quotes.json"]


async def test_a_path_that_cannot_be_is_refused_in_the_dialog(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.run("export")
        await reader.settle()
        for typed, told in (("", "Give a path for the file."), ("no/such/folder.json", "No such file")):
            assert not reader.sees(told)
            reader.app.screen.query_one(PathLine).value = typed
            await reader.press("enter")
            await reader.settle()
            assert reader.sees(told)
            assert isinstance(reader.app.screen, ExportScreen)


async def test_tab_completes_the_path_and_then_goes_on(tmp_path: Path) -> None:
    make_folder("reports")
    async with reading(tmp_path) as reader:
        await reader.run("export")
        await reader.settle()
        line = reader.app.screen.query_one(PathLine)
        line.value = "rep"
        await reader.press("tab")
        await reader.settle()
        assert (line.value, line.has_focus) == ("reports/", True)
        await reader.press("tab")
        await reader.settle()
        assert not line.has_focus


async def test_the_arrows_and_enter_suffice(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.press("2")
        await reader.run("export")
        await reader.settle()
        await reader.press("up", "right")
        await reader.settle()
        await reader.press("enter", "enter")
        await reader.settle()
        assert held("quotes.csv") == twin(tmp_path, ["list", "quotes"], FileForm.CSV)


async def test_files_go_to_the_folder_of_the_settings(tmp_path: Path) -> None:
    folder = tmp_path / "exports"
    folder.mkdir()
    async with reading(tmp_path, settings=Settings(export_folder=folder)) as reader:
        await export(reader, FileForm.JSON)
        assert [each.name for each in folder.iterdir()] == ["actors.json"]


async def test_an_export_alters_no_character(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        assert isinstance(reader, Visitor)
        await reader.press("2")
        path = await export(reader, FileForm.CSV)
        words = [each.exact for each in in_memory(reader.library).records.quotes if each.exact]
        text = path.read_text(encoding="utf-8").replace('""', '"')
        assert all(each in text for each in words)


def begins_with(path: Path, words: bytes) -> bool:
    return path.read_bytes().startswith(words)


async def test_a_comparison_offers_the_brief_first(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        for actor in ("china", "united-states"):
            await reader.choose(actor)
            await reader.run("mark")
        await reader.run("compare")
        await reader.run("export")
        await reader.settle()
        dialog = reader.app.screen
        assert isinstance(dialog, ExportScreen)
        path = Path(dialog.query_one(PathLine).value)
        assert path.suffix == ".md"
        await reader.press("enter")
        await reader.settle()
    assert begins_with(path, b"# Who stands where: ")
