"""What is written for a reader: wrapped on a terminal, one line each elsewhere."""

import pytest

from summittui.cli import output
from summittui.present.table import Table
from tests.cli.test_commands import run

WORDS = "one two three four five six seven eight nine ten"


def narrow(monkeypatch: pytest.MonkeyPatch, width: int | None) -> None:
    monkeypatch.setattr(output, "terminal_width", lambda: width)


def test_lines_are_not_wrapped_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    output.write_lines(["  " + WORDS * 9])
    assert capsys.readouterr().out == f"  {WORDS * 9}\n"


def test_lines_are_wrapped_at_blanks_and_go_on_further_in(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    narrow(monkeypatch, 24)
    output.write_lines(["  " + WORDS, "", "short"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("  one")
    assert all(line.startswith("    ") for line in lines[1:-2])
    assert lines[-2:] == ["", "short"]
    assert all(len(line) <= 24 for line in lines)
    assert " ".join(" ".join(lines[:-2]).split()) == WORDS


def test_wide_signs_are_measured_as_the_terminal_does(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    narrow(monkeypatch, 30)
    output.write_lines(["人工智能" * 8])
    assert all(len(line.strip()) <= 14 for line in capsys.readouterr().out.splitlines())


def test_a_table_that_fits_is_aligned(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    narrow(monkeypatch, 30)
    output._write_grid(Table(("id", "name", "none"), (("a", "Ada", ""), ("bb", "Ben", ""))))
    assert capsys.readouterr().out == "id  name\na   Ada\nbb  Ben\n"


def test_a_table_that_does_not_fit_is_written_field_by_field(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    narrow(monkeypatch, 30)
    output._write_grid(Table(("id", "name", "note"), (("a", "Ada", WORDS), ("bb", "Ben", ""))))
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["a", "  name: Ada"]
    assert lines[2].startswith("  note: one")
    assert lines[-3:] == ["", "bb", "  name: Ben"]


def test_joiners_between_letters_leave_the_columns_aligned(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    narrow(monkeypatch, 30)
    output._write_grid(Table(("name", "n"), (("ශ\u0dca\u200dරී", "1"), ("Ada", "2"))))
    assert capsys.readouterr().out == "name  n\nශ\u0dca\u200dරී    1\nAda   2\n"


def test_the_log_of_a_new_record_shows_its_fields_alone(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMITTUI_STORE", f"{tmp_path}/store.json")
    assert run("add", "actor", "--name", "Ada Example", "--kind", "person").exit_code == 0
    assert "    name: Ada Example\n" in run("log", "ada-example").stdout
    assert run("edit", "ada-example", "--set", "name=Ada").exit_code == 0
    assert "    name: Ada Example → Ada\n" in run("log", "ada-example").stdout
