"""Addresses of databases: read strictly, shown without what is secret, and never a password in them."""

from pathlib import Path

import pytest

from summittui.exchange.plain import to_plain
from summittui.model import InputError
from summittui.model.location import Address, address_in, location_of, secrets_of


def test_an_address_is_shown_with_hosts_and_database_alone() -> None:
    found, secrets = address_in("postgresql://eva:s%40cret@a:5433,b,[::1]:7/summit?sslmode=require&schema=mine")
    assert str(found) == "postgresql://a:5433,b,[::1]:7/summit?schema=mine"
    assert found.uri == "postgresql://eva@a:5433,b,[::1]:7/summit?sslmode=require"
    assert found.text == "postgresql://eva@a:5433,b,[::1]:7/summit?sslmode=require&schema=mine"
    assert (found.user, found.database, found.schema) == ("eva", "summit", "mine")
    assert secrets == {"password": "s@cret"}


@pytest.mark.parametrize(
    "text", ["postgresql://eva:hush@a/b", "postgres://a/b?password=hush", "postgresql://a/b?user=eva&pass%77ord=hush"]
)
def test_no_password_stands_in_anything_that_is_made_of_an_address(text: str) -> None:
    found = location_of(text)
    assert isinstance(found, Address)
    for shown in (str(found), repr(found), found.uri, found.text, str(to_plain(found)), str(to_plain({"path": found}))):
        assert "hush" not in shown
    assert secrets_of(found) == {"password": "hush"}


@pytest.mark.parametrize(
    "text",
    [
        "postgresql://u:hu/sh@h/db",
        "postgresql://u:hu@sh@h/db",
        "postgresql://u:hush?@h/db",
        "postgresql://u:123?hush@h/db",
        "postgresql://:hush@h/db",
        "postgresql://h/db?hush",
        "postgresql://h/db?a=1&a=hush",
        "postgresql://h:port/hush",
        "postgresql://h/a/hush",
        "postgresql://h/db?schema=",
    ],
)
def test_what_is_no_address_is_refused_without_a_word_of_it(text: str) -> None:
    with pytest.raises(InputError, match="malformed") as caught:
        location_of(text)
    assert "hush" not in str(caught.value)


def test_everything_else_is_a_path() -> None:
    assert location_of("store.json") == Path("store.json")
    assert location_of("postgresql.json") == Path("postgresql.json")


def test_an_address_drives_no_terminal() -> None:
    assert "\x1b" not in str(address_in("postgresql://h/db%1b[2J")[0])
