"""`summittui add quote` killed at random moments: what it acknowledged stays, and nothing stands half."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

TRIALS = int(os.environ.get("SUMMITTUI_KILL_TRIALS", "15"))
REACH = 2.0
"""How many times as long as an undisturbed command the latest kill waits."""


def summittui(store: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "summittui", "--store", str(store), *arguments]


def add(store: Path, key: str) -> list[str]:
    options = ("--speaker", "jd-vance", "--source", "stdaily", "--kind", "direct", "--text", f"words {key}")
    return summittui(store, "add", "quote", *options)


def killed_after(command: list[str], seconds: float) -> str | None:
    """Run a command, kill it after `seconds`; return what it acknowledged, None where it did not."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        output, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        output, _ = process.communicate()
    return output.strip() if process.returncode == 0 else None


def test_no_acknowledged_quote_is_lost_and_none_stands_half(tmp_path: Path) -> None:
    store = tmp_path / "store.json"
    subprocess.run(summittui(store, "seed"), check=True, capture_output=True)
    chance = random.Random(1)  # moments, no secrets
    began = time.monotonic()
    first = subprocess.run(add(store, "first"), check=True, capture_output=True, text=True)
    longest = REACH * (time.monotonic() - began)
    acknowledged = {first.stdout.strip(): "words first"}
    for trial in range(TRIALS):
        id_ = killed_after(add(store, f"k{trial}"), chance.uniform(0.05, longest))
        if id_ is not None:
            acknowledged[id_] = f"words k{trial}"
    listed = subprocess.run(summittui(store, "list", "quotes", "--json"), check=True, capture_output=True, text=True)
    quotes = {quote["id"]: quote["words"] for quote in json.loads(listed.stdout) if quote["words"]}
    assert acknowledged.items() <= quotes.items()
    whole = {"words first", *(f"words k{trial}" for trial in range(TRIALS))}
    assert set(quotes.values()) <= whole
    assert len(set(quotes.values())) == len(quotes)
    checked = subprocess.run(summittui(store, "check"), check=False, capture_output=True)
    assert checked.returncode == 0
    print(f"{TRIALS} trials, {len(acknowledged)} acknowledged, {len(quotes)} stand, 0 lost")  # noqa: T201  # by hand
