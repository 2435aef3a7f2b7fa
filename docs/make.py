"""Make what the program itself knows best.

`python docs/make.py` writes the pages `keys.md`, `command-line.md` and `settings.md`, the man page `summittui.1` and
the schemas `library.schema.json` and `proposals.schema.json`; in `query.md` and `formats.md` it writes a
table and leaves the rest as it is.
"""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from summittui import __version__
from summittui.cli import ending, main
from summittui.cli.examples import examples_of
from summittui.exchange.formats import FORMATS, Format
from summittui.exchange.formats.library_json import library_schema
from summittui.intake.external.protocol import answer_schema
from summittui.queries.language.fields import FIELDS, FieldInfo
from summittui.session.settings import Setting, schema
from summittui.ui.keys.command import SCOPE_TITLES, Command, Scope
from summittui.ui.keys.key_names import NAMED
from summittui.ui.keys.keymap import NEEDED
from summittui.ui.keys.lookup import keys_label
from summittui.ui.keys.table import COMMANDS

FOLDER = Path(__file__).parent
_FUNCTION_KEYS = frozenset(f"f{number}" for number in range(1, 25))
_KEYS_INTRO = """\
<!-- Made by `python docs/make.py` from the table of commands. -->

# Keys

Every key of every screen. `?` shows the same list in the program, `:` finds a command by its name. A key that cannot do
anything at the moment says why. `^d` is ctrl+d, `S-Tab` is shift+Tab. [Settings](settings.md) change keys.
"""
_LINE_INTRO = """\
<!-- Made by `python docs/make.py` from the help texts of the commands. -->

# Command line

Data goes to standard output, everything else to standard error. Options of `summittui` itself stand before the command.
"""
_SETTINGS_INTRO = """\
<!-- Made by `python docs/make.py` from the schema of the settings. -->

# Settings

They stand in a TOML file, `config.toml` in the user's config directory; `SUMMITTUI_CONFIG` or `--config PATH` names
another one. `summittui config init` writes a file that says everything and changes nothing. `config show` tells what
holds and where each value comes from: default, file, environment, option; the later goes before. `config validate`
names every problem with its line, `config path` the file.

A file with a problem is not obeyed in part: the workbench says the first one and ends with 2. `--no-config` opens
without the file. The other commands do not read it.
"""
_KEYMAP = """\
## Keys

Under `[keys]` stand commands by the ids that [the page of keys](keys.md) lists, each with a key or a list of keys.
What is given takes the place of all keys that the command has without it.

```toml
theme = "high-contrast"

[keys]
compare = "f6"
next-difference = ["n", "ctrl+n"]
fold = []
```

A key is a letter as it is typed (`c`, `C`, `ж`, `?`), a name ({names}), or either of them behind `ctrl+`, `alt+` or,
for names, `shift+`. An empty list leaves a command to the palette. Footer, help, palette and every sentence name the
keys as they are then.

Refused are commands and keys that there are not, two commands of one screen on the same key, keys that no terminal
can tell from another (`ctrl+i` is Tab), and an empty list for {needed}.

## Environment

| variable | what it does |
|---|---|
| `SUMMITTUI_CONFIG` | Names another file of settings. |
| `SUMMITTUI_STORE` | Names another store. |
| `NO_COLOR` | Whatever its value, the theme is monochrome. |

## What is remembered without being asked

The theme that was chosen last, the commands that were run last from the palette, and that the hint of the first start
was shown: `state.json` in the user's state directory. It may be deleted at any time.
"""
_FIELDS_BEGIN, _FIELDS_END = "<!-- fields: made by `python docs/make.py` -->", "<!-- end of fields -->"
_FORMATS_BEGIN, _FORMATS_END = "<!-- formats: made by `python docs/make.py` -->", "<!-- end of formats -->"
_ENDINGS = {
    0: "Done.",
    ending.PROBLEM_FOUND: "Done, and a check found a problem.",
    ending.WRONG_INPUT: "Wrong use or wrong input; the last line on standard error says what, where, and what to do.",
    ending.STORE_UNUSABLE: "The store is busy, damaged, too new or cannot be written.",
    ending.FAILED: "A fault of the program: a sentence names the report, which holds no text of a document.",
    ending.OUTPUT_LOST: "Done, but standard output did not take all of what was to be written, as on a full disk.",
    129: "The screens ended because their terminal was gone (SIGHUP).",
    ending.INTERRUPTED: "Interrupted with ctrl+c.",
    131: "The screens ended by SIGQUIT.",
    142: "The screens were told to end, but nobody read their terminal any more; it was left as it was.",
    143: "The screens ended by SIGTERM.",
}
_AS_IT_IS = "\b\n"
"""Begins a paragraph of a help text whose lines are kept, as click has it."""
_MAN_INTRO = "Made by `python docs/make.py` from the help texts of the commands."
_SUBJECT = "a terminal workbench for who said what at a summit"
_ROFF = {"\\": "\\e", "-": "\\-", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti", "'": "\\(aq", '"': "\\(dq"}
_MAN_LISTS = {
    "EXIT STATUS": {str(code): meaning for code, meaning in _ENDINGS.items()},
    "ENVIRONMENT": {
        "SUMMITTUI_STORE": "The store, where --store does not name one.",
        "VISUAL, EDITOR": "The editor in which a record is changed, in this order; else the setting `editor`.",
        "XDG_DATA_HOME": "The folder of the user's own store, on Linux; else ~/.local/share.",
        "NO_COLOR": "If it is set, the screens do without colours.",
        "TERM": "Without one, or where it is dumb, the workbench does not open; the commands work.",
        "SSH_CONNECTION, SSH_TTY": "If one is set, the screens are drawn less often.",
    },
    "FILES": {
        "~/.local/share/summittui/store.json": "The user's own store, on Linux; info shows where it is.",
        "STORE.history/": "The journals, which hold every edit, and earlier snapshots.",
        "STORE.lock": "Held by whoever is writing.",
    },
    "SEE ALSO": {"summittui --help, ?": "The help of the commands, and in the screens that of the keys."},
}


def pages() -> dict[str, str]:
    """Return the text of each generated page by its file name."""
    return {
        "keys.md": keys_page(),
        "command-line.md": command_line_page(),
        "settings.md": settings_page(),
        "query.md": query_page(),
        "formats.md": formats_page(),
        "library.schema.json": library_page(),
        "proposals.schema.json": proposals_schema(),
        "summittui.1": man_page(),
    }


def proposals_schema() -> str:
    """Return the JSON Schema of what an external proposer prints."""
    return json.dumps(answer_schema(), indent=2, ensure_ascii=False) + "\n"


def library_page() -> str:
    """Return the JSON Schema of a whole library as `export --format json` writes it."""
    return json.dumps(library_schema(), indent=2, ensure_ascii=False) + "\n"


def keys_page() -> str:
    """Return the page that lists every command of the screens, grouped by where it is in force."""
    return "\n".join((_KEYS_INTRO, *(_scope_section(scope, title) for scope, title in SCOPE_TITLES.items())))


def _scope_section(scope: Scope, title: str) -> str:
    rows = [_key_row(each) for each in COMMANDS if each.scope & scope]
    return "\n".join((f"## {title}\n", "| keys | command | what it does |", "|---|---|---|", *rows, ""))


def _key_row(command: Command) -> str:
    keys = " ".join(_code(key) for key in keys_label(command).split())
    return f"| {keys} | {command.id} | {_cell(command.help)} |"


def settings_page() -> str:
    """Return the page that lists every setting and how keys are given."""
    named = ", ".join(_code(each) for each in sorted(NAMED - _FUNCTION_KEYS)) + ", `f1` to `f24`"
    needed = ", ".join(_code(each) for each in NEEDED)
    rows = "\n".join(map(_setting_row, schema()))
    table = f"| setting | values | default | what it does |\n|---|---|---|---|\n{rows}\n"
    return f"{_SETTINGS_INTRO}\n{table}\n{_KEYMAP.format(names=named, needed=needed)}"


def _setting_row(setting: Setting) -> str:
    values = {bool: "`true`, `false`", Path: "a folder", dict: "a table, see below"}.get(
        setting.kind, ", ".join(map(_code, setting.choices)) or "a text"
    )
    default = {"True": "`true`", "False": "`false`", "None": "none", "{}": "none", "": "none"}.get(
        str(setting.default), _code(str(setting.default))
    )
    return f"| `{setting.name}` | {values} | {default} | {_cell(setting.doc)} |"


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
            *_examples_block(command),
            "| option | what it does |",
            "|---|---|",
            *_option_rows(command, context),
            "",
        )
    )


def _examples_block(command: click.Command) -> Iterator[str]:
    if lines := examples_of(command):
        yield "\n".join(("```sh", *(f"summittui {line}" for line in lines), "```\n"))


def _option_rows(command: click.Command, context: click.Context) -> Iterator[str]:
    for option, text in _options(command, context):
        yield f"| {_code(_cell(option))} | {_cell(text)} |"


def _options(command: click.Command, context: click.Context) -> Iterator[tuple[str, str]]:
    """Yield every option as it is written, with its help."""
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None and isinstance(parameter, click.Option):
            yield record


def _endings_section() -> str:
    rows = (f"| {code} | {meaning} |" for code, meaning in _ENDINGS.items())
    return "\n".join(("## Exit codes\n", "| code | meaning |", "|---|---|", *rows, ""))


def query_page() -> str:
    """Return the page on the query language, its table of fields made anew."""
    rows = (_field_row(name, info) for name, info in FIELDS.items())
    table = "\n".join(("| field | what it keeps | values | of |", "|---|---|---|---|", *rows))
    return _with_table("query.md", _FIELDS_BEGIN, table, _FIELDS_END)


def _with_table(name: str, begin: str, table: str, end: str) -> str:
    """Return a page with a table between two marks, and the rest as it is."""
    before, _, rest = (FOLDER / name).read_text(encoding="utf-8").partition(begin)
    _, _, after = rest.partition(end)
    return f"{before}{begin}\n{table}\n{end}{after}"


def _field_row(name: str, info: FieldInfo) -> str:
    named = f"id, name or alias of {' or '.join(info.named)}"
    words = " ".join(_code(word) for word in info.words) or "the word for the kind"
    values = named if info.named else "2025, 2025-02 or 2025-02-10" if info.date else words
    return f"| `{name}:` | {_cell(info.means)} | {values} | {', '.join(info.tables)} |"


def formats_page() -> str:
    """Return the page on formats, its table made anew."""
    rows = (_format_row(each) for each in FORMATS.values())
    table = "\n".join(("| `--format` | what it is | it cannot carry | example |", "|---|---|---|---|", *rows))
    return _with_table("formats.md", _FORMATS_BEGIN, f"{table}\n", _FORMATS_END)


def _format_row(each: Format) -> str:
    file = f"{each.id}{each.ending}"
    example = f"[{file}](examples/{file})" if (FOLDER / "examples" / file).exists() else ""
    return f"| `{each.id}` | {_cell(each.title)} | {_cell(each.cannot_carry)} | {example} |"


def _flowing(text: str) -> str:
    """Return a help text with its paragraphs kept and their lines joined; what is set line by line stays so."""
    return "\n\n".join(
        f"```\n{each.removeprefix(_AS_IT_IS)}\n```" if each.startswith(_AS_IT_IS) else each
        for each in _paragraphs(text)
    )


def _paragraphs(text: str) -> Iterator[str]:
    """Yield the paragraphs of a help text, their lines joined unless they are set line by line."""
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        yield paragraph if paragraph.startswith(_AS_IT_IS) else " ".join(paragraph.split())


def man_page() -> str:
    """Return the man page: every command and option, how a run ends, and what the program reads besides."""
    context = click.Context(main, info_name="summittui", **main.context_settings)
    lines = (
        f'.\\" {_MAN_INTRO}',
        f'.TH SUMMITTUI 1 "" "summittui {__version__}" "User Commands"',
        ".SH NAME",
        f"summittui \\- {_roff(_SUBJECT)}",
        ".SH SYNOPSIS",
        _man_usage(main, context),
        ".SH DESCRIPTION",
        *_man_text(main.help or ""),
        ".SH OPTIONS",
        *_man_list(_options(main, context)),
        ".SH COMMANDS",
        *_man_commands(main, context),
    )
    lists = (line for title, entries in _MAN_LISTS.items() for line in (f".SH {title}", *_man_list(entries.items())))
    return "".join(f"{line}\n" for line in (*lines, *lists))


def _man_commands(group: click.Group, parent: click.Context) -> Iterator[str]:
    """Yield the part on each command of a group, and on those under it."""
    for name in group.list_commands(parent):
        command = group.get_command(parent, name)
        if command is None:
            continue
        context = click.Context(command, parent=parent, info_name=name, **command.context_settings)
        yield f".SS {_roff(context.command_path)}"
        yield _man_usage(command, context)
        yield ".PP"
        yield from _man_text(command.help or "")
        yield from _man_list(_options(command, context))
        if lines := examples_of(command):
            yield from (".PP", "Examples:", *_man_as_it_is(f"summittui {line}" for line in lines))
        if isinstance(command, click.Group):
            yield from _man_commands(command, context)


def _man_usage(command: click.Command, context: click.Context) -> str:
    pieces = " ".join(command.collect_usage_pieces(context))
    return f"\\fB{_roff(context.command_path)}\\fR {_roff(pieces)}"


def _man_text(text: str) -> Iterator[str]:
    for number, paragraph in enumerate(_paragraphs(text)):
        if paragraph.startswith(_AS_IT_IS):
            yield from _man_as_it_is(paragraph.removeprefix(_AS_IT_IS).splitlines())
            continue
        if number:
            yield ".PP"
        yield _roff(paragraph)


def _man_as_it_is(lines: Iterable[str]) -> Iterator[str]:
    yield from (".PP", ".RS 4", ".nf", *map(_roff, lines), ".fi", ".RE")


def _man_list(entries: Iterable[tuple[str, str]]) -> Iterator[str]:
    for term, text in entries:
        yield from (".TP", f"\\fB{_roff(term)}\\fR", _roff(text))


def _roff(text: str) -> str:
    """Return a text for roff: nothing of it is a request or an escape, and every hyphen is the one that is typed."""
    for sign, escaped in _ROFF.items():
        text = text.replace(sign, escaped)
    return f"\\&{text}" if text.startswith((".", "'")) else text


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _code(text: str) -> str:
    return f"`` {text} ``" if "`" in text else f"`{text}`"


if __name__ == "__main__":
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
