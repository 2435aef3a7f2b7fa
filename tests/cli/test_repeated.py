"""An option that takes one value is refused where it is given twice, whatever the command; none is dropped."""

from collections.abc import Iterator

import click
import pytest

from summittui.cli.app import main
from summittui.cli.groups import StrictCommand
from tests.cli.test_commands import run


def commands(group: click.Group, *words: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Yield every command under a group with the words that call it."""
    ctx = click.Context(group)
    for name in group.list_commands(ctx):
        command = group.get_command(ctx, name)
        assert command is not None
        yield (*words, name), command
        if isinstance(command, click.Group):
            yield from commands(command, *words, name)


COMMANDS = [((), main), *commands(main)]
SINGLE = [
    pytest.param((*words, *twice), option, id=" ".join((*words, option.opts[0])))
    for words, command in COMMANDS
    for option in command.params
    if isinstance(option, click.Option) and not option.multiple
    for twice in [
        (option.opts[0], "x", option.opts[0], "x") if not option.is_flag else (*option.opts, *option.secondary_opts)
    ]
    if len(twice) > 1
]


def test_every_command_looks_for_repeated_options() -> None:
    assert all(isinstance(command, StrictCommand) for _, command in COMMANDS)
    assert len(SINGLE) > 50


@pytest.mark.parametrize(("words", "option"), SINGLE)
def test_an_option_with_one_value_can_be_given_only_once(words: tuple[str, ...], option: click.Option) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert f"{option.opts[0]}" in result.stderr
    assert "can be given only once; " in result.stderr
    assert result.stdout == ""


def test_a_second_speaker_is_refused_with_the_way_to_give_joint_speakers() -> None:
    result = run("add", "quote", "--speaker", "JD Vance", "--speaker=China", "--source", "stdaily", "--text", "x")
    assert "--speaker can be given only once; name who speaks with it by --joint-speaker." in result.stderr


def test_a_flag_given_twice_says_the_same_and_a_list_takes_all() -> None:
    assert run("info", "--json", "--json").exit_code == 0
    names = run("add", "actor", "--name", "X", "--kind", "person", "--alias", "Y", "--alias", "Z", "--json").stdout
    assert '"Y"' in names
    assert '"Z"' in names


def test_a_field_is_set_only_once_and_the_last_value_does_not_win_in_silence() -> None:
    result = run("edit", "china", "--set", "note=a", "--set", " note =b")
    assert result.exit_code == 2
    assert "'note' is set twice; set each field once." in result.stderr
