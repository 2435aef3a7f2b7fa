"""`python -m summittui`, and the command `summittui`."""

from summittui.startup_trace import INTERPRETER, mark


def main() -> None:
    """Show the kept frame if there is one that holds, then do what the command line says."""
    mark(INTERPRETER)
    from summittui.ui.early_paint import paint_early, release

    paint_early()
    try:
        from summittui.cli import main as command

        command()
    finally:
        release()


if __name__ == "__main__":
    main()
