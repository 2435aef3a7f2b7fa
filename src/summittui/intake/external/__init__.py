"""Proposers of anybody's own: a program is given the text, and whatever it claims is checked against the text."""

from collections.abc import Sequence

from summittui.intake.external.process import Limits, run_proposer
from summittui.intake.external.protocol import request_of
from summittui.intake.external.verification import Verification, verify_answer
from summittui.model import Known
from summittui.model.cancelling import IsCancelled, never_cancelled

DEFAULT_LIMITS = Limits()

__all__ = ["DEFAULT_LIMITS", "Limits", "Verification", "propose_with"]


def propose_with(
    command: Sequence[str],
    text: str,
    known: Known,
    limits: Limits = DEFAULT_LIMITS,
    is_cancelled: IsCancelled = never_cancelled,
) -> Verification:
    """Return what the program `command` proposes for `text`, as far as the text proves it.

    Args:
        command: The program and its arguments; no shell reads them.
        text: The text.
        known: The records that it may name.
        limits: How long the program may take and how much it may print.
        is_cancelled: Asked again and again while the program runs; it is ended as soon as the answer is True.

    Raises:
        InputError: The program cannot be started, fails, takes too long, prints too much or what is no proposals.
        Cancelled: It was ended because `is_cancelled` came true.
    """
    return verify_answer(run_proposer(command, request_of(text, known), limits, is_cancelled), text, known)
