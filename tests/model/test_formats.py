"""Formats of texts that stand for something else."""

import pytest

from summittui.model.formats import is_hexadecimal, is_language_tag, is_web_address


@pytest.mark.parametrize(
    "tag",
    ["en", "fr-CA", "zh-Hans", "zh-Hans-CN", "de-CH-1901", "sl-rozaj", "es-419", "en-a-bbb-x-a", "x-klingon", "EN-us"],
)
def test_a_well_formed_tag_is_a_language(tag: str) -> None:
    assert is_language_tag(tag)


@pytest.mark.parametrize("tag", ["", "e", "en-", "en_US", "English", "en US", "-en", "en--US", "en\n", "中文"])
def test_other_texts_are_none(tag: str) -> None:
    assert not is_language_tag(tag)


@pytest.mark.parametrize(
    "url", ["https://a.example/b?c=d#e", "http://x", "HTTPS://A.example", "https://例え.jp/道", "http://[::1]:80/"]
)
def test_an_address_of_the_web_has_a_scheme_and_a_host(url: str) -> None:
    assert is_web_address(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "a.example",
        "ftp://a",
        "https://",
        "https:// a",
        "http://a b",
        "javascript:alert(1)",
        "http://[::1",
        "http://a:99999",
        "http://x\x07",
    ],
)
def test_what_is_no_address_of_the_web_is_refused(url: str) -> None:
    assert not is_web_address(url)


def test_a_digest_has_its_length_in_small_letters() -> None:
    assert is_hexadecimal("0af9", 4)
    assert not any(is_hexadecimal(text, 4) for text in ("0af", "0af90", "0AF9", "0ag9", "0af\n", "٠af9"))
