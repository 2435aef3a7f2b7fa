"""Make what the program itself knows best: `python docs/make.py` writes the pages `keys.md` and `command-line.md`.

In `query.md` it writes the table of fields, and leaves the rest as it is.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import click

from summittui.cli import ending, main
from summittui.library.query import FIELDS, FieldInfo
from summittui.ui.commands import COMMANDS, SCOPE_TITLES, Command, Scope, keys_label

FOLDER = Path(__file__).parent
_KEYS_INTRO = """\
<!-- Made by `python docs/make.py` from the table of commands. -->

# Keys

Every key of every screen. `?` shows the same list in the program, `:` finds a command by its name. A key that cannot do
anything at the moment says why. `^d` is ctrl+d, `S-Tab` is shift+Tab.
"""
_LINE_INTRO = """\
<!-- Made by `python docs/make.py` from the help texts of the commands. -->

# Command line

Data goes to standard output, everything else to standard error. Options of `summittui` itself stand before the command.
"""
_FIELDS_BEGIN, _FIELDS_END = "<!-- fields: made by `python docs/make.py` -->", "<!-- end of fields -->"
_ENDINGS = {
    0: "Done.",
    ending.PROBLEM_FOUND: "Done, and a check found a problem.",
    ending.WRONG_INPUT: "Wrong use or wrong input; the last line on standard error says what, where, and what to do.",
    ending.STORE_UNUSABLE: "The store is busy, damaged, too new or cannot be written.",
    ending.INTERRUPTED: "Interrupted with ctrl+c.",
}


def pages() -> dict[str, str]:
    """Return the text of each generated page by its file name."""
    return {"keys.md": keys_page(), "command-line.md": command_line_page(), "query.md": query_page()}


def keys_page() -> str:
    """Return the page that lists every command of the screens, grouped by where it is in force."""
    return "\n".join((_KEYS_INTRO, *(_scope_section(scope, title) for scope, title in SCOPE_TITLES.items())))


def _scope_section(scope: Scope, title: str) -> str:
    rows = [_key_row(each) for each in COMMANDS if each.scope & scope]
    return "\n".join((f"## {title}\n", "| keys | command | what it does |", "|---|---|---|", *rows, ""))


def _key_row(command: Command) -> str:
    keys = " ".join(_code(key) for key in keys_label(command).split())
    return f"| {keys} | {command.id} | {_cell(command.help)} |"


def command_line_page() -> str:
    """Return the page that describes every command and option, and how a run ends."""
    return "\n".join((_LINE_INTRO, *_command_sections(main, None, "summittui"), _endings_section()))


def _command_sections(command: click.Command, parent: click.Context | None, name: str) -> Iterator[str]:
    """Yield the section of a command, and those of the commands under it."""
    context = click.Context(command, parent=parent, info_name=name, **command.context_settings)
    yield _command_section(command, context)
    if isinstance(command, click.Group):
        for each in command.list_commands(context):
            below = command.get_command(context, each)
            if below is not None:
                yield from _command_sections(below, context, each)


def _command_section(command: click.Command, context: click.Context) -> str:
    usage = " ".join((context.command_path, *command.collect_usage_pieces(context)))
    return "\n".join(
        (
            f"## {context.command_path}\n",
            f"```\n{usage}\n```\n",
            f"{_flowing(command.help or '')}\n",
            "| option | what it does |",
            "|---|---|",
            *_option_rows(command, context),
            "",
        )
    )


def _option_rows(command: click.Command, context: click.Context) -> Iterator[str]:
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None and isinstance(parameter, click.Option):
            option, text = record
            yield f"| {_code(_cell(option))} | {_cell(text)} |"


def _endings_section() -> str:
    rows = (f"| {code} | {meaning} |" for code, meaning in _ENDINGS.items())
    return "\n".join(("## Exit codes\n", "| code | meaning |", "|---|---|", *rows, ""))


def query_page() -> str:
    """Return the page on the query language, its table of fields made anew."""
    page = (FOLDER / "query.md").read_text(encoding="utf-8")
    before, _, rest = page.partition(_FIELDS_BEGIN)
    _, _, after = rest.partition(_FIELDS_END)
    rows = (_field_row(name, info) for name, info in FIELDS.items())
    table = "\n".join(("| field | what it keeps | values | of |", "|---|---|---|---|", *rows))
    return f"{before}{_FIELDS_BEGIN}\n{table}\n{_FIELDS_END}{after}"


def _field_row(name: str, info: FieldInfo) -> str:
    named = f"id, name or alias of {' or '.join(info.named)}"
    words = " ".join(_code(word) for word in info.words) or "the word for the kind"
    values = named if info.named else "2025, 2025-02 or 2025-02-10" if info.date else words
    return f"| `{name}:` | {_cell(info.means)} | {values} | {', '.join(info.tables)} |"


def _flowing(text: str) -> str:
    """Return a help text with its paragraphs kept and their lines joined."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*\n", text.strip()))


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _code(text: str) -> str:
    return f"`` {text} ``" if "`" in text else f"`{text}`"


if __name__ == "__main__":
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
