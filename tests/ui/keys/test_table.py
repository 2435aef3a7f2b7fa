from itertools import combinations

import pytest

from summittui.ui.commands.unlisted import UNLISTED
from summittui.ui.keys.command import SCOPE_TITLES, Scope
from summittui.ui.keys.lookup import bindings, command, commands_for, hints_for, key_label, keys_label
from summittui.ui.keys.table import COMMANDS

SCREENS = {
    "browse": (Scope.APP, Scope.LIST, Scope.BROWSE),
    "compare": (Scope.APP, Scope.LIST, Scope.COMPARE),
    "reader": (Scope.APP, Scope.LIST, Scope.READER),
    "dialog": (Scope.LIST, Scope.DIALOG),
    "form": (Scope.FORM,),
}


@pytest.mark.parametrize("scopes", SCREENS.values(), ids=SCREENS)
def test_no_two_commands_of_a_screen_share_a_key(scopes: tuple[Scope, ...]) -> None:
    for one, other in combinations(commands_for(*scopes), 2):
        assert not set(one.keys) & set(other.keys), (one.id, other.id)


PALETTE_ONLY = {
    "collections",
    "copy-view",
    "address",
    "choose-theme",
    *(f"{verb}-{one}" for verb in ("add", "change", "delete") for one in UNLISTED.values()),
    "add-act",
    "add-tally",
    "load",
    "merge",
    "rename",
}


def test_a_command_without_a_key_is_one_of_those_that_the_palette_runs() -> None:
    assert {each.id for each in COMMANDS if not each.keys} == PALETTE_ONLY
    assert keys_label(command("merge")) == ":"
    assert "merge" not in {each.id for each in bindings(Scope.BROWSE)}


def test_ids_are_unique_and_every_command_has_a_label_and_a_sentence() -> None:
    assert len({each.id for each in COMMANDS}) == len(COMMANDS)
    for each in COMMANDS:
        assert each.label
        assert each.help[0].isupper()
        assert each.help.endswith(".")


def test_every_scope_has_a_title_and_a_command() -> None:
    assert set(SCOPE_TITLES) == set(Scope)
    assert all(commands_for(scope) for scope in Scope)


def test_a_binding_carries_its_command_and_all_its_keys() -> None:
    found = {each.id: each for each in bindings(Scope.LIST)}
    assert found["down"].key == "j,down"
    assert found["half-down"].action == "command('half-down')"


def test_a_command_is_found_by_its_id() -> None:
    assert command("swap").keys == ("x",)
    with pytest.raises(KeyError):
        command("nonsense")


@pytest.mark.parametrize("scopes", list(SCREENS.values())[:3])
def test_the_footer_begins_with_help_and_ends_with_more(scopes: tuple[Scope, ...]) -> None:
    ids = [each.id for each in hints_for(*scopes)]
    assert ids[0] == "help"
    assert ids[-1] == "palette"


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("ctrl+d", "^d"),
        ("space", "space"),
        ("down", "↓"),
        ("question_mark", "?"),
        ("colon", ":"),
        ("equals_sign", "="),
        ("plus", "+"),
        ("G", "G"),
        ("f1", "F1"),
        ("pagedown", "PgDn"),
        ("ctrl+shift+pagedown", "ctrl+shift+PgDn"),
        ("alt+question_mark", "alt+?"),
    ],
)
def test_keys_are_written_as_readers_know_them(key: str, label: str) -> None:
    assert key_label(key) == label


def test_every_key_of_the_table_has_a_short_label() -> None:
    assert all(len(key_label(key)) <= 5 for each in COMMANDS for key in each.keys)
    assert keys_label(command("down")) == "j ↓"
