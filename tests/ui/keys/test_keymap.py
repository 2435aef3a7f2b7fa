from itertools import chain
from pathlib import Path

import pytest
from textual.screen import Screen

from summittui.session.settings import Settings
from summittui.session.settings_file import read_settings
from summittui.ui.app import SummitApp
from summittui.ui.command_screen import CommandScreen
from summittui.ui.keys.command import Scope
from summittui.ui.keys.key_names import textual_key, written_key
from summittui.ui.keys.keymap import NEEDED, key_problems, keymap, scope_groups, settings_problems
from summittui.ui.keys.table import COMMANDS
from tests.ui.demo import DemoApp, shown
from tests.ui.driver import reading

REMAPPED = Settings(
    keys={
        "help": ("f2",),
        "undo": ("ctrl+z",),
        "redo": ("ctrl+shift+pageup", "ctrl+y"),
        "compare": ("C",),
        "marked-only": (),
        "back": ("backspace",),
        "close": ("backspace",),
    }
)


def told(**keys: tuple[str, ...]) -> list[str]:
    written = {name.replace("_", "-"): each for name, each in keys.items()}
    return [f"{'.'.join(where)}: {message}" for where, message in key_problems(written)]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("c", "c"),
        ("C", "C"),
        ("ж", "ж"),
        ("?", "question_mark"),
        ("question_mark", "question_mark"),
        (",", "comma"),
        ("+", "plus"),
        ("F5", "f5"),
        ("PgDn", "pagedown"),
        ("Esc", "escape"),
        ("↓", "down"),
        ("ctrl+K", "ctrl+k"),
        ("ctrl++", "ctrl+plus"),
        ("shift+tab", "shift+tab"),
        ("shift+ctrl+down", "ctrl+shift+down"),
        ("shift+a", None),
        ("hyper+a", None),
        ("ctrl+ctrl+a", None),
        ("comapre", None),
        ("", None),
        ("\x1b", None),
        ("ab", None),
    ],
)
def test_a_key_is_known_as_users_write_it(written: str, name: str | None) -> None:
    assert textual_key(written) == name


def test_every_key_of_the_table_can_be_written() -> None:
    for key in chain.from_iterable(each.keys for each in COMMANDS):
        assert textual_key(written_key(key)) == key


def test_the_keys_of_the_table_have_no_problem() -> None:
    assert told() == []
    assert list(key_problems({each.id: tuple(map(written_key, each.keys)) for each in COMMANDS})) == []


@pytest.mark.parametrize(
    ("keys", "problem"),
    [
        ({"comapre": ("c",)}, "keys.comapre: there is no command 'comapre'; did you mean 'compare'?"),
        ({"swap": ("pagdown",)}, "keys.swap: there is no key 'pagdown'; did you mean 'pagedown'?"),
        (
            {"swap": ("shift+y",)},
            "keys.swap: there is no key 'shift+y'; write the letter that it gives, such as 'Y'.",
        ),
        ({"swap": ("ctrl+i",)}, "keys.swap: a terminal cannot tell ctrl+i from tab; write 'tab'."),
        (
            {"swap": ("n",)},
            "keys.swap: 'n' is the key of next-difference already; give that one another, or [] for none.",
        ),
        ({"swap": ("0",), "fold": ("0",)}, "keys.fold: '0' is the key of swap already; give one another."),
        (
            {"next_field": ("ctrl+s",)},
            "keys.next-field: 'ctrl+s' is the key of save already; give that one another, or [] for none.",
        ),
    ],
)
def test_keys_that_cannot_be_are_named(keys: dict[str, tuple[str, ...]], problem: str) -> None:
    assert told(**keys) == [problem]


def test_commands_that_never_meet_may_share_a_key() -> None:
    assert told(swap=("s",)) == []
    assert told(browse=("M",), matrix=("b",)) == []


@pytest.mark.parametrize("name", NEEDED)
def test_the_last_way_on_cannot_be_taken_away(name: str) -> None:
    assert told(**{name: ()}) == [f"keys.{name}: {name} must keep a key: without it there is no way on."]


def test_the_problems_of_a_file_stand_by_their_lines(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('[keys]\nswap = "n"\nfold = 1\ncomapre = "x"\n')
    assert [(each.line, each.key) for each in settings_problems(read_settings(path))] == [
        (2, "keys.swap"),
        (3, "keys.fold"),
        (4, "keys.comapre"),
    ]


def test_every_screen_has_scopes_that_are_checked_together() -> None:
    def below(kind: type[Screen[object]]) -> list[type[Screen[object]]]:
        return [kind, *chain.from_iterable(map(below, kind.__subclasses__()))]

    assert SummitApp.DEFAULT_MODE
    for screen in below(CommandScreen):
        scopes: tuple[Scope, ...] = getattr(screen, "scopes", ())
        assert any(all(each & group for each in scopes) for group in scope_groups()), screen


def test_keys_are_handed_on_in_textuals_names() -> None:
    assert keymap({"help": ("?", "pgdn"), "fold": (), "none": ("x",)}) == {
        "help": ("question_mark", "pagedown"),
        "fold": (),
    }


async def test_a_remapped_key_works_and_the_old_one_does_not(tmp_path: Path) -> None:
    async with reading(tmp_path, settings=REMAPPED) as reader:
        await reader.press("question_mark")
        assert reader.app.screen is reader.app.screen_stack[0]
        await reader.press("f2")
        assert reader.sees("Help")
        await reader.press("escape")
        assert reader.sees("Help")
        await reader.press("backspace")
        assert reader.app.screen is reader.app.screen_stack[0]


async def test_a_command_without_keys_is_reached_by_the_palette_alone(tmp_path: Path) -> None:
    async with reading(tmp_path, settings=REMAPPED) as reader:
        await reader.press("m")
        assert not reader.sees("Nothing is marked")
        await reader.run_from_palette("marked only")
        assert "Nothing is marked; space marks." in reader.told
        await reader.press("space")
        await reader.run_from_palette("marked only")
        await reader.press("space")
        assert reader.sees("Nothing is marked. : marked only shows all again.")


async def test_the_present_keys_are_named_everywhere(tmp_path: Path) -> None:
    async with reading(tmp_path, settings=REMAPPED) as reader:
        assert reader.lines[-1].startswith(" F2 help")
        assert "C compare" in reader.lines[-1]
        await reader.run("compare")
        assert any("C on another compares them" in each for each in reader.told)
        await reader.press("backspace", "exclamation_mark")
        await reader.settle()
        assert any(each.endswith("^z undoes.") for each in reader.told)
        await reader.press("ctrl+z")
        await reader.settle()
        assert any(each.endswith("ctrl+shift+PgUp does it again.") for each in reader.told)
        await reader.press("f2", "slash", *"take", "enter")
        assert reader.sees("^z")


async def test_other_keys_do_not_outlive_their_app(tmp_path: Path) -> None:
    async with reading(tmp_path, settings=REMAPPED) as reader:
        assert reader.lines[-1].startswith(" F2 help")
    async with DemoApp().run_test(size=(80, 24)) as pilot:
        await pilot.press("question_mark")
        assert any("Help · Esc closes" in line for line in shown(pilot.app))  # type: ignore[arg-type]  # a DemoApp
