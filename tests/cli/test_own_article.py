"""The guide's way from an article to a proven comparison, run as it stands there."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from summittui.cli import main
from summittui.library.answers.check import check
from summittui.model import ActKind, QuoteKind
from summittui.session import Session
from tests.in_memory import in_memory

ROOT = Path(__file__).parents[2]
HEADING = "## From an article to a proven comparison in six commands\n"


def commands() -> list[list[str]]:
    section = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8").partition(HEADING)[2].partition("\n## ")[0]
    (block,) = re.findall(r"```sh\n(.*?)```", section, re.DOTALL)
    return [shlex.split(line) for line in block.splitlines() if line.startswith("summittui ")]


def run(arguments: list[str]) -> Result:
    return CliRunner().invoke(main, arguments)


def test_the_six_commands_of_the_guide_make_everything_of_the_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(ROOT / "tests" / "intake" / "samples" / "harbour.txt", tmp_path / "article.txt")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SUMMITTUI_STORE", "summit.json")
    lines = commands()
    assert len(lines) == 6
    results = [run(line[1:]) for line in lines]
    assert [result.exit_code for result in results] == [0] * 6, [result.stderr for result in results]
    session = Session.open(tmp_path / "summit.json")
    library, records = session.library, in_memory(session.library).records
    assert [source.id for source in records.sources] == ["selwyn-courier-2025-03"]
    people = {quote.speaker for quote in records.quotes}
    assert people == {"mara-lindqvist", "teodor-vass", "ines-okafor", "ruben-castellan", "pavel-drann"}
    assert [quote.kind for quote in records.quotes].count(QuoteKind.DIRECT) == 3
    assert all(quote.spans and quote.cue for quote in records.quotes)
    (declaration,) = records.declarations
    assert [act.act for act in declaration.acts] == [ActKind.SIGNED, ActKind.SIGNED, ActKind.DECLINED]
    assert [tally.number for tally in declaration.tallies] == [40]
    assert sum(len(quote.stances) for quote in records.quotes) == 4
    report = check(library, library.text)
    assert {state for state, number in report.spans.items() if number} == {"verbatim"}
    assert report.problems == ()
    compared, cited = results[4].stdout, results[5].stdout
    assert "Test ships first?" in compared or "Tests" in compared
    assert "We will not sign what we cannot check," in compared
    assert "Pavel Drann" in cited
    assert "Selwyn Courier" in cited
    session.close()
