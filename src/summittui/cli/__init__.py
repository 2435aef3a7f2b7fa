"""The command line: each screen's twin without a screen. Data goes to stdout, talk to stderr."""

from summittui.cli.app import main

__all__ = ["main"]
