"""A PNG of an SVG, drawn by a Chromium without a window."""

import importlib
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Self

sys.path.append(str(Path(__file__).parents[1]))
from benchmarks.chromium import SWITCHES, installed

SCALE = 1.5
"""Pixels of the PNG for one of the SVG."""
COLOURS = 256
"""Of a palette: a dozen of the theme's, each with the steps towards its ground."""
_PATIENCE = 60
"""Seconds that one picture may take."""


@dataclass(frozen=True)
class Chromium:
    """An installed Chromium."""

    program: str

    @classmethod
    def found(cls) -> Self | None:
        """Return the one on the search path, or None, which is told on standard error."""
        program = installed()
        if program is None:
            sys.stderr.write("No Chromium is installed, so no PNG is made; install chromium or google-chrome.\n")
        return cls(program) if program else None

    def draw(
        self, svg: Path, png: Path, size: tuple[int, int], *, scale: float = SCALE, colours: int = COLOURS
    ) -> None:
        """Draw the whole of an SVG file into a PNG file.

        Args:
            svg: What is drawn.
            png: Where to.
            size: Of the SVG, in pixels.
            scale: Pixels of the PNG for one of the SVG.
            colours: Of the PNG's palette.

        Raises:
            subprocess.CalledProcessError: Chromium failed.
            subprocess.TimeoutExpired: Chromium did not end.
            FileNotFoundError: Chromium ended well, but drew nothing.
        """
        with tempfile.TemporaryDirectory() as profile:
            drawn = Path(profile) / "drawn.png"
            subprocess.run(
                (
                    self.program,
                    *SWITCHES,
                    f"--user-data-dir={profile}/profile",
                    f"--force-device-scale-factor={scale}",
                    f"--window-size={size[0]},{size[1]}",
                    f"--screenshot={drawn}",
                    svg.resolve().as_uri(),
                ),
                check=True,
                capture_output=True,
                timeout=_PATIENCE,
            )
            make_small(drawn, colours)
            shutil.copyfile(drawn, png)


def make_small(png: Path, colours: int) -> None:
    """Give a PNG a palette where Pillow is installed, which makes it a third as big."""
    try:
        image = importlib.import_module("PIL.Image")
    except ImportError:
        return
    method, dither = image.Quantize.MAXCOVERAGE, image.Dither.NONE
    with image.open(png) as drawn:
        small = drawn.convert("RGB").quantize(colours, method=method, kmeans=2, dither=dither)
    small.save(png, optimize=True)
