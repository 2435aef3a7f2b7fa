"""The layers: what may import what, in the sources and when the program runs."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

import summittui

PACKAGE = Path(summittui.__file__).parent
HEAVY = frozenset({"textual", "rich", "tinydb", "asyncio", "platformdirs"})
FORBIDDEN = {
    "summittui": HEAVY | {"click", "msgspec"},
    "summittui.model": HEAVY | {"click", "summittui.library", "summittui.store"},
    "summittui.queries": HEAVY | {"click", "summittui.library", "summittui.store"},
    "summittui.library": HEAVY | {"click", "summittui.store", "summittui.session"},
    "summittui.present.record": HEAVY | {"click", "summittui.store", "summittui.exchange", "summittui.ui"},
    "summittui.exchange": HEAVY | {"click", "summittui.store", "summittui.ui"},
    "summittui.intake.proposer": HEAVY | {"click", "summittui.library", "summittui.store", "summittui.ui"},
    "summittui.session": HEAVY | {"click", "summittui.store", "summittui.ui", "summittui.cli"},
    "summittui.cli": HEAVY | {"summittui.ui", "summittui.store"},
    "summittui.cli.commands.serve_": {"aiohttp", "asyncio", "textual", "summittui.ui", "summittui.store"},
    "summittui.serve.serving": {"textual", "tinydb", "click", "summittui.ui", "summittui.store", "summittui.session"},
    "summittui.store": {"textual", "rich", "click", "summittui.library", "summittui.ui"},
}
"""What importing each module must not load."""
LATER = (
    *(f"summittui.library.answers.{each}" for each in ("alignment", "check", "matrix", "pairs", "search", "timeline")),
    *(f"summittui.library.memory.{each}" for each in ("facets", "field_values", "matching", "names")),
    *(f"summittui.queries.{each}" for each in ("language.describing", "language.facets", "language.parsing", "links")),
    *(f"summittui.store.{each}" for each in ("compaction", "editing", "history", "merging", "undoing")),
    *(f"summittui.ui.{each}" for each in ("edits", "forms", "screens.search", "widgets.filter_line", "widgets.grid")),
)
"""What the first screen asks for after a key, or an edit."""


def test_every_contract_on_imports_is_kept(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(PACKAGE.parents[1])
    kept = lint_imports(no_cache=True) == 0
    assert kept, capsys.readouterr().out


def loaded_by(module: str) -> set[str]:
    """Return the names of all modules that importing one loads in a fresh interpreter."""
    script = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("module", FORBIDDEN)
def test_importing_a_module_loads_nothing_that_it_does_not_need(module: str) -> None:
    loaded = loaded_by(module)
    assert module in loaded
    assert sorted(loaded & FORBIDDEN[module]) == []


def test_importing_the_screens_loads_no_store() -> None:
    loaded = loaded_by("summittui.ui.app")
    assert "textual" in loaded
    assert sorted(loaded & {"summittui.store", "tinydb", "summittui.cli"}) == []


def test_importing_the_first_screen_and_the_store_loads_nothing_that_the_first_paint_does_not_need() -> None:
    loaded = loaded_by("summittui.ui.app, summittui.session, summittui.store.store")
    assert sorted(each for each in loaded if each.startswith(LATER)) == []


def modules(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py"))


@pytest.mark.parametrize("path", modules(PACKAGE / "ui"), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_screen_names_the_store_in_any_import_line(path: Path) -> None:
    assert not [name for name in imports_of(path) if name.startswith(("summittui.store", "summittui.cli", "tinydb"))]


def test_textual_tinydb_and_aiohttp_are_imported_by_their_packages_alone() -> None:
    importing: dict[str, set[str]] = {"textual": set(), "tinydb": set(), "aiohttp": set()}
    for path in modules(PACKAGE):
        for library in {name.split(".")[0] for name in imports_of(path)} & importing.keys():
            importing[library].add(path.relative_to(PACKAGE).parts[0])
    assert importing == {"textual": {"ui"}, "tinydb": {"store"}, "aiohttp": {"serve"}}


def imports_of(path: Path) -> list[str]:
    """Return the absolute names that a module imports anywhere, inside functions too."""
    names = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names += [f"{node.module}.{alias.name}" for alias in node.names]
    return names
