"""The commands that `tests.store.every_call` stops: every one that edits, each with the store that it edits."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

Words = Sequence[str]
TEXT = "Ada said that words help.\n"
NEWER = "Yesterday Ada said that words help.\n"
SPOKEN = "Mina Example of the Example Union said: “Rules come first.” The Example Union signed the Example Charter.\n"
TOML = 'source = "stdaily"\nauthor = "author-stdaily"\nkind = "fact"\ngist = "It met."\n'
CODES = "name,description\nSpeed,Whether it should go faster.\n"
FILES: Mapping[str, str] = {
    "paper.txt": TEXT,
    "newer.txt": NEWER,
    "spoken.txt": SPOKEN,
    "claim.toml": TOML,
    "codes.csv": CODES,
}


class Stopped(NamedTuple):
    """A command, and what makes its store of the one that all have."""

    words: Words
    before: Sequence[Words] = ()


CREATE, NEW, RECOVER = "create", "new", "recover"
FIRST: Sequence[Words] = (
    ("seed",),
    ("add", "source", "--outlet", "Paper", "--kind", "article"),
    ("edit", "paper", "--set", f"sha256={hashlib.sha256(TEXT.encode()).hexdigest()}"),
)
"""The commands that make the store which all have, but for those that create theirs."""
_ATTACH = ("attach", "paper.txt")
_QUOTE = ("add", "quote", "--source", "paper", "--speaker", "China", "--kind", "direct", "--text", "words help")
_IMPORT = ("import", "spoken.txt", "--outlet", "Spoken", "--published", "2025")
_ZED = ("add", "actor", "--name", "Zed", "--kind", "person")
_SIDES = ("--side", "stdaily=About 60.", "--side", "nigeriapulse=Over 60.", "--explanation", "They count otherwise.")

COMMANDS: Mapping[str, Stopped] = {
    CREATE: Stopped(("seed",)),
    NEW: Stopped(("new", "store.json", "--from-collection", "ai-declarations")),
    "seed": Stopped(("seed",)),
    "add": Stopped(_ZED),
    "quote": Stopped(_QUOTE, [_ATTACH]),
    "claim": Stopped(("add", "claim", "--from-toml", "claim.toml")),
    "event": Stopped(("add", "event", "--name", "Example Summit", "--date", "2025-02")),
    "disagreement": Stopped(
        ("add", "disagreement", "--title", "How many", "--kind", "detail", "--severity", "low", *_SIDES)
    ),
    "issue": Stopped(
        (
            *("add", "issue", "--label", "Speed", "--question", "Faster?", "--for", "Yes", "--against", "No"),
            *("--stance", "vance-kill-industry=for"),
        )
    ),
    "edit": Stopped(("edit", "china", "--set", "note=hm")),
    "stance": Stopped(("stance", "vance-kill-industry", "tight-regulation", "for")),
    "memo": Stopped(("memo", "china", "hello")),
    "star": Stopped(("star", "china")),
    "delete": Stopped(("delete", "vance-kill-industry")),
    "merge": Stopped(("merge", "france", "china")),
    "merge-source": Stopped(
        ("merge", "journal", "paper"), [("add", "source", "--outlet", "Journal", "--kind", "article")]
    ),
    "rename": Stopped(("rename", "china", "middle-kingdom")),
    "rename-source": Stopped(("rename", "paper", "journal"), [_ATTACH]),
    "camps": Stopped(("camps", "add", "mine", "--member", "china")),
    "attach": Stopped(_ATTACH),
    "import": Stopped(_IMPORT),
    "import-as": Stopped(("import", "paper.txt", "--as", "paper", "--no-propose")),
    "import-new-version": Stopped(("import", "newer.txt", "--replaces", "paper"), [_ATTACH, _QUOTE]),
    "review-propose": Stopped(("review", "propose", "spoken-2025"), [(*_IMPORT, "--no-propose")]),
    "review-accept": Stopped(("review", "accept", "--all", "--new-actors", "--new-declarations"), [_IMPORT]),
    "review-reject": Stopped(("review", "reject", "--all"), [_IMPORT]),
    "load": Stopped(
        ("load", "library.json"), [_ZED, ("export", "--format", "json", "-o", "library.json"), ("delete", "zed")]
    ),
    "load-codes": Stopped(("load", "codes.csv")),
    "collections-add": Stopped(("collections", "add", "ai-declarations")),
    "collections-remove": Stopped(("collections", "remove", "paris-2025"), [("delete", "paper")]),
    "undo": Stopped(("undo",), [_ZED]),
    "undo-merge": Stopped(("undo",), [("merge", "france", "china")]),
    "redo": Stopped(("undo", "--redo"), [_ZED, ("undo",)]),
    "compact": Stopped(("compact",)),
    "backup": Stopped(("backup", "copies")),
    RECOVER: Stopped(("recover",)),
}
"""The commands by the names under which they are tried."""


def damage(path: Path) -> None:
    """Turn one bit in the middle of a store's snapshot, as a failing disk does."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
