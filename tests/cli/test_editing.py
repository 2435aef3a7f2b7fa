import json
import os
import pty
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from summittui.cli import main
from summittui.store.store import Store
from tests.patience import PATIENCE

QUOTE = ("add", "quote", "--speaker", "jd-vance", "--source", "stdaily", "--kind", "direct")
WRITERS = 8


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "store.json"
    monkeypatch.setenv("SUMMITTUI_STORE", str(path))
    assert run("seed").exit_code == 0
    return path


def run(*arguments: str | Path, given: str | None = None) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments], input=given)
    assert "Traceback" not in result.output
    return result


def done(*arguments: str | Path, given: str | None = None) -> Result:
    result = run(*arguments, given=given)
    assert result.exit_code == 0, result.stderr
    return result


def refused(*arguments: str | Path, given: str | None = None, code: int = 2) -> str:
    """Return the sentence with which a command was refused; nothing was changed and nothing printed."""
    path = Path(os.environ["SUMMITTUI_STORE"])
    before = Store.open(path).records()
    result = run(*arguments, given=given)
    assert result.exit_code == code, result.output
    assert result.stdout == ""
    assert Store.open(path).records() == before
    return result.stderr.splitlines()[-1]


def record(id_: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(done("show", id_, "--json").stdout)
    return found


def test_a_quote_is_added_and_its_id_is_all_that_goes_to_stdout() -> None:
    result = done(*QUOTE, "--text", "KEY", "--stance", "Tight regulation=against", "--level", "textual")
    assert result.stdout == "vance-key\n"
    quotes = {quote["id"]: quote for quote in json.loads(done("list", "quotes", "--json").stdout)}
    added = quotes["vance-key"]
    assert (added["speaker"], added["source"], added["words"]) == ("jd-vance", "stdaily", "KEY")
    stance = {"issue": "tight-regulation", "stance": "against", "level": "textual", "certainty": "medium"}
    assert stance.items() <= added["stances"][0].items()


def test_the_store_may_be_named_before_and_after_each_word(tmp_path: Path) -> None:
    path = tmp_path / "other.json"
    for before, between, after in (("--store", "", ""), ("", "--store", ""), ("", "", "--store")):
        words = [[flag, str(path)] if flag else [] for flag in (before, between, after)]
        done(*words[0], "add", *words[1], *QUOTE[1:], "--text", "KEY", *words[2])
    assert len(json.loads(done("list", "quotes", "--store", path, "--json").stdout)) == 28


def test_eight_quotes_added_at_once_are_all_kept() -> None:
    command = [sys.executable, "-m", "summittui", *QUOTE, "--stance", "tight-regulation=for", "--level", "textual"]
    processes = [
        subprocess.Popen([*command, "--text", f"One of them, by {number}"], stdout=subprocess.PIPE, text=True)
        for number in range(WRITERS)
    ]
    ids = [process.communicate(timeout=PATIENCE)[0].strip() for process in processes]
    assert [process.returncode for process in processes] == [0] * WRITERS
    assert len(set(ids)) == WRITERS
    added = [record(id_) for id_ in ids]
    assert [quote["words"] for quote in added] == [f"One of them, by {number}" for number in range(WRITERS)]
    assert {quote["stances"][0]["level"] for quote in added} == {"textual"}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--speaker", "jd-vanc", "--text", "KEY"), "did you mean jd-vance?"),
        (("--source", "stdaly", "--text", "KEY"), "did you mean stdaily?"),
        (("--text", " "), "a quote needs its words"),
        (("--kind", "mixed", "--text", "KEY"), "gist: a quote of the kind mixed needs its content"),
        (("--text", "KEY", "--date", "yesterday"), "date: 'yesterday' is no date"),
        (("--text", "KEY", "--stance", "tight-regulation"), "has not the form ISSUE=SIDE"),
        (("--text", "KEY", "--stance", "tight-regulation=yes"), "'yes' is no stance"),
        ((), "missing --text"),
        (("--text", "KEY", "--from-toml", "-"), "--from-toml stands alone"),
    ],
)
def test_a_quote_that_cannot_be_is_refused_with_what_is_wrong(arguments: tuple[str, ...], sentence: str) -> None:
    given = [QUOTE[at : at + 2] for at in range(2, len(QUOTE), 2) if QUOTE[at] not in arguments]
    assert sentence in refused("add", "quote", *(word for pair in given for word in pair), *arguments)


def test_a_quote_of_nobody_named_needs_an_empty_speaker() -> None:
    id_ = done("add", "quote", "--speaker", "", *QUOTE[4:], "--text", "Somebody said so").stdout.strip()
    assert record(id_)["speaker"] is None


def test_words_are_placed_where_the_attached_text_has_them_once(store: Path) -> None:
    text = "He said it. Others said it. KEY stands here."
    opened = Store.open(store)
    opened.attach(next(source.id for source in opened.records().sources if source.id == "stdaily"), text)  # type: ignore[arg-type]  # an id is a str
    placed = done(*QUOTE, "--text", "KEY", "--json")
    assert json.loads(placed.stdout)["quoted"][0]["start"] == text.index("KEY")
    assert placed.stderr == ""
    twice = done(*QUOTE, "--text", "said it")
    assert "these words 2 times: at 3 in paragraph 1" in twice.stderr
    assert "kept without a place" in twice.stderr
    assert record(twice.stdout.strip())["words"] == "said it"


def test_an_actor_an_issue_a_declaration_and_a_source_are_added() -> None:
    actor = done("add", "actor", "--name", "Zoë Q.", "--kind", "person", "--alias", "Z", "--speaks-for", "China")
    assert record(actor.stdout.strip())["speaks_for"] == "china"
    source = done("add", "source", "--outlet", "Le Monde", "--kind", "article", "--published", "2025-02")
    assert record(source.stdout.strip())["published"] == "2025-02"
    issue = done("add", "issue", "--label", "Open", "--question", "Open?", "--for", "yes", "--against", "no")
    assert record(issue.stdout.strip())["pole_against"] == "no"
    act = f"Zoë Q.=signed@{source.stdout.strip()}"
    declaration = done("add", "declaration", "--title", "The Text", "--act", act)
    assert record(declaration.stdout.strip())["acts"][0]["actor"] == actor.stdout.strip()


def test_a_record_is_added_from_toml_with_the_id_it_gives_or_a_new_one(tmp_path: Path) -> None:
    assert done("add", "actor", "--from-toml", "-", given='name = "Foo Bar"\nkind = "person"\n').stdout == "foo-bar\n"
    path = tmp_path / "actor.toml"
    path.write_text('id = "new"\nname = "Foo Bar"\nkind = "person"\n')
    assert done("add", "actor", "--from-toml", path).stdout == "new\n"
    assert "the id 'new' is taken" in refused("add", "actor", "--from-toml", path)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('name = "Foo', "standard input: the text is no TOML"),
        ('name = "Foo"', "the required field 'kind' is missing"),
        ('name = "Foo"\nkind = "persn"', "'persn' is not possible here"),
        ('name = "Foo"\nkind = "person"\nfoo = 1', "foo: the model has no such field"),
    ],
)
def test_toml_that_is_no_record_is_refused_with_its_place(text: str, sentence: str) -> None:
    assert sentence in refused("add", "actor", "--from-toml", "-", given=text)


def test_a_toml_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "latin.toml").write_bytes(b'name = "caf\xe9"')
    assert "is not UTF-8" in refused("add", "actor", "--from-toml", tmp_path / "latin.toml")
    assert "none.toml cannot be read" in refused("add", "actor", "--from-toml", tmp_path / "none.toml")


def test_fields_are_set_and_what_changed_is_said() -> None:
    result = done("edit", "jd-vance", "--set", "aliases=J. D., Vance", "--set", "speaks_for=China")
    assert result.stderr == "Changed jd-vance: aliases, speaks_for.\n"
    assert (record("jd-vance")["aliases"], record("jd-vance")["speaks_for"]) == (["J. D.", "Vance"], "china")
    assert done("edit", "jd-vance", "--set", "aliases=J. D., Vance").stderr == "Nothing changed in jd-vance.\n"


@pytest.mark.parametrize(
    ("setting", "sentence"),
    [
        ("nam=x", "actors have no field 'nam'; did you mean name?"),
        ("aliases", "has no sign ="),
        ("name=", "the required field 'name' is missing"),
        ("speaks_for=Chna", "did you mean china"),
        ("roles=x", "the field 'roles' has parts"),
        ("optional=perhaps", "this must be true or false"),
        ("id=other", "the id cannot be set"),
    ],
)
def test_a_field_that_cannot_be_set_is_refused(setting: str, sentence: str) -> None:
    assert sentence in refused("edit", "jd-vance", "--set", setting)


def test_acts_and_tallies_are_added_to_a_declaration() -> None:
    number = len(record("paris-statement")["tallies"])
    options = ("--act", "JD Vance=declined@nigeriapulse", "--tally", "over 1,200 people in all@stdaily")
    assert done("edit", "paris-statement", *options).stderr == "Changed paris-statement: acts, tallies.\n"
    changed = record("paris-statement")
    assert changed["acts"][-1].items() >= {"actor": "jd-vance", "act": "declined", "source": "nigeriapulse"}.items()
    tally = {"number": 1200, "qualifier": "over", "counts": "people in all", "source": "stdaily"}
    assert changed["tallies"][number].items() >= tally.items()
    assert done("edit", "paris-statement", *options).stderr == "Nothing changed in paris-statement.\n"
    assert done("edit", "paris-statement", "--tally", "vague many firms@stdaily").exit_code == 0
    assert record("paris-statement")["tallies"][-1]["number"] is None


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("paris-statement", "--act", "china=signed"), "has not the form ACTOR=ACT@SOURCE"),
        (("paris-statement", "--act", "china=sang@stdaily"), "'sang' is no act"),
        (("paris-statement", "--tally", "60 signatories@stdaily"), "'60' is no qualifier"),
        (("paris-statement", "--tally", "about 60"), "is no tally"),
        (("china", "--tally", "about 60 people@stdaily"), "'china' is no declaration"),
    ],
)
def test_an_act_or_a_tally_that_cannot_be_is_refused(arguments: tuple[str, ...], sentence: str) -> None:
    assert sentence in refused("edit", *arguments)


def test_a_record_that_is_shown_as_toml_is_taken_back_from_it() -> None:
    text = done("show", "paris-statement", "--toml").stdout
    again = done("edit", "paris-statement", "--from-toml", "-", given=text)
    assert again.stderr == "Nothing changed in paris-statement.\n"
    label = 'label = "Paris Statement"'
    assert label in text
    done("edit", "paris-statement", "--from-toml", "-", given=text.replace(label, 'label = "Statement"'))
    assert record("paris-statement")["label"] == "Statement"
    other = text.replace('id = "paris-statement"', 'id = "other"')
    assert "called 'other' here" in refused("edit", "paris-statement", "--from-toml", "-", given=other)


def test_without_a_terminal_and_without_options_nothing_can_be_edited() -> None:
    assert "without a terminal there is no editor" in refused("edit", "jd-vance")


@pytest.mark.parametrize(
    "arguments",
    [
        (*QUOTE, "--text", "KEY"),
        ("edit", "jd-vance", "--set", "name=X"),
        ("delete", "vance-kill-industry"),
        ("merge", "china", "united-states"),
        ("rename", "china", "prc"),
        ("stance", "vance-kill-industry", "tight-regulation", "mixed"),
        ("memo", "china", "look"),
        ("star", "china"),
    ],
)
def test_a_store_opened_for_reading_refuses_every_edit_and_says_why(arguments: tuple[str, ...]) -> None:
    assert "read" in refused("--read-only", *arguments, code=3)


def test_a_record_that_others_name_is_not_deleted() -> None:
    assert "is named by quotes " in refused("delete", "jd-vance")
    assert done("delete", "vance-kill-industry").stdout == ""
    assert "nothing among the records" in refused("show", "vance-kill-industry")


def test_a_merge_takes_everything_along_and_says_how_much() -> None:
    quotes = len(json.loads(done("list", "quotes", "--actor", "jd-vance", "--json").stdout))
    result = done("merge", "JD Vance", "Emmanuel Macron", "--json")
    plain = json.loads(result.stdout)
    assert (plain["id"], plain["merged"]) == ("emmanuel-macron", "jd-vance")
    assert f"{len(plain['changed'])} records follow" in result.stderr
    assert len(plain["changed"]) >= quotes
    assert "JD Vance" in record("emmanuel-macron")["aliases"]
    assert record("vance-kill-industry")["speaker"] == "emmanuel-macron"
    assert done("check").exit_code == 0


def test_a_merge_says_what_was_taken_over_and_what_was_left_out() -> None:
    about = ("--speaker", "China", "--source", "stdaily", "--kind", "direct", "--text", "We need rules")
    one = done("add", "quote", *about, "--stance", "Tight regulation=for", "--role", "Minister").stdout.strip()
    two = done("add", "quote", *about, "--stance", "Tight regulation=against").stdout.strip()
    done("edit", one, "--set", "doubt=The wording is second-hand.")
    result = done("merge", one, two, "--json")
    assert "taken over: role, doubt" in result.stderr
    assert f"left out: {two}, stances[0].stance: for; it keeps against" in result.stderr
    plain = json.loads(result.stdout)
    assert plain["taken"] == ["role", "doubt"]
    assert plain["left_out"] == [{"record": two, "field": "stances[0].stance", "kept": "against", "dropped": "for"}]
    assert record(two)["doubt"] == "The wording is second-hand."
    assert f'"{one}"' not in done("list", "quotes", "--json").stdout


def test_a_merge_of_two_tables_is_refused() -> None:
    assert "of different tables" in refused("merge", "china", "paris-statement")


def test_a_rename_takes_everything_along() -> None:
    assert done("rename", "china", "prc").stdout == "prc\n"
    assert record("prc")["name"] == "China"
    assert done("check").exit_code == 0
    assert "is taken" in refused("rename", "prc", "jd-vance")
    assert "can be no id" in refused("rename", "prc", "P R C")


def test_a_stance_keeps_the_reading_that_is_not_given_anew() -> None:
    where = ("stance", "vance-kill-industry", "Tight regulation")
    done(*where, "mixed", "--level", "textual", "--certainty", "low")
    done(*where, "for", "--certainty", "high")
    stances = {one["issue"]: one for one in record("vance-kill-industry")["stances"]}
    stance = {"stance": "for", "level": "textual", "certainty": "high"}
    assert stances["tight-regulation"].items() >= stance.items()
    done(*where, "--clear")
    assert "tight-regulation" not in {one["issue"] for one in record("vance-kill-industry")["stances"]}
    assert "has no such stance" in refused(*where, "--clear")
    assert "either a side or --clear" in refused(*where)


def test_an_actor_takes_no_stance_by_itself() -> None:
    assert "no quote and no claim" in refused("stance", "china", "tight-regulation", "for")


def test_a_memo_and_a_star_are_shown_and_found_and_taken_away() -> None:
    done("memo", "China", "look \x1b[31magain")
    done("star", "China")
    assert done("show", "china").stdout.endswith("star: starred\nmemo: look again\n")
    assert [one["id"] for one in json.loads(done("list", "actors", "--starred", "--json").stdout)] == ["china"]
    done("memo", "china", "--clear")
    done("star", "china", "--off")
    assert "memo:" not in done("show", "china").stdout
    assert done("list", "actors", "--starred", "--json").stdout == "[]\n"
    assert "either a text or --clear" in refused("memo", "china")


class Terminal:
    """A command in a pseudo-terminal with an editor of our own, and the answers typed ahead."""

    def __init__(self, folder: Path, script: str) -> None:
        self.folder = folder
        self.program = folder / "editor.py"
        self.program.write_text(f"import pathlib, sys\npath = pathlib.Path(sys.argv[-1])\n{script}\n")

    def run(self, *arguments: str, answers: str = "", **extra: str) -> subprocess.CompletedProcess[str]:
        ours, theirs = pty.openpty()
        os.write(ours, answers.encode())
        editor = {"VISUAL": f"{sys.executable} {self.program}", "TMPDIR": str(self.folder)}
        environment: Mapping[str, str] = {**os.environ, **editor, **extra}
        try:
            return subprocess.run(
                [sys.executable, "-m", "summittui", *arguments],
                stdin=theirs,
                capture_output=True,
                text=True,
                check=False,
                timeout=PATIENCE,
                env=environment,
            )
        finally:
            os.close(ours)
            os.close(theirs)

    def kept(self) -> list[Path]:
        return list(self.folder.glob("summittui-*/*.toml"))


def test_on_a_terminal_a_record_opens_in_the_editor(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "path.write_text(path.read_text().replace('\"JD Vance\"', '\"J. D. Vance\"'))")
    result = terminal.run("edit", "jd-vance")
    assert (result.returncode, result.stderr) == (0, "Changed jd-vance: name.\n")
    assert record("jd-vance")["name"] == "J. D. Vance"
    assert terminal.kept() == []


def test_an_editor_that_changes_nothing_changes_nothing(tmp_path: Path) -> None:
    emptied = Terminal(tmp_path, "path.write_text('')")
    assert emptied.run("edit", "jd-vance").stderr == "Nothing changed in jd-vance.\n"
    assert emptied.kept() == []


def test_an_editor_that_returns_at_once_keeps_its_file_and_is_told_of_wait(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "")
    result = terminal.run("edit", "jd-vance")
    assert result.returncode == 0
    assert result.stderr.endswith("Nothing changed in jd-vance.\n")
    assert f"returned at once. If its window is still open, its file stays at {terminal.kept()[0]}" in result.stderr
    assert "--wait" in result.stderr


def test_the_setting_names_the_editor_where_no_variable_does(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "path.write_text(path.read_text().replace('\"JD Vance\"', '\"J. D. Vance\"'))")
    config = tmp_path / "config.toml"
    config.write_text(f'editor = "{sys.executable} {terminal.program}"\n')
    result = terminal.run("--config", str(config), "edit", "jd-vance", VISUAL="", EDITOR=" ")
    assert (result.returncode, result.stderr) == (0, "Changed jd-vance: name.\n")


def test_a_text_that_is_no_record_is_kept_and_named_and_may_be_edited_again(tmp_path: Path) -> None:
    script = """
text = path.read_text()
path.write_text(text.replace("persn", "author") if "persn" in text else text.replace("person", "persn"))
"""
    terminal = Terminal(tmp_path, script)
    given_up = terminal.run("edit", "jd-vance", answers="n\n")
    assert given_up.returncode == 2
    assert "kind: 'persn' is not possible here" in given_up.stderr
    assert str(terminal.kept()[0]) in given_up.stderr
    assert "persn" in terminal.kept()[0].read_text()
    again = terminal.run("edit", "jd-vance", answers="y\n")
    assert again.returncode == 0
    assert record("jd-vance")["kind"] == "author"
    assert len(terminal.kept()) == 1


def test_an_edit_that_another_session_overtook_shows_theirs_before_it_is_made(tmp_path: Path) -> None:
    script = f"""
import subprocess
text = path.read_text()
if "mine" not in text:
    command = [{sys.executable!r}, "-m", "summittui", "edit", "jd-vance", "--set", "note=theirs"]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    path.write_text(text.replace('kind = "person"', 'kind = "person"\\nnote = "mine"'))
"""
    terminal = Terminal(tmp_path, script)
    done("edit", "jd-vance", "--set", "note=")
    given_up = terminal.run("edit", "jd-vance", answers="n\n")
    assert given_up.returncode in {2, 3}
    assert '+note = "theirs"' in given_up.stderr
    assert record("jd-vance")["note"] == "theirs"
    done("edit", "jd-vance", "--set", "note=")
    assert terminal.run("edit", "jd-vance", answers="y\n").returncode == 0
    assert record("jd-vance")["note"] == "mine"


@pytest.mark.parametrize(
    ("editor", "sentence"),
    [("/none/such", "cannot be used"), ("false", "ended with the code 1"), ("'", "unfinished quotation")],
)
def test_an_editor_that_cannot_be_used_is_named(tmp_path: Path, editor: str, sentence: str) -> None:
    result = Terminal(tmp_path, "").run("edit", "jd-vance", answers="n\n", VISUAL=editor)
    assert result.returncode == 2
    assert sentence in result.stderr


CLAIM = ("claim", "--source", "stdaily", "--kind", "fact", "--gist", "The summit ended.")
DISAGREEMENT = ("disagreement", "--title", "How many", "--kind", "detail", "--severity", "low", "--explanation", "x")


def test_claims_events_and_disagreements_are_added_changed_and_deleted_like_quotes(tmp_path: Path) -> None:
    author = json.loads(done("list", "claims", "--json").stdout)[0]["author"]
    claim = done("add", *CLAIM, "--author", author, "--about", "France")
    id_ = claim.stdout.strip()
    assert (record(id_)["gist"], record(id_)["about"]) == ("The summit ended.", ["france"])
    done("edit", id_, "--set", "doubt=No source is named")
    done("delete", id_)
    event = done(
        "add", "event", "--name", "Example Summit", "--alias", "The Example", "--date", "2025-02"
    ).stdout.strip()
    assert (event, record(event)["aliases"]) == ("example-summit", ["The Example"])
    sides = ("--side", "stdaily=About 60.", "--side", "nigeriapulse=Over 60.")
    matter = done("add", *DISAGREEMENT, *sides).stdout.strip()
    assert [side["gist"] for side in record(matter)["sides"]] == ["About 60.", "Over 60."]
    written = done("show", matter, "--toml").stdout.replace("About 60.", "Some 60.")
    (tmp_path / "matter.toml").write_text(written)
    done("edit", matter, "--from-toml", str(tmp_path / "matter.toml"))
    assert record(matter)["sides"][0]["gist"] == "Some 60."
    assert "has not the form SOURCE=GIST" in refused("add", *DISAGREEMENT, "--side", "stdaily")
    assert "a side of each of two sources" in refused("add", *DISAGREEMENT, *sides[:2])
    assert "a side of each of two sources" in refused("add", *DISAGREEMENT, *sides[:2], *sides[:2])
    assert "is not attached" in refused("add", *CLAIM, "--author", author, "--words", "It ended")
