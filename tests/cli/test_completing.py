import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import CompletionItem
from click.testing import CliRunner

from summittui.cli import main
from summittui.cli.shells import SHELLS
from summittui.model import Actor, ActorKind
from summittui.session import Session
from summittui.store.store import Store

PROGRAM = Path(sys.executable).with_name("summittui")


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "store.json"
    monkeypatch.setenv("SUMMITTUI_STORE", str(path))
    Session.open(path).close()
    return path


def items(*words: str, shell: str = "zsh") -> list[CompletionItem]:
    """Return what is offered for the last word."""
    return SHELLS[shell](main, {}, "summittui", "_SUMMITTUI_COMPLETE").get_completions(list(words[:-1]), words[-1])


def values(*words: str) -> list[str]:
    return [item.value for item in items(*words)]


def in_shell(shell: str, script: str, **extra: str) -> subprocess.CompletedProcess[str]:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    if not PROGRAM.exists():
        pytest.skip("the program is not installed beside this Python")
    environment = {**os.environ, "PATH": f"{PROGRAM.parent}{os.pathsep}{os.environ['PATH']}", **extra}
    flags = {"bash": ["--norc", "--noprofile"], "zsh": ["-f"], "fish": ["--no-config"]}[shell]
    return subprocess.run([shell, *flags, "-c", script], capture_output=True, text=True, check=False, env=environment)


BASH = """
eval "$(summittui completion bash)"
COMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
_summittui_completion summittui
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


def in_bash(words: str, **extra: str) -> list[str]:
    done = in_shell("bash", BASH.format(words=words), **extra)
    assert done.stderr == ""
    return [line for line in done.stdout.splitlines() if line]


def in_fish(line: str) -> list[str]:
    done = in_shell("fish", f"summittui completion fish | source; complete --do-complete '{line}'")
    assert done.stderr == ""
    return done.stdout.splitlines()


ZSH = """
autoload -Uz compinit; compinit -D; eval "$(summittui completion zsh)"
_describe() {{ print -rl -- "${{completions_with_descriptions[@]}}" }}
compadd() {{ print -rl -- "${{completions[@]}}" }}
words=({words}); CURRENT=${{#words}}
_summittui_completion
"""


def in_zsh(words: str) -> list[str]:
    done = in_shell("zsh", ZSH.format(words=words))
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("comp",), ["compare", "compact", "completion"]),
        (("list", "dec"), ["declarations"]),
        (("show", "jd"), ["jd-vance"]),
        (("show", "jd-vance", "vance-k"), ["vance-kill-industry"]),
        (("compare", "united-st"), ["united-states"]),
        (("compare", "china", "--issue", "tight"), ["tight-regulation"]),
        (("matrix", "--sort-by", "open"), ["open-access"]),
        (("pairs", "fran"), ["france"]),
        (("timeline", "--actor", "zhang"), ["zhang-guoqing"]),
        (
            (
                "timeline",
                "--actor=zhang",
            ),
            ["--actor=zhang-guoqing"],
        ),
        (("sources", "compare", "std"), ["stdaily"]),
        (("sources", "compare", "stdaily", "nig"), ["nigeriapulse"]),
        (("list", "quotes", "--actor", "jd"), ["jd-vance"]),
        (("list", "quotes", "--issue", "tight"), ["tight-regulation"]),
        (("list", "quotes", "--source", "std"), ["stdaily"]),
        (("edit", "paris-st"), ["paris-statement"]),
        (("delete", "guo-p"), ["guo-principles"]),
        (("merge", "uk-government", "united-k"), ["united-kingdom"]),
        (("rename", "un-gen"), ["un-general-assembly"]),
        (("star", "vance-gold"), ["vance-gold-standard"]),
        (("memo", "vance-gold"), ["vance-gold-standard"]),
        (("log", "jd"), ["jd-vance"]),
        (("stance", "vance-gold"), ["vance-gold-standard"]),
        (("stance", "vance-gold-standard", "tight"), ["tight-regulation"]),
        (("stance", "vance-gold-standard", "tight-regulation", "mi"), ["mixed"]),
        (("variants", "vance-gold"), ["vance-gold-standard"]),
        (("variants", "vance-am"), ["vance-american-technology", "vance-america-first"]),
        (("camps", "add", "x", "--member", "zhang"), ["zhang-guoqing"]),
        (("camps", "add", "x", "--declaration", "digi"), ["digital-silk-road"]),
        (("add", "quote", "--speaker", "jd"), ["jd-vance"]),
        (("add", "actor", "--speaks-for", "fran"), ["france"]),
    ],
    ids=" ".join,
)
def test_what_a_word_can_become_is_offered(words: tuple[str, ...], offered: list[str]) -> None:
    assert values(*words) == offered


def test_options_are_offered_with_their_help() -> None:
    assert [(item.value, item.help) for item in items("compare", "--unfolded")] == [
        ("--unfolded", "Leave out those who speak for an actor.")
    ]


def test_a_name_that_one_record_alone_has_becomes_its_id() -> None:
    assert values("list", "quotes", "--actor", "Delangue") == ["clement-delangue"]
    assert values("list", "quotes", "--actor", "an") != []
    assert all(value.startswith("an") for value in values("list", "quotes", "--actor", "an"))
    assert values("show", "the") == [value for value in values("show", "") if value.startswith("the")]


def test_what_is_said_about_a_quote_is_who_says_it_and_where() -> None:
    (item,) = items("show", "vance-kill")
    assert item.help == "JD Vance, in Science and Technology Daily (stdaily)"


def test_a_file_is_left_to_the_shell() -> None:
    assert [item.type for item in items("edit", "jd-vance", "--from-toml", "x")] == ["file"]
    assert [item.type for item in items("attach", "x")] == ["file"]


def test_an_id_that_a_shell_could_run_is_not_offered(tmp_path: Path) -> None:
    path = tmp_path / "other.json"
    Session.open(path).close()
    content = path.read_text(encoding="utf-8")
    path.with_name("hostile.json").write_text(content.replace('"jd-vance"', '"jd$(touch x)"'), encoding="utf-8")
    assert values("--store", str(path), "show", "jd") == ["jd-vance"]
    assert values("--store", str(path.with_name("hostile.json")), "show", "jd") == []


def test_what_is_told_drives_no_terminal(store: Path) -> None:
    opened = Store.open(store)
    opened.put(Actor(id="odd-one", name="Odd\x1b]0;x\x07 \u202eone", kind=ActorKind.PERSON))
    opened.close()
    assert [item.help for item in items("show", "odd")] == ["Odd one"]


def test_a_store_that_is_not_there_offers_nothing_and_is_not_made(tmp_path: Path) -> None:
    path = tmp_path / "none" / "store.json"
    assert values("--store", str(path), "show", "jd") == []
    assert values("show", "--store", str(path), "jd") == []
    assert not path.parent.exists()
    assert in_bash("summittui show jd", SUMMITTUI_STORE=str(path)) == []
    assert not path.parent.exists()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"_meta": 1}'])
def test_a_damaged_store_offers_nothing_and_says_nothing(store: Path, content: str) -> None:
    store.write_text(content)
    assert values("show", "jd") == []
    assert in_bash("summittui show jd") == []


def test_a_path_that_leads_nowhere_offers_nothing_and_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMITTUI_STORE", "~nobody-of-this-name/store.json")
    assert values("show", "jd") == []
    result = CliRunner().invoke(main, ["info"])
    assert result.exit_code == 2
    assert "begins with the home of nobody here" in result.stderr


def test_completing_writes_nothing(store: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in store.parent.iterdir()}
    assert values("show", "jd") == ["jd-vance"]
    assert {path: path.stat().st_mtime_ns for path in store.parent.iterdir()} == before


def test_completing_loads_no_screen() -> None:
    script = (
        "import sys; from summittui.cli import main; from summittui.cli.shells import SHELLS\n"
        "found = SHELLS['bash'](main, {}, 'summittui', 'X').get_completions(['show'], 'jd')\n"
        "print(found[0].value, 'textual' in sys.modules, 'rich' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "jd-vance False False\n"


def test_bash_completes_commands_options_and_ids() -> None:
    assert in_bash("summittui comp") == ["compare", "compact", "completion"]
    assert in_bash("summittui compare --unf") == ["--unfold", "--unfolded"]
    assert in_bash("summittui show jd") == ["jd-vance"]
    assert in_bash("summittui timeline --actor = zhang") == ["zhang-guoqing"]
    assert in_bash("summittui compare \"'JD Vance'\" united-st") == ["united-states"]


def test_fish_completes_with_what_an_id_means() -> None:
    assert in_fish("summittui show jd") == ["jd-vance\tJD Vance"]
    assert in_fish("summittui timeline --actor=zhang") == ["--actor=zhang-guoqing\tZhang Guoqing"]
    assert in_fish("summittui show paris-ai-a") == ["paris-ai-action-summit\tAI Action Summit, Paris 2025"]


def test_zsh_completes_with_what_an_id_means() -> None:
    assert in_zsh("summittui show jd") == ["jd-vance:JD Vance"]
    assert in_zsh("summittui timeline --actor=zhang") == ["--actor=zhang-guoqing:Zhang Guoqing"]
    assert in_zsh("summittui list dec") == ["declarations"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_one_that_its_shell_can_read(shell: str, tmp_path: Path) -> None:
    script = tmp_path / "script"
    done = in_shell(shell, f"summittui completion {shell} > '{script}'")
    assert done.returncode == 0, done.stderr
    checked = subprocess.run([shell, "-n", str(script)], capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, "")
