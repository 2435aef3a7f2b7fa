"""Who is let in: tokens, names of the server, origins."""

import os
from pathlib import Path

import pytest

from summittui.model import InputError
from summittui.serve.access import Access, is_every_address, is_loopback, new_token, read_origin
from summittui.serve.token_file import read_or_make_token

TOKEN = "x" * 40


def test_tokens_differ_and_are_long() -> None:
    assert len({new_token() for _ in range(10)}) == 10
    assert len(new_token()) >= 43


def test_the_cookie_is_not_the_token_and_another_with_another_token() -> None:
    access = Access(TOKEN, "127.0.0.1", 8765)
    assert TOKEN not in access.cookie
    assert access.is_token(TOKEN)
    assert access.is_cookie(access.cookie)
    assert access.cookie != Access("y" * 40, "127.0.0.1", 8765).cookie
    for wrong in ("", TOKEN[1:], f"{TOKEN} ", access.cookie, "é", "\ud800"):
        assert not access.is_token(wrong)
    for wrong in ("", TOKEN, access.cookie[1:], "é"):
        assert not access.is_cookie(wrong)


@pytest.mark.parametrize(
    ("host", "origins", "known", "unknown"),
    [
        (
            "127.0.0.1",
            (),
            ("127.0.0.1:8765", "localhost:8765", "LOCALHOST:8765", "[::1]:8765"),
            (
                "127.0.0.1",
                "127.0.0.1:80",
                "localhost",
                "summit.example.org",
                "summit.example.org:8765",
                "",
                "localhost.:8765",
            ),
        ),
        ("::1", (), ("[::1]:8765",), ("::1:8765", "[::1]")),
        (
            "127.0.0.1",
            ("https://summit.example.org",),
            ("summit.example.org",),
            ("summit.example.org:8765", "example.org"),
        ),
        ("192.0.2.1", (), ("192.0.2.1:8765",), ("localhost:8765", "127.0.0.1:8765")),
        ("0.0.0.0", ("http://192.0.2.1:8765",), ("192.0.2.1:8765",), ("0.0.0.0:8765", "localhost:8765")),
    ],
)
def test_a_server_knows_its_own_names_alone(
    host: str, origins: tuple[str, ...], known: tuple[str, ...], unknown: tuple[str, ...]
) -> None:
    access = Access(TOKEN, host, 8765, origins)
    assert [each for each in known if not access.knows_host(each)] == []
    assert [each for each in unknown if access.knows_host(each)] == []


def test_a_page_of_another_scheme_port_or_name_is_foreign() -> None:
    access = Access(TOKEN, "127.0.0.1", 8765, ("https://summit.example.org",))
    for own in ("http://127.0.0.1:8765", "http://localhost:8765", "https://summit.example.org"):
        assert access.knows_origin(own)
    for other in (
        *("https://127.0.0.1:8765", "http://127.0.0.1", "http://localhost:3000", "http://summit.example.org"),
        *(
            "https://summit.example.org.evil.example",
            "https://evil.example",
            "null",
            "",
            "https://summit.example.org:8765",
        ),
    ):
        assert not access.knows_origin(other), other


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("https://Summit.Example.org/", "https://summit.example.org"),
        ("https://summit.example.org:443", "https://summit.example.org"),
        ("http://summit.example.org:8080", "http://summit.example.org:8080"),
        (" http://[::1]:8765 ", "http://[::1]:8765"),
    ],
)
def test_an_origin_is_read_as_browsers_send_it(text: str, origin: str) -> None:
    assert read_origin(text) == origin


@pytest.mark.parametrize(
    "text",
    [
        "",
        "summit.example.org",
        "ftp://a",
        "https://",
        "https://a/b",
        "https://a?b",
        "https://u:p@a",
        "https://a:x",
        "https://ä",
        "https://*",
        "https://*.example.org",
        "https://a b.example.org",
        "https://a.example.org;b",
        "https://[::1",
    ],
)
def test_what_is_no_origin_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(InputError, match="is no origin; give it as"):
        read_origin(text)


def test_loopback_and_every_address_are_told_apart() -> None:
    assert [each for each in ("127.0.0.1", "127.8.0.1", "::1", "localhost") if not is_loopback(each)] == []
    assert [each for each in ("0.0.0.0", "::", "192.0.2.1", "summit.example.org", "") if is_loopback(each)] == []
    assert [each for each in ("0.0.0.0", "::", "127.0.0.1", "localhost") if is_every_address(each)] == ["0.0.0.0", "::"]


def test_a_token_file_is_made_for_its_owner_alone_and_read_again(tmp_path: Path) -> None:
    path = tmp_path / "token"
    before = os.umask(0)
    try:
        token = read_or_make_token(path)
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o600
    assert read_or_make_token(path) == token
    path.chmod(0o400)
    assert read_or_make_token(path) == token


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o666])
def test_a_token_file_that_others_may_touch_is_refused(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "token"
    path.write_text(TOKEN)
    path.chmod(mode)
    with pytest.raises(InputError, match="is not yours alone"):
        read_or_make_token(path)


@pytest.mark.parametrize(
    "text", ["", "short", "with blanks in it, and quite a long one it is", f"{TOKEN}\n{TOKEN}", "ä" * 40]
)
def test_a_token_file_without_a_token_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "token"
    path.write_text(text)
    path.chmod(0o600)
    with pytest.raises(InputError, match="holds no token"):
        read_or_make_token(path)


def test_a_token_file_that_is_none_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe", 0o600)
    for name, said in (
        (".", "no ordinary file|cannot be read"),
        ("pipe", "no ordinary file"),
        ("none/token", "cannot be made"),
    ):
        with pytest.raises(InputError, match=said):
            read_or_make_token(tmp_path / name)
