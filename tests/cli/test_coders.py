import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from summittui.cli import main

QUOTE, ISSUE = "vance-kill-industry", "tight-regulation"


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMITTUI_STORE", str(tmp_path / "store.json"))
    run("stance", QUOTE, ISSUE, "--clear")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def stances(quote: str = QUOTE) -> list[tuple[str, str | None]]:
    found = json.loads(run("show", quote, "--json").stdout)["stances"]
    return [(one["stance"], one.get("by")) for one in found if one["issue"] == ISSUE]


def test_coders_stand_beside_each_other_and_a_stance_without_one_settles() -> None:
    run("stance", QUOTE, ISSUE, "against", "--by", "anna")
    run("stance", QUOTE, ISSUE, "for", "--by", "ben")
    assert stances() == [("against", "anna"), ("for", "ben")]
    assert QUOTE in run("list", "quotes", "--query", "is:contested").stdout
    assert "they differ" in run("show", QUOTE).stdout
    assert "the coders differ (anna: against, ben: for)" in run("compare", "jd-vance", "china", "--issue", ISSUE).stdout
    run("stance", QUOTE, ISSUE, "against")
    assert "the coders differ" not in run("compare", "jd-vance", "china", "--issue", ISSUE).stdout
    assert run("list", "quotes", "--query", "is:contested").stdout == ""
    run("stance", QUOTE, ISSUE, "--clear", "--by", "ben")
    assert stances() == [("against", "anna"), ("against", None)]


def test_agreement_is_printed_by_issue_and_over_all() -> None:
    assert "No record was coded by two coders" in run("agreement").stderr
    for side, by in (("against", "anna"), ("for", "ben")):
        run("stance", QUOTE, ISSUE, side, "--by", by)
    first, every = json.loads(run("agreement", "--json").stdout)
    assert (first["issue"], first["share"], first["alpha"], every["issue"]) == (ISSUE, 0.0, 0.0, None)
    assert "0.00 (0 of 1 pair)" in run("agreement").stdout


def test_several_quotes_get_one_stance_in_one_edit() -> None:
    quotes = (QUOTE, "vance-gold-standard")
    done = run("stance", *quotes, ISSUE, "mixed")
    assert done.exit_code == 0
    assert [stances(quote) for quote in quotes] == [[("mixed", None)]] * 2
    run("undo")
    assert stances() == []


@pytest.mark.parametrize(
    "words", [(QUOTE, ISSUE), (QUOTE, ISSUE, "yes"), ("nobody", ISSUE, "for"), (QUOTE, "?", "for")]
)
def test_what_cannot_be_a_stance_is_one_sentence(words: tuple[str, ...]) -> None:
    done = run("stance", *words)
    assert done.exit_code == 2
    assert stances() == []


def test_an_issue_comes_with_its_stances_in_one_edit() -> None:
    issue = ("add", "issue", "--label", "Pace", "--question", "Faster?", "--for", "Yes", "--against", "No")
    assert run(*issue, "--stance", f"{QUOTE}=for", "--by", "anna").stdout == "pace\n"
    found = json.loads(run("show", QUOTE, "--json").stdout)["stances"]
    assert (found[-1]["issue"], found[-1]["stance"], found[-1]["by"]) == ("pace", "for", "anna")
    run("undo")
    assert run("show", "pace").exit_code == 2
    assert run(*issue, "--stance", f"{QUOTE}=yes").exit_code == 2
    assert run("show", "pace").exit_code == 2
