"""What Textual is imported without."""

import subprocess
import sys


def said_by(script: str) -> str:
    """What a script prints in a fresh interpreter, after Textual was imported there as the screens do it."""
    script = f"import sys; from summittui.ui.lean.unloaded import Unloaded, import_textual; import_textual(); {script}"
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout


def test_neither_the_palette_nor_encryption_is_loaded() -> None:
    loaded = said_by("print(*sys.modules)").split()
    assert "textual.app" in loaded
    assert sorted({"ssl", "textual.command", "textual.types", "textual.widgets._tree"} & {*loaded}) == []


def test_every_class_of_the_palette_that_textual_imports_is_stood_for() -> None:
    asked = "[name for name in vars(textual.app) if vars(textual.app)[name] is Unloaded]"
    assert said_by(f"import textual.app; print(*sorted({asked}))").split() == [
        "CommandListItem",
        "CommandPalette",
        "Provider",
        "SimpleProvider",
    ]


def test_a_textual_that_needs_more_of_its_palette_gets_all_of_it() -> None:
    script = "from summittui.ui.lean import unloaded; unloaded._NAMES = ('Provider',); unloaded.import_textual()"
    script += (
        "; import textual.app, textual.command; print(textual.app.CommandPalette is textual.command.CommandPalette)"
    )
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "True\n"


def test_who_asks_for_them_later_gets_them_whole() -> None:
    asked = "import ssl; from textual.command import CommandPalette; from textual.widgets import Input"
    assert said_by(f"{asked}; print(ssl.SSLContext.__name__, CommandPalette.__mro__[1].__name__)").split() == [
        "SSLContext",
        "SystemModalScreen",
    ]


def test_once_textual_is_imported_it_stays_as_it_is() -> None:
    script = "import sys, textual.app; from summittui.ui.lean.unloaded import import_textual; import_textual()"
    script += "; from textual.command import CommandPalette; print(textual.app.CommandPalette is CommandPalette)"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "True\n"


def test_no_screen_has_the_palette_of_textual() -> None:
    script = "from summittui.ui.app import SummitApp; print(SummitApp.ENABLE_COMMAND_PALETTE)"
    assert said_by(script) == "False\n"
