import io
import runpy
import zipfile
from pathlib import Path
from typing import cast

from summittui.exchange.formats import FORMATS

FOLDER = Path(__file__).parents[3] / "docs" / "examples"
GUIDE = (FOLDER.parent / "formats.md").read_text(encoding="utf-8")


def members(content: bytes) -> dict[str, bytes] | bytes:
    """Return what an archive holds, however it is packed; other content as it is."""
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_examples_are_what_the_program_writes() -> None:
    made = cast("dict[str, bytes]", runpy.run_path(str(FOLDER / "make.py"))["examples"]())
    others = {"make.py", "__pycache__"}
    assert set(made) == {path.name for path in FOLDER.iterdir()} - others
    for name, content in made.items():
        assert members((FOLDER / name).read_bytes()) == members(content), f"{name}: run python docs/examples/make.py"


def test_the_guide_names_every_format_with_what_it_cannot_carry() -> None:
    for each in FORMATS.values():
        assert f"`{each.id}`" in GUIDE, each.id
        assert each.cannot_carry in GUIDE, each.id
