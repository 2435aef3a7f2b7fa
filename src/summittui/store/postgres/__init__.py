"""Stores in a PostgreSQL database; imported only where an address is given, for it needs the extra `postgres`.

Raises:
    InputError: The extra is not installed.
"""

import logging

from summittui.model import InputError

try:
    import psycopg  # noqa: F401
except ImportError:
    message = "A store in PostgreSQL needs one more library: pip install 'summittui[postgres]'"
    raise InputError(message) from None

logging.getLogger("psycopg").addHandler(logging.NullHandler())  # or a lost connection writes over the screen
