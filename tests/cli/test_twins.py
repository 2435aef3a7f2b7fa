"""A view printed is what its twin prints."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from summittui.cli import main
from summittui.queries.links import parse_view
from summittui.queries.views import VIEWS
from summittui.session.saved_views import keep_view, views_path

TWINS = {
    "browse": ("list", "actors"),
    "browse pane:quotes quotes:'kind:mixed gold' sort-quotes:date,reversed lead:jd-vance at:x open:detail zoom:on": (
        *("list", "quotes", "--query=kind:mixed gold", "--of=jd-vance", "--order=date", "--reverse"),
    ),
    "browse sort-actors:itself,reversed": ("list", "actors", "--order=itself", "--reverse"),
    "browse pane:declarations only:marked marked:paris-statement": (
        *("list", "declarations", "--only=paris-statement"),
    ),
    "compare united-states china": ("compare", "--by=issue", "--", "united-states", "china"),
    "compare united-states china rows:collapsed expanded:tight-regulation": (
        *("compare", "--by=issue", "--collapsed", "--", "united-states", "china"),
    ),
    "compare stdaily nigeriapulse by:date only:differences evidence:direct,certain unfolded:stdaily wrap:off": (
        *("compare", "--by=date", "--differences", "--direct-only", "--no-doubtful", "--unfold=stdaily"),
        *("--", "stdaily", "nigeriapulse"),
    ),
    "declarations paris-statement global-ai-governance-initiative": (
        *("compare", "--", "paris-statement", "global-ai-governance-initiative"),
    ),
    "accounts stdaily nigeriapulse": ("sources", "compare", "--", "stdaily", "nigeriapulse"),
    "variants vance-gold-standard": ("variants", "--", "vance-gold-standard"),
    "matrix rows:both folded:on sort:china": ("matrix", "--rows=both", "--sort-by=china", "--folded"),
    "pairs": ("pairs",),
    "evidence china issue:open-access": ("matrix", "--issue=open-access", "--", "china"),
    "timeline": ("timeline",),
    "timeline 'JD Vance'": ("timeline", "--actor=JD Vance"),
    "ledger": ("ledger",),
    "ledger paris-statement standing:declined order:latest": (
        *("ledger", "--standing=declined", "--sort=latest", "--", "paris-statement"),
    ),
    "documents": ("list", "sources"),
    "documents stdaily at:12-40": ("list", "quotes", "--query=source:stdaily"),
    "reader stdaily": ("list", "quotes", "--query=source:stdaily"),
    "review": ("review", "list"),
    "verify stdaily": ("verify", "--", "stdaily"),
    "matrix scope:collection:paris-2025": ("matrix", "--scope=collection:paris-2025"),
    "search query:'open -kind:mixed'": ("search", "--", "open -kind:mixed"),
}
FORMS = ("", "--json", "--csv", "--markdown")


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMITTUI_STORE", str(tmp_path / "store.json"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    run("info")


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, [each for each in arguments if each])
    assert "Traceback" not in result.output
    return result


def with_form(arguments: tuple[str, ...], form: str) -> list[str]:
    """Put a form before the words that `--` ends the options for."""
    at = arguments.index("--") if "--" in arguments else len(arguments)
    return [*arguments[:at], form, *arguments[at:]]


def test_every_screen_has_a_twin() -> None:
    assert {line.split()[0] for line in TWINS} == set(VIEWS)


@pytest.mark.parametrize("line", TWINS)
def test_the_twin_of_a_view_is_a_command(line: str) -> None:
    assert parse_view(line).query.printed.arguments == TWINS[line]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("line", TWINS)
def test_a_view_prints_the_bytes_of_its_twin(line: str, form: str) -> None:
    printed, twins = run("view", line, form), run(*with_form(TWINS[line], form))
    assert printed.exit_code == 0, printed.stderr
    assert printed.stdout_bytes == twins.stdout_bytes
    assert printed.stdout or line == "review"  # where nothing waits, a list of text has no line


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("compre a b", "did you mean 'compare'?"),
        ("compare nobody china", "nobody"),
        ("search", "has no query:"),
        ("matrix 'x", "left open"),
    ],
)
def test_a_bad_line_ends_with_2_and_one_sentence(line: str, told: str) -> None:
    result = run("view", line)
    assert result.exit_code == 2
    assert told in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_saved_views_are_listed_and_printed_by_their_name() -> None:
    keep_view(views_path(), "who with whom", parse_view("pairs"))
    assert run("views", "--csv").stdout.splitlines() == ["name,line,problem", "who with whom,pairs,"]
    assert run("view", "who with whom").stdout_bytes == run("pairs").stdout_bytes


def test_an_order_of_browse_is_refused_where_a_table_has_none() -> None:
    assert "choose among" in run("list", "actors", "--order", "place").stderr
    assert "Browse has no list" in run("list", "issues", "--order", "name").stderr
    assert "choose one" in run("list", "actors", "--order", "name", "--sort", "name").stderr


def test_a_matrix_about_one_issue_has_that_column_alone() -> None:
    heading, *_ = run("matrix", "china", "--issue", "open-access", "--csv").stdout.splitlines()
    rows = run("matrix", "china", "--issue", "open-access", "--csv").stdout.splitlines()[1:]
    assert "issue" in heading
    assert all("open-access" in row for row in rows)
