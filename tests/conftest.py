"""How the tests run: no time limit fails one, and more of them at a time than there are processors."""

import gc
import os
import signal
import sys
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

import summittui.cli.commands.info_
import summittui.session.opening
from summittui.store.store import Store
from summittui.ui.textual_compat import SWITCH
from tests.seeding import create, create_or_copy, shipped_collection
from tests.thorough import THOROUGH
from tests.ui.idle import wait_by_state

sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
"""Hundreds of tests start the program, which would be compiled each time."""

for ignored in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP):
    if signal.getsignal(ignored) is signal.SIG_IGN:  # as of a job in the background, whose children would inherit it
        signal.signal(ignored, signal.default_int_handler if ignored is signal.SIGINT else signal.SIG_DFL)

gc.set_threshold(50_000, 20, 100)  # apps are made by the hundred, and what they leave is little beside what they keep

ask_for_display = summittui.cli.commands.info_._display


@cache
def display_in(*_environment: str | None) -> str:
    return ask_for_display()


def display_once() -> str:
    """Tell how the workbench draws, asked of a process of its own the first time in an environment."""
    return display_in(*map(os.environ.get, ("PYTHONPATH", SWITCH)))


parse_rules = Stylesheet._parse_rules
parsed: dict[Any, list[RuleSet]] = {}


def parse_rules_once(sheet: Stylesheet, *args: Any, **options: Any) -> list[RuleSet]:
    """Parse a style sheet the first time; each of a worker's thousand apps has the same ones."""
    key = (args, tuple(options.items()), tuple(sheet._variables.items()))
    if key not in parsed:
        parsed[key] = parse_rules(sheet, *args, **options)
    return parsed[key]


EXAMPLES = 100 if THOROUGH else 40
settings.register_profile(
    "summittui", deadline=None, max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("summittui")


@pytest.fixture(scope="session", autouse=True)
def _no_limit_and_nothing_twice() -> Iterator[None]:
    """Wait for states alone, and read, parse and ask once in a worker what is the same for all tests."""
    with pytest.MonkeyPatch.context() as patch:
        wait_by_state(patch)
        patch.setattr(summittui.session.opening, "shipped_collection", shipped_collection)
        patch.setattr(summittui.cli.commands.info_, "_display", display_once)
        patch.setattr(Stylesheet, "_parse_rules", parse_rules_once)
        yield


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Let a store of a shipped collection be copied, except where the making of a store is tested."""
    is_tested = {"store", "session"} & set(item.path.parts)
    Store.create = create if is_tested else create_or_copy  # type: ignore[method-assign]


def pytest_xdist_auto_num_workers() -> int:
    """Return how many tests run side by side; those of the screens wait more than they compute."""
    return 2 * (os.cpu_count() or 1)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> object:
    """Return the scheduler with which an idle worker takes over what waits behind a long test of another."""
    from xdist.scheduler import WorkStealingScheduling  # type: ignore[import-untyped]

    scheduler: object = WorkStealingScheduling(config, log)
    return scheduler
