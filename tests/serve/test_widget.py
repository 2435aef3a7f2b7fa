"""The terminal widget is shipped as its packages have it, whole, with its licence, and loads nothing from elsewhere."""

import hashlib
import json
import re

from summittui.serve.files import _FOLDER, files

WIDGET = _FOLDER / "xterm"
PUBLISHED = {
    ("@xterm/xterm", "6.0.0", "xterm.mjs"): "b336ec65a086c056d4804b3d4c2347da5663d3f23c3f25be866467bd8857ad59",
    ("@xterm/xterm", "6.0.0", "xterm.css"): "854a7c0fb70e8b1a083c16797ab827299fb18744f5ad34f227b48337e33293c6",
    ("@xterm/xterm", "6.0.0", "LICENSE-xterm"): "b569f629d00f2626a8100df2a1798210535621e42164dfd426a6fe5aac7b0ccd",
    ("@xterm/addon-fit", "0.11.0", "addon-fit.mjs"): "2d87e1bddc73be9111de8beee5370c3bb7aac9c94e18e6f245f02ca741ef1769",
    (
        "@xterm/addon-fit",
        "0.11.0",
        "LICENSE-addon-fit",
    ): "e256f01188af527e4d06d21d06fbf785ae9c50d4b328bf03cbe0ba7f0aa4228f",
}
"""The SHA-256 of each file as the package of that version has it."""


def test_each_file_is_that_of_the_version_that_is_named() -> None:
    pinned = json.loads((WIDGET / "package.json").read_text())["dependencies"]
    assert {(package, version) for package, version, _ in PUBLISHED} == set(pinned.items())
    shipped = {each.name: hashlib.sha256(each.read_bytes()).hexdigest() for each in WIDGET.iterdir()}
    del shipped["package.json"]
    assert shipped == {name: digest for (_, _, name), digest in PUBLISHED.items()}
    assert "Permission is hereby granted" in (WIDGET / "LICENSE-xterm").read_text()


def test_our_own_part_of_the_page_loads_from_its_server_alone() -> None:
    own = [name for name in files() if not name.startswith("xterm/") and not name.endswith(".json")]
    for name in own:
        text = files()[name].body.decode()
        assert not re.search(r"https?://(?!\\/)", text.replace("/^https?:", "")), name
        assert "innerHTML" not in text
        assert "eval(" not in text
    pages = [files()[name].body.decode() for name in own if name.endswith(".html")]
    for page in pages:
        named = re.findall(r'(?:src|href)="([^"]*)"', page)
        assert [
            each for each in named if each.startswith("static/") and each.removeprefix("static/") not in files()
        ] == []
        assert {each for each in named if not each.startswith("static/")} <= {"data:,", "?plain"}
        assert not re.search(r"\son\w+=|<script(?! type=\"module\" src)|style=", page)
