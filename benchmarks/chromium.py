"""The Chromium of this machine, and the switches with which it runs without a window."""

import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
SWITCHES = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    "--disable-lcd-text",
    "--hide-scrollbars",
)


def installed() -> str | None:
    """Return the Chromium on the search path, or None."""
    return next(filter(None, map(shutil.which, NAMES)), None)
