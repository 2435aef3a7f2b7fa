"""`summittui serve`: the workbench in a browser."""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

import click

from summittui.cli.examples import examples
from summittui.cli.groups import StrictCommand
from summittui.cli.options import (
    CONFIG,
    NO_CONFIG,
    READ_ONLY,
    config_option,
    settings_given,
    store_location,
    store_option,
)
from summittui.cli.output import say, write_lines
from summittui.cli.paths import NamedPath
from summittui.model import InputError
from summittui.model.location import is_address
from summittui.model.text import counted, safe
from summittui.serve.access import is_every_address, is_loopback, new_token, read_origin
from summittui.serve.limits import DEFAULT_IDLE_MINUTES, DEFAULT_SESSIONS, Limits
from summittui.serve.program import workbench
from summittui.serve.token_file import read_or_make_token

LOOPBACK = "127.0.0.1"
PORT = 8765
_HELP = f"""\
Open the workbench to colleagues in a browser: prints the address of a page that holds a terminal.

Whoever has the address, whose last part is a secret token, is let in, and nobody else. A visitor has a session of its
own: a kiosk, which is read-only and leads to no other program or file, unless --no-kiosk gives it all that you may do
here. A session whose line was lost waits {Limits().line_lost_seconds / 60:g} minutes for its page.

Only this machine reaches the page, unless --host and --allow-remote say otherwise. Nothing is encrypted: for others put
a reverse proxy with TLS before it, and name its address by --origin. docs/browser.md sets one up.

ctrl+c or SIGTERM ends the server and every session, with exit code 0. It needs the extra:
pip install 'summittui[serve]'.
"""


def _origins(_ctx: click.Context, _option: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(read_origin, given))


@click.command(
    "serve",
    cls=StrictCommand,
    short_help="Open the workbench in a browser.",
    epilog=examples("serve", "serve --token-file summit.token --origin https://summit.example.org"),
    help=_HELP,
)
@click.option("--host", metavar="ADDRESS", default=LOOPBACK, show_default=True, help="Listen at this address.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=PORT,
    show_default=True,
    help="Listen at this port; 0 takes any that is free.",
)
@click.option(
    "--allow-remote",
    is_flag=True,
    help="With --host: let other machines reach the page, though keys, screens and token pass them unencrypted.",
)
@click.option(
    "--origin",
    "origins",
    metavar="URL",
    multiple=True,
    callback=_origins,
    help="An address under which browsers see the page, such as that of a reverse proxy; may be given several times.",
)
@click.option(
    "--token-file",
    metavar="FILE",
    type=NamedPath(),
    help="Take the token from this file, which is yours alone (chmod 600); it is made where it is not there. "
    "Without it the token is a new one each time.",
)
@click.option(
    "--sessions",
    type=click.IntRange(1, 200),
    default=DEFAULT_SESSIONS,
    show_default=True,
    help="So many visitors may have a session at a time.",
)
@click.option(
    "--idle",
    metavar="MINUTES",
    type=click.IntRange(1, 1440),
    default=int(DEFAULT_IDLE_MINUTES),
    show_default=True,
    help="End a session after so many minutes without a key.",
)
@click.option(
    "--no-kiosk",
    is_flag=True,
    help="Let visitors edit, and start the editor and the pager of this account: whoever has the token is you.",
)
@store_option
@config_option
@click.pass_context
def command(
    ctx: click.Context,
    *,
    host: str,
    port: int,
    allow_remote: bool,
    origins: tuple[str, ...],
    token_file: Path | None,
    sessions: int,
    idle: int,
    no_kiosk: bool,
) -> None:
    _require_reachable(host, allow_remote=allow_remote, origins=origins)
    options = tuple(_options(ctx, is_kiosk=not no_kiosk))
    _require_extra()
    from summittui.serve.serving import ServerSettings, serve

    program = workbench(options, os.environ)
    _tell_what_no_session_has(options, program.environment)
    settings = ServerSettings(
        program=program,
        token=read_or_make_token(token_file) if token_file else new_token(),
        host=host,
        port=port,
        origins=origins,
        limits=Limits(sessions=sessions, idle_seconds=idle * 60),
    )

    def announce(address: str) -> None:
        write_lines([address if token_file else f"{address}#{settings.token}"])
        sys.stdout.flush()
        kind = "may edit and run programs as you do" if no_kiosk else "may read"
        token = f"the token, which is in {safe(str(token_file))}," if token_file else "this address"
        say(f"Whoever has {token} {kind}, {counted(sessions, 'session')} at a time; ctrl+c ends the server.")

    serve(settings, announce)


def _require_reachable(host: str, *, allow_remote: bool, origins: tuple[str, ...]) -> None:
    """Refuse an address that others reach unless that is allowed, and one that no browser can name.

    Raises:
        UsageError: It is refused.
    """
    if not host.strip():
        raise click.UsageError(f"--host is empty; give an address, such as {LOOPBACK}.")
    if not is_loopback(host) and not allow_remote:
        raise click.UsageError(
            f"other machines reach {safe(host)}, and nothing is encrypted; put a reverse proxy before {LOOPBACK}, or "
            "say --allow-remote."
        )
    if is_every_address(host) and not origins:
        raise click.UsageError(f"{safe(host)} stands for every address; name those that browsers use by --origin.")


def _options(ctx: click.Context, *, is_kiosk: bool) -> Iterator[str]:
    """Yield the options with which each session opens the workbench."""
    from summittui.session.opening import named_location
    from summittui.store.disk import StoreMissing, shown
    from summittui.store.paths import STORE_VARIABLE, is_set

    meta, given = ctx.meta, settings_given(ctx)
    if is_kiosk:
        yield "--kiosk"
    if meta.get(READ_ONLY):
        yield "--read-only"
    if store_location(ctx) is not None or is_set(STORE_VARIABLE):
        store = named_location(store_location(ctx))
        if (is_kiosk or meta.get(READ_ONLY)) and isinstance(store, Path) and not store.exists():
            raise StoreMissing(f"There is no store at {shown(store)}; create it with `summittui seed`.")
        yield from ("--store", str(store) if isinstance(store, Path) else store.text)
    if CONFIG in meta:
        yield from ("--config", os.path.abspath(meta[CONFIG]))  # noqa: PTH100  # resolve() follows links
    elif meta.get(NO_CONFIG) and not is_kiosk:
        yield "--no-config"
    yield from ("--profile", str(given.get("profile", "ssh")))
    yield "--no-mouse" if given.get("mouse") == "off" else "--mouse"
    yield from (f"--{name}" for name in ("ascii", "plain") if given.get(name))


def _tell_what_no_session_has(options: Sequence[str], passed_on: Mapping[str, str]) -> None:
    """Write which variables of a database's client are not passed on, where the store is in a database."""
    left_out = sorted(each for each in os.environ if each.startswith("PG") and each not in passed_on)
    if left_out and any(map(is_address, options)):
        names = ", ".join(map(safe, left_out))
        say(f"No session has {names}: a password belongs into ~/.pgpass, and all else into the store's address.")


def _require_extra() -> None:
    """Require the library of the extra.

    Raises:
        InputError: It is not installed.
    """
    if find_spec("aiohttp") is None:
        raise InputError("a server needs one more library: pip install 'summittui[serve]'")
