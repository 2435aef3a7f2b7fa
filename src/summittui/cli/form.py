"""The form in which the running command writes its data."""

from enum import Enum

import click

FORM = "summittui.form"
"""The key of the form in the meta of click's context."""


class Form(Enum):
    """The form in which data is written to stdout."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    TOML = "toml"


def form() -> Form:
    """Return the form that the running command was asked for."""
    found: Form = click.get_current_context().meta.get(FORM, Form.TEXT)
    return found
