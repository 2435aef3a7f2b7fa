"""`summittui cite`."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from summittui.cli import main


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMITTUI_STORE", str(tmp_path / "store.json"))


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, ["cite", *arguments])
    assert "Traceback" not in result.output
    return result


def test_each_is_cited_on_a_line_in_the_order_in_which_they_are_named() -> None:
    lines = run("stdaily", "vance-kill-industry", "Paris Statement").stdout.splitlines()
    assert lines[0].startswith("(the whole article). Science and Technology Daily (stdaily)")
    assert lines[1].startswith("“kill a transformative industry.” ")
    assert lines[2].startswith("Statement on Inclusive and Sustainable")
    assert "Declined: United Kingdom (stdaily)" in lines[2]
    assert len(lines) == 3


@pytest.mark.parametrize(
    ("style", "begins"), [("markdown", "> “kill"), ("reference", "Science and Technology Daily (2025, March 1).")]
)
def test_every_style_is_written(style: str, begins: str) -> None:
    assert run("vance-kill-industry", "--style", style).stdout.startswith(begins)


def test_csl_is_a_list_of_items() -> None:
    items = json.loads(run("khan-pathway", "stdaily-vance-spoke", "--style", "csl").stdout)
    assert [item["id"] for item in items] == ["khan-pathway", "stdaily-vance-spoke"]


@pytest.mark.parametrize("name", ["jd-vance", "atlantis"])
def test_what_nobody_states_cannot_be_cited(name: str) -> None:
    result = run(name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "nothing among the claims or declarations or quotes or sources is called" in result.stderr
