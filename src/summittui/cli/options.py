"""Options that several commands share."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from summittui.cli.form import FORM, Form, form
from summittui.cli.paths import NamedPath, NamedStore
from summittui.model import StoreReadOnly

if TYPE_CHECKING:
    from summittui.model.location import Location
    from summittui.session import Session
    from summittui.session.replica import Wish
    from summittui.session.settings_file import SettingsFile

STORE = "summittui.store"
READ_ONLY = "summittui.read_only"
CONFIG = "summittui.config"
NO_CONFIG = "summittui.no_config"
SETTINGS = "summittui.settings"
SCOPE = "summittui.scope"
_STANDARD_OUTPUT = Path("-")

F = TypeVar("F", bound=Callable[..., Any])


def store_option(command: F) -> F:
    """Add `--store`, which a command may take before or after its name, but only once."""
    return click.option(
        "--store",
        type=NamedStore(),
        expose_value=False,
        callback=_remember_store,
        help="Use the store at this path, or in this database (postgresql://HOST/DATABASE); else SUMMITTUI_STORE, "
        "else the user's own.",
    )(command)


def scope_option(command: F) -> F:
    """Add `--scope`, which limits the library of a command that reads."""
    return click.option(
        "--scope",
        metavar="QUERY",
        expose_value=False,
        callback=lambda ctx, _, value: ctx.meta.__setitem__(SCOPE, value),
        help="Only a collection, an event or a period, such as 'collection:paris-2025' or 'event:paris after:2025'.",
    )(command)


def output_option(command: F) -> F:
    """Add `--output` and `--overwrite` to a command; the file is None for standard output."""
    to_file = click.option(
        "--output",
        "-o",
        type=NamedPath(),
        callback=lambda _, __, path: None if path == _STANDARD_OUTPUT else path,
        help="The file; without it, or with -, standard output.",
    )
    overwrite = click.option("--overwrite", is_flag=True, help="Let the file that stands there give way.")
    return to_file(overwrite(command))


def store_location(ctx: click.Context) -> "Location | None":
    """Return the store that was named, or None."""
    location: Location | None = ctx.meta.get(STORE)
    return location


def config_option(command: F) -> F:
    """Add `--config`, which a command may take before or after its name, but only once."""
    return click.option(
        "--config",
        type=NamedPath(),
        expose_value=False,
        callback=_remember_config,
        help="Read the settings from this file; else SUMMITTUI_CONFIG, else the user's own.",
    )(command)


def settings_given(ctx: click.Context) -> dict[str, object]:
    """Return the settings that options give, by name."""
    given: dict[str, object] = ctx.meta.get(SETTINGS, {})
    return given


def json_option(command: F) -> F:
    """Add `--json`."""
    return _form_option(Form.JSON)(command)


def toml_option(command: F) -> F:
    """Add `--toml`."""
    return _form_option(Form.TOML)(command)


def form_options(command: F) -> F:
    """Add `--json`, `--csv` and `--markdown`; `form()` gives the one that was chosen."""
    for each in (Form.MARKDOWN, Form.CSV, Form.JSON):
        command = _form_option(each)(command)
    return command


@contextmanager
def opened_session(
    collection: str | None = None, *, is_document: bool = False, grows: bool = False
) -> Iterator["Session"]:
    """Open the session of the running command; says on stderr when a store was created.

    Args:
        collection: What a store that is created begins with, in place of the first shipped collection.
        is_document: Whether standard output is a file of some format, at whose head no limits of the library stand.
        grows: Whether the store is going to be large, and has a replica from now on unless the settings forbid it.
    """
    from summittui.cli.output import say
    from summittui.session import Session
    from summittui.session.opening import OFFERED

    ctx = click.get_current_context()
    meta = ctx.meta
    session = Session.open(
        meta.get(STORE), read_only=meta.get(READ_ONLY, False), collection=collection, replica=_replica(ctx, grows=grows)
    )
    try:
        if session.seeded:
            info = session.info()
            collections = ", ".join(info.collections)
            say(f"Created the store {info.path} with the collection {collections}.")
            if collection is None:
                say(f"The public record on AI declarations can stand beside it: summittui collections add {OFFERED}.")
        elif session.is_shipped and session.why_read_only:
            say(session.why_read_only)
        if meta.get(SCOPE):
            limit_session(session, meta[SCOPE], on_top=not is_document and form() in {Form.TEXT, Form.MARKDOWN})
        yield session
    except StoreReadOnly as error:
        if session.is_shipped and str(error) == session.why_read_only:
            raise StoreReadOnly("nothing was written.") from None  # why is told already
        raise
    finally:
        session.close()


def _replica(ctx: click.Context, *, grows: bool) -> "Wish":
    """Return the setting `replica`, which is read only where the store is so large that it matters."""
    from summittui.session.opening import named_location
    from summittui.session.replica import is_large

    wish = settings_file(ctx).settings.replica if grows or is_large(named_location(ctx.meta.get(STORE))) else "auto"
    return "on" if grows and wish == "auto" else wish


def limit_session(session: "Session", text: str, *, on_top: bool) -> None:
    """Limit the session's library, and say so at the head of what is written, or on stderr before data."""
    from summittui.cli.output import say, write_lines
    from summittui.present.scope import scope_sentence

    session.limit(text)
    told = scope_sentence(session.scoped_library)
    if on_top and form() is Form.MARKDOWN:
        from summittui.exchange.as_markdown import escaped

        write_lines([escaped(told), ""])
    elif on_top:
        write_lines([told, ""])
    else:
        say(told)


def _form_option(form: Form) -> Callable[[F], F]:
    return click.option(
        f"--{form.value}",
        is_flag=True,
        expose_value=False,
        callback=lambda ctx, param, value: _remember_form(ctx, param, form) if value else None,
        help=f"Write {form.value.upper() if form is not Form.MARKDOWN else 'a Markdown table'}.",
    )


def settings_file(ctx: click.Context) -> "SettingsFile":
    """Return the file of settings that is named, else the user's own; an empty one after `--no-config`.

    Raises:
        SettingsError: The file cannot be read, or something in it is wrong.
    """
    from summittui.session.settings_file import SettingsFile, read_settings

    return SettingsFile(Path()) if ctx.meta.get(NO_CONFIG) else read_settings(ctx.meta.get(CONFIG))


def _remember_store(ctx: click.Context, _: click.Parameter, value: "Location | None") -> None:
    if value is not None and not str(value).strip("."):
        raise click.BadParameter("name a file, such as ./store.json.")
    _remember_once(ctx, STORE, "--store", value)


def _remember_config(ctx: click.Context, _: click.Parameter, value: Path | None) -> None:
    _remember_once(ctx, CONFIG, "--config", value)


def _remember_once(ctx: click.Context, key: str, option: str, value: "Location | None") -> None:
    """Remember the path that an option gives, here or before the name of the command."""
    if value is not None and ctx.meta.setdefault(key, value) != value:
        raise click.UsageError(f"{option} names two paths; leave one out.", ctx)


def _remember_form(ctx: click.Context, param: click.Parameter, form: Form) -> None:
    if ctx.meta.setdefault(FORM, form) is not form:
        raise click.BadParameter(f"cannot stand beside --{ctx.meta[FORM].value}; choose one.", ctx, param)
