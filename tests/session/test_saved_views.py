from pathlib import Path

import pytest

from summittui.model import InputError
from summittui.queries.links import ViewLink, parse_view
from summittui.queries.pairs import PairsQuery
from summittui.session.saved_views import LONGEST_NAME, SavedView, drop_view, keep_view, named_view, read_views

VIEW = parse_view("compare united-states china by:date")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deeper" / "views.toml"


def test_a_saved_view_is_read_again_and_found_by_its_name(path: Path) -> None:
    keep_view(path, "US and “China”", VIEW)
    assert read_views(path) == (SavedView(name="US and “China”", line=str(VIEW)),)
    assert named_view(path, "US and “China”") == VIEW


def test_what_is_no_name_is_read_as_a_line(path: Path) -> None:
    assert named_view(path, "pairs") == ViewLink(query=PairsQuery())
    with pytest.raises(InputError, match="did you mean 'pairs'"):
        named_view(path, "pair")


def test_saving_keeps_every_other_line_of_the_file_as_it_is(path: Path) -> None:
    path.parent.mkdir()
    before = "# mine\n\nbad line\nfirst   =   'pairs'\nlast = \"matrix\"\n"
    path.write_text(before, encoding="utf-8")
    keep_view(path, "first", VIEW)
    keep_view(path, "third", VIEW)
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# mine\n\nbad line\n")
    assert '\nlast = "matrix"\n' in text
    assert [each.name for each in read_views(path)] == ["line 3", "first", "last", "third"]


def test_a_bad_line_is_there_with_its_problem_and_the_others_stay(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('good = "pairs"\nnonsense\nold = "compre a"\nn = 3\ngood = "matrix"\n', encoding="utf-8")
    found = read_views(path)
    assert [each.name for each in found] == ["good", "line 2", "old", "line 4", "good"]
    assert [bool(each.problem) for each in found] == [False, True, True, True, True]
    assert "did you mean 'compare'" in found[2].problem
    assert named_view(path, "good") == ViewLink(query=PairsQuery())


def test_a_view_is_taken_out_alone_even_where_it_cannot_be_read(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('# mine\ngood = "pairs"\nnonsense\n', encoding="utf-8")
    drop_view(path, read_views(path)[1])
    assert path.read_text(encoding="utf-8") == '# mine\ngood = "pairs"\n'
    drop_view(path, read_views(path)[0])
    assert read_views(path) == ()


@pytest.mark.parametrize("name", ["", "   ", "\x1b[2J", "x" * (LONGEST_NAME + 1)])
def test_what_is_no_name_is_refused(path: Path, name: str) -> None:
    with pytest.raises(InputError):
        keep_view(path, name, VIEW)
    assert not path.exists()


def test_what_could_drive_a_terminal_is_not_shown(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('"\\u001b[2Jname" = "compare \\u001b]0;x\\u0007"\n\x1b[31m\n', encoding="utf-8")
    assert all("\x1b" not in f"{each.name}{each.problem}" for each in read_views(path))


@pytest.mark.parametrize("content", [b"\xff\xfe", b"a" * 300_000])
def test_a_file_of_something_else_is_refused_whole_and_left_as_it_is(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    for act in (lambda: read_views(path), lambda: keep_view(path, "name", VIEW)):
        with pytest.raises(InputError):
            act()
    assert path.read_bytes() == content
