"""Locations of stores: the path of a file, or the address of a PostgreSQL database."""

import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from summittui.model import InputError
from summittui.model.text import safe

SCHEMA = "summittui"
"""The schema of a database in which a store stands unless the address names another with `schema=`."""
_SCHEMES = ("postgresql://", "postgres://")
_HOST = r"(?:[\w.%~-]*|\[[0-9A-Fa-f:.%\w]+\])(?::\d{1,5})?"
_HOSTS = re.compile(rf"{_HOST}(?:,{_HOST})*", re.ASCII)
_OPTION = re.compile(r"[a-z_]+", re.ASCII)
_SECRETS = ("password", "sslpassword")


class Address(Struct, frozen=True, kw_only=True):
    """The address of a store in a PostgreSQL database, without passwords; as a text it has hosts and database alone."""

    hosts: str
    """Hosts with their ports, separated by commas, as they are written; empty for the default one."""
    database: str
    user: str = ""
    options: Mapping[str, str] = {}
    """Further parameters of libpq, by name."""
    schema: str = SCHEMA

    def __str__(self) -> str:
        from urllib.parse import quote

        named = {"host": self.options["host"]} if "host" in self.options and not self.hosts else {}
        named |= {"schema": self.schema} if self.schema != SCHEMA else {}
        return safe(f"postgresql://{self.hosts}/{quote(self.database)}{_query_of(named)}")

    def __repr__(self) -> str:
        return f"Address({str(self)!r})"

    @property
    def uri(self) -> str:
        """The address as libpq reads it, without passwords."""
        from urllib.parse import quote

        user = f"{quote(self.user, safe='')}@" if self.user else ""
        return f"postgresql://{user}{self.hosts}/{quote(self.database, safe='')}{_query_of(self.options)}"

    @property
    def text(self) -> str:
        """The address as a user would write it, without passwords."""
        named = {**self.options, **({"schema": self.schema} if self.schema != SCHEMA else {})}
        return replace(self, options=named).uri


Location = Path | Address
"""The location of a store."""
Secrets = Mapping[str, str]
"""Passwords by the name that libpq has for them; never shown, logged or handed on."""
_KEPT: dict[str, Secrets] = {}
"""The passwords that were read, by the address without them."""


def location_of(text: str) -> Location:
    """Return the location that a text names; a password in an address is kept for `secrets_of`.

    Raises:
        InputError: It is meant as an address and is none; the sentence holds nothing of it, which may be a password.
    """
    if not is_address(text):
        return Path(text)
    address, secrets = address_in(text)
    if secrets:
        _KEPT[address.text] = secrets
    return address


def secrets_of(address: Address) -> Secrets:
    """Return the passwords that were read with an address."""
    return _KEPT.get(address.text, {})


def is_address(text: str) -> bool:
    """Tell whether a text is meant as the address of a database and not as a path."""
    return text.lower().startswith(_SCHEMES)


def address_in(text: str) -> tuple[Address, Secrets]:
    """Return the address in a text, read as strictly as libpq reads it, and the passwords that stand in it.

    Raises:
        InputError: It is none.
    """
    from urllib.parse import unquote

    place, _, query = text.partition("://")[2].partition("?")
    authority, _, database = place.partition("/")
    named, at, hosts = authority.rpartition("@")
    user, _, password = named.partition(":")
    is_clear = "@" not in named + database and "/" not in database and (user or not at)
    if not is_clear or not _HOSTS.fullmatch(hosts):
        raise _malformed()
    options = _options_in(query)
    secrets = {name: options.pop(name) for name in _SECRETS if name in options}
    if password:
        secrets["password"] = unquote(password)
    schema = options.pop("schema", SCHEMA)
    if not schema or "\0" in text:
        raise _malformed()
    found = Address(hosts=hosts, database=unquote(database), user=unquote(user), options=options, schema=schema)
    return found, secrets


def _options_in(query: str) -> dict[str, str]:
    from urllib.parse import unquote

    found: dict[str, str] = {}
    for each in query.split("&") if query else ():
        name, equals, value = each.partition("=")
        name = unquote(name)
        if not equals or not _OPTION.fullmatch(name) or name in found:
            raise _malformed()
        found[name] = unquote(value)
    return found


def _query_of(options: Mapping[str, str]) -> str:
    from urllib.parse import quote

    pairs = "&".join(f"{name}={quote(value, safe='/')}" for name, value in options.items())
    return f"?{pairs}" if pairs else ""


def _malformed() -> InputError:
    return InputError(
        "The address of the store is malformed; write postgresql://HOST[:PORT][,HOST…]/DATABASE[?OPTION=VALUE&…], "
        "signs such as @, / and : inside a name percent-encoded."
    )
