from pathlib import Path

import pytest

from summittui.session.settings import Origin, Settings, effective, schema
from summittui.session.settings_file import SettingsError, SettingsFile, line_of, read_settings, settings_path

EVERYTHING = """\
theme = "light"
mouse = "off"
profile = "ssh"
truecolor = "on"
ascii = true
plain = true
hints = false
clipboard = "file"
keep_screen = false
replica = "off"
editor = "code --wait"
proposer = "python3 own.py"
export_folder = "/tmp/exports"

[keys]
compare = "f6"
swap = ["x", "f7"]
fold = []
"""


def read(folder: Path, text: str) -> SettingsFile:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return read_settings(path)


def told(folder: Path, text: str) -> list[str]:
    return [str(each).removeprefix(f"{folder}/") for each in read(folder, text).problems]


def test_every_setting_has_a_default_of_its_kind_and_a_sentence() -> None:
    for each in schema():
        assert each.doc[0].isupper()
        assert each.doc.endswith(".")
        assert each.default is None or isinstance(each.default, each.kind)
        assert not each.choices or each.default in each.choices


def test_every_setting_can_be_given(tmp_path: Path) -> None:
    file = read(tmp_path, EVERYTHING)
    assert file.problems == ()
    assert file.settings == Settings(
        theme="light",
        mouse="off",
        profile="ssh",
        truecolor="on",
        ascii=True,
        plain=True,
        hints=False,
        clipboard="file",
        editor="code --wait",
        proposer="python3 own.py",
        keep_screen=False,
        replica="off",
        export_folder=Path("/tmp/exports"),
        keys={"compare": ("f6",), "swap": ("x", "f7"), "fold": ()},
    )
    assert file.named == {each.name for each in schema()}


def test_a_file_that_nobody_named_need_not_be_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.delenv("SUMMITTUI_CONFIG", raising=False)
    assert settings_path() == tmp_path / "summittui" / "config.toml"
    assert read_settings() == SettingsFile(tmp_path / "summittui" / "config.toml")


def test_a_file_that_was_named_must_be_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "none.toml"
    expected = f"{path}: there is no such file; `summittui config init` writes one."
    assert [str(each) for each in read_settings(path).problems] == [expected]
    monkeypatch.setenv("SUMMITTUI_CONFIG", str(path))
    assert [str(each) for each in read_settings().problems] == [expected]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('\nthem = "dark"', "config.toml, line 2, them: there is no setting 'them'; did you mean 'theme'?"),
        ("zebra = 1", "config.toml, line 1, zebra: there is no setting 'zebra'."),
        (
            '# colours\ntheme = "drak"',
            (
                f"config.toml, line 2, theme: it must be one of {', '.join(schema()[0].choices)}, not 'drak'; "
                "did you mean 'dark'?"
            ),
        ),
        ("mouse = true", "config.toml, line 1, mouse: it must be one of auto, on, off, not true."),
        ("ascii = 1", "config.toml, line 1, ascii: it must be true or false, not 1."),
        (
            'export_folder = "~nobody-of-us/x"',
            "config.toml, line 1, export_folder: '~nobody-of-us/x' begins with the home of nobody here; name another.",
        ),
        ("editor = 3", "config.toml, line 1, editor: it must be a text in quotation marks, not 3."),
        ("export_folder = 3", "config.toml, line 1, export_folder: it must be a folder in quotation marks, not 3."),
        (
            "keys = 3",
            'config.toml, line 1, keys: it must be a table of commands, such as compare = "c" under [keys], not 3.',
        ),
        (
            "[keys]\nswap = 1",
            "config.toml, line 2, keys.swap: it must be a key or a list of keys in quotation marks, not 1.",
        ),
        ("\n\ntheme =\n", "config.toml, line 3: this is not TOML: invalid value."),
        ("theme = 'dark'\ntheme = 'light'", "config.toml, line 2: this is not TOML: cannot overwrite a value."),
        ('theme = "', "config.toml, line 1: this is not TOML: unterminated string."),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, text: str, problem: str) -> None:
    assert told(tmp_path, text) == [problem]


def test_every_problem_is_found_and_the_rest_holds(tmp_path: Path) -> None:
    file = read(tmp_path, 'mouse = 1\ntheme = "light"\nascii = "no"\n[keys]\nswap = 1\nfold = "F"\n')
    assert [each.line for each in file.problems] == [1, 3, 5]
    assert file.settings == Settings(theme="light", keys={"fold": ("F",)})


@pytest.mark.parametrize("content", [b"\xff\xfe", b"# \n" * 1_001, b"#" * 65_537, b"a=" + b"[" * 5_000])
def test_a_file_that_holds_no_settings_is_refused_whole(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(content)
    (problem,) = read_settings(path).problems
    assert problem.key == ""


def test_a_folder_in_place_of_the_file_is_a_problem(tmp_path: Path) -> None:
    (problem,) = read_settings(tmp_path).problems
    assert str(problem).startswith(f"{tmp_path}: the file cannot be read (")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[keys]\n\n# a\nswap = "x"', 4),
        ('keys.swap = "x"', 1),
        ('\nkeys = { swap = "x" }', 2),
        ('[keys]\nfold = [\n  "F",\n]\n"swap" = [\n  "x",\n]', 5),
        ('a = """\n[keys]\nswap = 1\n"""\n[keys]\nswap = "x"', 6),
        ("[keys]\nfold = 1", None),
    ],
)
def test_a_value_is_found_in_whatever_form_it_is_written(text: str, line: int | None) -> None:
    assert line_of(text, ("keys", "swap")) == line


def test_options_go_before_the_environment_and_both_before_the_file() -> None:
    file = Settings(theme="light", mouse="on")
    found = effective(file, frozenset({"theme", "mouse"}), {"mouse": "off"}, {"NO_COLOR": ""})
    assert found.settings == Settings(theme="monochrome", mouse="off")
    assert found.origins["theme"] is Origin.ENVIRONMENT
    assert found.origins["mouse"] is Origin.OPTION
    assert found.origins["ascii"] is Origin.DEFAULT
    assert effective(file, frozenset({"theme"}), {}, {}).origins["theme"] is Origin.FILE


def test_an_error_names_the_first_problem_and_how_to_go_on(tmp_path: Path) -> None:
    one = SettingsError(read(tmp_path, "ascii = 1").problems)
    assert str(one) == (
        f"{tmp_path}/config.toml, line 1, ascii: it must be true or false, not 1. `--no-config` opens without the file."
    )
    two = SettingsError(read(tmp_path, "ascii = 1\nhints = 2").problems)
    assert "There is more: 2 problems, listed by `summittui config validate`." in str(two)
