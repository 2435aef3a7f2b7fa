"""The non-interactive twins: compare, matrix, pairs, timeline, sources compare, variants, camps."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from summittui.cli import main

VIEWS = {
    "actors": ("compare", "united-states", "china", "european-commission", "united-nations"),
    "declarations": ("compare", "paris-statement", "global-ai-governance-initiative"),
    "sources": ("sources", "compare", "stdaily", "nigeriapulse"),
    "variants": ("variants", "vance-gold-standard"),
    "matrix": ("matrix", "--sort-by", "china", "--folded"),
    "pairs": ("pairs",),
    "timeline": ("timeline",),
}
FORMS = ("", "--json", "--csv", "--markdown")


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "store.json"
    monkeypatch.setenv("SUMMITTUI_STORE", str(path))
    return path


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, [each for each in arguments if each])
    assert "Traceback" not in result.output
    return result


def read(*arguments: str) -> Any:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("form", FORMS)
def test_every_view_is_written_in_every_form(view: str, form: str) -> None:
    result = run(*VIEWS[view], form)
    assert result.exit_code == 0, result.stderr
    assert len(result.stdout.splitlines()) > 2


@pytest.mark.parametrize("form", FORMS)
def test_what_the_sixty_or_58_backed_is_the_first_thing_that_two_sources_differ_on(form: str) -> None:
    lines = [line for line in run("compare", "stdaily", "nigeriapulse", form).stdout.splitlines() if line]
    at = next(index for index, line in enumerate(lines) if "What did about 60, or 58, countries back?" in line)
    if not form:
        assert at == 3
        assert lines[at + 1].strip() == "stdaily: About sixty states signed the Paris Statement."
        assert lines[at + 2].strip().startswith("nigeriapulse: 58 countries,")
        assert lines[at + 2].endswith("are said to back China's Initiative.")
    others = [line for line in lines if "Why did the US stay out?" in line]
    assert lines.index(others[0]) > at


def test_two_sources_are_two_accounts_whichever_command_asks() -> None:
    assert read("compare", "stdaily", "nigeriapulse") == read("sources", "compare", "stdaily", "nigeriapulse")


def test_declarations_and_sources_are_compared_by_issue_where_it_is_asked_for() -> None:
    for names in (("paris-statement", "global-ai-governance-initiative"), ("stdaily", "nigeriapulse")):
        plain = read("compare", *names, "--by", "issue")
        assert [column["id"] for column in plain["columns"]] == list(names)
        assert len(plain["rows"]) == 8


@pytest.mark.parametrize(
    "option", [("--direct-only",), ("--no-doubtful",), ("--unfolded",), ("--issue", "open-access")]
)
def test_what_chooses_among_evidence_is_refused_where_whole_records_are_compared(option: tuple[str, ...]) -> None:
    result = run("compare", "stdaily", "nigeriapulse", *option)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{option[0]} belongs to a comparison by issue; add --by issue" in result.stderr
    assert run("compare", "stdaily", "nigeriapulse", "--by", "issue", *option).exit_code == 0


def test_more_than_four_columns_are_compared_and_actors_stand_beside_declarations_and_sources() -> None:
    names = ("china", "france", "europe", "deepseek", "jd-vance", "paris-statement", "stdaily")
    assert [column["id"] for column in read("compare", *names)["columns"]] == list(names)


def test_only_direct_words_are_left_and_what_is_left_out_is_said() -> None:
    plain = read("compare", "united-states", "china", "--direct-only")
    kinds = {
        piece["quote_kind"]
        for row in plain["rows"]
        for cell in row["cells"]
        for piece in (*cell["words"], *cell["deeds"], *cell["said_about"])
    }
    assert kinds == {"mixed"}
    text = run("compare", "united-states", "china", "--direct-only").stdout
    assert "evidence: quoted words of their own only" in text
    assert "China: nothing left, 1 left out by the filter" in text
    assert "nothing left by the filter 5" in text.splitlines()[1]


def test_no_doubtful_evidence_is_left_where_it_is_asked_for() -> None:
    assert "doubtful:" in run("compare", "united-states", "european-union").stdout
    assert "doubtful:" not in run("compare", "united-states", "european-union", "--no-doubtful").stdout


def test_a_matrix_is_sorted_by_an_issue_and_by_an_actor() -> None:
    by_issue = read("matrix", "--sort-by", "Tight regulation")
    at = [issue["id"] for issue in by_issue["issues"]].index("tight-regulation")
    stances = [row["cells"][at]["stance"] for row in by_issue["rows"]]
    order = ["for", "mixed", "unclear", "against", None]
    assert stances == sorted(stances, key=order.index)
    by_actor = read("matrix", "china", "france", "--sort-by", "china")["rows"][0]["cells"]
    assert [cell["stance"] for cell in by_actor] == sorted((cell["stance"] for cell in by_actor), key=order.index)


def test_a_matrix_has_a_row_for_each_name_even_where_nothing_is_said() -> None:
    text = run("matrix", "ecns", "china").stdout
    assert "ecns.cn [ecns], own voice of a newspaper or an author: n 0, on 0 of 8 issues" in text
    assert [row["perspective"]["id"] for row in read("matrix", "ecns", "china")["rows"]] == ["ecns", "china"]


def test_pairs_say_what_is_left_out_and_why() -> None:
    counted, _, left_out = run("pairs", "--voices", "--sort", "opposed").stdout.partition("Left out:")
    assert "Author of stdaily [author-stdaily] and Author of nigeriapulse [author-nigeriapulse]: same " in counted
    assert "pairs with some issue in common, but fewer than 2" in left_out
    assert "a set and its member: China and Signatories of the Paris Statement" in left_out
    assert "the same side by one record: United States and United Kingdom on Signing the Paris Statement" in left_out
    assert "newspapers and authors: Author of stdaily, Author of nigeriapulse" in run("pairs").stdout
    assert "newspapers and authors" not in left_out


def test_a_timeline_has_a_sparkline_and_says_which_dates_are_of_publication() -> None:
    text = run("timeline").stdout
    assert "said or done, by year 2023 to 2025: ▁▁▇" in text
    assert "dated by the publication of their source alone, which is no bar: 2025-02 8, 2025-03 14" in text
    quotes = [line for line in text.splitlines() if " quote (" in line]
    assert quotes
    latest = [line for line in quotes if line.startswith("not after 2025-02-11 ")]
    assert len(latest) == 3
    assert all("(the date of the publication of its source)" in line for line in quotes if line not in latest)
    assert {"united-states", "jd-vance"} == {
        actor for moment in read("timeline", "--actor", "United States")["moments"] for actor in moment["actors"]
    }


def test_variants_of_a_quote_without_any_are_refused() -> None:
    result = run("variants", "vance-kill-industry")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "no other quote is recorded as a variant of 'vance-kill-industry'" in result.stderr


def test_a_camp_is_added_listed_shown_and_compared() -> None:
    run("seed")
    added = run("camps", "add", "Declined it", "--act", "declined", "--declaration", "paris-statement")
    assert (added.exit_code, added.stdout) == (0, "declined-it\n")
    assert "members: United States, United Kingdom." in added.stderr
    assert read("list", "camps")[0]["act"] == "declined"
    assert "United States, United Kingdom" in run("list", "camps").stdout
    assert "United States, United Kingdom" in run("show", "declined-it").stdout
    assert "Declined it (declined the Paris Statement: United States" in run("compare", "Declined it", "china").stdout
    assert run("matrix", "declined-it").exit_code == run("timeline", "--actor", "declined-it").exit_code == 0


def test_a_camp_of_members_and_of_a_side() -> None:
    named = read("camps", "add", "Two", "--member", "China", "--member", "france", "--member", "china")
    assert named["members"] == ["china", "france"]
    side = run("camps", "add", "Racers", "--issue", "ai-leadership", "--stance", "for")
    assert "members: JD Vance, Ursula von der Leyen." in side.stderr


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        ((), "a camp needs members"),
        (("--act", "signed"), "--act and --declaration belong together"),
        (("--issue", "open-access"), "--issue and --stance belong together"),
        (("--member", "atlantis"), "nothing among the actors is called 'atlantis'"),
    ],
)
def test_a_camp_that_makes_no_sense_is_refused(options: tuple[str, ...], complaint: str) -> None:
    result = run("camps", "add", "Odd", *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert complaint in result.stderr
    assert read("list", "camps") == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("compare", "china"),
        ("compare", "china", "tight-regulation"),
        ("sources", "compare", "stdaily", "stdaily"),
        ("sources", "compare", "stdaily", "china"),
        ("matrix", "atlantis"),
        ("matrix", "--sort-by", "atlantis"),
        ("matrix", "china", "--sort-by", "france"),
        ("pairs", "china"),
        ("timeline", "--actor", "atlantis"),
        ("variants", "atlantis"),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines()[-1].startswith("summittui: ")


@pytest.fixture
def views(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    path = tmp_path / "config" / "summittui" / "views.toml"
    path.parent.mkdir(parents=True)
    return path


def test_a_saved_view_follows_a_rename_its_undoing_and_a_merge(views: Path) -> None:
    views.write_text('duel = "compare united-states china"\n')
    before = run("view", "duel").stdout
    run("rename", "united-states", "usa")
    run("rename", "usa", "america")
    assert run("view", "duel").stdout == before.replace("united-states", "america")
    (told,) = read("views")
    assert told["line"] == "compare united-states china"
    assert "opens as compare america china" in told["problem"]
    run("undo")
    run("undo")
    assert run("view", "duel").stdout == before
    assert read("views")[0]["problem"] == ""
    run("merge", "united-states", "france")
    assert run("view", "duel").stdout == run("compare", "france", "china").stdout


def test_views_says_why_one_cannot_be_opened(views: Path) -> None:
    views.write_text('gone = "compare nobody china"\none = "compare united-states china"\nodd = "compare china"\n')
    run("merge", "united-states", "china")
    problems = {each["name"]: each["problem"] for each in read("views")}
    assert "is called 'nobody'" in problems["gone"]
    assert "names 2 or more" in problems["one"]
    assert "names 2 or more" in problems["odd"]
    refused = run("view", "one")
    assert refused.exit_code == 2
    assert "names 2 or more" in refused.stderr


def test_without_a_view_to_check_no_store_is_opened_or_made(store: Path, views: Path) -> None:
    views.write_text("# none yet\nodd\n")
    assert run("views").exit_code == 0
    assert not store.exists()
    store.write_text("{", encoding="utf-8")
    result = run("views", "--json")
    assert (result.exit_code, [each["name"] for each in json.loads(result.stdout)]) == (0, ["line 2"])


def test_on_a_store_that_cannot_be_read_the_views_are_listed_and_said_to_be_unchecked(store: Path, views: Path) -> None:
    views.write_text('mine = "timeline"\n')
    store.write_text("{", encoding="utf-8")
    result = run("views", "--json")
    assert [each["name"] for each in json.loads(result.stdout)] == ["mine"]
    assert result.exit_code == 0
    assert "not held against the store" in result.stderr
