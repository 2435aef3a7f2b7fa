"""Every command prints on a library of nothing but dictionaries, byte for byte, what it prints on the one in memory."""

import shlex
import shutil
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from types import SimpleNamespace
from typing import Self

import pytest
from click.testing import CliRunner

from summittui.cli import app, main
from summittui.session import Session
from tests.library.second_library import use_dictionaries

HARBOUR = Path(__file__).parents[1] / "intake" / "samples" / "harbour.txt"
SOURCE = "selwyn-courier-2025-03"
ARTICLE = "article.txt"
JOURNEY = (
    "collections list",
    "collections add ai-declarations",
    f"import {ARTICLE} --outlet 'Selwyn Courier' --published 2025-03-04",
    "review list --state any",
    f"review list {SOURCE} --json",
    "review show",
    "review accept --all --new-actors --new-declarations",
    "add actor --name 'Ada Example' --kind person --speaks-for France",
    f"add quote --speaker ada-example --source {SOURCE} --kind direct --text 'We will not sign what we cannot check,'",
    "add issue --label Tests --question 'Test first?' --for Yes --against No --stance drann-we-will-not=against",
    "stance lindqvist-no-vessel-without tests for",
    "stance vass-an-inspection-that tests against --by anna",
    "stance vass-an-inspection-that tests for --by bert",
    "edit jd-vance --set 'aliases=J. D. Vance, Vance'",
    "edit paris-statement --act China=signed@nigeriapulse",
    "camps add 'Declined it' --act declined --declaration paris-statement",
    "camps add Ports --issue tests --stance for --json",
    "memo vance-gold-standard 'compare with the transcript'",
    "star vance-gold-standard",
    "merge uk-government united-kingdom",
    "rename un-general-assembly unga",
    "delete guo-principles",
    "delete vance-gold-standard",
    "undo",
    "log --last 5",
    "log jd-vance --json",
    "list actors",
    "list actors --of paris-statement --json",
    "list declarations --csv",
    "list camps",
    "list quotes --query 'gold OR by:vance' --order date --reverse",
    "list quotes --actor 'JD Vance' --kind mixed --scope collection:paris-2025",
    "list quotes --query 'issue:tight-regulation stance:against -source:nigeriapulse' --csv",
    "list quotes --query by:nobody",
    "search safety",
    "search 'by:vance' --json",
    "search ship --scope 'event:paris after:2025'",
    "show china",
    "show khan-pathway",
    "show vance-gold-standard --json",
    "show paris-statement --toml",
    "show nobody",
    "timeline",
    "timeline --actor china --json",
    "cite khan-pathway drann-we-will-not",
    "cite stdaily --style csl",
    "view 'compare united-states china by:date only:differences' --markdown",
    "view \"browse pane:quotes quotes:'kind:mixed gold' sort-quotes:date\" --csv",
    "view 'matrix rows:both sort:tight-regulation' --json",
    "views",
    "compare united-states china united-kingdom",
    "compare united-states china --by date --json",
    "compare united-states 'Declined it' --issue tight-regulation",
    "compare paris-statement global-ai-governance-initiative",
    "compare stdaily nigeriapulse --markdown",
    "ledger",
    "ledger --query kind:state --standing declined",
    "ledger paris-statement --sort latest --csv",
    "brief us china eu uk",
    "brief us china --format html",
    "matrix --rows both --folded",
    "matrix --folded --sort-by tight-regulation --scope collection:paris-2025",
    "pairs --json",
    "pairs china united-states european-commission",
    "sources compare nigeriapulse stdaily",
    "variants vance-gold-standard",
    "agreement",
    "agreement --json",
    "export --format csv --query kind:direct",
    "export --format dna --query issue:tight-regulation --output quotes.dna.csv",
    "export --format jsonl --output library.jsonl",
    "export --format json --output library.json",
    "load library.json --dry-run",
    "load library.json --replace",
    f"attach {ARTICLE}",
    "check",
    "check --json",
    "verify nigeriapulse",
    f"verify {SOURCE}",
    "verify stdaily --markdown",
    f"review propose {SOURCE}",
    "review reject --all",
    "review list --state any --csv",
    "seed",
    "collections remove ai-declarations",
    "info",
    "backup copies",
    "compact",
    "recover",
    "new other.json --from-collection paris-2025",
    "copy store.json copied.json",
    "serve --host example.org",
    "config path",
    "completion bash",
)
"""One way through all commands: what one writes, those after it read."""
SEEDING = tuple(line for line in JOURNEY if line.startswith(("collections add", "new")))


class Clock(datetime):
    """A clock that goes on by a second whenever it is looked at."""

    ticks: Iterator[int]

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Self:
        return cls(2025, 3, 4, tzinfo=tz or UTC) + timedelta(seconds=next(cls.ticks))


def printed(folder: Path, journey: Iterable[str] = JOURNEY) -> dict[str, tuple[int, bytes, bytes]]:
    """Return the exit code, the output and the talk of each command, on a store of its own in an empty folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    shutil.copy(HARBOUR, folder / ARTICLE)
    Clock.ticks = iter(range(10**6))
    found = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        Session.open(Path("store.json")).close()
        for line in journey:
            result = CliRunner().invoke(main, shlex.split(line))
            assert result.exception is None or isinstance(result.exception, SystemExit), (line, result.exception)
            found[line] = result.exit_code, result.stdout_bytes, result.stderr_bytes
        found.update({str(path): (0, path.read_bytes(), b"") for path in sorted(Path().rglob("*.*")) if path.is_file()})
    return found


def test_the_journey_has_every_command() -> None:
    assert {line.split()[0] for line in JOURNEY} == set(app._COMMANDS)


def test_every_command_prints_the_same_on_another_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMITTUI_STORE", "store.json")
    for module in ("draft", "backups", "recovery"):
        monkeypatch.setattr(f"summittui.store.{module}.datetime", Clock)
    monkeypatch.setattr("summittui.store.backups.os", SimpleNamespace(urandom=bytes))
    printed(tmp_path / "summit", SEEDING)  # stores are seeded once in a run of the tests, then copied
    expected = printed(tmp_path / "summit")
    use_dictionaries(monkeypatch)
    found = printed(tmp_path / "summit")
    assert [line for line, output in expected.items() if found[line] != output] == []
    assert found.keys() == expected.keys()
