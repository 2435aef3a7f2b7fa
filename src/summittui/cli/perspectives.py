"""The arguments and options by which a command is told whose positions it is about, and on which evidence."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import click

from summittui.cli.completing import ids_of
from summittui.library import Library
from summittui.library.evidence import EvidenceFilter

F = TypeVar("F", bound=Callable[..., Any])

PERSPECTIVES = ("actors", "camps", "declarations", "sources")
"""The tables whose records can be a perspective."""


def evidence_options(command: F) -> F:
    """Add `--direct-only` and `--no-doubtful`."""
    command = click.option("--no-doubtful", is_flag=True, help="Leave out doubtful evidence.")(command)
    return click.option(
        "--direct-only", is_flag=True, help="Count only own words that carry the stance inside quotation marks."
    )(command)


def folding_options(command: F) -> F:
    """Add `--unfold` and `--merge`: who is left out of a perspective, and who is taken in."""
    command = click.option(
        "--merge",
        "near",
        metavar="NAME",
        multiple=True,
        shell_complete=ids_of(*PERSPECTIVES),
        help="Take in the states and bodies that are recorded apart from this one; may be given several times.",
    )(command)
    return click.option(
        "--unfold",
        "apart",
        metavar="NAME",
        multiple=True,
        shell_complete=ids_of(*PERSPECTIVES),
        help="Leave out those who speak for this one; may be given several times.",
    )(command)


def voices_option(command: F) -> F:
    """Add `--voices`."""
    return click.option(
        "--voices", is_flag=True, help="Add newspapers and authors with their own voice, a layer apart from actors."
    )(command)


def kept_evidence(*, direct_only: bool, no_doubtful: bool) -> EvidenceFilter:
    """Return which evidence counts."""
    return EvidenceFilter(direct_only=direct_only, no_doubtful=no_doubtful)


def resolved(library: Library, names: Iterable[str]) -> list[str]:
    """Return the ids of the perspectives that are named.

    Raises:
        UnknownId: Nothing, or more than one record, goes by a name.
    """
    return [library.resolve(words, PERSPECTIVES) for words in names]
