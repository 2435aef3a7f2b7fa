"""Private names of Textual: they stand in one module, and the program runs without any of them."""

import ast
import importlib
import inspect
import pkgutil
import re
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import textual
from benchmarks.pty_terminal import PtyTerminal
from click.testing import CliRunner
from textual.driver import Driver
from textual.message_pump import MessagePump

import summittui.ui
from summittui.cli import main
from summittui.session import Session
from summittui.ui.textual_compat import _ATTRIBUTES, _PARAMETERS, SWITCH, missing
from tests.ui.program import launch

UI = Path(summittui.ui.__file__).parent
TEXTUAL = Path(textual.__file__).parent
HOME = "textual_compat.py"
MOST = 15
NAMES = sorted(
    {part for _, name in _PARAMETERS for part in name.split(".") if part.startswith("_")}
    | {name for names in _ATTRIBUTES.values() for name in names if name.startswith("_")}
    | {module.rpartition(".")[2] for module, _ in (*_PARAMETERS, *_ATTRIBUTES) if "._" in module}
)
"""Names that begin with an underscore, of attributes and of modules."""


SOURCES = sorted(UI.rglob("*.py"))


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.endswith("__") and name != "_"


@cache
def classes_in(path: Path) -> tuple[tuple[str, frozenset[str]], ...]:
    """The classes of a module, each with its private names."""
    return tuple(
        (node.name, frozenset(filter(is_private, names_in(node))))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    )


@cache
def private_names_of_textual() -> frozenset[str]:
    """The private attributes and methods of every class that a screen, a widget, an app or a driver may come from."""
    return frozenset(name for path in TEXTUAL.rglob("*.py") for _, names in classes_in(path) for name in names)


def names_in(node: ast.ClassDef) -> Iterator[str]:
    """The names of a class: those defined in it and the attributes that its methods assign."""
    for part in node.body:
        targets = (
            part.targets if isinstance(part, ast.Assign) else [part.target] if isinstance(part, ast.AnnAssign) else []
        )
        yield from (each.id for each in targets if isinstance(each, ast.Name))
    for each in ast.walk(node):
        if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef):
            yield each.name
        elif isinstance(each, ast.Attribute) and isinstance(each.ctx, ast.Store):
            yield each.attr


def accessed_of_others(tree: ast.Module) -> set[str]:
    """Private names that are asked of an object other than `self` and `cls`, or of the standard library."""
    return {
        each.attr
        for each in ast.walk(tree)
        if isinstance(each, ast.Attribute)
        and is_private(each.attr)
        and ast.unparse(each.value) not in {"self", "cls", "os", "asyncio.get_running_loop()"}
    }


def imported_from_textual(tree: ast.Module) -> set[str]:
    """Private names and modules that are imported from Textual."""
    names = set()
    for each in ast.walk(tree):
        if isinstance(each, ast.ImportFrom) and (each.module or "").split(".")[0] == "textual":
            names |= {part for part in (each.module or "").split(".") if is_private(part)}
            names |= {alias.name for alias in each.names if is_private(alias.name)}
        elif isinstance(each, ast.Import):
            parts = {
                part for alias in each.names if alias.name.startswith("textual.") for part in alias.name.split(".")
            }
            names |= {part for part in parts if is_private(part)}
    return names


def test_no_other_module_asks_textual_for_a_private_name() -> None:
    assert len(SOURCES) > 100
    asked = {}
    for path in SOURCES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        asked[str(path.relative_to(UI))] = imported_from_textual(tree) | (
            accessed_of_others(tree) & private_names_of_textual()
        )
    assert asked.pop(HOME)
    assert {path: names for path, names in asked.items() if names} == {}


def classes_under_textual() -> Iterator[type]:
    """Our own classes that come from one of Textual's."""
    for found in pkgutil.walk_packages([str(UI)], "summittui.ui."):
        module = importlib.import_module(found.name)
        for each in vars(module).values():
            own = inspect.isclass(each) and each.__module__ == module.__name__
            if own and issubclass(each, MessagePump | Driver):
                yield each


def test_no_class_of_ours_uses_or_overrides_a_private_name_of_its_textual_class() -> None:
    classes = set(classes_under_textual())
    assert len(classes) > 50
    used = {each.__qualname__: private_names_of_theirs(each) for each in classes}
    assert {made: names for made, names in used.items() if names} == {}


def private_names_of_theirs(made: type) -> set[str]:
    """The private names of the Textual classes of a class that its own lines use or override."""
    theirs: set[str] = set()
    for base in made.__mro__:
        if base.__module__.startswith("textual."):
            found = classes_in(Path(inspect.getfile(base)))
            theirs |= {each for name, names in found if name == base.__name__ for each in names}
    (ours,) = [
        each
        for each in ast.walk(ast.parse(Path(inspect.getfile(made)).read_text(encoding="utf-8")))
        if isinstance(each, ast.ClassDef) and each.name == made.__name__
    ]
    used = {each.attr for each in ast.walk(ours) if isinstance(each, ast.Attribute)} | set(names_in(ours))
    return {name for name in used if is_private(name)} & theirs


def test_there_are_few_of_them_and_each_is_there() -> None:
    assert 0 < len(NAMES) <= MOST
    tree = ast.parse((UI / HOME).read_text(encoding="utf-8"))
    used = imported_from_textual(tree) | accessed_of_others(tree)
    assert used <= set(NAMES)
    assert missing() == ()


def test_textual_is_pinned_to_the_minor_version_that_was_tested() -> None:
    wanted = (UI.parents[2] / "pyproject.toml").read_text(encoding="utf-8")
    assert re.search(r'"textual>=8\.2\.8,<8\.3"', wanted)


def copy_without(folder: Path, names: list[str]) -> Path:
    """A copy of Textual in which some names are others."""
    copied = folder / "lib" / "textual"
    shutil.copytree(TEXTUAL, copied)
    asked = re.compile("|".join(rf"\b{name}\b" for name in names))
    for path in copied.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if asked.search(text):
            path.write_text(asked.sub(lambda found: f"{found[0]}_renamed", text), encoding="utf-8")
    for module in copied.rglob("_*.py"):
        if module.stem in names:
            module.rename(module.with_stem(f"{module.stem}_renamed"))
    return copied.parent


def opens(folder: Path, **environment: str) -> PtyTerminal:
    Session.open(folder / "store.json").close()
    terminal = launch(folder, **environment)
    terminal.pump_until("1 of 39")
    terminal.press(b"j")
    terminal.pump_until("2 of 39")
    return terminal


def closes(terminal: PtyTerminal) -> None:
    terminal.press(b"Q")
    terminal.wait()
    terminal.close()
    assert terminal.exit_code == 0


def info(folder: Path, **environment: str) -> str:
    """What `summittui info` writes; how the workbench draws it asks of a process in this environment."""
    done = CliRunner().invoke(main, ["info", "--store", str(folder / "store.json")], env=environment)
    assert done.exit_code == 0
    return done.stdout


@pytest.mark.parametrize("name", NAMES)
def test_without_one_name_the_program_opens_on_textuals_own_display_and_info_says_so(name: str, tmp_path: Path) -> None:
    library = str(copy_without(tmp_path, [name]))
    closes(opens(tmp_path, PYTHONPATH=library))
    said = info(tmp_path, PYTHONPATH=library)
    assert "display: Textual's own" in said
    assert name in said


def test_told_so_the_program_opens_on_textuals_own_display_without_any_of_the_names(tmp_path: Path) -> None:
    library = str(copy_without(tmp_path, NAMES))
    closes(opens(tmp_path, PYTHONPATH=library, **{SWITCH: "stock"}))
    assert f"display: Textual's own ({SWITCH} is stock)" in info(tmp_path, **{SWITCH: "stock"})


def test_where_all_names_are_there_the_display_is_the_programs_own(tmp_path: Path) -> None:
    closes(opens(tmp_path))
    assert "display: cells that changed" in info(tmp_path)
