"""`summittui config`: the settings, and the keys of commands."""

import click

from summittui.cli.ending import PROBLEM_FOUND, WRONG_INPUT
from summittui.cli.examples import examples
from summittui.cli.groups import NearestGroup
from summittui.cli.options import CONFIG, config_option, json_option, settings_given
from summittui.cli.output import say, write_json_or_lines, write_lines
from summittui.cli.settings_text import settings_lines, settings_object, template
from summittui.model import InputError
from summittui.session.files import FileThere, write_file
from summittui.session.settings import effective
from summittui.session.settings_file import SettingProblem, SettingsError, SettingsFile, read_settings, settings_path


@click.group(
    "config",
    cls=NearestGroup,
    short_help="Show, write or check the settings and the keys.",
    help="Settings: what holds, the file they stand in, and whether it is sound.",
)
@config_option
def command() -> None:
    pass


@command.command(
    "show",
    epilog=examples("config show", "--no-mouse config show --json"),
    help="Show every setting with where its value comes from: default, file, environment or option.",
)
@config_option
@json_option
@click.pass_context
def show(ctx: click.Context) -> None:
    file, problems = _read(ctx)
    if problems:
        raise SettingsError(problems)
    found = effective(file.settings, file.named, settings_given(ctx))
    write_json_or_lines(settings_object(found, file.path), settings_lines(found, file.path))


@command.command(
    "init",
    epilog=examples("config init", "config init --config ./summit.toml"),
    help="Write a file with every setting and every key, each as it is without the file; never over another one.",
)
@config_option
@click.pass_context
def init(ctx: click.Context) -> None:
    from summittui.ui.keys.key_names import written_key
    from summittui.ui.keys.table import COMMANDS

    path = settings_path(ctx.meta.get(CONFIG))
    text = template((each.id, tuple(map(written_key, each.keys)), each.help) for each in COMMANDS)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, text)
    except OSError as error:
        raise InputError(f"{path} cannot be written ({error.strerror}); name another with --config.") from None
    except FileThere:
        raise InputError(f"{path} is there already and stays as it is; name another with --config.") from None
    say(f"Wrote {path}.")


@command.command(
    "validate",
    epilog=examples("config validate"),
    help="Say everything that is wrong with the settings, one problem a line; the exit code is 1 if anything is.",
)
@config_option
@json_option
@click.pass_context
def validate(ctx: click.Context) -> None:
    file, problems = _read(ctx)
    write_json_or_lines({"file": str(file.path), "problems": problems}, map(str, problems))
    if any(not each.key and each.line is None for each in problems):
        ctx.exit(WRONG_INPUT)
    if problems:
        ctx.exit(PROBLEM_FOUND)
    say(f"{file.path} is sound." if file.text else f"{file.path} is empty or not there: everything is as without it.")


@command.command(
    "path", epilog=examples("config path"), help="Show the path of the file of settings, whether it is there or not."
)
@config_option
@click.pass_context
def path_(ctx: click.Context) -> None:
    write_lines([str(settings_path(ctx.meta.get(CONFIG)))])


def _read(ctx: click.Context) -> tuple[SettingsFile, tuple[SettingProblem, ...]]:
    from summittui.ui.keys.keymap import settings_problems

    file = read_settings(ctx.meta.get(CONFIG))
    return file, settings_problems(file)
