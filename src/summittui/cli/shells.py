"""The shells that can complete what is being typed, each with what it needs changed."""

from click.shell_completion import BashComplete, CompletionItem, FishComplete, ZshComplete, add_completion_class

Items = list[CompletionItem]


def _joined(items: Items, word: str) -> Items:
    """Return the items as whole words: with the option before them where `--actor=jd` is one word of the shell."""
    option, sign, _ = word.partition("=")
    if not (sign and option.startswith("--")):
        return items
    return [CompletionItem(f"{option}={item.value}", item.type, item.help) for item in items]


class _Bash(BashComplete):
    """Bash, which makes three words of `--actor=jd`."""

    def get_completion_args(self) -> tuple[list[str], str]:
        args, incomplete = super().get_completion_args()
        return [arg for arg in args if arg != "="], incomplete


class _Zsh(ZshComplete):
    """Zsh."""

    def get_completions(self, args: list[str], incomplete: str) -> Items:
        return _joined(super().get_completions(args, incomplete), incomplete)


class _Fish(FishComplete):
    """Fish, whose script ends what is said about a value at its first comma otherwise."""

    source_template = FishComplete.source_template.replace("string split ", "string split --max 1 ")

    def get_completions(self, args: list[str], incomplete: str) -> Items:
        return _joined(super().get_completions(args, incomplete), incomplete)


SHELLS = {one.name: one for one in (_Bash, _Zsh, _Fish)}
"""The shells that can complete, by name."""


def use_shells() -> None:
    """Let click answer these shells by the classes above."""
    for one in SHELLS.values():
        add_completion_class(one)
