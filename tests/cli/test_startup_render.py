"""How the opening of the workbench is told."""

from summittui.cli.startup_report import startup_text
from summittui.session.startup import Opening, Phase, Startup


def test_every_stretch_stands_on_a_line_with_its_milliseconds() -> None:
    phases = (Phase(name="interpreter", milliseconds=20.0), Phase(name="settled", milliseconds=340.0))
    opening = Opening(
        first_paint=300.0, settled=360.0, phases=phases, work=(Phase(name="store read", milliseconds=9.0),)
    )
    startup = Startup(
        rounds=3, first_paint=300.0, settled=360.0, bare_first_paint=200.0, bare_settled=240.0, opening=opening
    )
    assert startup_text(startup).splitlines() == [
        "medians of 3 rounds, the workbench and a bare Textual app in turn",
        "  first paint               300.0 ms, 1.50 times the bare app's",
        "  settled                   360.0 ms, 1.50 times the bare app's",
        "  bare app's first paint    200.0 ms",
        "  bare app settled          240.0 ms",
        "the round in the middle, each stretch after the one before",
        "  interpreter                20.0 ms",
        "  settled                   340.0 ms",
        "work within these stretches, some of it in a thread",
        "  store read                  9.0 ms",
    ]
