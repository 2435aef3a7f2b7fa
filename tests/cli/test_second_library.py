"""The commands on a library of nothing but dictionaries and the protocol print what they print on the one in memory."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from summittui.cli.app import main
from summittui.library import Library
from summittui.session import Session
from tests.library.dictionary_library import DictionaryLibrary
from tests.paris import paris

COMMANDS = (
    ("list", "quotes", "--query", "gold OR by:vance", "--order", "date", "--reverse"),
    ("list", "actors", "--of", "paris-statement", "--json"),
    ("list", "declarations", "--csv"),
    ("search", "safety"),
    ("search", "by:vance", "--json"),
    ("show", "china"),
    ("show", "khan-pathway"),
    ("compare", "united-states", "china", "united-kingdom"),
    ("compare", "united-states", "china", "--by", "date", "--json"),
    ("compare", "paris-statement", "global-ai-governance-initiative"),
    ("matrix", "--rows", "both", "--folded"),
    ("pairs", "--json"),
    ("timeline", "--actor", "china"),
    ("ledger", "--csv"),
    ("sources", "compare", "nigeriapulse", "stdaily"),
    ("cite", "khan-pathway"),
    ("export", "--format", "csv", "--query", "kind:direct"),
    ("check",),
)


def library() -> Library:
    return DictionaryLibrary(paris().records)


def printed(path: Path, arguments: tuple[str, ...]) -> tuple[int, str]:
    result = CliRunner().invoke(main, [*arguments, "--store", str(path)])
    return result.exit_code, result.stdout


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_command_prints_the_same_on_another_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    path = tmp_path / "store.json"
    Session.open(path).close()
    expected = printed(path, arguments)
    assert expected[1]
    monkeypatch.setattr(Session, "library", property(lambda _session: library()))
    assert printed(path, arguments) == expected
